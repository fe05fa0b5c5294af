import { Button } from '@mantine/core';
import { IconArrowsJoin2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RecordList, type ShownRows } from '#renderer/components/record-list/record-list.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { MakeCampaign } from '#renderer/features/campaign/make-campaign.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { customerLayout } from './customer.layout.ts';

const actions = (shown: ShownRows): ReactNode => (
  <>
    <MakeCampaign feature="customer" shown={shown} />
    <DuplicatesLink />
  </>
);

export function CustomerListScreen(): ReactNode {
  return <RecordList {...customerLayout} actions={actions} />;
}

function DuplicatesLink(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  if (!may('customer.remove')) return null;
  return (
    <Button
      component="a"
      variant="default"
      leftSection={<IconArrowsJoin2 size={15} aria-hidden />}
      {...link('/customer/duplicates')}
    >
      {t('customer.title')}
    </Button>
  );
}
