import { goalIndicatorName, type GoalUnit } from '#shared/features/goal/goal-indicator.ts';
import type { PlanContent } from '#shared/features/plan/plan.contract.ts';
import type { Payback } from '#shared/features/plan/plan.rules.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { PrintCell } from '#shared/kernel/print-document.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { counted, filled } from '#shared/text/filled.ts';
import { planText } from '#shared/text/plan.text.ts';
import { percent } from '../meeting/meeting.paper.ts';

export type Unit = GoalUnit;

/** Words and number forms of the printed plan. */
export function paper(language: Language, people: PlanContent['people']) {
  const text = planText[language];
  const amount = (value: number, unit: Unit): string =>
    unit === 'fen'
      ? formatMoney(value)
      : unit === 'rate'
        ? percent(value)
        : unit === 'hundredths'
          ? numberShown(value / 100, 2, true)
          : numberShown(value, 0, true);
  const known = (value: number | null, unit: Unit): PrintCell =>
    value === null ? { missing: true } : amount(value, unit);
  return {
    language,
    text,
    fill: filled,
    amount,
    /** A figure; what nobody supplied is never 0. */
    known,
    /** A figure that a person left open. */
    open: (value: number | null, unit: Unit): string => (value === null ? '' : amount(value, unit)),
    rate: (basisPoints: number | null): PrintCell =>
      basisPoints === null ? { text: '—', tone: 'muted' } : percent(basisPoints),
    day: (value: string | null): string => (value === null ? '' : formatDay(value, language)),
    /** Name of an indicator, as goals call it. */
    indicator: (key: string): string => goalIndicatorName(key, language),
    person: (id: number | null): string => (id === null ? '' : (people[String(id)] ?? '')),
    payback: (payback: Payback): PrintCell =>
      payback.kind === 'months'
        ? counted(text.payback, 'months', { count: payback.months })
        : { text: text.payback[payback.kind], tone: 'warning' },
    month: (index: number): string => filled(text.book.monthShort, { month: index + 1 }),
  } as const;
}

export type PlanPaper = ReturnType<typeof paper>;
