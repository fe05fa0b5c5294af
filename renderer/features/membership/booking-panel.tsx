import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import {
  bonusOf,
  countedOf,
  pointsOf,
  type DesignContent,
  type PackageOffer,
  type Tier,
} from '#shared/features/membership/membership.content.ts';
import type { MemberView } from '#shared/features/membership/membership-views.ts';
import { feeStart, lastDayOf } from '#shared/features/membership/membership-offer.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import type { TypingProblem } from '#renderer/components/fields/field-props.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { BookingFields } from './booking-fields.tsx';
import { actionsOf, emptyBooking, missingOf, offersOf, type Booking } from './booking-typed.ts';
import { ownReceiptKey } from './membership-words.ts';
import { useDesign } from './membership.queries.ts';
import { useSend } from './use-send.ts';
import classes from './membership.module.css';

/** Refusals that stand beside the field which they are about; limits beside the amount, whatever it is called. */
const refusedAt: Readonly<Record<string, string>> = {
  'membership-points-short': 'points',
  'membership-above-limit-points': 'points',
  'membership-money-short': 'amountFen',
  'membership-above-limit': 'paidFen',
  'membership-receipt-taken': 'receiptKey',
  'membership-expires-before': 'expiresOn',
  'membership-pass-without-end': 'expiresOn',
  'membership-tier-not-sold': 'offer',
  'membership-package-not-sold': 'offer',
  'membership-price-changed': 'offer',
  'membership-goods-without-points': 'goods',
};

/** 记账: the action is chosen once, then an amount and Enter; the receipt keeps it from being posted twice. */
export function BookingPanel({ view }: { readonly view: MemberView }): ReactNode {
  const texts = useTexts();
  const { t, issue, error: sentence } = texts;
  const { today } = useSession();
  const [typed, setTyped] = useState<Booking>({ ...emptyBooking, action: 'earn' });
  const form = useRef<HTMLFormElement>(null);
  // Kept while the same posting may be tried again; a new one for the next.
  const [ownKey, setOwnKey] = useState(ownReceiptKey);
  const { send, isPending, error, reset } = useSend();
  const design = useDesign().data?.content;
  const unread = useUnread();
  // Empty fields are named once somebody has tried to post.
  const [tried, setTried] = useState(false);
  const missing = tried ? missingOf(typed) : [];
  const actions = actionsOf(design);
  const offers = offersOf(design, typed.action);
  const offer = offers.find(({ name }) => name === typed.offer) ?? offers[0];
  const toAmount = (): void =>
    form.current?.querySelector<HTMLElement>('[data-first] input, [data-first] select')?.focus();
  const set = <Name extends keyof Booking>(name: Name, value: Booking[Name]): void =>
    setTyped((now) => ({ ...now, [name]: value }));
  const failure = error ? errorData(error) : undefined;
  const problem = (field: string): string | undefined => {
    const typing = unread.problems[field];
    if (typing !== undefined)
      return field === 'points' ? issue({ field, issue: 'membership-whole-points' }) : t(`form.${typing}`);
    if (missing.includes(field)) return issue({ field, issue: 'required' });
    if (failure?.code === 'rule-violated')
      return refusedAt[failure.reason] === field ? sentence(failure) : undefined;
    const found =
      failure?.code === 'invalid-input' ? failure.issues.find((one) => one.field === field) : undefined;
    return found && issue(found);
  };
  const stands = failure?.code === 'rule-violated' && failure.reason in refusedAt;
  const submit = (): void => {
    if (isPending || unread.isAny(form.current)) return;
    flushSync(() => setTried(true));
    if (missingOf(typed).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const head = {
      id: view.id,
      receiptKey: typed.receipt.trim() || ownKey,
      note: typed.note.trim() || null,
    };
    send(typed, head, offer, ({ repeated }) => {
      notifications.show({
        message: t(repeated ? 'membership.repeated' : 'membership.posted'),
        color: repeated ? 'orange' : 'green',
      });
      setTyped({ ...emptyBooking, action: typed.action });
      setTried(false);
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
            unread.clear();
            setTried(false);
            setTyped({ ...emptyBooking, receipt: typed.receipt, action });
          }}
        />
        <Text size="xs" c="dimmed">
          {[hintOf({ typed, view, design, offer, today }, texts), t('membership.keys')]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </Text>
      </Group>
      <Group gap="xs" align="flex-start" mt="xs">
        <BookingFields
          typed={typed}
          set={set}
          problem={problem}
          onProblem={unread.tell}
          design={design}
          offer={offer}
          choosesGoods={
            design !== undefined && new Set(Object.values(design.goods).map((one) => one.pointsBp)).size > 1
          }
        />
        <TextInput
          label={t('membership.receipt')}
          w={200}
          value={typed.receipt}
          maxLength={60}
          error={problem('receiptKey')}
          onChange={(event) => set('receipt', event.currentTarget.value)}
        />
        <TextInput
          label={t('membership.note')}
          w={180}
          value={typed.note}
          maxLength={200}
          onChange={(event) => set('note', event.currentTarget.value)}
        />
        <Button type="submit" mt={22} loading={isPending}>
          {t('membership.post')}
        </Button>
      </Group>
      {stands || failure?.code === 'invalid-input' ? null : <ErrorNote error={error} />}
    </form>
  );
}

/** What was typed and is no value, by field: a field tells it when it is left, and Enter does not leave it by itself. */
function useUnread() {
  const [problems, setProblems] = useState<Readonly<Record<string, TypingProblem | undefined>>>({});
  const now = useRef(problems);
  return {
    problems,
    tell(field: string, problem: TypingProblem | undefined): void {
      now.current = { ...now.current, [field]: problem };
      setProblems(now.current);
    },
    clear(): void {
      now.current = {};
      setProblems(now.current);
    },
    isAny(form: HTMLFormElement | null): boolean {
      const at = document.activeElement;
      if (at instanceof HTMLInputElement && form?.contains(at)) {
        at.blur();
        at.focus();
      }
      return Object.values(now.current).some((problem) => problem !== undefined);
    },
  };
}

type Told = ReturnType<typeof useTexts>;

function hintOf(
  {
    typed,
    view,
    design,
    offer,
    today,
  }: {
    readonly typed: Booking;
    readonly view: MemberView;
    readonly design: DesignContent | undefined;
    readonly offer: Tier | PackageOffer | undefined;
    readonly today: string;
  },
  { t, money, day }: Told,
): string | undefined {
  const { action, fen, points, goods } = typed;
  const { usable, pointFen, pointsPer100, tier } = view;
  switch (action) {
    case 'earn':
      return t('membership.earnHint', {
        points: pointsOf(design ? countedOf(design, { [goods]: fen ?? 0 }).countedFen : (fen ?? 0), {
          pointsPer100,
        }),
        tier,
      });
    case 'redeem':
      return t('membership.redeemHint', { money: money((points ?? 0) * pointFen), balance: usable.points });
    case 'pay':
      return t('membership.payHint', { money: money(usable.principalFen + usable.bonusFen) });
    case 'topUp': {
      const bonus = design ? bonusOf(design, fen ?? 0) : 0;
      return t('membership.topUpHint', { bonus: money(bonus), total: money((fen ?? 0) + bonus) });
    }
    case 'fee': {
      if (!offer || !('priceMonths' in offer)) return undefined;
      const from = feeStart(view.lots, offer.name, today);
      const placeOf = (name: string): number => design?.tiers.findIndex((one) => one.name === name) ?? -1;
      return [
        t('membership.feeHint', {
          tier: offer.name,
          from: day(from),
          to: day(lastDayOf(from, offer.priceMonths)),
        }),
        ...(from === today && placeOf(tier) >= placeOf(offer.name) ? [t('membership.feeHad', { tier })] : []),
      ].join(' · ');
    }
    case 'package':
      return offer && 'times' in offer
        ? t('membership.packageHint', {
            each: money(Math.floor(offer.priceFen / offer.times)),
            unit: money(offer.unitFen),
          })
        : undefined;
    default:
      return undefined;
  }
}
