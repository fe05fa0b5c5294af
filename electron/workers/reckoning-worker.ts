/** The thread that reckons what falls due over all vehicles of a large store. Keeps its own connection and what it has read. */
import {
  createReckoner,
  type ListAnswer,
  type ListAsk,
  type Reckoner,
} from '#electron/features/reminder/reminder.reckoner.ts';
import { readReminderRange } from '#electron/features/reminder/reminder.base.ts';
import type { VehicleRange } from '#electron/features/reminder/reminder.columns.ts';
import type { ReckonedPreview } from '#electron/features/reminder/reminder.preview.ts';
import { kyselyOver } from '#electron/kernel/database.ts';
import { rowsOf } from '#electron/kernel/read-rows.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { workerFile } from './worker-files.ts';
import { createWorkerHost } from './worker-host.ts';
import { serveWorker } from './worker-protocol.ts';

type Of<Asked> = { readonly path: string; readonly asked: Asked };

export type ReckoningCalls = {
  list: { input: Of<ListAsk>; output: ListAnswer };
  preview: { input: Of<Parameters<Reckoner['preview']>[0]>; output: ReckonedPreview | null };
  /** What a second thread of the same kind reads for the first. */
  range: { input: Of<VehicleRange>; output: Int32Array };
};

/** The second thread: it reads once and goes. */
const second = createWorkerHost<ReckoningCalls>({
  url: workerFile('reckoning-worker'),
  idleMs: 0,
  silenceMs: 300_000,
});

let kept: Reckoner | undefined;
/** One store for the life of the thread: its host belongs to the open store. */
function reckonerOf(path: string): Reckoner {
  if (!kept) {
    const sqlite = openSqlite(path, 'read');
    const beside = (asked: VehicleRange): Promise<Int32Array> => second.call('range', { path, asked });
    kept = createReckoner({ sqlite, reader: kyselyOver(sqlite), beside });
  }
  return kept;
}

serveWorker<ReckoningCalls>({
  list: async ({ path, asked }) => ({ output: await reckonerOf(path).list(asked) }),
  preview: async ({ path, asked }) => ({ output: await reckonerOf(path).preview(asked) }),
  async range({ path, asked }) {
    const sqlite = openSqlite(path, 'read');
    try {
      const rows = await readReminderRange(rowsOf(sqlite), asked);
      return { output: rows, transfer: [rows.buffer] };
    } finally {
      sqlite.close();
    }
  },
});
