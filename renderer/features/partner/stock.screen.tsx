import { Button, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPackageExport, IconPackageImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { splitNumbers } from '#shared/features/partner/partner-card.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useReceive, useStock, useTakeOut } from './partner.queries.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import classes from './partner.module.css';

const counts = ['received', 'inStock', 'issued', 'damaged', 'returned'] as const;

/** 实物卡库存 by partner and lot: received = in stock + issued + damaged + sent back. */
export function StockScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const { data, error } = useStock();
  const [step, setStep] = useState<'receive' | 'takeOut' | null>(null);
  const rows = data ?? [];
  const close = (): void => setStep(null);
  return (
    <PageFrame
      title={t('partner.stock.title')}
      maxWidth={900}
      actions={
        may('partner.stock') ? (
          <>
            <Button
              variant="default"
              leftSection={<IconPackageExport size={15} aria-hidden />}
              onClick={() => setStep('takeOut')}
            >
              {t('partner.stock.takeOut')}
            </Button>
            <Button
              leftSection={<IconPackageImport size={15} aria-hidden />}
              onClick={() => setStep('receive')}
            >
              {t('partner.stock.receive')}
            </Button>
          </>
        ) : null
      }
    >
      <ErrorNote error={error} />
      {data?.length === 0 ? (
        <Text role="status" size="sm">
          {t('partner.stock.none')}
        </Text>
      ) : null}
      {rows.length > 0 ? (
        <section className={`sheet ${classes.part}`}>
          <PlainTable
            label={t('partner.stock.title')}
            columns={[
              { title: t('partner.stock.partner') },
              { title: t('partner.stock.lot') },
              ...counts.map((name) => ({ title: t(`partner.stock.columns.${name}`), right: true })),
            ]}
            rows={[
              ...rows.map((row) => ({
                key: `${row.partnerId} ${row.lot}`,
                cells: [row.partnerName, row.lot, ...counts.map((name) => row[name])],
              })),
              {
                key: 'total',
                total: true,
                cells: [
                  t('partner.stock.total'),
                  '',
                  ...counts.map((name) => rows.reduce((sum, row) => sum + row[name], 0)),
                ],
              },
            ]}
          />
        </section>
      ) : null}
      {step === 'receive' ? <ReceiveDialog onClose={close} /> : null}
      {step === 'takeOut' ? <TakeOutDialog onClose={close} /> : null}
    </PageFrame>
  );
}

/** 入库: a lot of numbers, pasted or scanned one a line. */
function ReceiveDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTexts();
  const receive = useReceive();
  const [partnerId, setPartnerId] = useState<number | null>(null);
  const [lot, setLot] = useState('');
  const [typed, setTyped] = useState('');
  const numbers = splitNumbers(typed);
  const isReady = partnerId !== null && lot.trim() !== '' && numbers.length > 0;
  return (
    <FormDialog
      title={t('partner.stock.receive')}
      confirm={t('partner.stock.receive')}
      busy={receive.isPending}
      ready={isReady}
      error={receive.error}
      onClose={onClose}
      onSubmit={() => {
        if (partnerId === null) return;
        receive.mutate(
          { partnerId, lot: lot.trim(), numbers },
          {
            onSuccess: ({ received }) => {
              notifications.show({
                message: t('partner.stock.received', { count: received }),
                color: 'green',
              });
              onClose();
            },
          },
        );
      }}
    >
      <ReferenceField
        label={t('partner.stock.partner')}
        feature="partner"
        value={partnerId}
        onChange={setPartnerId}
      />
      <TextInput
        label={t('partner.stock.lot')}
        maxLength={40}
        value={lot}
        onChange={(event) => setLot(event.currentTarget.value)}
      />
      <Numbers typed={typed} count={numbers.length} onTyped={setTyped} />
    </FormDialog>
  );
}

function Numbers(props: {
  readonly typed: string;
  readonly count: number;
  readonly onTyped: (typed: string) => void;
}): ReactNode {
  const { typed, count, onTyped } = props;
  const { t } = useTexts();
  return (
    <Textarea
      label={`${t('partner.stock.numbers')} (${count})`}
      autosize
      minRows={4}
      maxRows={10}
      value={typed}
      onChange={(event) => onTyped(event.currentTarget.value)}
    />
  );
}

/** 报损、退回, with its reason. */
function TakeOutDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTexts();
  const takeOut = useTakeOut();
  const [partnerId, setPartnerId] = useState<number | null>(null);
  const [as, setAs] = useState<'damage' | 'return'>('damage');
  const [typed, setTyped] = useState('');
  const numbers = splitNumbers(typed);
  return (
    <ReasonDialog
      title={t('partner.stock.takeOut')}
      label={t('partner.reason')}
      maxLength={200}
      confirm={t('partner.stock.takeOut')}
      busy={takeOut.isPending}
      error={takeOut.error}
      ready={partnerId !== null && numbers.length > 0}
      onClose={onClose}
      onConfirm={(reason) => {
        if (partnerId === null) return;
        takeOut.mutate(
          { partnerId, as, numbers, reason },
          {
            onSuccess: ({ taken }) => {
              notifications.show({ message: t('partner.stock.taken', { count: taken }), color: 'green' });
              onClose();
            },
          },
        );
      }}
    >
      <ReferenceField
        label={t('partner.stock.partner')}
        feature="partner"
        value={partnerId}
        onChange={setPartnerId}
      />
      <NativeSelect
        label={t('partner.stock.as')}
        value={as}
        data={[
          { value: 'damage', label: t('partner.stock.damage') },
          { value: 'return', label: t('partner.stock.return') },
        ]}
        onChange={(event) => setAs(event.currentTarget.value === 'return' ? 'return' : 'damage')}
      />
      <Numbers typed={typed} count={numbers.length} onTyped={setTyped} />
    </ReasonDialog>
  );
}
