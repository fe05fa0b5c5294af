import { oc, type ContractProcedure, type Schema } from '@orpc/contract';
import type { z } from 'zod';
import type { Right } from './rights.ts';

/**
 * A call is declared once, here and nowhere else: kind, right, input and output.
 * - query: reads through a read handle, changes nothing.
 * - command: one transaction, one audit row.
 * - action: work outside a transaction (password hashing, files, workers) that may run commands of its own through the door.
 * - stream: an endless sequence of messages (progress, changes).
 */
export type CallKind = 'query' | 'command' | 'action' | 'stream';

/** `open` needs no session (first run, sign-in); `signed-in` any session; `locked` also a locked one. */
export type CallRight = Right | 'open' | 'signed-in' | 'locked';

export type CallMeta<Kind extends CallKind = CallKind> = { readonly kind: Kind; readonly right: CallRight };

export type Call<Kind extends CallKind, In, Out, Parsed = In> = ContractProcedure<
  Schema<In, Parsed>,
  Schema<Out, Out>,
  Record<never, never>,
  CallMeta<Kind>
>;

const declare =
  <Kind extends CallKind>(kind: Kind) =>
  <In extends z.ZodType, Out>(
    right: CallRight,
    input: In,
    output: z.ZodType<Out>,
  ): Call<Kind, z.input<In>, Out, z.output<In>> =>
    oc.$meta<CallMeta<Kind>>({ kind, right }).input(input).output(output) as unknown as Call<
      Kind,
      z.input<In>,
      Out,
      z.output<In>
    >; // narrows zod's schema to its two types

export const query = declare('query');
export const command = declare('command');
export const action = declare('action');
export const stream = declare('stream');
