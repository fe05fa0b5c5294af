import { z } from 'zod';
import { inputSchema } from '../../kernel/field-schema.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import type { ActionItem } from '../action/action.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import type { MeetingDecision } from '../meeting/meeting.contract.ts';
import { decisionFields } from './decision.fields.ts';

const rights = { read: 'meeting.read', write: 'meeting.write', remove: 'meeting.write' } as const;
const id = z.number().int().positive();
const values = inputSchema(decisionFields);

type Named = { readonly id: number; readonly number: string; readonly text: string };

/** A decision in the order of those that took each other's place. */
export type DecisionStep = Named & {
  readonly decidedOn: string;
  /** null: in force. */
  readonly replacedOn: string | null;
  readonly replacedByNumber: string | null;
};

/** A decision with what it hangs on: its meeting, its chain, the action items that carry it out. */
export type DecisionView = MeetingDecision & {
  readonly decidedOn: string;
  readonly meeting: {
    readonly id: number;
    readonly number: string;
    readonly period: string;
    readonly state: string;
  };
  /** The one that took its place; null: in force. */
  readonly replacedBy: (Named & { readonly on: string | null }) | null;
  /** Everything that took each other's place, itself among them; the last is in force. */
  readonly chain: readonly DecisionStep[];
  readonly actions: readonly ActionItem[];
};

/** 决议: taken in a meeting's draft, frozen with its minutes. A number once given is never given again. */
export const decisionContract = {
  ...readOnlyCalls(recordCalls(decisionFields, rights)),
  create: command(
    'meeting.write',
    z.strictObject({ meetingId: id, values }),
    output<{ id: number; number: string }>(),
  ),
  update: command(
    'meeting.write',
    z.strictObject({ id, version: z.number().int(), values }),
    output<{ id: number; version: number }>(),
  ),
  /** 决策单: one decision as a sheet. */
  print: action('meeting.read', z.strictObject({ id, format: paperFormat }), output<DeskFile>()),
  view: query('meeting.read', z.strictObject({ id }), output<DecisionView>()),
  /** Errors: `decision-replaced`; issues `decision-replaces-itself`, `decision-chain-loops` of `byId`. */
  replace: command('meeting.confirm', z.strictObject({ id, byId: id }), output<Record<string, never>>()),
  /** In force again. Error: `decision-in-force`. */
  reinstate: command('meeting.confirm', z.strictObject({ id }), output<Record<string, never>>()),
};
