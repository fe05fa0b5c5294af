import { z } from 'zod';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import { handOverCauses, holdingKinds, type HandOverCause, type HoldingKind } from './assignment.rules.ts';

/** 归属 assignment: whose customer it is, since when, and what hangs on a person who leaves. */

/** A change of a customer's consultant. `call`: what did it, null for what stood before the history began. */
export type AssignmentLine = {
  readonly id: number;
  readonly at: string;
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly personName: string | null;
  readonly call: string | null;
  readonly reason: string | null;
};

/** Somebody on whom something hangs. */
export type Holder = {
  readonly personId: number;
  readonly name: string;
  readonly leftOn: string | null;
  /** Lies in the bin. */
  readonly isRemoved: boolean;
  readonly count: number;
};

/** Who may take over: everybody in post. */
export type Successor = { readonly id: number; readonly name: string; readonly post: string | null };

export type HoldingCount = { readonly kind: HoldingKind; readonly count: number };

export type Holdings = {
  readonly personId: number;
  readonly name: string;
  readonly leftOn: string | null;
  readonly counts: readonly HoldingCount[];
  /** Deliveries whose sheet the store has signed already: they stay as they were signed. */
  readonly frozenDeliveries: number;
  /** Months from now on for which the person has goals; they are handed on in the goals. */
  readonly goalMonths: number;
  /** Planned sessions that the person gives; who may give one instead is told by the trainers' own rule. */
  readonly trainings: number;
  /** Minutes that are not confirmed and that the person chairs or takes. */
  readonly meetings: number;
};

export type HoldingRow = {
  readonly id: number;
  readonly title: string;
  readonly detail: string;
  readonly customerName: string | null;
};

export type SuccessorWarning = {
  readonly personId: number;
  readonly name: string;
} & (
  | { readonly problem: 'noAccount' | 'noPost' }
  | { readonly problem: 'leavesSoon'; readonly on: string }
  | { readonly problem: 'noRight'; readonly kind: HoldingKind }
);

export type HandOverPreview = {
  readonly moved: number;
  readonly lines: readonly {
    readonly kind: HoldingKind;
    readonly toId: number;
    readonly toName: string;
    readonly count: number;
  }[];
  /** What nobody takes. */
  readonly stays: readonly HoldingCount[];
  readonly warnings: readonly SuccessorWarning[];
  /** Among the customers: who is not to be called, or refused consent. */
  readonly silentCustomers: number;
};

export type HandOverLine = {
  readonly id: number;
  readonly fromName: string;
  readonly toNames: readonly string[];
  readonly cause: HandOverCause;
  readonly reason: string;
  readonly at: string;
  readonly personName: string;
  readonly moved: number;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  /** What went back, once it was taken back. */
  readonly returned: number | null;
};

const id = z.number().int().positive();
const kind = z.enum(holdingKinds);
const people = z.array(id).max(50);
const choice = {
  fromId: id,
  toIds: people,
  kinds: z.array(z.strictObject({ kind, toIds: people })).max(holdingKinds.length),
  picks: z.array(z.strictObject({ kind, ids: z.array(id).max(100_000), toId: id.nullable() })).max(500),
};

export const assignmentContract = {
  /** 归属记录 of one customer, the first one first. */
  history: query(
    'customer.read',
    z.strictObject({ customerId: id }),
    output<{ readonly lines: readonly AssignmentLine[] }>(),
  ),
  /** Everybody on whom something hangs, who left first. */
  holders: query(
    'assignment.handOver',
    z.strictObject({}),
    output<{ readonly holders: readonly Holder[]; readonly successors: readonly Successor[] }>(),
  ),
  holdings: query('assignment.handOver', z.strictObject({ personId: id }), output<Holdings>()),
  /** Records of one kind, a page and the ids of all that the search finds. */
  rows: query(
    'assignment.handOver',
    z.strictObject({
      personId: id,
      kind,
      search: z.string().trim().max(60).default(''),
      page: z.number().int().min(1).default(1),
    }),
    output<{
      readonly total: number;
      readonly ids: readonly number[];
      readonly rows: readonly HoldingRow[];
    }>(),
  ),
  /** Errors: issues on `toIds` person-left, hand-over-itself; `not-found` for a person. */
  preview: query('assignment.handOver', z.strictObject(choice), output<HandOverPreview>()),
  /** 交接 in one transaction. Errors as of the preview; `hand-over-nothing`; `hand-over-changed` {moved} when others moved meanwhile. */
  handOver: action(
    'assignment.handOver',
    z.strictObject({
      ...choice,
      cause: z.enum(handOverCauses),
      reason: z.string().trim().min(2, { error: 'required' }).max(200),
      /** How many records the person saw in the preview. */
      expected: z.number().int().min(1),
    }),
    output<{ readonly id: number; readonly moved: number }>(),
  ),
  /** Takes a hand-over back: what is still the successor's and still open returns. Error: `hand-over-undone`. */
  undo: command(
    'assignment.handOver',
    z.strictObject({ id }),
    output<{ readonly returned: number; readonly stayed: number }>(),
  ),
  handOvers: query(
    'assignment.handOver',
    z.strictObject({ page: z.number().int().min(1).default(1) }),
    output<{ readonly total: number; readonly lines: readonly HandOverLine[] }>(),
  ),
  /** 交接单 of a hand-over. */
  print: action('assignment.handOver', z.strictObject({ id, format: paperFormat }), output<DeskFile>()),
};
