import { z } from 'zod';
import { inputSchema } from '../../kernel/field-schema.ts';
import { command, query } from '../../rpc/call.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import { actionFields, type ActionState } from './action.fields.ts';

export type ActionLineKind =
  | 'raised'
  | 'owner'
  | 'due'
  | 'text'
  | 'check'
  | 'note'
  | 'reported'
  | 'closed'
  | 'reopened';

/** One line of an item's history as the meetings wrote it. */
export type ActionLine = {
  readonly kind: ActionLineKind;
  readonly at: string;
  readonly personName: string;
  /** Number of the meeting in which it was written, else null. */
  readonly meetingNumber: string | null;
  readonly text: string;
};

/** 来源: what an item was raised for, beside the meeting that it may come from. */
export type ActionOrigin = {
  readonly feature: 'decision' | 'inspection' | 'event' | 'gap' | 'channelPlan' | 'plan';
  readonly id: number;
  /** Number or name of the record; of a plan its year. */
  readonly name: string;
  /** Of a channel's plan the channel. */
  readonly channel: string | null;
};

/** An item with names and history, ready for a meeting or the manager's list. */
export type ActionItem = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly text: string;
  readonly ownerId: number;
  readonly ownerName: string;
  readonly dueOn: string;
  readonly check: string;
  readonly state: ActionState;
  readonly raisedOn: string;
  readonly meetingId: number | null;
  readonly decisionId: number | null;
  readonly meetingNumber: string | null;
  /** Absent in minutes that were confirmed before items told it. */
  readonly origin?: ActionOrigin | null;
  readonly closedOn: string | null;
  readonly closedByName: string | null;
  readonly evidence: string | null;
  /** 0 when not overdue (due today is not overdue). */
  readonly daysOverdue: number;
  readonly lines: readonly ActionLine[];
};

const rights = { read: 'action.read', write: 'action.write', remove: 'action.write' } as const;
const id = z.number().int().positive();
const meetingId = id.nullable().default(null);
const text = z.string().trim().min(1, { error: 'required' }).max(2000, { error: 'too-long' });
const values = inputSchema(actionFields);
const state = output<{ state: ActionState }>();

/** Glossary: 行动事项 action item, 逾期 overdue, 关闭 close, 证据 evidence. */
export const actionContract = {
  ...readOnlyCalls(recordCalls(actionFields, rights)),
  /** Errors: `meeting-confirmed` when the meeting it is said to come from is confirmed. */
  create: command('action.write', z.strictObject({ values }), output<{ id: number; number: string }>()),
  /** `meetingId`: the draft in which it was changed. Errors: `action-closed`, `action-keeps-meeting`. */
  update: command(
    'action.write',
    z.strictObject({ id, version: z.number().int(), meetingId, values }),
    output<{ id: number; version: number }>(),
  ),
  item: query('action.read', z.strictObject({ id }), output<ActionItem>()),
  /** A line of progress, said in a meeting or between meetings. */
  note: command('action.report', z.strictObject({ id, meetingId, text }), output<Record<string, never>>()),
  /** The owner says that it is done. */
  report: command('action.report', z.strictObject({ id, meetingId, text }), state),
  /** Somebody else has seen the evidence. Errors: `action-closed-by-owner`, `action-closed`. */
  close: command('action.close', z.strictObject({ id, meetingId, evidence: text }), state),
  reopen: command('action.close', z.strictObject({ id, meetingId, reason: text }), state),
  /** 逾期清单: what is overdue today, longest first. */
  overdue: query('action.read', z.strictObject({}), output<readonly ActionItem[]>()),
  /** What is not closed; of one person or of all, overdue first. */
  open: query('action.read', z.strictObject({ ownerId: id.optional() }), output<readonly ActionItem[]>()),
};
