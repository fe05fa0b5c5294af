import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import { command, query } from '../../rpc/call.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import {
  donePlaces,
  reminderDoneFields,
  reminderKinds,
  reminderRuleFields,
  type DonePlace,
  type ReminderKind,
} from './reminder.fields.ts';
import type { Reminder } from './reminder.rules.ts';

const id = z.number().int().positive();
const day = z.string().refine(isDay, { error: 'not-a-day' });

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
  /** null: a birthday, which is of a customer. */
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

/** Glossary: 到期 due, 已办 done, 本店/外店 here/elsewhere, 提醒规则 reminder rule, 预览 preview. */
export const reminderContract = {
  /** Everything that falls due on a vehicle, reckoned now. Error: `not-found`. */
  ofVehicle: query('vehicle.read', z.strictObject({ vehicleId: id }), output<VehicleReminders>()),
  /**
   * 已办: a thing was done on a day, here or elsewhere; its next period starts from that day, or ends on `nextOn` where the
   * papers say so. The vehicle's own due day moves with it. Errors: `not-found`, `reminder-not-in-use`; issues on `doneOn`,
   * `nextOn`, `source`.
   */
  done: command(
    'vehicle.write',
    z.strictObject({
      vehicleId: id,
      kind: z.enum(reminderKinds),
      doneOn: day,
      place: z.enum(donePlaces),
      odometerKm: z.number().int().min(0).max(9_999_999).nullable().default(null),
      nextOn: day.nullable().default(null),
      source: z.string().trim().max(100, { error: 'too-long' }).default(''),
    }),
    output<{ readonly id: number; readonly nextOn: Day | null }>(),
  ),
};

export const reminderRuleContract = {
  ...recordCalls(reminderRuleFields, { read: 'customer.read', write: 'rule.write', remove: 'rule.write' }),
  /** What would change today if the rule were switched on, or off where it is on. Error: `not-found`. */
  preview: query('rule.write', z.strictObject({ id }), output<ReminderPreview>()),
  /**
   * Switches a rule. `seen` repeats the number of reasons of today's list that the preview promised; errors: `not-found`,
   * `reminder-preview-changed` when it became another one meanwhile.
   */
  switch: command(
    'rule.write',
    z.strictObject({ id, active: z.boolean(), seen: z.number().int().min(0) }),
    output<{ readonly reasons: number }>(),
  ),
};

const doneCalls = recordCalls(reminderDoneFields, {
  read: 'vehicle.read',
  write: 'vehicle.write',
  remove: 'vehicle.write',
});
export const reminderDoneContract = {
  ...readOnlyCalls(doneCalls),
  remove: doneCalls.remove,
  restore: doneCalls.restore,
};
