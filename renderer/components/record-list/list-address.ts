import { defaultStringifySearch } from '@tanstack/react-router';
import { listFilter, type ListFilter, type ListInput } from '#shared/rpc/record.contract.ts';
import { pathOf, type RecordFeature } from './record-feature.ts';

/**
 * A list's state in its address, so that a link opens exactly these rows: `/order?sort=-orderedOn&filters=[…]`.
 * Day filters may hold a preset (`@thisMonth`), resolved when the rows are asked for.
 */

export type ListState = {
  readonly page: number;
  readonly sort: ListInput['sort'];
  readonly search: string;
  readonly filters: readonly ListFilter[];
  readonly bin: boolean;
};

export const plainList: ListState = { page: 1, sort: [], search: '', filters: [], bin: false };

/** Search parameters of a state; what is usual is left out. */
function searchOfList(list: Partial<ListState>): Record<string, unknown> {
  const { page = 1, sort = [], search = '', filters = [], bin = false } = list;
  return {
    ...(search === '' ? {} : { q: search }),
    ...(sort.length === 0
      ? {}
      : { sort: sort.map(({ field, descending }) => `${descending ? '-' : ''}${field}`).join(',') }),
    ...(filters.length === 0 ? {} : { filters }),
    ...(bin ? { bin: true } : {}),
    ...(page === 1 ? {} : { page }),
  };
}

const sortOf = (text: unknown): ListInput['sort'] =>
  typeof text === 'string' && text !== ''
    ? text
        .split(',')
        .slice(0, 3)
        .map((part) => ({ field: part.replace(/^-/u, ''), descending: part.startsWith('-') }))
    : [];

function filtersOf(value: unknown): ListFilter[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 20).flatMap((one) => {
    const parsed = listFilter.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The state that search parameters tell; what is wrong in an address is left out. */
export function listOfSearch(search: Readonly<Record<string, unknown>>): ListState {
  const page = Number(search['page'] ?? 1);
  const typed = search['q'];
  return {
    page: Number.isInteger(page) && page > 0 && page <= 1_000_000 ? page : 1,
    sort: sortOf(search['sort']),
    search: typeof typed === 'string' || typeof typed === 'number' ? String(typed).slice(0, 100) : '',
    filters: filtersOf(search['filters']),
    bin: search['bin'] === true,
  };
}

/** Whether an address says anything about its list. */
export const tellsList = (search: Readonly<Record<string, unknown>>): boolean =>
  ['q', 'sort', 'filters', 'bin', 'page'].some((key) => search[key] !== undefined);

/** The address of a list with this state, for links and drill-down. */
export const listAddress = (feature: RecordFeature, list: Partial<ListState> = {}): string =>
  `${pathOf(feature)}${defaultStringifySearch(searchOfList(list))}`;

/** The address of one record, or of a new one; with the list it was opened from, previous and next follow that list. */
export const recordAddress = (
  feature: RecordFeature,
  id: number | 'new',
  list: Partial<ListState> = {},
): string => `${pathOf(feature)}/${id}${defaultStringifySearch(searchOfList(list))}`;

/** The address of a form for a new record with some fields filled in. */
export const newRecordAddress = (
  feature: RecordFeature,
  values: Readonly<Record<string, string | number>>,
): string => `${pathOf(feature)}/new${defaultStringifySearch({ values })}`;
