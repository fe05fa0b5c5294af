import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { inputSchema } from '../../kernel/field-schema.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import type { ClockStage, ComplaintClock } from './complaint-clock.rules.ts';
import {
  callBackResults,
  complaintClockFields,
  complaintFields,
  type CallBackResult,
  type ComplaintChannel,
  type ComplaintKind,
  type ComplaintState,
  type Severity,
} from './complaint.fields.ts';
import type { ComplaintRefusal, ComplaintStep, Escalation } from './complaint.rules.ts';

export const complaintLineKinds = [
  'received',
  'edited',
  'severity',
  'assigned',
  'taken',
  'note',
  'investigated',
  'paused',
  'resumed',
  'extensionAsked',
  'extensionApproved',
  'extensionRefused',
  'answered',
  'notReached',
  'calledBack',
  'closed',
  'forced',
  'reopened',
] as const;
export type ComplaintLineKind = (typeof complaintLineKinds)[number];

/** One line of the history, which is only ever added to. `text` of `edited` names fields, of `severity` both severities. */
export type ComplaintLine = {
  readonly id: number;
  readonly kind: ComplaintLineKind;
  readonly at: string;
  readonly personName: string;
  readonly text: string;
};

/** 等客户 / 等配件; `closed`: from closing until it was opened again within the grace. */
export const pauseReasons = ['customer', 'parts', 'closed'] as const;
export type PauseReason = (typeof pauseReasons)[number];

export type PauseLine = {
  readonly id: number;
  readonly reason: PauseReason;
  readonly text: string;
  readonly fromOn: Day;
  readonly untilOn: Day | null;
  readonly personName: string;
};

export type ExtensionLine = {
  readonly id: number;
  readonly stage: ClockStage;
  /** Days of the term's own kind. */
  readonly days: number;
  readonly reason: string;
  /** 书面同意 of the customer or the authority; null: the store's own terms only. */
  readonly consent: string | null;
  readonly personName: string;
  readonly at: string;
  readonly decision: 'approved' | 'refused' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionText: string | null;
  /** Of the clock that runs now; an older one no longer counts. */
  readonly isPresent: boolean;
};

/** 重复投诉 the same customer or vehicle and kind within 90 days; shown from both sides. */
export type Recurrence = {
  readonly id: number;
  readonly number: string;
  readonly receivedOn: Day;
  readonly subject: string;
  readonly state: ComplaintState;
};

/** A complaint on its one page. Names beside ids; telephone and plate as the person may see them. */
export type ComplaintView = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly state: ComplaintState;
  readonly isRemoved: boolean;
  readonly subject: string;
  readonly kind: ComplaintKind;
  readonly severity: Severity;
  readonly channel: ComplaintChannel;
  readonly receivedOn: Day;
  readonly externalNumber: string | null;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly phone: string | null;
  readonly vehicleId: number | null;
  readonly plate: string | null;
  readonly model: string | null;
  readonly repairId: number | null;
  readonly repairNumber: string | null;
  readonly orderId: number | null;
  readonly orderNumber: string | null;
  readonly description: string | null;
  readonly demand: string | null;
  readonly handlerId: number | null;
  readonly handlerName: string | null;
  readonly aboutId: number | null;
  readonly aboutName: string | null;
  readonly cause: string | null;
  readonly remedy: string | null;
  readonly costFen: number | null;
  readonly answer: string | null;
  readonly takenOn: Day | null;
  readonly answeredOn: Day | null;
  readonly calledBackOn: Day | null;
  readonly calledBackByName: string | null;
  readonly callBackResult: CallBackResult | null;
  readonly customerWords: string | null;
  readonly closedOn: Day | null;
  readonly closedByName: string | null;
  readonly forced: boolean;
  readonly closeReason: string | null;
  readonly reopened: number;
  readonly clockFrom: Day;
  /** The one that counts now first. */
  readonly clocks: readonly ComplaintClock[];
  readonly escalation: Escalation;
  readonly pauses: readonly PauseLine[];
  readonly extensions: readonly ExtensionLine[];
  readonly lines: readonly ComplaintLine[];
  readonly recurrences: readonly Recurrence[];
  /** The call after a delivery that raised it. */
  readonly followUp: { readonly id: number; readonly happenedOn: Day } | null;
  /** Why the asking person cannot take a step now; null: could. */
  readonly refusals: Readonly<Record<ComplaintStep, ComplaintRefusal | null>>;
};

/** A line of the wall (看板): nothing on it tells a passer-by who the customer is. */
export type WallLine = {
  readonly id: number;
  readonly number: string;
  readonly state: ComplaintState;
  readonly kind: ComplaintKind;
  readonly severity: Severity;
  readonly subject: string;
  /** Masked for everybody. */
  readonly customer: string;
  /** Masked for everybody. */
  readonly plate: string | null;
  readonly handlerName: string | null;
  readonly receivedOn: Day;
  readonly clock: ComplaintClock | null;
  readonly escalation: Escalation;
};

export type ComplaintWall = {
  readonly today: Day;
  /** The most urgent ones. */
  readonly lines: readonly WallLine[];
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
  readonly paused: number;
  readonly toManager: number;
  readonly toOwner: number;
  readonly missingYears: readonly number[];
};

/** What waits for one person: for the desk. */
export type ComplaintDesk = {
  readonly open: number;
  readonly late: number;
  /** Nobody has it in hand. */
  readonly unassigned: number;
  /** Brought to this person by the rule of escalation: everything for the owner, the manager's part for a manager. */
  readonly escalated: readonly WallLine[];
  readonly mine: readonly WallLine[];
  /** Extensions that wait for this person's decision. */
  readonly toDecide: readonly WallLine[];
};

const id = z.number().int().positive();
const version = z.number().int();
const words = (max: number) =>
  z.string().trim().min(2, { error: 'required' }).max(max, { error: 'too-long' });
const perhaps = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'too-long' })
    .nullable()
    .transform((text) => (text === '' ? null : text));
const one = { id, version };
const moved = output<{ readonly id: number; readonly version: number; readonly state: ComplaintState }>();

const { list, get, neighbours, history, choose, remove, restore } = recordCalls(complaintFields, {
  read: 'complaint.read',
  write: 'complaint.write',
  remove: 'complaint.remove',
});
const values = inputSchema(complaintFields);

/**
 * Glossary: 投诉 complaint, 时限 clock, 暂停 pause, 延期 extension, 升级 escalation, 回访 call-back, 看板 wall. Every step asks for
 * the version that the person saw (error: conflict) and answers the next one; its refusals are ComplaintRefusal keys.
 */
export const complaintContract = {
  list,
  get,
  neighbours,
  history,
  choose,
  remove,
  restore,
  /** Errors: `in-future`, `complaint-not-three-guarantees` (a truck under 三包), issue `required` on the customer's name. */
  create: command(
    'complaint.write',
    z.strictObject({ values }),
    output<{ readonly id: number; readonly number: string }>(),
  ),
  /** Errors as of create, and `complaint-received-fixed`, `complaint-severity-lowered` without the right to approve. */
  update: command(
    'complaint.write',
    z.strictObject({ ...one, values }),
    output<{ readonly id: number; readonly version: number }>(),
  ),
  view: query('complaint.read', z.strictObject({ id }), output<ComplaintView>()),
  /** The whole file of a complaint on A4; the telephone as the person may see it. */
  print: action('complaint.read', z.strictObject({ id, format: paperFormat }), output<DeskFile>()),
  assign: command('complaint.write', z.strictObject({ ...one, handlerId: id, text: perhaps(500) }), moved),
  /** 受理: in hand from now on, by this person where nobody was named. */
  take: command('complaint.write', z.strictObject(one), moved),
  note: command('complaint.write', z.strictObject({ ...one, text: words(2000) }), moved),
  investigate: command(
    'complaint.write',
    z.strictObject({
      ...one,
      cause: perhaps(2000),
      remedy: perhaps(2000),
      /** Fen; null while unknown. */
      costFen: z.number().int().min(0, { error: 'too-small' }).nullable(),
    }),
    moved,
  ),
  pause: command(
    'complaint.write',
    z.strictObject({ ...one, reason: z.enum(['customer', 'parts']), text: words(500) }),
    moved,
  ),
  resume: command('complaint.write', z.strictObject({ ...one, text: perhaps(500) }), moved),
  extend: command(
    'complaint.write',
    z.strictObject({
      ...one,
      stage: z.enum(['answer', 'finish']),
      days: z.number().int().min(1, { error: 'too-small' }).max(60, { error: 'too-big' }),
      reason: words(500),
      consent: perhaps(500),
    }),
    moved,
  ),
  decide: command(
    'complaint.approve',
    z.strictObject({ ...one, approved: z.boolean(), text: words(500) }),
    moved,
  ),
  answer: command('complaint.write', z.strictObject({ ...one, answer: words(2000) }), moved),
  /** `result` null: not reached, the state stays. Dissatisfied: back in hand. */
  callBack: command(
    'complaint.write',
    z.strictObject({ ...one, result: z.enum(callBackResults).nullable(), customerWords: words(2000) }),
    moved,
  ),
  close: command('complaint.write', z.strictObject({ ...one, customerWords: words(2000) }), moved),
  force: command('complaint.approve', z.strictObject({ ...one, reason: words(1000) }), moved),
  /** Within the grace the old clock goes on, after it a new one begins. */
  reopen: command('complaint.write', z.strictObject({ ...one, reason: words(1000) }), moved),
  wall: query(
    'complaint.read',
    z.strictObject({ limit: z.number().int().min(1).max(500).default(60) }),
    output<ComplaintWall>(),
  ),
  desk: query('complaint.read', z.strictObject({}), output<ComplaintDesk>()),
};

export const complaintClockContract = {
  ...recordCalls(complaintClockFields, {
    read: 'complaint.read',
    write: 'rule.write',
    remove: 'rule.write',
  }),
};
