/** The thread that imports, takes imports back, exports and reckons simulations. Opens its own connection for each piece of work. */
import { stat } from 'node:fs/promises';
import { threadFeed, type ReadingCalls } from '#electron/features/import/feed/feed-thread.ts';
import { readRows } from '#electron/features/import/feed/row-feed.ts';
import { exportList, type ExportOrder } from '#electron/features/export/export-list.ts';
import type { ImportOrder, ImportReport } from '#electron/features/import/import-order.ts';
import { runImport } from '#electron/features/import/import-run.ts';
import { undoImport, type UndoOrder } from '#electron/features/import/import-undo.ts';
import { runSimulation } from '#electron/features/simulation/simulation.running.ts';
import { kyselyOver } from '#electron/kernel/database.ts';
import { registerRecords } from '#electron/kernel/record/record-registry.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { allRecords } from '#electron/records.ts';
import type { UndoCounts } from '#shared/features/import/import.contract.ts';
import type { SimulationResult } from '#shared/features/simulation/simulation.content.ts';
import type { SimulationOrder } from '#shared/features/simulation/simulation.rules.ts';
import { workerFile } from './worker-files.ts';
import { createWorkerHost } from './worker-host.ts';
import { serveWorker } from './worker-protocol.ts';
import { inThread, rowByRow } from './worker-thread.ts';

export type ImportWorkerCalls = {
  run: { input: ImportOrder; output: ImportReport };
  undo: { input: UndoOrder; output: UndoCounts };
  simulate: { input: SimulationOrder & { readonly databasePath: string }; output: SimulationResult };
  export: { input: ExportOrder & { readonly databasePath: string }; output: { rows: number } };
};

registerRecords(allRecords);

/** Smaller files, of some thousand rows, are read before another thread would have started. */
const readHereBytes = 256 * 1024;
const reading = createWorkerHost<ReadingCalls>({
  url: workerFile('reading-worker'),
  place: inThread(rowByRow),
});
// Both load at the same time; a large file would wait for the second otherwise.
reading.warm();
const feedOfThread = threadFeed(reading);

serveWorker<ImportWorkerCalls>({
  async run(order, run) {
    const { size } = await stat(order.filePath);
    return { output: await runImport(order, run, size > readHereBytes ? feedOfThread : readRows) };
  },
  undo: async (order, run) => ({ output: await undoImport(order, run) }),
  async simulate({ databasePath, ...order }, run) {
    const sqlite = openSqlite(databasePath, 'read');
    try {
      return { output: await runSimulation(sqlite, order, run) };
    } finally {
      sqlite.close();
    }
  },
  async export({ databasePath, ...order }, run) {
    const sqlite = openSqlite(databasePath, 'read');
    try {
      return { output: { rows: await exportList(order, { reader: kyselyOver(sqlite), sqlite }, run) } };
    } finally {
      sqlite.close();
    }
  },
});
