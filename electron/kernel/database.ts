import {
  CamelCasePlugin,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type Transaction,
} from 'kysely';
import type { Tables } from './tables.ts';
import { endHandle, lendHandle } from './lent-handle.ts';
import { openSqlite, type Sqlite } from './sqlite.ts';
import { withKeptStatements } from './statement-cache.ts';
import { writerGate, type WriterGate } from './writer-gate.ts';

/** A read handle: what a query gets. Writing does not compile. */
export type Reader = Pick<
  Kysely<Tables>,
  'selectFrom' | 'with' | 'dynamic' | 'fn' | 'case' | 'selectNoFrom' | 'getExecutor'
>;
/** The open transaction of a command. */
export type Writer = Transaction<Tables>;

export type DeskDatabase = {
  readonly path: string;
  readonly reader: Reader;
  /** Runs one transaction on the writing connection, after whatever else is writing. */
  write<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result>;
  /** Held by every transaction, and by a worker while it writes on its own connection. */
  readonly gate: WriterGate;
  /** The raw connections, for kernel modules that need what only SQLite has. */
  readonly raw: { readonly writer: Sqlite; readonly reader: Sqlite };
  close(): Promise<void>;
};

/** SQLite rolls back by itself when the disk is full; a second rollback would hide why. */
class DeskDriver extends SqliteDriver {
  readonly #database: Sqlite;
  readonly #handle: SqliteDatabase;

  constructor(database: Sqlite, handle: SqliteDatabase) {
    super({ database: handle });
    this.#database = database;
    this.#handle = handle;
  }

  /** As Kysely does, without building a query for one word. */
  override async beginTransaction(): Promise<void> {
    this.#handle.prepare('begin').run([]);
  }

  override async commitTransaction(): Promise<void> {
    this.#handle.prepare('commit').run([]);
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class DeskDialect extends SqliteDialect {
  readonly #database: Sqlite;
  readonly #handle: SqliteDatabase;

  constructor(database: Sqlite, handle: SqliteDatabase) {
    super({ database: handle });
    this.#database = database;
    this.#handle = handle;
  }

  override createDriver(): DeskDriver {
    return new DeskDriver(this.#database, this.#handle);
  }
}

/** Typed queries over a connection; `handle` is the same one as Kysely shall use it. */
export const kyselyOver = (database: Sqlite, handle: SqliteDatabase = database): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new DeskDialect(database, handle), plugins: [new CamelCasePlugin()] });

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL';

/** Opens reader and writer handles on one migrated database file. `onFull` is told when the disk had no room for a write. */
export function openDatabase(path: string, onFull: () => void = () => undefined): DeskDatabase {
  const rawWriter = openSqlite(path, 'write');
  const rawReader = openSqlite(path, 'read');
  const [writes, reads] = [withKeptStatements(rawWriter), withKeptStatements(rawReader)];
  const writer = kyselyOver(rawWriter, writes);
  const reader = kyselyOver(rawReader, reads);
  lendHandle(reader, reads);
  const gate = writerGate();
  return {
    path,
    reader,
    gate,
    raw: { writer: rawWriter, reader: rawReader },
    write: (work) =>
      gate.run(async () => {
        try {
          return await writer.transaction().execute(async (transaction) => {
            lendHandle(transaction, writes);
            try {
              return await work(transaction);
            } finally {
              endHandle(transaction);
            }
          });
        } catch (error) {
          if (isFull(error)) onFull();
          throw error;
        }
      }),
    async close() {
      await gate.run(async () => {
        // Not through Kysely, which closes only what a query has used.
        rawReader.close();
        try {
          if (rawWriter.open) rawWriter.pragma('wal_checkpoint(TRUNCATE)');
        } catch {
          // A full disk or damage: the log keeps what the database could not take.
        }
        rawWriter.close();
      });
    },
  };
}
