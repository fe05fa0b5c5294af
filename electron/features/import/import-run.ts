import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ImportCounts, ImportProblem, PreviewRow } from '#shared/features/import/import.contract.ts';
import { importSize, mustAsk } from '#shared/features/import/import-size.rules.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { appendAudit } from '#electron/kernel/audit.ts';
import { kyselyOver, type Writer } from '#electron/kernel/database.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import type { WorkerRun } from '#electron/workers/worker-protocol.ts';
import { createEngine, NeedsCare, type RowOutcome } from './engine/engine.ts';
import type { RowFeed } from './feed/row-feed.ts';
import type { FedRow } from './feed/row-reader.ts';
import type { ImportOrder, ImportReport } from './import-order.ts';
import { openStage } from './import-stage.ts';
import { writtenChoices } from './written-choices.ts';

const keptProblems = 1000;
/** Of a cell that is quoted beside its problem; a cell may hold 100,000 characters. */
const quotedChars = 200;

/** Page cache of the import's connection in KB: rows, their indexes and the search index are written side by side. */
const importCacheKb = 96_000;

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
 * Matches and writes the rows of a file in one transaction; a preview or a cancelled run leaves nothing. Runs in the import
 * worker while the writer gate is held. Errors: `cancelled`, `rule-violated` import-large (create, update) or file-….
 */
export async function runImport(order: ImportOrder, run: WorkerRun, feed: RowFeed): Promise<ImportReport> {
  try {
    return await runOnce({ ...order, careful: false }, run, feed);
  } catch (error) {
    if (error instanceof NeedsCare) return runOnce({ ...order, careful: true }, run, feed);
    throw error;
  }
}

async function runOnce(
  order: ImportOrder & { readonly careful: boolean },
  run: WorkerRun,
  feed: RowFeed,
): Promise<ImportReport> {
  const hashing = hashOf(order.filePath);
  hashing.catch(() => undefined); // awaited before the end; a file that cannot be read is told by its reader
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
        .run(order.kind, order.fileName, '', order.by.personId, order.by.name, order.at).lastInsertRowid,
    );
    const engine = createEngine(sqlite, order, importId, stage);
    const { searched } = engine;
    stage.clearRows();
    const tally = new Tally();
    const started = performance.now();
    const choices = writtenChoices(order.kind, order.mapping);
    for await (const batch of feed({ ...order, corrections: stage.corrections(), searched, choices })) {
      await run.checkpoint();
      const { rows, headers } = batch;
      engine.turnTo(batch);
      const kept: PreviewRow[] = [];
      for (const row of rows) {
        const outcome = engine.apply(row);
        tally.count(outcome);
        if (outcome.problems.length > 0) tell(tally, order, headers, row, outcome);
        if (order.mode === 'preview' || outcome.verdict === 'refused' || outcome.verdict === 'ask')
          kept.push(engine.previewOf(row, outcome));
      }
      engine.flush(false);
      if (kept.length > 0) stage.batch(() => kept.forEach((row) => stage.put(row)));
      const seconds = (performance.now() - started) / 1000;
      run.progress(
        tally.read,
        // No percent rather than a wrong one, as long as nobody has seen the end of the file.
        order.expectedRows === 0 ? 0 : Math.max(order.expectedRows, tally.read),
        `${Math.round(tally.read / Math.max(seconds, 0.001))}`,
      );
    }
    engine.flush(true);
    await run.checkpoint();
    const counts = tally.counts();
    const keptOut = tally.rows.refused + tally.rows.ask;
    const problems = [...tally.errors, ...tally.warnings].slice(0, keptProblems);
    const fileHash = await hashing;
    if (order.mode === 'preview') {
      stage.notePreview(fileHash);
      sqlite.exec('rollback');
      return { counts, problems, importId: null, keptOut };
    }
    const size = importSize(counts);
    if (mustAsk(size, order.agreed)) throw ruleViolated('import-large', size);
    // What the person saw and corrected was another file.
    if ((stage.previewedHash() ?? fileHash) !== fileHash) throw ruleViolated('file-changed');
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
      .prepare('update import set file_hash = ?, counts = ?, audit_seq = ? where id = ?')
      .run(fileHash, JSON.stringify(counts), audit.seq, importId);
    await run.cleared();
    sqlite.exec('commit');
    return { counts, problems, importId, keptOut };
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    throw error;
  } finally {
    stage.close();
    sqlite.close();
  }
}

function tell(
  tally: Tally,
  order: ImportOrder,
  headers: readonly string[],
  row: FedRow,
  outcome: RowOutcome,
): void {
  for (const { column, code, warning, message } of outcome.problems) {
    const list = warning ? tally.warnings : tally.errors;
    if (list.length >= keptProblems) continue;
    const cell = column === null ? null : (row.cells[column] ?? null);
    list.push({
      file: order.fileName,
      sheet: order.sheet ?? null,
      row: row.row,
      column: column === null ? null : (headers[column] ?? null),
      value: cell === null ? null : String(cell).slice(0, quotedChars),
      code,
      message,
      warning,
    });
  }
}
