import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ImportCounts, ImportProblem, PreviewRow } from '#shared/features/import/import.contract.ts';
import { isKnownHeading } from '#shared/features/import/import-mapping.rules.ts';
import { guessHeader, isTotalRow } from '#shared/features/import/import-table.rules.ts';
import type { RawRow } from '#shared/features/import/raw-row.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { appendAudit } from '#electron/kernel/audit.ts';
import { kyselyOver, type Writer } from '#electron/kernel/database.ts';
import { bulkWriter } from '#electron/kernel/record/record-bulk.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import type { WorkerRun } from '#electron/workers/worker-protocol.ts';
import { createEngine, NeedsCare, type RowOutcome } from './engine/engine.ts';
import type { ImportOrder, ImportReport } from './import-order.ts';
import { openStage } from './import-stage.ts';
import { openTable } from './read/open-table.ts';
import { ReadProblem } from './read/read-problem.ts';

const keptProblems = 1000;
const headRows = 30;

/** How many search texts are written together: the fewer batches, the less the index rewrites. About 5 MB. */
const waitingTexts = 20_000;

/** Page cache of the import's connection in KB: rows, their indexes and the search index are written side by side. */
const importCacheKb = 128_000;

/** Reading problems as ours: the code is a key of the `problem.reasons` texts. */
export const asUnreadable = (error: unknown): unknown => {
  if (!(error instanceof ReadProblem)) return error;
  if (error.code === 'cancelled') return new DeskError({ code: 'cancelled' });
  return new DeskError({ code: 'rule-violated', reason: `file-${error.code}` });
};

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

class Tally {
  read = 0;
  readonly rows = { create: 0, update: 0, unchanged: 0, ask: 0, refused: 0, excluded: 0 };
  readonly records: Record<string, { create: number; update: number; unchanged: number }> = {};
  readonly errors: ImportProblem[] = [];
  readonly warnings: ImportProblem[] = [];

  count(outcome: RowOutcome): void {
    this.read += 1;
    this.rows[outcome.verdict] += 1;
    for (const { feature, what } of outcome.written)
      (this.records[feature] ??= { create: 0, update: 0, unchanged: 0 })[what] += 1;
  }

  counts(): ImportCounts {
    const { create, update, unchanged, ask, refused, excluded } = this.rows;
    return {
      read: this.read,
      create,
      update,
      unchanged,
      refused: refused + ask + excluded,
      records: this.records,
    };
  }
}

/**
 * Reads, checks, matches and writes a file in one transaction; a preview or a cancelled run leaves nothing. Runs in the
 * import worker while the writer gate is held. Errors: `cancelled`, `rule-violated` file-….
 */
export async function runImport(order: ImportOrder, run: WorkerRun): Promise<ImportReport> {
  try {
    return await runOnce({ ...order, careful: false }, run);
  } catch (error) {
    if (error instanceof NeedsCare) return runOnce({ ...order, careful: true }, run);
    throw error;
  }
}

async function runOnce(
  order: ImportOrder & { readonly careful: boolean },
  run: WorkerRun,
): Promise<ImportReport> {
  const fileHash = await hashOf(order.filePath);
  const sqlite = openSqlite(order.databasePath, 'write');
  sqlite.pragma(`cache_size = -${importCacheKb}`);
  const stage = openStage(order.stagePath);
  try {
    sqlite.exec('begin immediate');
    const importId = Number(
      sqlite
        .prepare(
          `insert into import (kind, file_name, file_hash, person_id, person_name, at, state, counts) values (?, ?, ?, ?, ?, ?, 'done', '{}')`,
        )
        .run(order.kind, order.fileName, fileHash, order.by.personId, order.by.name, order.at)
        .lastInsertRowid,
    );
    const bulk = bulkWriter(sqlite);
    const engine = createEngine(sqlite, bulk, order, importId, stage);
    stage.clearRows();
    const tally = new Tally();
    const started = performance.now();
    for await (const { rows, headers } of dataRows(order)) {
      await run.checkpoint();
      const kept: PreviewRow[] = [];
      for (const raw of rows) {
        const outcome = engine.apply(raw);
        tally.count(outcome);
        if (outcome.problems.length > 0) tell(tally, order, headers, raw, outcome);
        if (order.mode === 'preview' || outcome.verdict === 'refused' || outcome.verdict === 'ask')
          kept.push(engine.previewOf(raw, outcome));
      }
      if (bulk.waiting >= waitingTexts) bulk.flush();
      if (kept.length > 0) stage.batch(() => kept.forEach((row) => stage.put(row)));
      const seconds = (performance.now() - started) / 1000;
      run.progress(
        tally.read,
        // No percent rather than a wrong one, as long as nobody has seen the end of the file.
        order.expectedRows === 0 ? 0 : Math.max(order.expectedRows, tally.read),
        `${Math.round(tally.read / Math.max(seconds, 0.001))}`,
      );
    }
    bulk.flush();
    await run.checkpoint();
    const counts = tally.counts();
    const keptOut = tally.rows.refused + tally.rows.ask;
    const problems = [...tally.errors, ...tally.warnings].slice(0, keptProblems);
    if (order.mode === 'preview') {
      sqlite.exec('rollback');
      return { counts, problems, importId: null, keptOut };
    }
    // Kysely on the same connection: the audit row belongs to this transaction.
    const audit = await appendAudit(kyselyOver(sqlite) as Writer, {
      at: order.at,
      personId: order.by.personId,
      personName: order.by.name,
      call: 'import.run',
      records: [{ feature: 'import', id: importId, changes: [] }],
      told: { file: order.fileName, fileHash, kind: order.kind, counts },
    });
    sqlite
      .prepare('update import set counts = ?, audit_seq = ? where id = ?')
      .run(JSON.stringify(counts), audit.seq, importId);
    sqlite.exec('commit');
    return { counts, problems, importId, keptOut };
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    throw asUnreadable(error);
  } finally {
    stage.close();
    sqlite.close();
  }
}

function tell(
  tally: Tally,
  order: ImportOrder,
  headers: readonly string[],
  raw: RawRow,
  outcome: RowOutcome,
): void {
  for (const { column, code, warning, message } of outcome.problems) {
    const list = warning ? tally.warnings : tally.errors;
    if (list.length >= keptProblems) continue;
    const cell = column === null ? null : (raw.cells[column] ?? null);
    list.push({
      file: order.fileName,
      sheet: order.sheet ?? null,
      row: raw.row,
      column: column === null ? null : (headers[column] ?? null),
      value: cell === null ? null : String(cell),
      code,
      message,
      warning,
    });
  }
}

/** The data rows of a file, batch by batch: without titles, headings, 合计 rows and blank lines. */
export async function* dataRows(
  order: Pick<ImportOrder, 'filePath' | 'encoding' | 'sheet' | 'headerRow'>,
): AsyncGenerator<{ rows: readonly RawRow[]; headers: readonly string[] }> {
  const table = await openTable(order.filePath, {
    ...(order.encoding ? { encoding: order.encoding } : {}),
    ...(order.sheet ? { sheet: order.sheet } : {}),
  });
  try {
    let headers: readonly string[] | undefined;
    let firstDataRow = 0;
    for await (const batch of table.rows(order.sheet)) {
      if (!headers) {
        const header = headerOf(batch.slice(0, headRows), order.headerRow);
        headers = header.headers;
        firstDataRow = header.firstDataRow;
      }
      const rows = batch.filter((row) => row.row >= firstDataRow && !isTotalRow(row.cells));
      if (rows.length > 0) yield { rows, headers };
    }
  } finally {
    await table.close();
  }
}

/** The heading row: where the person said, else guessed. */
export function headerOf(
  rows: readonly RawRow[],
  headerRow: number | undefined,
): { headerRow: number; headers: readonly string[]; firstDataRow: number } {
  if (headerRow === undefined) return guessHeader(rows, isKnownHeading);
  const row = rows.find((candidate) => candidate.row === headerRow);
  return {
    headerRow,
    headers: (row?.cells ?? []).map((cell) => String(cell ?? '').trim()),
    firstDataRow: headerRow + 1,
  };
}
