import type { EntryState, IndicatorValue, Who } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import { periodKindOf, periodSpan } from '#shared/features/indicator/indicator-period.rules.ts';
import type { Drill } from '#shared/features/meeting/meeting.pack.ts';
import type { Day } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, type Month } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** 填报 figures typed by hand, as they stand. */
export type StoredEntry = EntryState & { readonly period: string; readonly value: number };
export type Entries = ReadonlyMap<string, StoredEntry>;

/** All entries of an indicator for somebody, by period. */
export async function readEntries(reader: Reader | Writer, key: string, who: Who): Promise<Entries> {
  const rows = await reader
    .selectFrom('indicatorEntry')
    .innerJoin('person', 'person.id', 'indicatorEntry.enteredById')
    .select([
      'indicatorEntry.id',
      'indicatorEntry.version',
      'indicatorEntry.period',
      'indicatorEntry.value',
      'indicatorEntry.note',
      'indicatorEntry.enteredOn',
      'indicatorEntry.late',
      'person.name as enteredByName',
    ])
    .where('indicatorEntry.removedAt', 'is', null)
    .where('indicatorEntry.indicator', '=', key)
    .where('indicatorEntry.level', '=', who.level)
    .where('indicatorEntry.departmentId', who.departmentId === null ? 'is' : '=', who.departmentId)
    .where('indicatorEntry.personId', who.personId === null ? 'is' : '=', who.personId)
    .execute();
  return new Map(rows.map((row) => [row.period, { ...row, late: row.late === 1 }]));
}

/** Months of a longer period that lie before or hold a day. */
export function monthsUpTo(period: string, today: Day): readonly Month[] {
  const { first, last } = periodSpan(period);
  const months: Month[] = [];
  for (
    let month = monthOf(first);
    month <= monthOf(last < today ? last : today);
    month = addMonthsTo(month, 1)
  )
    months.push(month);
  return months;
}

const entryDrill = (key: string, periods: readonly string[], who: Who): Drill => ({
  feature: 'indicatorEntry',
  measure: 'rows',
  filters: [
    { field: 'indicator', operator: 'is', value: key },
    { field: 'period', operator: 'oneOf', value: [...periods] },
    { field: 'level', operator: 'is', value: who.level },
    ...(who.departmentId === null ? [] : [{ field: 'departmentId', operator: 'is', value: who.departmentId } as const]),
    ...(who.personId === null ? [] : [{ field: 'personId', operator: 'is', value: who.personId } as const]),
  ],
}); // prettier-ignore

const told = (key: string, value: number, periods: readonly string[], who: Who): IndicatorValue => ({
  value,
  missing: null,
  about: null,
  behind: [{ key, value, drill: entryDrill(key, periods, who), hasRows: false }],
});

const untold = (key: string): IndicatorValue => ({
  value: null,
  missing: 'not-entered',
  about: key,
  behind: [],
});

/** A sum over months: each month that has ended must be told; the running one counts where it is. */
export function sumOfMonths(
  key: string,
  entries: Entries,
  months: readonly Month[],
  who: Who,
  today: Day,
): IndicatorValue {
  const found = months.flatMap((month) => entries.get(month) ?? []);
  const asked = months.filter((month) => monthDays(month).last < today);
  if (found.length === 0 || asked.some((month) => !entries.has(month))) return untold(key);
  const value = found.reduce((total, entry) => total + entry.value, 0);
  return told(key, value, found.map(({ period }) => period), who); // prettier-ignore
}

/**
 * A figure typed by hand: the entry of the period itself; else, of a quarter or year, the sum of its months, or for a state
 * that of its latest told month.
 */
export function typedValue(
  { key, working }: Pick<IndicatorDefinition, 'key' | 'working'>,
  entries: Entries,
  period: string,
  who: Who,
  today: Day,
): IndicatorValue {
  const exact = entries.get(period);
  if (exact) return told(key, exact.value, [period], who);
  const kind = periodKindOf(period);
  if (periodSpan(period).first > today) return { ...untold(key), missing: 'not-begun' };
  if (kind !== 'quarter' && kind !== 'year') return untold(key);
  const months = monthsUpTo(period, today);
  if (working.kind === 'typed' && working.of === 'state') {
    const latest = months.findLast((month) => entries.has(month));
    const entry = latest === undefined ? undefined : entries.get(latest);
    return entry ? told(key, entry.value, [entry.period], who) : untold(key);
  }
  return sumOfMonths(key, entries, months, who, today);
}

/** So many months up to the end of a period, as far as they have come. */
export function monthsTrailing(period: string, count: number, today: Day): readonly Month[] {
  const { last } = periodSpan(period);
  const end = monthOf(last < today ? last : today);
  return Array.from({ length: count }, (_, at) => addMonthsTo(end, at + 1 - count));
}
