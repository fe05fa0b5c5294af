import { monthAddresses } from '#shared/features/import/kinds/indicator-entry.columns.ts';
import type { IndicatorUnit } from '#shared/features/indicator/indicator.exact.ts';
import { shippedIndicators } from '#shared/features/indicator/indicator.library.ts';
import { entryDueOn, periodKindOf, periodSpan } from '#shared/features/indicator/indicator-period.rules.ts';
import {
  figureOfCell,
  figureToType,
  periodTyped,
  type TypedPeriod,
} from '#shared/features/indicator/indicator-typing.rules.ts';
import { twoDigits, type Day } from '#shared/kernel/day.ts';
import { holdsOn } from '../../../indicator/indicator.library.ts';
import { put, text, type Apply, type Given, type RowContext } from '../row-context.ts';
import { RowRefused, type Written } from '../row-writer.ts';

const byName = new Map(
  [...shippedIndicators.values()].flatMap((definition) =>
    [definition.key, ...Object.values(definition.name)].map(
      (name) => [name.toLowerCase(), definition] as const,
    ),
  ),
);

type Typed = { readonly key: string; readonly unit: IndicatorUnit };

/** The indicator typed by hand that a row names, by the definition that holds on a day. */
function indicatorOf(row: RowContext, name: string, day: Day): Typed {
  const shipped = byName.get(name.toLowerCase());
  if (shipped) {
    if (shipped.working.kind !== 'typed') throw new RowRefused('entry-not-typed', 'lookup.indicator');
    return shipped;
  }
  const own = (['name', 'nameEn', 'key'] as const)
    .flatMap((field) => row.lookups.find('indicator', [[field, name]], 50))
    .find(({ validFrom, validTo }) => holdsOn({ validFrom: String(validFrom), validTo: text(validTo) }, day));
  if (!own) throw new RowRefused('entry-no-indicator', 'lookup.indicator');
  if (own['way'] === 'formula') throw new RowRefused('entry-not-typed', 'lookup.indicator');
  // Both are written through the field table only.
  return { key: String(own['key']), unit: own['unit'] as IndicatorUnit };
}

function whoOf(row: RowContext): Given {
  const [department, person] = [
    text(row.values.get('lookup.department')),
    text(row.values.get('lookup.person')),
  ];
  if (person !== null) {
    const found = row.lookups.person(person);
    if (typeof found !== 'number') throw new RowRefused(found, 'lookup.person');
    return { level: 'person', departmentId: null, personId: found };
  }
  if (department === null) return { level: 'store', departmentId: null, personId: null };
  const [found, second] = row.lookups.find('department', [['name', department]], 2);
  if (!found || second) throw new RowRefused('entry-no-department', 'lookup.department');
  return { level: 'department', departmentId: found.id, personId: null };
}

function yearOfRow(row: RowContext): number | undefined {
  const named = text(row.values.get('lookup.year'))?.replace(/年度?$/u, '');
  if (named === undefined) return undefined;
  if (!/^\d{4}$/u.test(named)) throw new RowRefused('not-a-period', 'lookup.year');
  return Number(named);
}

const periodColumns = [
  ['lookup.figureDay', 'day'],
  ['lookup.figureWeek', 'week'],
  ['lookup.figureMonth', 'month'],
  ['lookup.period', undefined],
] as const;

/** The period that a row is about, and where it says so. */
function periodOf(
  row: RowContext,
  year: number | undefined,
): { readonly at: string; readonly period: string } {
  for (const [at, as] of periodColumns) {
    const typed = text(row.values.get(at));
    if (typed === null) continue;
    const found: TypedPeriod = periodTyped(typed, as, year);
    if ('problem' in found) throw new RowRefused(found.problem, at);
    return { at, period: found.period };
  }
  throw new RowRefused('required', 'lookup.period');
}

/** What a preview tells of a figure that changes: in its unit, not in stored steps. */
const inUnit = (written: Written, unit: IndicatorUnit): Written => ({
  ...written,
  changes: written.changes.map((change) =>
    change.field === 'value'
      ? { ...change, before: inWords(change.before, unit), after: inWords(change.after, unit) }
      : change,
  ),
});
const inWords = (value: string | number | null, unit: IndicatorUnit): string | null =>
  value === null ? null : figureToType(Number(value), unit);

/** One figure of a row: the entry of its indicator, period and level, new or corrected. */
function putFigure(
  row: RowContext,
  who: Given,
  place: { readonly at: string; readonly period: string },
  figure: { readonly at: string; readonly text: string },
): Written {
  const { period } = place;
  const { first, last } = periodSpan(period);
  if (first > row.today) throw new RowRefused('entry-future', place.at);
  const { key, unit } = indicatorOf(row, text(row.values.get('lookup.indicator')) ?? '', last);
  const read = figureOfCell(figure.text, unit);
  if ('problem' in read) throw new RowRefused(read.problem, figure.at);
  const about: Given = { indicator: key, period, ...who };
  const [before] = row.lookups.find('indicatorEntry', Object.entries(about), 1);
  const note = text(row.values.get('indicatorEntry.note'));
  const told = { value: read.value, ...(note === null ? {} : { note }) };
  if (before) return inUnit(put(row, 'indicatorEntry', before, told), unit);
  const written = put(row, 'indicatorEntry', undefined, {
    ...about,
    ...told,
    periodKind: periodKindOf(period) ?? 'day',
    enteredOn: row.today,
    enteredById: row.personId,
    late: Number(row.today > entryDueOn(period, row.calendar())),
  });
  return inUnit(written, unit);
}

/** Figures typed by hand of a file: what a person could enter, by the same rules. */
export const applyIndicatorEntry: Apply = (row) => {
  if (row.personId === null) throw new RowRefused('entry-needs-person', null);
  if (!row.values.has('lookup.indicator')) throw new RowRefused('required', 'lookup.indicator');
  const [who, year] = [whoOf(row), yearOfRow(row)];
  const written: Written[] = [];
  for (const [at, address] of monthAddresses.entries()) {
    const typed = text(row.values.get(address));
    if (typed === null) continue;
    if (year === undefined) throw new RowRefused('entry-year-missing', address);
    const period = `${String(year).padStart(4, '0')}-${twoDigits(at + 1)}`;
    written.push(putFigure(row, who, { at: address, period }, { at: address, text: typed }));
  }
  const figure = text(row.values.get('lookup.figure'));
  if (figure !== null)
    written.push(putFigure(row, who, periodOf(row, year), { at: 'lookup.figure', text: figure }));
  if (written.length === 0) throw new RowRefused('required', 'lookup.figure');
  return written;
};
