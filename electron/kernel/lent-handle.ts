import type { SqliteDatabase } from 'kysely';

const handles = new WeakMap<object, SqliteDatabase>();

/** The connection under a reader, or under an open transaction; undefined where only Kysely knows it, or it has ended. */
export const lentHandle = (on: object): SqliteDatabase | undefined => handles.get(on);

/** Lends the connection under a reader or transaction to queries whose text never changes. */
export const lendHandle = (on: object, handle: SqliteDatabase): void => void handles.set(on, handle);

/** A transaction that has ended lends nothing: Kysely then refuses what is asked of it. */
export const endHandle = (on: object): void => void handles.delete(on);
