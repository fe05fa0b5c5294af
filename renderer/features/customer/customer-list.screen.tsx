import { Button } from '@mantine/core';
import { IconArrowsJoin2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { customerLayout } from './customer.layout.ts';

export function CustomerListScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  return (
    <RecordList
      {...customerLayout}
      actions={
        may('customer.remove') ? (
          <Button
            component="a"
            variant="default"
            leftSection={<IconArrowsJoin2 size={15} aria-hidden />}
            {...link('/customer/duplicates')}
          >
            {t('customer.title')}
          </Button>
        ) : null
      }
    />
  );
}
