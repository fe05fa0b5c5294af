import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import { action, command, query } from '../../rpc/call.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import { paperFormat } from '../../rpc/paper.ts';
import type { DeskFile } from '../job/job.contract.ts';
import type { ReminderTerms } from './reminder-call.rules.ts';
import { responseCodes } from '../campaign/campaign.fields.ts';
import {
  callCodes,
  donePlaces,
  reminderAppointmentFields,
  reminderCallFields,
  reminderCapacityFields,
  reminderDoneFields,
  reminderKinds,
  reminderRuleFields,
  vehicleReminderKinds,
} from './reminder.fields.ts';
import {
  conversionBy,
  type Appointment,
  type CallEntry,
  type CallPage,
  type ConversionLine,
  type ConversionRow,
  type Fleet,
  type ReminderPreview,
  type SlotDay,
  type VehicleReminders,
} from './reminder-views.ts';

const id = z.number().int().positive();
const day = z.string().refine(isDay, { error: 'not-a-day' });

const span = z.strictObject({ from: day, to: day });

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
      kind: z.enum(vehicleReminderKinds),
      doneOn: day,
      place: z.enum(donePlaces),
      odometerKm: z.number().int().min(0).max(9_999_999).nullable().default(null),
      nextOn: day.nullable().default(null),
      source: z.string().trim().max(100, { error: 'too-long' }).default(''),
    }),
    output<{ readonly id: number; readonly nextOn: Day | null }>(),
  ),
  /** 应联系名单 of today: one entry for a customer, reckoned now; `mine`: those of the person, or of a care person by id. */
  calls: query(
    'reminder.read',
    z.strictObject({
      whose: z.union([z.literal('mine'), z.literal('all'), id]).default('mine'),
      kind: z.enum(reminderKinds).nullable().default(null),
      page: z.number().int().min(1).max(100_000).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
    }),
    output<CallPage>(),
  ),
  /** Everything beside a call. Error: `not-found`. */
  entry: query('reminder.read', z.strictObject({ customerId: id }), output<CallEntry>()),
  /**
   * Enters what came of a call: a follow-up of the customer with its reasons, and what the result means: an appointment, a
   * vehicle that went on, insurance taken elsewhere, an answer about each campaign that was spoken about. Errors: `not-found`,
   * `reminder-nothing-open`, `campaign-not-asked`, those of `book` (its issues on `appointment.onDay` and so on) and of a gift;
   * issues on `nextOn`, `appointment`, `goneVehicleIds`, `reasons`, `words`, `answers`.
   */
  enter: command(
    'reminder.call',
    z.strictObject({
      customerId: id,
      /** Reasons that were spoken about; empty: all that are open. */
      reasons: z
        .array(z.strictObject({ kind: z.enum(reminderKinds), vehicleId: id.nullable() }))
        .max(200)
        .default([]),
      code: z.enum(callCodes),
      nextOn: day.nullable().default(null),
      words: z.string().trim().max(1000, { error: 'too-long' }).default(''),
      appointment: z
        .strictObject({ onDay: day, hour: z.number().int().min(0).max(23), vehicleId: id.nullable() })
        .nullable()
        .default(null),
      goneVehicleIds: z.array(id).max(2000).default([]),
      /** 免打扰 from now on. */
      silence: z.boolean().default(false),
      ruleId: id.nullable().default(null),
      /** Of campaigns of which the customer said something else than the result says, and those whose gift is given now. */
      answers: z
        .array(
          z.strictObject({
            campaignId: id.nullable(),
            triggerId: id.nullable(),
            code: z.enum(responseCodes),
            gives: z.boolean().default(false),
          }),
        )
        .max(50)
        .default([]),
    }),
    output<{ readonly id: number; readonly appointmentId: number | null }>(),
  ),
  /**
   * Hours of a day with their bays, none on a day off of the holiday calendar, those that have passed apart; without a day the first one from tomorrow on
   * that has a bay free.
   */
  slots: query('reminder.read', z.strictObject({ onDay: day.nullable().default(null) }), output<SlotDay>()),
  /** Appointments of some days, each with the visit that was found for it. */
  appointments: query('reminder.read', span, output<readonly Appointment[]>()),
  /**
   * Books a bay. Errors: `not-found`, `appointment-full`, `appointment-hour-closed`, `appointment-day-full`, `appointment-closed`,
   * `appointment-holiday`; issues on `onDay`, `hour` (passed), `vehicleId` (neither the customer's nor the trailer of one).
   */
  book: command(
    'reminder.call',
    z.strictObject({
      customerId: id,
      vehicleId: id.nullable(),
      onDay: day,
      hour: z.number().int().min(0).max(23),
      note: z.string().trim().max(500, { error: 'too-long' }).default(''),
    }),
    output<{ readonly id: number }>(),
  ),
  /** Gives the bay back. Error: `not-found`. */
  cancel: command('reminder.call', z.strictObject({ id }), output<{ readonly id: number }>()),
  /** Conversion of the calls of some days. */
  figures: query(
    'reminder.read',
    span.extend({ by: z.enum(conversionBy) }),
    output<{ readonly lines: readonly ConversionLine[]; readonly all: ConversionLine }>(),
  ),
  /** The calls behind a figure; `key` null: all. */
  figureRows: query(
    'reminder.read',
    span.extend({
      by: z.enum(conversionBy),
      key: z.string().max(40).nullable(),
      step: z.enum(['called', 'reached', 'willing', 'booked', 'came']),
    }),
    output<readonly ConversionRow[]>(),
  ),
  /** Everything that falls due on the vehicles of one owner. Error: `not-found`. */
  fleet: query('vehicle.read', z.strictObject({ customerId: id }), output<Fleet>()),
  /**
   * The same as a letter to the owner: what falls due up to a day. Errors: `not-found`, `reminder-fleet-empty`,
   * `reminder-fleet-too-long`. */
  printFleet: action(
    'vehicle.read',
    z.strictObject({ customerId: id, until: day, format: paperFormat }),
    output<DeskFile>(),
  ),
  terms: query('reminder.read', z.strictObject({}), output<ReminderTerms>()),
  saveTerms: command(
    'rule.write',
    z.strictObject({
      restDays: z.number().int().min(0).max(180),
      retryDays: z.number().int().min(0).max(60),
      wrongNumberDays: z.number().int().min(1).max(365),
      visitDays: z.number().int().min(1).max(180),
    }),
    output<ReminderTerms>(),
  ),
};

export const reminderCallContract = readOnlyCalls(
  recordCalls(reminderCallFields, { read: 'reminder.read', write: 'reminder.call', remove: 'reminder.call' }),
);
export const reminderAppointmentContract = readOnlyCalls(
  recordCalls(reminderAppointmentFields, {
    read: 'reminder.read',
    write: 'reminder.call',
    remove: 'reminder.call',
  }),
);
export const reminderCapacityContract = recordCalls(reminderCapacityFields, {
  read: 'reminder.read',
  write: 'rule.write',
  remove: 'rule.write',
});

export const reminderRuleContract = {
  ...recordCalls(reminderRuleFields, { read: 'customer.read', write: 'rule.write', remove: 'rule.write' }),
  /** What would change today if the rule were switched on, or off where it is on. Error: `not-found`. */
  preview: query('rule.write', z.strictObject({ id }), output<ReminderPreview>()),
  /**
   * Switches a rule. `seen` repeats the number of reasons of today's list that the preview promised; errors: `not-found`,
   * `reminder-preview-changed` when it became another one meanwhile, `conflict` when the rule was written meanwhile.
   */
  switch: action(
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
