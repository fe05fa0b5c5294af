import type { ContractProcedure, Schema } from '@orpc/contract';
import type { CallMeta, CallKind } from '#shared/rpc/call.ts';
import type { Role, Scope } from '#shared/rpc/rights.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { AuditTable } from './tables.ts';
import type { RecordChange } from './audit.ts';
import type { Clock } from './clock.ts';
import type { Reader, Writer } from './database.ts';

/** The person behind a call. */
export type Actor = {
  readonly personId: number;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  /** Hash of the session's token; '' for the command line. */
  readonly sessionKey: string;
};

type BaseContext = {
  readonly clock: Clock;
  /** Which records the right covers: all, or those that the person owns. */
  readonly scope: Scope;
  readonly signal: AbortSignal | undefined;
};

export type QueryContext = BaseContext & { readonly actor: Actor; readonly reader: Reader };

/** What a transaction tells the audit and the windows. */
export type Telling = {
  /** Notes a changed record: goes to the audit, the record's history and the `changed` event. */
  changed(change: RecordChange): void;
  /** Adds plain data to the audit row. */
  tell(key: string, value: unknown): void;
  /** Runs after commit, e.g. to start a job. */
  afterCommit(work: () => void): void;
};

export type CommandContext = BaseContext & Telling & { readonly actor: Actor; readonly writer: Writer };

export type ActionContext = BaseContext & {
  /** null only for open calls. */
  readonly actor: Actor | null;
  readonly reader: Reader;
  readonly backup: BackupBefore;
  /** One transaction with its own audit row; `as` names the person when there is no session yet. */
  write<Result>(
    work: (transaction: Telling & { readonly writer: Writer }) => Promise<Result>,
    as?: { personId: number | null; name: string },
  ): Promise<{ readonly result: Result; readonly audit: AuditTable }>;
};

/** Backs the store up before something large. */
export type BackupBefore = (reason: 'before-bulk') => Promise<unknown>;

export type OpenQueryContext = BaseContext & { readonly actor: Actor | null; readonly reader: Reader };

type ContextOf<Kind extends CallKind> = Kind extends 'command'
  ? CommandContext
  : Kind extends 'action'
    ? ActionContext
    : QueryContext;

export type HandlerOf<C> =
  C extends ContractProcedure<
    Schema<infer _In, infer Parsed>,
    Schema<infer Out, infer _Out>,
    infer _E,
    CallMeta<infer Kind>
  >
    ? (input: Parsed, context: ContextOf<Kind>) => Promise<Out> | (Kind extends 'stream' ? Out : never)
    : never;

/** A handler for every call of a feature's contract: a missing one does not compile. */
export type HandlersOf<Contract> = { readonly [Name in keyof Contract]: HandlerOf<Contract[Name]> };

export type AnyHandler = (input: never, context: never) => unknown;
export type FeatureHandlers = Readonly<Record<string, AnyHandler>>;
