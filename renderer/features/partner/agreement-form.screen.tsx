import { Button, Group, Text } from '@mantine/core';
import { IconCopyPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { partnerCardFields } from '#shared/features/partner/partner.fields.ts';
import { addDays, addMonths } from '#shared/kernel/day.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { RelatedRecords } from '#renderer/components/record-form/related-records.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AgreementScans } from './agreement-scans.tsx';
import { partnerAgreementLayout } from './partner.layout.ts';
import { useRenew } from './partner.queries.ts';

/** 合作协议 with the cards that were issued under it; its terms are renewed, not changed. */
export function AgreementFormScreen(): ReactNode {
  return (
    <RecordForm
      layout={partnerAgreementLayout}
      renderBelow={({ id, record }) => (
        <>
          <Renewing id={id} validTo={String(record['validTo'])} />
          <AgreementScans id={id} />
          <RelatedRecords
            feature="partnerCard"
            fields={partnerCardFields}
            columns={[
              'number',
              'state',
              'customerId',
              'reason',
              'issuedOn',
              'expiresOn',
              'balanceFen',
              'balanceTimes',
            ]}
            of={{ field: 'agreementId', id }}
            sort={[{ field: 'id', descending: true }]}
          />
        </>
      )}
    />
  );
}

function Renewing({ id, validTo }: { readonly id: number; readonly validTo: string }): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  if (!may('partner.write')) return null;
  return (
    <Group>
      <Button
        variant="default"
        leftSection={<IconCopyPlus size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('partner.renew.open')}
      </Button>
      {open ? <RenewDialog id={id} validTo={validTo} onClose={() => setOpen(false)} /> : null}
    </Group>
  );
}

function RenewDialog(props: {
  readonly id: number;
  readonly validTo: string;
  readonly onClose: () => void;
}): ReactNode {
  const { id, validTo, onClose } = props;
  const { t } = useTexts();
  const go = useGo();
  const renew = useRenew();
  const [from, setFrom] = useState<string | null>(addDays(validTo, 1));
  const [to, setTo] = useState<string | null>(addMonths(validTo, 12));
  const submit = (): void => {
    if (from === null || to === null) return;
    renew.mutate(
      { id, fromDay: from, toDay: to },
      {
        onSuccess: ({ id: next }) => {
          onClose();
          go(recordAddress('partnerAgreement', next));
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('partner.renew.title')}
      confirm={t('partner.renew.submit')}
      busy={renew.isPending}
      ready={from !== null && to !== null}
      error={renew.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="sm">{t('partner.renew.sentence')}</Text>
      <Group grow>
        <DayInput label={t('partner.renew.from')} value={from} onChange={setFrom} />
        <DayInput label={t('partner.renew.to')} value={to} onChange={setTo} />
      </Group>
    </FormDialog>
  );
}
