import type { Day } from '../../kernel/day.ts';
import type { DaySpan } from '../../kernel/period.ts';
import type { ListFilter } from '../../rpc/record.contract.ts';
import { scopeOf, type Right, type Role } from '../../rpc/rights.ts';
import type { Indicator } from '../goal/goal.fields.ts';
import { indicatorDefinitions } from './meeting.definitions.ts';
import type { Drill } from './meeting.pack.ts';
import { bucketDays } from './meeting.rules.ts';

/** From a figure to its rows. Every drill's list adds up to its figure; a test holds that. */

const from = (field: string, value: Day | number): ListFilter => ({ field, operator: 'from', value });
const to = (field: string, value: Day | number): ListFilter => ({ field, operator: 'to', value });

export const stockHeld: ListFilter = { field: 'state', operator: 'oneOf', value: ['inStock', 'reserved'] };
export const orderOpen: ListFilter = { field: 'state', operator: 'oneOf', value: ['open', 'allocated'] };

export function indicatorDrill(indicator: Indicator, span: DaySpan): Drill {
  const { feature, day, measure, counted } = indicatorDefinitions[indicator];
  return { feature, measure, filters: [...counted, from(day, span.first), to(day, span.last)] };
}

/** Money out of the store in a span. */
export const cashOutDrill = (span: DaySpan): Drill => ({
  feature: 'cash',
  measure: 'amountFen',
  filters: [
    { field: 'direction', operator: 'is', value: 'out' },
    from('occurredOn', span.first),
    to('occurredOn', span.last),
  ],
});

export type StockCell = {
  /** Absent: all models. */
  readonly model?: string;
  /** Absent: all ages. */
  readonly bucket?: number;
};

/** Vehicles in stock of a model and age bucket. */
export function stockDrill(cell: StockCell, asOf: Day, limits: readonly number[]): Drill {
  const span =
    cell.bucket === undefined ? { first: null, last: asOf } : bucketDays(cell.bucket, limits, asOf);
  return {
    feature: 'stock',
    measure: 'rows',
    filters: [
      stockHeld,
      ...(cell.model === undefined ? [] : [{ field: 'model', operator: 'is', value: cell.model } as const]),
      ...(span.first === null ? [] : [from('arrivedOn', span.first)]),
      to('arrivedOn', span.last),
    ],
  };
}

/** Orders that wait for a vehicle (of one model), as of a day. */
export const openOrderDrill = (asOf: Day, model?: string): Drill => ({
  feature: 'order',
  measure: 'quantity',
  filters: [
    orderOpen,
    ...(model === undefined ? [] : [{ field: 'model', operator: 'is', value: model } as const]),
    to('orderedOn', asOf),
  ],
});

/** People of a department who have no leaving day; null: of no department; absent: all. */
export const peopleDrill = (departmentId?: number | null): Drill => ({
  feature: 'person',
  measure: 'rows',
  filters: [
    { field: 'leftOn', operator: 'empty' },
    ...(departmentId === undefined
      ? []
      : departmentId === null
        ? [{ field: 'departmentId', operator: 'empty' } as const]
        : [{ field: 'departmentId', operator: 'is', value: departmentId } as const]),
  ],
});

const openReceivable = (asOf: Day, ...filters: ListFilter[]): Drill => ({
  feature: 'receivable',
  measure: 'openFen',
  filters: [from('openFen', 1), to('occurredOn', asOf), ...filters],
});

/** Open receivables that arose up to `asOf`, by when they are due. */
export const receivableDrill = {
  open: (asOf: Day) => openReceivable(asOf),
  dueUpTo: (asOf: Day, last: Day) => openReceivable(asOf, to('dueOn', last)),
  dueFrom: (asOf: Day, first: Day) => openReceivable(asOf, from('dueOn', first)),
  dueWithin: (asOf: Day, span: DaySpan) =>
    openReceivable(asOf, from('dueOn', span.first), to('dueOn', span.last)),
  noDueDay: (asOf: Day) => openReceivable(asOf, { field: 'dueOn', operator: 'empty' }),
  aged: (asOf: Day, bucket: number, limits: readonly number[]): Drill => {
    const span = bucketDays(bucket, limits, asOf);
    return {
      feature: 'receivable',
      measure: 'openFen',
      filters: [
        from('openFen', 1),
        ...(span.first === null ? [] : [from('occurredOn', span.first)]),
        to('occurredOn', span.last),
      ],
    };
  },
} as const;

/** Deliveries planned in a span; without a first day: all that are late. */
export const plannedDeliveryDrill = (span: { readonly first: Day | null; readonly last: Day }): Drill => ({
  feature: 'order',
  measure: 'quantity',
  filters: [
    orderOpen,
    ...(span.first === null ? [] : [from('plannedOn', span.first)]),
    to('plannedOn', span.last),
  ],
});

export const eventDrill = (span: DaySpan): Drill => ({
  feature: 'event',
  measure: 'rows',
  filters: [from('startsOn', span.first), to('startsOn', span.last)],
});

/** Whether a person may open the rows behind a figure and would see all of them. */
export function mayDrill(roles: readonly Role[], drill: Drill): boolean {
  const feature = drill.feature === 'payment' ? 'receivable' : drill.feature;
  return scopeOf(roles, `${feature}.read` as Right) === 'all'; // every drilled feature has a right to read
}
