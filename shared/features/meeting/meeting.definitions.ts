import type { ListFilter } from '../../rpc/record.contract.ts';
import type { Indicator } from '../goal/goal.fields.ts';

/**
 * What the figures of the weekly pack mean. The version stands in every pack and in confirmed minutes: a changed
 * definition gets a new version, and old minutes keep the figures of the old one. Since 2 the resources are those of the
 * pack's day and not of the day of the question, and accounts have balances. Since 3 there is quality,
 * since 4 with original parts.
 */
export const packVersion = 4;

/** One indicator: where its rows are, which day places them in a period, what is added up and what is left out. */
export type IndicatorDefinition = {
  readonly unit: 'count' | 'fen';
  /** Record feature and its table (camelCase) that hold the source rows. */
  readonly feature: 'order' | 'lead' | 'repair' | 'cash' | 'payment';
  readonly table: 'vehicleOrder' | 'lead' | 'repair' | 'cash' | 'payment';
  /** The day field that places a row in a period. */
  readonly day:
    | 'orderedOn'
    | 'deliveredOn'
    | 'arrivedOn'
    | 'checkedInOn'
    | 'handedOverOn'
    | 'occurredOn'
    | 'paidOn';
  /** `rows` counts rows, else the summed field. */
  readonly measure: 'rows' | 'quantity' | 'totalFen' | 'amountFen';
  /** Rows that count; all others of the source are excluded. Rows in the bin never count. */
  readonly counted: readonly ListFilter[];
};

const notCancelled: ListFilter = { field: 'state', operator: 'isNot', value: 'cancelled' };
/** 内部 repairs serve the store's own vehicles: neither a customer's visit nor revenue. */
const notInternal: ListFilter = { field: 'type', operator: 'isNot', value: 'internal' };

export const indicatorDefinitions: Readonly<Record<Indicator, IndicatorDefinition>> = {
  /** 订单: vehicles ordered; cancelled orders excluded, whenever they were cancelled. */
  orders: {
    unit: 'count',
    feature: 'order',
    table: 'vehicleOrder',
    day: 'orderedOn',
    measure: 'quantity',
    counted: [notCancelled],
  },
  /** 交付: vehicles handed to customers. */
  deliveries: {
    unit: 'count',
    feature: 'order',
    table: 'vehicleOrder',
    day: 'deliveredOn',
    measure: 'quantity',
    counted: [notCancelled],
  },
  /** 线索: leads that arrived, whatever became of them. */
  leads: { unit: 'count', feature: 'lead', table: 'lead', day: 'arrivedOn', measure: 'rows', counted: [] },
  /** 入厂台次: repair orders checked in; cancelled and internal ones excluded. */
  serviceVisits: {
    unit: 'count',
    feature: 'repair',
    table: 'repair',
    day: 'checkedInOn',
    measure: 'rows',
    counted: [notCancelled, notInternal],
  },
  /** 售后产值: totals of repair orders handed over, whoever pays; cancelled and internal ones excluded. */
  serviceRevenue: {
    unit: 'fen',
    feature: 'repair',
    table: 'repair',
    day: 'handedOverOn',
    measure: 'totalFen',
    counted: [notCancelled, notInternal],
  },
  /** 现金收入: money that came in, all categories and accounts. */
  cashIn: {
    unit: 'fen',
    feature: 'cash',
    table: 'cash',
    day: 'occurredOn',
    measure: 'amountFen',
    counted: [{ field: 'direction', operator: 'is', value: 'in' }],
  },
  /** 应收回款: payments of receivables. */
  receivablesCollected: {
    unit: 'fen',
    feature: 'payment',
    table: 'payment',
    day: 'paidOn',
    measure: 'amountFen',
    counted: [],
  },
};

/** 库龄/账龄 buckets by their highest day; the last one is open. Editable as the setting `ageBuckets`. */
export const defaultAgeBuckets: readonly number[] = [30, 60, 90];

/** Within so many days around a period a source must have a row, else its figure is "not supplied". */
export const supplyWindowDays = 60;
/** A source that ended before the period counts as ended when at least so many rows were to be expected since. */
export const silentRows = 3;
/** Weeks in the chart, the meeting's own included. */
export const seriesWeeks = 12;
/** Events are told so many days ahead, from next Monday. */
export const eventDaysAhead = 28;
/** Lists inside the pack are cut here; their totals are whole. */
export const listLimit = 50;
/** Version of the minutes as a form; signed together with their content. */
export const minutesTemplateVersion = 1;
