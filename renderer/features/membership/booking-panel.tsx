import { Button, Group, NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type ReactNode } from 'react';
import { bonusOf, pointsOf, type DesignContent } from '#shared/features/membership/membership.content.ts';
import type { MemberView, Posted } from '#shared/features/membership/membership.contract.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { ownReceiptKey } from './membership-words.ts';
import { useDesign, useEarn, useGrant, useIssue, usePay, useRedeem, useTopUp } from './membership.queries.ts';
import classes from './membership.module.css';

const actions = ['earn', 'redeem', 'pay', 'topUp', 'issue', 'grant'] as const;
type Action = (typeof actions)[number];
const issued = ['voucher', 'package', 'pass'] as const;

type Typed = {
  readonly action: Action;
  /** Money of sale, payment or top-up; price of what is issued. */
  readonly fen: number | null;
  readonly listFen: number | null;
  readonly points: number | null;
  readonly account: (typeof issued)[number];
  readonly name: string;
  readonly times: number | null;
  readonly unitFen: number | null;
  readonly expiresOn: string | null;
  readonly receipt: string;
  readonly note: string;
};
const empty: Omit<Typed, 'action'> = {
  fen: null,
  listFen: null,
  points: null,
  account: 'voucher',
  name: '',
  times: 1,
  unitFen: null,
  expiresOn: null,
  receipt: '',
  note: '',
};

/** 记账: the action is chosen once, then an amount and Enter; the receipt keeps it from being posted twice. */
export function BookingPanel({ view }: { readonly view: MemberView }): ReactNode {
  const { t, issue, money } = useTexts();
  const [typed, setTyped] = useState<Typed>({ ...empty, action: 'earn' });
  const form = useRef<HTMLFormElement>(null);
  // Kept while the same posting may be tried again; a new one for the next.
  const [ownKey, setOwnKey] = useState(ownReceiptKey);
  const { send, isPending, error, reset } = useSend();
  const design = useDesign().data?.content;
  const toAmount = (): void => form.current?.querySelector<HTMLInputElement>('[data-first] input')?.focus();
  const set = (change: Partial<Typed>): void => setTyped((now) => ({ ...now, ...change }));
  const failure = error ? errorData(error) : undefined;
  const problem = (field: string): string | undefined => {
    const found =
      failure?.code === 'invalid-input' ? failure.issues.find((one) => one.field === field) : undefined;
    return found && issue(found);
  };
  const submit = (): void => {
    if (isPending || !isReady(typed)) return;
    const head = {
      id: view.id,
      receiptKey: typed.receipt.trim() || ownKey,
      note: typed.note.trim() || null,
    };
    send(typed, head, ({ repeated }) => {
      notifications.show({
        message: t(repeated ? 'membership.repeated' : 'membership.posted'),
        color: repeated ? 'orange' : 'green',
      });
      setTyped({ ...empty, action: typed.action });
      setOwnKey(ownReceiptKey());
      toAmount();
    });
  };
  useShortcut('F2', toAmount);
  return (
    <form
      ref={form}
      className={`sheet ${classes.part}`}
      aria-label={t('membership.post')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Group gap="xs">
        <SegmentedControl
          size="xs"
          value={typed.action}
          aria-label={t('membership.post')}
          data={actions.map((value) => ({ value, label: t(`membership.actions.${value}`) }))}
          onChange={(value) => {
            const action = actions.find((one) => one === value);
            if (!action) return;
            reset();
            setTyped({ ...empty, receipt: typed.receipt, action });
          }}
        />
        <Text size="xs" c="dimmed">
          {[hintOf({ typed, view, design }, t, money), t('membership.keys')]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </Text>
      </Group>
      <Group gap="xs" align="flex-start" mt="xs">
        <Amounts typed={typed} set={set} problem={problem} />
        <TextInput
          label={t('membership.receipt')}
          w={200}
          value={typed.receipt}
          maxLength={60}
          error={problem('receiptKey')}
          onChange={(event) => set({ receipt: event.currentTarget.value })}
        />
        <TextInput
          label={t('membership.note')}
          w={180}
          value={typed.note}
          maxLength={200}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <Button type="submit" mt={22} loading={isPending} disabled={!isReady(typed)}>
          {t('membership.post')}
        </Button>
      </Group>
      <ErrorNote error={error} />
    </form>
  );
}

/** Whether everything that an action needs was given; whether it may be is for the core to say. */
function isReady({ action, fen, points, name, times, unitFen, account, expiresOn }: Typed): boolean {
  if (action === 'redeem' || action === 'grant') return points !== null;
  if (action !== 'issue') return fen !== null;
  return (
    name.trim() !== '' && times !== null && unitFen !== null && (account !== 'pass' || expiresOn !== null)
  );
}

function Amounts(props: {
  readonly typed: Typed;
  readonly set: (change: Partial<Typed>) => void;
  readonly problem: (field: string) => string | undefined;
}): ReactNode {
  const { typed, set, problem } = props;
  const { t } = useTexts();
  const { action } = typed;
  if (action === 'issue') return <IssueFields {...props} />;
  const takesPoints = action === 'redeem' || action === 'grant';
  return (
    <>
      <div data-first>
        {takesPoints ? (
          <NumberField
            key={action}
            label={t(action === 'redeem' ? 'membership.pointsToUse' : 'membership.pointsToGive')}
            value={typed.points}
            error={problem('points')}
            onChange={(points) => set({ points })}
          />
        ) : (
          <MoneyField
            key={action}
            label={t(amountLabel[action])}
            value={typed.fen}
            error={problem('saleFen') ?? problem('amountFen') ?? problem('paidFen')}
            onChange={(fen) => set({ fen })}
          />
        )}
      </div>
      {action === 'earn' || action === 'pay' ? (
        <MoneyField
          label={t('membership.listFen')}
          value={typed.listFen}
          error={problem('listFen')}
          onChange={(listFen) => set({ listFen })}
        />
      ) : null}
    </>
  );
}

const amountLabel = {
  earn: 'membership.saleFen',
  pay: 'membership.amountFen',
  topUp: 'membership.paidFen',
} as const;

type Told = ReturnType<typeof useTexts>;

function hintOf(
  {
    typed,
    view,
    design,
  }: { readonly typed: Typed; readonly view: MemberView; readonly design: DesignContent | undefined },
  t: Told['t'],
  money: Told['money'],
): string | undefined {
  const { action, fen, points } = typed;
  const { usable, pointFen, pointsPer100, tier } = view;
  switch (action) {
    case 'earn':
      return t('membership.earnHint', { points: pointsOf(fen ?? 0, { pointsPer100 }), tier });
    case 'redeem':
      return t('membership.redeemHint', { money: money((points ?? 0) * pointFen), balance: usable.points });
    case 'pay':
      return t('membership.payHint', { money: money(usable.principalFen + usable.bonusFen) });
    case 'topUp': {
      const bonus = design ? bonusOf(design, fen ?? 0) : 0;
      return t('membership.topUpHint', { bonus: money(bonus), total: money((fen ?? 0) + bonus) });
    }
    default:
      return undefined;
  }
}

function IssueFields(props: {
  readonly typed: Typed;
  readonly set: (change: Partial<Typed>) => void;
  readonly problem: (field: string) => string | undefined;
}): ReactNode {
  const { typed, set, problem } = props;
  const { t } = useTexts();
  return (
    <>
      <NativeSelect
        label={t('membership.issueKind')}
        w={110}
        value={typed.account}
        data={issued.map((value) => ({ value, label: t(`membership.accounts.${value}`) }))}
        onChange={(event) => {
          const account = issued.find((one) => one === event.currentTarget.value);
          if (account) set({ account });
        }}
      />
      <div data-first>
        <TextInput
          label={t('membership.issueName')}
          w={150}
          value={typed.name}
          maxLength={40}
          error={problem('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </div>
      {typed.account === 'pass' ? null : (
        <NumberField
          label={t('membership.issueTimes')}
          value={typed.times}
          error={problem('times')}
          onChange={(times) => set({ times })}
        />
      )}
      <MoneyField
        label={t('membership.issuePaid')}
        value={typed.fen}
        error={problem('paidFen')}
        onChange={(fen) => set({ fen })}
      />
      <MoneyField
        label={t('membership.issueUnit')}
        value={typed.unitFen}
        error={problem('unitFen')}
        onChange={(unitFen) => set({ unitFen })}
      />
      <DayInput
        label={t('membership.issueExpires')}
        w={150}
        value={typed.expiresOn}
        error={problem('expiresOn')}
        onChange={(expiresOn) => set({ expiresOn })}
      />
    </>
  );
}

type Head = { readonly id: number; readonly receiptKey: string; readonly note: string | null };

/** One way to send whatever was chosen. */
function useSend() {
  const [earn, grant, redeem, topUp, pay, issue] = [
    useEarn(),
    useGrant(),
    useRedeem(),
    useTopUp(),
    usePay(),
    useIssue(),
  ];
  const all = [earn, grant, redeem, topUp, pay, issue];
  return {
    isPending: all.some((one) => one.isPending),
    error: all.find((one) => one.error)?.error ?? null,
    reset: () => {
      for (const one of all) one.reset();
    },
    send(typed: Typed, head: Head, onSuccess: (posted: Posted) => void): void {
      for (const one of all) one.reset();
      const { action, listFen } = typed;
      const fen = typed.fen ?? 0;
      const points = typed.points ?? 0;
      switch (action) {
        case 'earn':
          return earn.mutate({ ...head, saleFen: fen, listFen }, { onSuccess });
        case 'grant':
          return grant.mutate({ ...head, points }, { onSuccess });
        case 'redeem':
          return redeem.mutate({ ...head, points }, { onSuccess });
        case 'topUp':
          return topUp.mutate({ ...head, paidFen: fen }, { onSuccess });
        case 'pay':
          return pay.mutate({ ...head, amountFen: fen, listFen }, { onSuccess });
        case 'issue':
          return issue.mutate(
            {
              ...head,
              account: typed.account,
              name: typed.name,
              times: typed.account === 'pass' ? 1 : (typed.times ?? 1),
              paidFen: fen,
              unitFen: typed.unitFen ?? 0,
              expiresOn: typed.expiresOn,
            },
            { onSuccess },
          );
      }
    },
  };
}
