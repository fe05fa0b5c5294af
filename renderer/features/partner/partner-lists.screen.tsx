import { Button } from '@mantine/core';
import { IconCategory, IconFileDescription } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { partnerAgreementLayout, partnerKindLayout, partnerLayout } from './partner.layout.ts';

/** 合作商户. */
export function PartnerListScreen(): ReactNode {
  const { record } = useTexts();
  const link = useLink();
  return (
    <RecordList
      {...partnerLayout}
      actions={
        <>
          <Button
            component="a"
            variant="default"
            leftSection={<IconFileDescription size={15} aria-hidden />}
            {...link('/partner-agreement')}
          >
            {record('partnerAgreement', 'many')}
          </Button>
          <Button
            component="a"
            variant="default"
            leftSection={<IconCategory size={15} aria-hidden />}
            {...link('/partner-kind')}
          >
            {record('partnerKind', 'many')}
          </Button>
        </>
      }
    />
  );
}

export function PartnerKindListScreen(): ReactNode {
  return <RecordList {...partnerKindLayout} />;
}

export function PartnerKindFormScreen(): ReactNode {
  return <RecordForm layout={partnerKindLayout} />;
}

export function PartnerAgreementListScreen(): ReactNode {
  return <RecordList {...partnerAgreementLayout} widths={{ cardName: 180, partnerId: 180 }} />;
}
