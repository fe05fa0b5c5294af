import { ActionIcon, Button, Group, Loader, Stack, Text, TextInput, Title, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { CardEntry, CardView } from '#shared/features/partner/partner-card.contract.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Facts } from '#renderer/components/facts.tsx';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useRefusals } from '#renderer/hooks/use-refusals.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CardStateBadge } from './card-state.tsx';
import { entryText, quantityText } from './partner-words.ts';
import { partnerCardsPaper, useCard, useRedeem, useReverseEntry } from './partner.queries.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import classes from './partner.module.css';

/** 合作卡: what is on it, redemption, every entry. */
export function PartnerCardScreen(): ReactNode {
  const texts = useTexts();
  const { t, record, field, day } = texts;
  const { may } = useSession();
  const go = useGo();
  const link = useLink();
  const id = Number(useParams({ strict: false })['id']);
  const { data: view, error, refetch } = useCard(id);
  return (
    <PageFrame
      title={view ? view.number : record('partnerCard', 'one')}
      before={
        <Tooltip label={t('partner.back')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('partner.back')}
            onClick={() => go('/partner-card')}
          >
            <IconArrowLeft size={18} />
          </ActionIcon>
        </Tooltip>
      }
      subtitle={view ? <CardStateBadge state={view.state} isOver={view.isOver} /> : undefined}
      actions={
        view ? (
          <>
            {view.customerId === null ? null : (
              <Button component="a" variant="default" {...link(recordAddress('customer', view.customerId))}>
                {view.customerName}
              </Button>
            )}
            {view.state === 'issued' && view.number.startsWith('P') && may('partner.issue') ? (
              <PaperButton
                name={t('partner.paper.cards')}
                label={t('partner.issue.print')}
                load={partnerCardsPaper([view.id])}
                inHead
                byKey
              />
            ) : null}
          </>
        ) : null
      }
      maxWidth={1000}
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {view ? (
        <>
          <section className={`sheet ${classes.part}`}>
            <Facts
              facts={[
                { name: t('partner.partner'), value: view.partnerName },
                { name: t('partner.card'), value: view.cardName },
                {
                  name: field('partnerCard', view.unit === 'money' ? 'balanceFen' : 'balanceTimes'),
                  value: (
                    <span className="figures">
                      {t('partner.ofFace', {
                        balance: quantityText(view.unit, view.balance, texts),
                        face: quantityText(view.unit, view.face, texts),
                      })}
                    </span>
                  ),
                },
                { name: t('partner.issued'), value: view.issuedOn === null ? null : day(view.issuedOn) },
                { name: t('partner.expires'), value: view.expiresOn === null ? null : day(view.expiresOn) },
              ]}
            />
          </section>
          {may('partner.issue') && view.balance > 0 && view.state === 'issued' ? (
            <RedeemPanel key={`${view.id} ${view.balance}`} view={view} />
          ) : null}
          <Entries view={view} />
        </>
      ) : error ? null : (
        <Loader size="sm" aria-label={t('common.loading')} />
      )}
    </PageFrame>
  );
}

/** 核销 at the desk: amount or times, day, receipt. */
function RedeemPanel({ view }: { readonly view: CardView }): ReactNode {
  const texts = useTexts();
  const { t } = texts;
  const { today } = useSession();
  const redeem = useRedeem();
  const { problem, rest } = useRefusals(redeem.error, refusedAt);
  const [quantity, setQuantity] = useState<number | null>(view.unit === 'times' ? 1 : view.balance);
  const [onDay, setOnDay] = useState<string | null>(today);
  const [receipt, setReceipt] = useState('');
  /** What was refused goes when its field changes, what is about no field with any. */
  const changed = (field: string): void => {
    if (problem(field) !== undefined || rest !== null) redeem.reset();
  };
  const setQuantityAnew = (value: number | null): void => {
    setQuantity(value);
    changed('quantity');
  };
  const submit = (): void => {
    if (quantity === null || onDay === null || redeem.isPending) return;
    redeem.mutate(
      {
        id: view.id,
        quantity,
        onDay,
        receiptKey: receipt.trim() === '' ? null : receipt.trim(),
        seen: view.balance,
        note: null,
      },
      {
        onSuccess: ({ balance, repeated }) =>
          void notifications.show({
            message: t(repeated ? 'partner.redeem.repeated' : 'partner.redeem.done', {
              balance: quantityText(view.unit, balance, texts),
            }),
            color: repeated ? 'orange' : 'green',
          }),
      },
    );
  };
  return (
    <form
      className={`sheet ${classes.part}`}
      aria-label={t('partner.redeem.title')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="xs">
        <Group gap="sm" align="flex-start">
          {view.unit === 'money' ? (
            <MoneyField
              label={t('partner.redeem.amount')}
              value={quantity}
              error={problem('quantity')}
              onChange={setQuantityAnew}
            />
          ) : (
            <NumberField
              label={t('partner.redeem.times')}
              value={quantity}
              error={problem('quantity')}
              onChange={setQuantityAnew}
            />
          )}
          <DayInput
            label={t('partner.redeem.day')}
            w={160}
            value={onDay}
            maxDate={today}
            error={problem('onDay')}
            onChange={(value) => {
              setOnDay(value);
              changed('onDay');
            }}
          />
          <TextInput
            label={t('partner.redeem.receipt')}
            placeholder={t('partner.redeem.receiptHint')}
            w={260}
            maxLength={60}
            value={receipt}
            error={problem('receiptKey')}
            onChange={(event) => {
              setReceipt(event.currentTarget.value);
              changed('receiptKey');
            }}
          />
          <Button
            type="submit"
            mt={22}
            loading={redeem.isPending}
            disabled={quantity === null || onDay === null}
          >
            {t('partner.redeem.submit')}
          </Button>
        </Group>
        <ErrorNote error={rest} />
      </Stack>
    </form>
  );
}

/** Refusals that stand beside the field which they are about. */
const refusedAt = {
  'partner-over-balance': 'quantity',
  'partner-card-expired': 'onDay',
  'partner-card-before-issue': 'onDay',
  'partner-card-before-opening': 'onDay',
  'partner-receipt-taken': 'receiptKey',
  'partner-receipt-reversed': 'receiptKey',
};

/** 流水 newest first; a manager takes an issue or a redemption back. */
function Entries({ view }: { readonly view: CardView }): ReactNode {
  const texts = useTexts();
  const { t, day, month } = texts;
  const { may } = useSession();
  const reverse = useReverseEntry();
  const [asked, setAsked] = useState<CardEntry | null>(null);
  const mayReverse = ({ kind, quantity, reversedById }: CardEntry): boolean =>
    may('partner.reverse') &&
    reversedById === null &&
    // What is over cannot come back; what was put on a card only while it is as it came.
    (kind === 'redeem'
      ? view.state !== 'expired'
      : (kind === 'issue' || kind === 'opening') && view.state !== 'expired' && view.balance === quantity);
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('partner.entries')}>
      <Title order={2} size="h4" mb={4}>
        {t('partner.entries')}
      </Title>
      <PlainTable
        label={t('partner.entries')}
        columns={[
          { title: t('partner.entryColumns.day') },
          { title: t('partner.entryColumns.kind') },
          { title: t('partner.entryColumns.change'), right: true },
          { title: t('partner.entryColumns.after'), right: true },
          { title: t('partner.entryColumns.month') },
          { title: t('partner.entryColumns.receipt') },
          { title: t('partner.entryColumns.person') },
          { title: '' },
        ]}
        rows={view.entries.map((entry) => ({
          key: entry.id,
          cells: [
            day(entry.onDay),
            <>
              {entryText(entry, texts)}
              {entry.reversedById === null ? null : (
                <Text size="xs" c="dimmed">
                  {t('partner.reversedBy')}
                </Text>
              )}
            </>,
            quantityText(view.unit, entry.quantity, texts),
            quantityText(view.unit, entry.after, texts),
            <>
              {month(entry.month)}
              {entry.late ? (
                <Text size="xs" c="dimmed">
                  {t('partner.settle.late')}
                </Text>
              ) : null}
            </>,
            entry.receiptKey ?? entry.note ?? '',
            entry.personName,
            mayReverse(entry) ? (
              <Button
                key="reverse"
                size="compact-xs"
                variant="subtle"
                color="red"
                onClick={() => setAsked(entry)}
              >
                {t('partner.reverse')}
              </Button>
            ) : null,
          ],
        }))}
      />
      {asked ? (
        <ReasonDialog
          title={t('partner.reverseTitle', { kind: entryText(asked, texts) })}
          sentence={t('partner.reverseSentence')}
          label={t('partner.reason')}
          maxLength={200}
          confirm={t('partner.reverse')}
          color="red"
          busy={reverse.isPending}
          error={reverse.error}
          onClose={() => {
            setAsked(null);
            reverse.reset();
          }}
          onConfirm={(reason) =>
            reverse.mutate(
              { entryId: asked.id, reason },
              {
                onSuccess: () => {
                  setAsked(null);
                  notifications.show({ message: t('partner.reversed'), color: 'green' });
                },
              },
            )
          }
        />
      ) : null}
    </section>
  );
}
