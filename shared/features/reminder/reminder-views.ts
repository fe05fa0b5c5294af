import type { Day } from '../../kernel/day.ts';
import type { TouchReason } from '../campaign/campaign-views.ts';
import type { FollowUpResult } from '../follow-up/follow-up.fields.ts';
import type { AppointmentStanding, ReminderTerms } from './reminder-call.rules.ts';
import type { ReminderBasis } from './reminder-emit.rules.ts';
import type { CallCode, DonePlace, ReminderKind } from './reminder.fields.ts';
import type { Reminder } from './reminder.rules.ts';

/** A reminder of a vehicle as its page shows it. */
export type VehicleReminder = Reminder & {
  readonly ruleName: string;
  readonly source: string;
  readonly confirmed: boolean;
  /** The last time it was done, as far as it is known. */
  readonly done: { readonly on: Day; readonly place: DonePlace } | null;
};

export type VehicleReminders = {
  readonly inUse: boolean;
  /** Soonest first. */
  readonly reminders: readonly VehicleReminder[];
  /** 主挂: the tractor or trailer that belongs to it, with what is due there. */
  readonly mate: {
    readonly vehicleId: number;
    readonly plate: string | null;
    readonly reminders: readonly VehicleReminder[];
  } | null;
};

export type PreviewSide = {
  readonly reasons: number;
  readonly vehicles: number;
  readonly customers: number;
};

export type PreviewLine = {
  readonly change: 'added' | 'gone' | 'moved';
  readonly kind: ReminderKind;
  /** null: a birthday or a membership, which are of a customer. */
  readonly vehicleId: number | null;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly plate: string | null;
  readonly dueOn: Day;
  /** moved: the due day by today's rules. */
  readonly beforeOn: Day | null;
};

/** 启用前预览: what today's call list would be if a rule were switched. */
export type ReminderPreview = {
  readonly isActive: boolean;
  readonly before: PreviewSide;
  readonly after: PreviewSide;
  readonly added: number;
  readonly gone: number;
  readonly moved: number;
  /** The first of them, soonest due first. */
  readonly whom: readonly PreviewLine[];
};

/** A reason to call, as the list shows it. Plate as the person may see it. */
export type ShownReason = {
  readonly kind: ReminderKind;
  /** null: the customer's own, a birthday or a membership. */
  readonly vehicleId: number | null;
  readonly plate: string | null;
  readonly dueOn: Day;
  readonly isOverdue: boolean;
};

/** One customer of 应联系名单 with all reasons. */
export type CallLine = {
  readonly customerId: number;
  readonly customerName: string;
  readonly phone: string | null;
  readonly valueFen: number;
  readonly dueOn: Day;
  readonly promisedOn: Day | null;
  readonly lastOn: Day | null;
  readonly careName: string | null;
  /** The first of them, soonest due first. */
  readonly reasons: readonly ShownReason[];
  readonly reasonCount: number;
};

export type CallPage = {
  readonly total: number;
  readonly overdue: number;
  readonly promised: number;
  readonly valueFen: number;
  readonly lines: readonly CallLine[];
  /** Customers of each care person today; the person's own number first asked for by `mine`. */
  readonly care: readonly { readonly id: number; readonly name: string; readonly total: number }[];
  readonly isMine: boolean;
  readonly terms: ReminderTerms;
};

export type EntryReason = ShownReason & {
  readonly ruleId: number;
  readonly ruleName: string;
  readonly source: string;
  readonly confirmed: boolean;
  readonly basis: ReminderBasis;
  readonly valueFen: number;
  /** What a member loses, or what is missing to keep the tier; null where there is no amount. */
  readonly amountFen: number | null;
  readonly model: string | null;
  /** The campaign or trigger that it is; null of everything else. */
  readonly touch: TouchReason | null;
};

/** What was said before, about whatever it was. */
export type Talk = {
  readonly id: number;
  readonly on: Day;
  readonly personName: string | null;
  readonly result: FollowUpResult | null;
  readonly code: CallCode | null;
  readonly nextOn: Day | null;
  readonly content: string;
};

export type Appointment = {
  readonly id: number;
  readonly customerId: number;
  readonly customerName: string;
  readonly vehicleId: number | null;
  readonly plate: string | null;
  readonly onDay: Day;
  readonly hour: number;
  readonly standing: AppointmentStanding;
  /** The repair order of the visit, found by itself. */
  readonly repairId: number | null;
  readonly repairNumber: string | null;
  readonly personName: string | null;
  readonly note: string | null;
};

/** Everything beside one call. */
export type CallEntry = {
  readonly customerId: number;
  readonly customerName: string;
  readonly phone: string | null;
  readonly isSilent: boolean;
  /** Has a membership, into which gifts go. */
  readonly isMember: boolean;
  readonly contacts: readonly {
    readonly name: string;
    readonly post: string | null;
    readonly phone: string | null;
  }[];
  /** That of the script first, the others by their days. */
  readonly reasons: readonly EntryReason[];
  /** What the other half of a tractor and trailer could have done at the same visit. */
  readonly together: readonly ShownReason[];
  readonly script: {
    readonly ruleId: number;
    readonly text: string;
    readonly plate: string | null;
    readonly dueOn: Day;
    readonly amountFen: number | null;
  } | null;
  readonly talks: readonly Talk[];
  readonly appointments: readonly Appointment[];
  readonly lastVisit: { readonly id: number; readonly number: string; readonly on: Day } | null;
};

/** Bays of an hour: all, and those that are promised. */
export type Slot = { readonly hour: number; readonly bays: number; readonly taken: number };
export type SlotDay = {
  readonly onDay: Day;
  /** The last day that can be promised; a day after it has no hours. */
  readonly lastDay: Day;
  /** Hours that can still be promised. */
  readonly slots: readonly Slot[];
  /** Hours that have passed: those of today that have begun, and all of a day before. */
  readonly passed: readonly Slot[];
  /** Name of the day off on which the store is closed. */
  readonly holiday: string | null;
  /** Where the day has no bay free: the next days that have one. */
  readonly otherDays: readonly Day[];
};

/** 转化: of the customers called, once a month, how many were reached, willing, booked, came. */
export type ConversionLine = {
  /** Kind of reminder, or id of the person or rule. */
  readonly key: string;
  readonly name: string;
  readonly called: number;
  readonly reached: number;
  readonly willing: number;
  readonly booked: number;
  readonly came: number;
};
export const conversionBy = ['reason', 'person', 'script'] as const;
export type ConversionBy = (typeof conversionBy)[number];
export type ConversionRow = {
  readonly callId: number;
  readonly customerId: number;
  readonly customerName: string;
  readonly happenedOn: Day;
  readonly code: CallCode;
  readonly personName: string;
  readonly kinds: readonly ReminderKind[];
  readonly repairId: number | null;
  readonly repairNumber: string | null;
  readonly repairOn: Day | null;
};

/** 车队: everything that falls due on the vehicles of one owner. */
export type Fleet = {
  readonly customerId: number;
  readonly customerName: string;
  readonly vehicles: readonly {
    readonly vehicleId: number;
    readonly plate: string | null;
    readonly model: string | null;
    readonly kind: string;
    readonly mateId: number | null;
    readonly reminders: readonly VehicleReminder[];
  }[];
  /** Campaigns and triggers that are open for the owner. */
  readonly touches: readonly Pick<TouchReason, 'campaignId' | 'triggerId' | 'name' | 'offer' | 'until'>[];
};
