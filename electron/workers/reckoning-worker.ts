/** The thread that reckons what falls due over all vehicles of a large store. Keeps its own connection and what it has read. */
import {
  createReckoner,
  type ListAnswer,
  type ListAsk,
  type Reckoner,
} from '#electron/features/reminder/reminder.reckoner.ts';
import type { ReckonedPreview } from '#electron/features/reminder/reminder.preview.ts';
import { kyselyOver } from '#electron/kernel/database.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { serveWorker } from './worker-protocol.ts';

type Of<Asked> = { readonly path: string; readonly asked: Asked };

export type ReckoningCalls = {
  list: { input: Of<ListAsk>; output: ListAnswer };
  preview: { input: Of<Parameters<Reckoner['preview']>[0]>; output: ReckonedPreview | null };
};

let kept: Reckoner | undefined;
/** One store for the life of the thread: its host belongs to the open store. */
function reckonerOf(path: string): Reckoner {
  if (!kept) {
    const sqlite = openSqlite(path, 'read');
    kept = createReckoner({ sqlite, reader: kyselyOver(sqlite) });
  }
  return kept;
}

serveWorker<ReckoningCalls>({
  list: async ({ path, asked }) => ({ output: await reckonerOf(path).list(asked) }),
  preview: async ({ path, asked }) => ({ output: await reckonerOf(path).preview(asked) }),
});
