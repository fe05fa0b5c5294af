import { insertMany } from '#electron/kernel/record/many-rows.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';

/**
 * What an import did to each record, for history and undo: one line a record, with its first `before` and its last `after`.
 * Lines wait and are written in batches, the created records of a feature side by side.
 */
export type ChangeNotes = {
  created(feature: string, id: number, after: string): void;
  updated(feature: string, id: number, version: number, before: string, after: string): void;
  /** How many lines wait; `dropWaiting` forgets those after a mark, when a savepoint takes their records back. */
  readonly waiting: number;
  dropWaiting(mark: number): void;
  /** Writes what waits. Call before commit. */
  flush(): void;
};

type Note = {
  readonly feature: string;
  readonly id: number;
  readonly version: number;
  readonly before: string | null;
  readonly after: string;
};

export function createChangeNotes(sqlite: Sqlite, importId: number): ChangeNotes {
  const waiting: Note[] = [];
  const into = 'import_change (import_id, feature, record_id, version, before, after)';
  const added = insertMany(sqlite, into, 6);
  const put = sqlite.prepare(
    `insert into ${into} values (?, ?, ?, ?, ?, ?)
     on conflict (import_id, feature, record_id) do update set version = excluded.version, after = excluded.after`,
  );
  return {
    created: (feature, id, after) => void waiting.push({ feature, id, version: 1, before: null, after }),
    updated: (feature, id, version, before, after) =>
      void waiting.push({ feature, id, version, before, after }),
    get waiting() {
      return waiting.length;
    },
    dropWaiting(mark) {
      waiting.length = mark;
    },
    flush() {
      // A record is created before it is updated, and never twice: those come first, in the order of the table.
      const created = waiting.filter((note) => note.before === null);
      for (const feature of new Set(created.map((note) => note.feature)))
        for (const note of created)
          if (note.feature === feature) added.add(importId, feature, note.id, 1, null, note.after);
      added.flush();
      for (const { feature, id, version, before, after } of waiting)
        if (before !== null) put.run(importId, feature, id, version, before, after);
      waiting.length = 0;
    },
  };
}
