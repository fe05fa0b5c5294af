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

const asOfDay = (field: string, day: Day): ListFilter => ({ field, operator: 'asOf', value: day });
/** Vehicles that stood in stock on a day; orders that waited on it. */
const stockHeld = (day: Day): ListFilter => asOfDay('state', day);
const orderOpen = (day: Day): ListFilter => asOfDay('state', day);

/** The list of the records that an indicator counts within the days. */
export function indicatorDrill(indicator: Indicator, span: DaySpan): Drill {
  const { feature, day, measure, counted } = indicatorDefinitions[indicator];
  return { feature, measure, filters: [...counted, from(day, span.first), to(day, span.last)] };
}

/** Money that moved in a span; of one account, where null is that of no name. */
export const cashDrill = (direction: 'in' | 'out', span: DaySpan, account?: string | null): Drill => ({
  feature: 'cash',
  measure: 'amountFen',
  filters: [
    { field: 'direction', operator: 'is', value: direction },
    ...(account === undefined
      ? []
      : account === null
        ? [{ field: 'account', operator: 'empty' } as const]
        : [{ field: 'account', operator: 'is', value: account } as const]),
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
      stockHeld(asOf),
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
    orderOpen(asOf),
    ...(model === undefined ? [] : [{ field: 'model', operator: 'is', value: model } as const]),
  ],
});

/** People of a department who were in post on a day; null: of no department; absent: all. */
export const peopleDrill = (asOf: Day, departmentId?: number | null): Drill => ({
  feature: 'person',
  measure: 'rows',
  filters: [
    asOfDay('leftOn', asOf),
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
  filters: [asOfDay('openFen', asOf), from('openFen', 1), ...filters],
});

/** Receivables that had arisen and were open on `asOf`, by when they are due. */
export const receivableDrill = {
  open: (asOf: Day) => openReceivable(asOf),
  dueUpTo: (asOf: Day, last: Day) => openReceivable(asOf, to('dueOn', last)),
  dueFrom: (asOf: Day, first: Day) => openReceivable(asOf, from('dueOn', first)),
  dueWithin: (asOf: Day, span: DaySpan) =>
    openReceivable(asOf, from('dueOn', span.first), to('dueOn', span.last)),
  noDueDay: (asOf: Day) => openReceivable(asOf, { field: 'dueOn', operator: 'empty' }),
  aged: (asOf: Day, bucket: number, limits: readonly number[]): Drill => {
    const span = bucketDays(bucket, limits, asOf);
    return openReceivable(
      asOf,
      ...(span.first === null ? [] : [from('occurredOn', span.first)]),
      to('occurredOn', span.last),
    );
  },
} as const;

/** Deliveries planned in a span and not made by a day; without a first day: all that are late. */
export const plannedDeliveryDrill = (
  asOf: Day,
  span: { readonly first: Day | null; readonly last: Day },
): Drill => ({
  feature: 'order',
  measure: 'quantity',
  filters: [
    orderOpen(asOf),
    ...(span.first === null ? [] : [from('plannedOn', span.first)]),
    to('plannedOn', span.last),
  ],
});

/** The list of the events that begin within the days. */
export const eventDrill = (span: DaySpan): Drill => ({
  feature: 'event',
  measure: 'rows',
  filters: [from('startsOn', span.first), to('startsOn', span.last)],
});

/** Complaints that were open at the end of a day. */
export const complaintOpenDrill = (asOf: Day): Drill => ({
  feature: 'complaint',
  measure: 'rows',
  filters: [asOfDay('state', asOf)],
});

/** 返修 that checked in during a span. */
export const returnDrill = (span: DaySpan): Drill => ({
  feature: 'repair',
  measure: 'rows',
  filters: [
    { field: 'isReturn', operator: 'is', value: true },
    { field: 'state', operator: 'isNot', value: 'cancelled' },
    from('checkedInOn', span.first),
    to('checkedInOn', span.last),
  ],
});

/** The right to read the rows of a drilled feature; payments go with their receivables. */
export const drillRight = (feature: string): Right =>
  `${feature === 'payment' ? 'receivable' : feature}.read` as Right; // every drilled feature has a right to read

/** Whether a person may open the rows behind a figure and would see all of them. */
export const mayDrill = (roles: readonly Role[], { feature }: Drill): boolean =>
  scopeOf(roles, drillRight(feature)) === 'all';
