import { addDays, partsOfDay, type Day } from '#shared/kernel/day.ts';
import type { Field } from '#shared/kernel/field.ts';
import { addMonthsTo, monthDays, monthOf, weekDays, weekOf, type DaySpan } from '#shared/kernel/period.ts';
import type { ListFilter } from '#shared/rpc/record.contract.ts';

/** Filters of a list: at most one question per field, which may be a range of two filters. */

export const dayPresets = ['today', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'thisYear'] as const;
export type DayPreset = (typeof dayPresets)[number];

export const presetValue = (preset: DayPreset): string => `@${preset}`;

/** The preset that a filter's value names, if it does. */
export const presetOf = (value: unknown): DayPreset | undefined =>
  typeof value === 'string' && value.startsWith('@')
    ? dayPresets.find((preset) => `@${preset}` === value)
    : undefined;

const spans: Readonly<Record<DayPreset, (today: Day) => DaySpan>> = {
  today: (today) => ({ first: today, last: today }),
  thisWeek: (today) => weekDays(weekOf(today)),
  lastWeek: (today) => weekDays(weekOf(addDays(today, -7))),
  thisMonth: (today) => monthDays(monthOf(today)),
  lastMonth: (today) => monthDays(addMonthsTo(monthOf(today), -1)),
  thisYear: (today) => {
    const year = String(partsOfDay(today).year).padStart(4, '0');
    return { first: `${year}-01-01`, last: `${year}-12-31` };
  },
};

/** First and last day of a preset. */
export const presetSpan = (preset: DayPreset, today: Day): DaySpan => spans[preset](today);

/** Filters as the core understands them: presets become days, filters without a value where one is needed fall away. */
export function resolveFilters(filters: readonly ListFilter[], today: Day): ListFilter[] {
  return filters.flatMap((filter): ListFilter[] => {
    const { field, operator, value } = filter;
    if (operator === 'empty' || operator === 'filled') return [{ field, operator }];
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    const preset = presetOf(value);
    if (!preset) return [filter];
    const { first, last } = presetSpan(preset, today);
    return [
      { field, operator: 'from', value: first },
      { field, operator: 'to', value: last },
    ];
  });
}

export const filtersOfField = (filters: readonly ListFilter[], field: string): ListFilter[] =>
  filters.filter((filter) => filter.field === field);

/** Puts a field's new question in the place of its old one, or at the end; an empty one takes it away. */
export function withFilters(
  filters: readonly ListFilter[],
  field: string,
  next: readonly ListFilter[],
): ListFilter[] {
  const at = filters.findIndex((filter) => filter.field === field);
  const others = filters.filter((filter) => filter.field !== field);
  const place = at === -1 ? others.length : filters.slice(0, at).filter((f) => f.field !== field).length;
  return [...others.slice(0, place), ...next, ...others.slice(place)];
}

/** Names of the fields that are asked about, in order. */
export const filteredFields = (filters: readonly ListFilter[]): string[] => [
  ...new Set(filters.map((filter) => filter.field)),
];

/** A range; an open end is undefined. */
export function rangeFilters(
  field: string,
  from: string | number | undefined,
  to: string | number | undefined,
): ListFilter[] {
  return [
    ...(from === undefined ? [] : [{ field, operator: 'from' as const, value: from }]),
    ...(to === undefined ? [] : [{ field, operator: 'to' as const, value: to }]),
  ];
}

export type FilterWay = 'days' | 'months' | 'instants' | 'range' | 'choices' | 'records' | 'flag' | 'text';

/** How a kind of field is asked about. */
export function filterWay(field: Field): FilterWay {
  switch (field.kind) {
    case 'day':
      return 'days';
    case 'month':
      return 'months';
    case 'instant':
      return 'instants';
    case 'money':
    case 'integer':
      return 'range';
    case 'choice':
      return 'choices';
    case 'reference':
      return 'records';
    case 'flag':
      return 'flag';
    default:
      return 'text';
  }
}

/** How values are named in the sentence of a filter. */
export type FilterNames = {
  readonly value: (value: string | number | boolean) => string;
  readonly preset: (preset: DayPreset) => string;
  readonly word: (
    key: 'contains' | 'isNot' | 'empty' | 'filled' | 'from' | 'to' | 'between' | 'asOf',
    params: Record<string, string>,
  ) => string;
  readonly day: (day: Day) => string;
  readonly comma: string;
};

/** A field's filters in words, e.g. `已交车、已配车` or `2026年3月1日 – 2026年3月31日`. */
export function filterSentence(filters: readonly ListFilter[], names: FilterNames): string {
  const reckoned = filters.find((f) => f.operator === 'asOf');
  if (reckoned) {
    const rest = filterSentence(
      filters.filter((f) => f !== reckoned),
      names,
    );
    const day = names.word('asOf', { value: names.day(String(reckoned.value)) });
    return rest === '' ? day : `${rest}${names.comma}${day}`;
  }
  const from = filters.find((f) => f.operator === 'from');
  const to = filters.find((f) => f.operator === 'to');
  const named = (value: ListFilter['value']): string =>
    (Array.isArray(value) ? value : [value ?? '']).map((one) => names.value(one)).join(names.comma);
  if (from && to) {
    return from.value === to.value
      ? named(from.value)
      : names.word('between', { from: named(from.value), to: named(to.value) });
  }
  const only = from ?? to ?? filters[0];
  if (!only) return '';
  const preset = presetOf(only.value);
  if (preset) return names.preset(preset);
  switch (only.operator) {
    case 'is':
    case 'oneOf':
      return named(only.value);
    default:
      return names.word(only.operator, { value: named(only.value) });
  }
}
