import type { Day } from '../../kernel/day.ts';
import type { Month, Week } from '../../kernel/period.ts';
import type { ListFilter } from '../../rpc/record.contract.ts';
import type { ActionItem } from '../action/action.contract.ts';
import type { Indicator } from '../goal/goal.fields.ts';
import type { PartOrigin } from '../repair/repair.rules.ts';

/** The weekly pack (周例会资料): three parts filled from the data. Money in fen, rates in basis points. */

/** Why a figure is "not supplied" (未提供); never shown as 0. */
export type MissingReason =
  | 'never-supplied' // no row of this source up to the period
  | 'none-near' // none within 60 days around it
  | 'data-ends' // the source falls silent before the period, though rows were to be expected
  | 'not-begun' // the period lies ahead
  | 'no-right'; // there is a figure, but not for this person

/** The rows behind a figure: a list that the screen can open; its total (rows, or the sum of `measure`) is the figure. */
export type Drill = {
  readonly feature: string;
  readonly filters: readonly ListFilter[];
  readonly measure: string;
};

export type Figure = {
  readonly value: number | null;
  readonly missing: MissingReason | null;
  readonly drill: Drill;
};

export type ProgressLine = {
  readonly indicator: Indicator;
  readonly unit: 'count' | 'fen';
  readonly week: Figure;
  readonly monthToDate: Figure;
  /** The store's goals of this week and month; null where none is set. */
  readonly weekGoal: number | null;
  readonly monthGoal: number | null;
  readonly weekRate: number | null;
  readonly monthRate: number | null;
  readonly sameWeekLastYear: Figure;
  /** The last twelve weeks, the meeting's last; null is not supplied. */
  readonly series: readonly {
    readonly week: Week;
    readonly value: number | null;
    readonly goal: number | null;
  }[];
  /** Newest day on which the source has a row, up to the week's end. */
  readonly dataUpTo: Day | null;
};

/** One model in stock against the orders that wait for it. */
export type StockLine = {
  readonly model: string;
  /** Vehicles per age bucket, youngest first; as many as `ageBuckets` plus one. */
  readonly ages: readonly number[];
  readonly stock: number;
  readonly openOrders: number;
  /** Orders that stock does not cover; 0 when it does. */
  readonly gap: number;
};

export type PeopleLine = {
  readonly departmentId: number | null;
  readonly departmentName: string | null;
  readonly people: Figure;
};

export type ReceivableLine = {
  readonly id: number;
  readonly number: string;
  readonly customerName: string;
  readonly dueOn: Day;
  readonly openFen: number;
  readonly daysOverdue: number;
  readonly personName: string | null;
};

/** 账户余额: what an account held when a day began, and what moved from then to the pack's day. */
export type AccountLine = {
  /** null: movements that name no account. */
  readonly account: string | null;
  /** Record of its opening balance. */
  readonly openingId: number;
  readonly openedOn: Day;
  readonly openingFen: number;
  readonly in: Figure;
  readonly out: Figure;
  readonly balanceFen: number;
};

/** 现金余额 at the end of the pack's day. */
export type CashBalance = {
  /** Sum of the lines; null when no account has an opening balance, or the week lies ahead. */
  readonly totalFen: number | null;
  readonly missing: MissingReason | null;
  readonly lines: readonly AccountLine[];
  /** Accounts that moved lately and have no opening balance: not in the total. */
  readonly unopened: readonly (string | null)[];
};

export type GoalLine = {
  readonly indicator: Indicator;
  readonly unit: 'count' | 'fen';
  readonly level: 'store' | 'department' | 'person';
  readonly departmentName: string | null;
  readonly personName: string | null;
  readonly value: number;
};

export type DeliveryLine = {
  readonly id: number;
  readonly number: string;
  readonly customerName: string;
  readonly model: string;
  readonly quantity: number;
  readonly plannedOn: Day;
  readonly consultantName: string | null;
};

export type EventLine = {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly place: string | null;
  readonly personName: string | null;
};

/** The days that a pack is about. */
export type PackDays = {
  readonly week: Week;
  readonly first: Day;
  readonly last: Day;
  /** The day that ages and "overdue" are reckoned from: today, but inside the week. */
  readonly asOf: Day;
  /** The month of `asOf`; month to date runs from its first day to `asOf`. */
  readonly month: Month;
  readonly monthFirst: Day;
  readonly lastYear: { readonly week: Week; readonly first: Day; readonly last: Day };
  readonly next: { readonly week: Week; readonly first: Day; readonly last: Day };
  /** The weeks of the chart, oldest first. */
  readonly series: readonly { readonly week: Week; readonly first: Day; readonly last: Day }[];
};

/** A share of what was counted, in basis points rounded down; null of nothing. */
export type QualityRate = {
  readonly counted: number;
  readonly good: number;
  readonly basisPoints: number | null;
};

/** 原厂配件率 of the orders that checked in: by lines, and by value in fen. */
export type OriginRates = { readonly byCount: QualityRate; readonly byValue: QualityRate };

/** A part that is not 原厂, with who allowed it just as it is and why; null while it waits. */
export type OriginException = {
  readonly partId: number;
  readonly repairId: number;
  readonly repairNumber: string;
  readonly name: string;
  readonly origin: PartOrigin;
  readonly amountFen: number;
  readonly reason: string | null;
  readonly allowedByName: string | null;
};

export type OriginPack = {
  readonly week: OriginRates;
  readonly monthToDate: OriginRates;
  /** Of the week; the list is cut, the number is whole. */
  readonly exceptionCount: number;
  readonly exceptions: readonly OriginException[];
};

/** 质量 of the week, and of the month up to the pack's day. */
export type QualityPack = {
  /** 三检覆盖率: vehicles that left with all three PDI passed. */
  readonly coverage: Readonly<Record<'week' | 'monthToDate', QualityRate>>;
  /** 一次合格率: repairs that passed their final check without rework. */
  readonly firstPass: Readonly<Record<'week' | 'monthToDate', QualityRate>>;
  readonly openComplaints: Figure;
  /** 返修 that checked in during the week. */
  readonly returns: Figure;
  /** null in minutes from before original parts were told. */
  readonly origins: OriginPack | null;
};

export type WeeklyPack = {
  readonly version: number;
  readonly days: PackDays;
  /** 周完成进度 */
  readonly progress: readonly ProgressLine[];
  /** 现有资源匹配 */
  readonly resources: {
    readonly ageBuckets: readonly number[];
    readonly stock: {
      readonly supplied: boolean;
      readonly ordersSupplied: boolean;
      readonly total: Figure;
      /** Vehicles older than the last bucket's limit. */
      readonly aged: Figure;
      readonly openOrders: Figure;
      readonly gap: number | null;
      readonly lines: readonly StockLine[];
    };
    readonly people: { readonly total: Figure; readonly lines: readonly PeopleLine[] };
    readonly receivables: {
      readonly open: Figure;
      readonly overdue: Figure;
      readonly dueThisWeek: Figure;
      readonly dueNextWeek: Figure;
      readonly dueLater: Figure;
      readonly noDueDay: Figure;
      /** By days since they arose, as many as `ageBuckets` plus one. */
      readonly ages: readonly Figure[];
      /** The longest overdue ones. */
      readonly lines: readonly ReceivableLine[];
    };
    readonly cash: {
      readonly in: Figure;
      readonly out: Figure;
      /** In minus out of the week; null when either is not supplied. */
      readonly change: number | null;
      /** null in minutes from before there were opening balances. */
      readonly balance: CashBalance | null;
    };
  };
  /** null in minutes from before there was this part. */
  readonly quality: QualityPack | null;
  /** 下周工作计划 */
  readonly plan: {
    readonly goals: readonly GoalLine[];
    /** Not closed and due by the end of next week, overdue first. */
    readonly actions: readonly ActionItem[];
    readonly deliveries: Figure;
    /** Planned before next week and not delivered yet. */
    readonly lateDeliveries: Figure;
    readonly deliveryLines: readonly DeliveryLine[];
    readonly events: Figure;
    readonly eventLines: readonly EventLine[];
  };
};
