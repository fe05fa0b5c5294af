import { describe, expect, it } from 'vitest';
import { defaultParseSearch } from '@tanstack/react-router';
import {
  listAddress,
  listOfSearch,
  newRecordAddress,
  plainList,
  recordAddress,
  type ListState,
} from '#renderer/components/record-list/list-address.ts';
import { movedColumn, shownColumns } from '#renderer/components/record-list/list-columns.ts';
import {
  filterSentence,
  presetSpan,
  rangeFilters,
  resolveFilters,
  withFilters,
} from '#renderer/components/record-list/list-filter.ts';
import {
  defaultViewOf,
  keptOf,
  nothingKept,
  showsView,
  stateOfView,
  withoutView,
  withView,
  type SavedView,
} from '#renderer/components/record-list/list-views.ts';
import { rightOf } from '#renderer/components/record-list/record-feature.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';

const today = '2026-11-18';
const back = (address: string): ListState => listOfSearch(defaultParseSearch(address.replace(/^[^?]*/u, '')));

describe('the address of a list', () => {
  const state: ListState = {
    page: 3,
    sort: [
      { field: 'orderedOn', descending: true },
      { field: 'number', descending: false },
    ],
    search: '3456',
    filters: [
      { field: 'state', operator: 'oneOf', value: ['open', 'allocated'] },
      { field: 'orderedOn', operator: 'from', value: '2026-11-01' },
      { field: 'totalFen', operator: 'to', value: 12_300 },
      { field: 'vin', operator: 'empty' },
    ],
    bin: true,
  };

  it('says everything about its list and is read back', () => {
    expect(back(listAddress('order', state))).toEqual(state);
    expect(listAddress('order', state)).toMatch(/^\/order\?q=/u);
  });
  it.each(['3456', 'true', 'null', '"', '{"a":1}', '100%', '张 & 李', ' x'])(
    'keeps the search text %s',
    (search) => expect(back(listAddress('customer', { search })).search).toBe(search),
  );
  it('leaves out what is usual', () => {
    expect(listAddress('followUp', plainList)).toBe('/follow-up');
    expect(recordAddress('order', 5)).toBe('/order/5');
  });
  it('ignores what it does not understand', () => {
    expect(
      listOfSearch({
        page: 'x',
        sort: 5,
        q: ['a'],
        filters: [{ field: 'a', operator: 'drop' }, 3],
        bin: 'yes',
      }),
    ).toEqual(plainList);
  });
  it('begins a new record with values', () => {
    const address = newRecordAddress('vehicle', { customerId: 7, model: '123' });
    expect(defaultParseSearch(address.replace('/vehicle/new', ''))).toEqual({
      values: { customerId: 7, model: '123' },
    });
  });
});

describe('filters', () => {
  it.each([
    ['today', '2026-11-18', '2026-11-18'],
    ['thisWeek', '2026-11-16', '2026-11-22'],
    ['lastWeek', '2026-11-09', '2026-11-15'],
    ['thisMonth', '2026-11-01', '2026-11-30'],
    ['lastMonth', '2026-10-01', '2026-10-31'],
    ['thisYear', '2026-01-01', '2026-12-31'],
  ] as const)('%s is %s to %s', (preset, first, last) =>
    expect(presetSpan(preset, today)).toEqual({ first, last }),
  );

  it('turns presets into days and drops what asks nothing', () => {
    expect(
      resolveFilters(
        [
          { field: 'orderedOn', operator: 'is', value: '@thisMonth' },
          { field: 'state', operator: 'oneOf', value: [] },
          { field: 'model', operator: 'contains', value: '' },
          { field: 'vin', operator: 'empty', value: 'x' },
          { field: 'quantity', operator: 'from', value: 0 },
        ],
        today,
      ),
    ).toEqual([
      { field: 'orderedOn', operator: 'from', value: '2026-11-01' },
      { field: 'orderedOn', operator: 'to', value: '2026-11-30' },
      { field: 'vin', operator: 'empty' },
      { field: 'quantity', operator: 'from', value: 0 },
    ]);
  });

  it('keeps the place of a changed question and takes empty ones away', () => {
    const filters = [...rangeFilters('a', 1, 2), ...rangeFilters('b', 3, undefined)];
    expect(withFilters(filters, 'a', rangeFilters('a', undefined, 9)).map((f) => [f.field, f.value])).toEqual(
      [
        ['a', 9],
        ['b', 3],
      ],
    );
    expect(withFilters(filters, 'a', [])).toEqual(rangeFilters('b', 3, undefined));
    expect(withFilters(filters, 'c', rangeFilters('c', 1, undefined)).at(-1)?.field).toBe('c');
  });

  const names = {
    value: (value: string | number | boolean) => `<${value}>`,
    preset: (preset: string) => preset,
    word: (key: string, params: Record<string, string>) => `${key} ${Object.values(params).join(' ')}`,
    day: (day: string) => `(${day})`,
    comma: '、',
  };
  it.each([
    [rangeFilters('a', 1, 2), 'between <1> <2>'],
    [rangeFilters('a', 1, 1), '<1>'],
    [rangeFilters('a', 1, undefined), 'from <1>'],
    [[{ field: 'a', operator: 'oneOf' as const, value: ['x', 'y'] }], '<x>、<y>'],
    [[{ field: 'a', operator: 'is' as const, value: '@thisWeek' }], 'thisWeek'],
    [[{ field: 'a', operator: 'contains' as const, value: 'x' }], 'contains <x>'],
    [[{ field: 'a', operator: 'is' as const, value: false }], '<false>'],
    [[{ field: 'a', operator: 'asOf' as const, value: '2026-11-22' }], 'asOf (2026-11-22)'],
    [
      [...rangeFilters('a', 1, undefined), { field: 'a', operator: 'asOf' as const, value: 'd' }],
      'from <1>、asOf (d)',
    ],
    [[], ''],
  ])('%j reads %s', (filters, sentence) => expect(filterSentence(filters, names)).toBe(sentence));
});

describe('what a person keeps of a list', () => {
  const view: SavedView = {
    name: '本月',
    search: '',
    sort: [{ field: 'orderedOn', descending: true }],
    filters: [{ field: 'orderedOn', operator: 'is', value: '@thisMonth' }],
    columns: null,
  };
  it('survives storing, and falls back where it was damaged', () => {
    const kept = { ...withView(nothingKept, view), defaultView: '本月' };
    expect(keptOf(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(keptOf({ views: 'x' })).toEqual(nothingKept);
    expect(keptOf(null)).toEqual(nothingKept);
  });
  it('replaces a view of the same name, forgets the default with its view', () => {
    const kept = { ...withView(withView(nothingKept, view), { ...view, search: 'x' }), defaultView: '本月' };
    expect(kept.views).toEqual([{ ...view, search: 'x' }]);
    expect(defaultViewOf(kept)?.search).toBe('x');
    expect(withoutView(kept, '本月')).toEqual(nothingKept);
  });
  it('knows the view that a list shows, on any page', () => {
    expect(showsView({ ...stateOfView(view), page: 4 }, view)).toBe(true);
    expect(showsView({ ...stateOfView(view), bin: true }, view)).toBe(false);
    expect(showsView(plainList, view)).toBe(false);
  });
});

describe('columns', () => {
  it('are the listed fields, or the saved ones that still exist', () => {
    expect(shownColumns(orderFields, null).map((c) => c.field)).toContain('totalFen');
    expect(
      shownColumns(orderFields, [
        { field: 'model', width: 99 },
        { field: 'gone', width: 50 },
        { field: 'createdAt', width: 150 },
      ]),
    ).toEqual([
      { field: 'model', width: 99, kind: 'text' },
      { field: 'createdAt', width: 150, kind: 'instant' },
    ]);
  });
  it('move one place and stay at the ends', () => {
    const columns = shownColumns(orderFields, null, {}, ['number', 'model', 'state']);
    expect(movedColumn(columns, 'state', -1).map((c) => c.field)).toEqual(['number', 'state', 'model']);
    expect(movedColumn(columns, 'state', 1)).toEqual(columns);
  });
});

it('asks the contract for the right of a call', () => {
  expect(rightOf('repairLine', 'create')).toBe('repair.write');
  expect(rightOf('customer', 'remove')).toBe('customer.remove');
});
