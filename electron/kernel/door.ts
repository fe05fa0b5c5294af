import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { DeskError, type DeskErrorData } from '#shared/rpc/desk-error.ts';
import { fieldIssuesOf } from '#shared/rpc/field-issues.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { CallKind, CallRight } from '#shared/rpc/call.ts';
import { appendAudit, type RecordChange } from './audit.ts';
import type { Clock } from './clock.ts';
import type { DeskDatabase, Writer } from './database.ts';
import type { Events } from './events.ts';
import type { Actor, AnyHandler, BackupBefore, FeatureHandlers, Telling } from './handler.ts';
import type { Log } from './log.ts';
import type { AuditTable } from './tables.ts';

/**
 * The one door to the core, on every carrier: session → right → schema → (command: one transaction) → handler → audit row
 * in the same transaction → events after commit. Nothing else catches errors of handlers.
 */
export type Door = {
  /** Calls `feature.verb` with raw input. Throws DeskError only. */
  call(name: string, input: unknown, caller: Caller): Promise<unknown>;
  readonly calls: readonly CallLine[];
};

export type CallLine = { readonly name: string; readonly kind: CallKind; readonly right: CallRight };

/** Who calls: a session's token from a carrier, or an actor already proven (command line, jobs). */
export type Caller = {
  readonly token?: string | undefined;
  readonly actor?: Actor;
  readonly signal?: AbortSignal | undefined;
};

export type SessionCheck = (token: string | undefined, allowLocked: boolean) => Promise<Actor>;

type Procedure = {
  '~orpc': { inputSchema?: unknown; meta: { kind: CallKind; right: CallRight } };
};

export type DoorParts = {
  readonly contract: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly handlers: Readonly<Record<string, FeatureHandlers>>;
  readonly database: DeskDatabase;
  readonly clock: Clock;
  readonly events: Events;
  readonly log: Log;
  readonly session: SessionCheck;
  readonly backup: BackupBefore;
  /** Hears of every failure that leaves. */
  failed?(failure: DeskErrorData): void;
};

/** Any failure as one of ours; an unknown one becomes an incident with its stack in the log. */
export function asDeskError(error: unknown, call: string, log: Log): DeskError {
  if (error instanceof DeskError) return error;
  if (error instanceof Error && error.name === 'AbortError') return new DeskError({ code: 'cancelled' });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new DeskError({ code: 'storage', reason: 'disk-full' });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new DeskError({ code: 'storage', reason: 'damaged' });
  if (code.startsWith('SQLITE_IOERR')) {
    log.write('error', `disk error in ${call}`, error);
    return new DeskError({ code: 'storage', reason: 'disk-error' });
  }
  if (code.startsWith('SQLITE_BUSY')) return new DeskError({ code: 'unavailable', reason: 'busy' });
  const incident = randomBytes(4).toString('hex');
  log.write('error', `incident ${incident} in ${call}`, error);
  return new DeskError({ code: 'internal', incident });
}

/** The calls of a contract. */
export const callLines = (contract: DoorParts['contract']): readonly CallLine[] =>
  Object.entries(contract).flatMap(([feature, verbs]) =>
    Object.entries(verbs).map(([verb, procedure]) => ({
      name: `${feature}.${verb}`,
      ...(procedure as Procedure)['~orpc'].meta, // contracts hold procedures only
    })),
  );

/**
 * The input as the call's schema wants it; every call declares a zod schema (shared/rpc/call.ts), none of which waits for
 * anything: zod's asynchronous way is several times slower. Error: `invalid-input`.
 */
export function parsedInput(schema: unknown, input: unknown): unknown {
  const parsed = (schema as z.ZodType).safeParse(input ?? {});
  if (!parsed.success) throw new DeskError({ code: 'invalid-input', issues: fieldIssuesOf(parsed.error) });
  return parsed.data;
}

export function createDoor(parts: DoorParts): Door {
  const { contract, handlers, database, clock, events, log, session, backup } = parts;

  const procedureOf = (name: string): { procedure: Procedure; handler: AnyHandler } | undefined => {
    const [feature = '', verb = ''] = name.split('.');
    if (!Object.hasOwn(contract, feature) || !Object.hasOwn(contract[feature] ?? {}, verb)) return undefined;
    const procedure = contract[feature]?.[verb] as Procedure; // contracts hold procedures only
    const handler = handlers[feature]?.[verb];
    return handler ? { procedure, handler } : undefined;
  };

  /** One transaction: the work, its audit row, then events. */
  async function transact<Result>(
    name: string,
    who: { personId: number | null; name: string },
    work: (transaction: Telling & { writer: Writer }) => Promise<Result>,
  ): Promise<{ result: Result; audit: AuditTable }> {
    const records: RecordChange[] = [];
    const told: Record<string, unknown> = {};
    const after: (() => void)[] = [];
    const done = await database.write(async (writer) => {
      const result = await work({
        writer,
        changed: (change) => void records.push(change),
        tell: (key, value) => void (told[key] = value),
        afterCommit: (later) => void after.push(later),
      });
      const audit = await appendAudit(writer, {
        at: clock.now(),
        personId: who.personId,
        personName: who.name,
        call: name,
        records,
        told,
      });
      return { result, audit };
    });
    const byFeature = Map.groupBy(records, (record) => record.feature);
    for (const [feature, changed] of byFeature)
      events.publish({ type: 'changed', feature, ids: changed.map((r) => r.id) });
    for (const later of after) later();
    return done;
  }

  async function enter(name: string, input: unknown, caller: Caller): Promise<unknown> {
    const found = procedureOf(name);
    if (!found) throw new DeskError({ code: 'not-found', feature: 'call', id: name });
    const { inputSchema, meta } = found.procedure['~orpc'];

    // Session, then right.
    let actor: Actor | null = caller.actor ?? null;
    if (!actor && meta.right !== 'open') actor = await session(caller.token, meta.right === 'locked');
    else if (!actor && caller.token) actor = await session(caller.token, true).catch(() => null);
    const scope =
      meta.right === 'open' || meta.right === 'signed-in' || meta.right === 'locked'
        ? 'all'
        : scopeOf(actor?.roles ?? [], meta.right);
    if (!scope) throw new DeskError({ code: 'forbidden', right: meta.right });

    const data = parsedInput(inputSchema, input);

    const handler = found.handler as (input: unknown, context: unknown) => unknown;
    const base = { clock, scope, signal: caller.signal, actor };
    switch (meta.kind) {
      case 'query':
      case 'stream':
        return handler(data, { ...base, reader: database.reader });
      case 'command': {
        const who = { personId: actor?.personId ?? null, name: actor?.name ?? '' };
        const { result } = await transact(name, who, async (transaction) =>
          handler(data, { ...base, ...transaction }),
        );
        return result;
      }
      case 'action': {
        const known = { personId: actor?.personId ?? null, name: actor?.name ?? '' };
        return handler(data, {
          ...base,
          reader: database.reader,
          backup,
          write: (work: Parameters<typeof transact>[2], as = known) => transact(name, as, work),
        });
      }
    }
  }

  return {
    calls: callLines(contract),
    async call(name, input, caller) {
      try {
        return await enter(name, input, caller);
      } catch (error) {
        const failure = asDeskError(error, name, log);
        parts.failed?.(failure.data);
        throw failure;
      }
    },
  };
}
