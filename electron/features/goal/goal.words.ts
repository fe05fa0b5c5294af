import type { GoalRefusal } from '#shared/features/goal/goal-edit.rules.ts';
import type { GoalUnit } from '#shared/features/goal/goal-indicator.ts';
import {
  dayPeriod,
  monthPeriod,
  quarterPeriod,
  type MonthSpan,
} from '#shared/features/goal/goal-period.rules.ts';
import type { GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { periodWords } from '#shared/features/goal/goal-words.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { FieldIssue } from '#shared/rpc/desk-error.ts';
import { createTexts, textAt } from '#shared/text/texts.ts';

/** The period of a span of a year. */
export const periodOf = (year: number, { from, to }: MonthSpan): string =>
  to - from === 12
    ? String(year)
    : to - from === 3
      ? quarterPeriod(year, Math.floor(from / 3))
      : monthPeriod(year, from);

/** The name of a row for people. */
export function rowName(row: GoalRow | undefined, language: Language): string {
  const texts = createTexts(language);
  if (!row || row.kind === 'store') return texts.t('goal.store');
  if (row.facet?.kind === 'channel') return textAt(texts, `record.order.choices.channel.${row.name}`);
  return row.name;
}

/** A refusal as the issue of a field: where, and what would be possible. */
export function refusalIssue(
  field: string,
  { reason, at, limit }: GoalRefusal,
  about: {
    readonly rows: readonly GoalRow[];
    readonly year: number;
    readonly unit: GoalUnit;
    readonly language: Language;
  },
): FieldIssue {
  const { rows, year, unit, language } = about;
  const amount = limit === null ? '' : unit === 'fen' ? formatMoney(limit) : limit.toLocaleString('en-US');
  return {
    field,
    issue: reason,
    params: {
      where: `${rowName(rows[at.row], language)} ${periodWords(at.days ? dayPeriod(year, at.days) : periodOf(year, at.span), language)}`,
      limit: amount,
    },
  };
}
