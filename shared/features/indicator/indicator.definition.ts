import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { ListFilter } from '../../rpc/record.contract.ts';
import type { IndicatorUnit } from './indicator.exact.ts';

/** 指标 indicators: named, versioned definitions. What a figure means stands here, how it is read in electron. */

export type Named = Readonly<Record<Language, string>>;

/** 方向: more is better, less is better, or best inside its bands. */
export const directions = ['more', 'less', 'range'] as const;
export type Direction = (typeof directions)[number];

/** 达标分级: from a value on (the unit's steps) it is called so; the last that is reached counts. */
export type Band = {
  readonly from: number;
  readonly tone: 'good' | 'fair' | 'poor';
  readonly name: Named;
};

/** Rows of one list that are added up: the day places them in a period, the filters say which count. */
export type SumPart = {
  readonly feature: 'order' | 'lead' | 'repair' | 'cash' | 'payment' | 'complaint';
  /** camelCase. */
  readonly table: 'vehicleOrder' | 'lead' | 'repair' | 'cash' | 'payment' | 'complaint';
  readonly day: string;
  /** `rows` counts rows, else the summed field. */
  readonly measure: string;
  readonly counted: readonly ListFilter[];
  /** Field of the person whose figure a row is; absent where rows belong to nobody. */
  readonly person?: string;
};

/** A state at the end of a day: the list as it was. `bucket` −1: older than the last age limit of the store. */
export type StateReader =
  | 'stockHeld'
  | 'stockAged'
  | 'openOrders'
  | 'receivablesOpen'
  | 'receivablesOverdue'
  | 'receivablesAged'
  | 'peopleInPost'
  | 'openComplaints';

/** Figures that no single list adds up: each has a reader of its own, which also gives its rows. */
export type CountReader =
  | 'checkedRepairs'
  | 'firstPassRepairs'
  | 'vehiclesLeft'
  | 'vehiclesCovered'
  | 'partLines'
  | 'originalPartLines'
  | 'customersA'
  | 'customersB'
  | 'customersC'
  | 'customersD'
  | 'visitors12'
  | 'visitors36'
  | 'visitorsLastYear'
  | 'visitorsLost'
  | 'customersAway'
  | 'customersBack'
  | 'remindersCalled'
  | 'remindersReached'
  | 'remindersWilling'
  | 'remindersReturned';

export type Working =
  | { readonly kind: 'sum'; readonly parts: readonly SumPart[] }
  | { readonly kind: 'state'; readonly reader: StateReader }
  | { readonly kind: 'count'; readonly reader: CountReader }
  /**
   * Typed by hand; a flow adds up over the months of a longer period, a state is that of its last one. What nobody typed is
   * `otherwise` the figure of another indicator, which the records give.
   */
  | { readonly kind: 'typed'; readonly of: 'flow' | 'state'; readonly otherwise?: string }
  /** 分子 ÷ 分母; `months`: of so many months up to the period's end instead of the period alone. */
  | {
      readonly kind: 'ratio';
      readonly over: string;
      readonly under: string;
      readonly overMonths?: number;
      readonly underMonths?: number;
      /** Divided by this before it is compared, e.g. twelve months' cost to that of an average month. */
      readonly underShare?: number;
    }
  /** The store's own, see indicator-formula.rules. */
  | { readonly kind: 'formula'; readonly text: string };

export type IndicatorDefinition = {
  readonly key: string;
  readonly version: number;
  readonly name: Named;
  readonly unit: IndicatorUnit;
  /** What is counted, beside the figure: 台, 条, 倍; empty for money and shares. */
  readonly unitName: Named;
  readonly direction: Direction;
  readonly working: Working;
  /** 公式 in words. */
  readonly formula: Named;
  /** Why it is typed by hand although the store has records; empty for what is not. */
  readonly whyTyped: Named;
  /** 不计 what is left out; empty where nothing is. */
  readonly exclusions: Named;
  /** Where the definition comes from. */
  readonly source: Named;
  readonly bands: readonly Band[];
  /** A part of other indicators: in the library, not in the list of figures. */
  readonly part: boolean;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** The store's own: record of the library. */
  readonly recordId: number | null;
};

/** The band that a value reaches; undefined below the first, or without bands. */
export const bandOf = (bands: readonly Band[], value: number): Band | undefined =>
  bands.findLast(({ from }) => value >= from);

/** Figures of a period add up over its parts: sums and typed flows. */
export const isFlow = ({ working }: Pick<IndicatorDefinition, 'working'>): boolean =>
  working.kind === 'sum' || (working.kind === 'typed' && working.of === 'flow');
