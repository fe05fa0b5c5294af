import type { UndoCounts } from '#shared/features/import/import.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { appendAudit } from '#electron/kernel/audit.ts';
import { kyselyOver, type Writer } from '#electron/kernel/database.ts';
import { bulkWriter, type BulkValues } from '#electron/kernel/record/record-bulk.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import type { WorkerRun } from '#electron/workers/worker-protocol.ts';
import { snake } from '#electron/kernel/sql-name.ts';
import { closeOpening } from '../partner/partner.opening.ts';

export type UndoOrder = {
  readonly databasePath: string;
  readonly importId: number;
  readonly by: { readonly personId: number | null; readonly name: string };
  readonly at: string;
  readonly today: Day;
};

type Change = { feature: string; record_id: number; version: number; before: string | null };

/** Children go before what they hang on, so that a created parent can be erased. */
const order = [
  'payment',
  'repairPart',
  'repairLine',
  'followUp',
  'contact',
  'receivable',
  'repair',
  'lead',
  'order',
  'stock',
  'vehicle',
  'customer',
  'cash',
  'person',
  'post',
  'department',
  'calendarDay',
  'indicatorEntry',
  'partnerCard',
  'partnerAgreement',
  'partner',
  'partnerKind',
];

/**
 * Takes an import back in three buckets: undone, kept because somebody edited the record since, failed (other records hang
 * on it). One transaction; cancel leaves nothing.
 */
export async function undoImport(
  { databasePath, importId, by, at, today }: UndoOrder,
  run: WorkerRun,
): Promise<UndoCounts> {
  const sqlite = openSqlite(databasePath, 'write');
  try {
    sqlite.exec('begin immediate');
    const found = sqlite.prepare('select state, kind from import where id = ?').get(importId) as
      | { state: string; kind: string }
      | undefined;
    if (!found) throw notFound('import', importId);
    if (found.state === 'undone') throw ruleViolated('import-undone-already');
    const bulk = bulkWriter(sqlite);
    const changes = sqlite
      .prepare('select feature, record_id, version, before from import_change where import_id = ?')
      .all(importId) as Change[];
    changes.sort((a, b) => order.indexOf(a.feature) - order.indexOf(b.feature) || b.record_id - a.record_id);
    // Imports are often taken back newest first. A record that now stands as the import before this one left it is that
    // import's again, unless somebody edited it between the two.
    const giveBack = sqlite.prepare(
      `with earlier as (
         select c.import_id, i.audit_seq from import_change c join import i on i.id = c.import_id
         where c.feature = @feature and c.record_id = @id and c.import_id < @importId
         order by c.import_id desc limit 1)
       update import_change set version = @version
       where feature = @feature and record_id = @id and import_id = (select import_id from earlier)
         and not exists (
           select 1 from audit_record r where r.feature = @feature and r.record_id = @id
             and r.seq > (select audit_seq from earlier)
             and r.seq < (select audit_seq from import where id = @importId))`,
    );
    const counts = { undone: 0, keptBecauseEdited: 0, failed: 0 };
    for (const [index, change] of changes.entries()) {
      if (index % 500 === 0) {
        await run.checkpoint();
        run.progress(index, changes.length, 'undoing');
      }
      counts[undoOne(change)] += 1;
    }

    function undoOne({ feature, record_id: id, version, before }: Change): keyof UndoCounts {
      const definition = definitionOf(feature);
      const table = snake(definition.table);
      const present = sqlite
        .prepare(`select version, removed_at as removed from "${table}" where id = ?`)
        .get(id) as { version: number; removed: string | null } | undefined;
      if (!present) return 'failed';
      if (present.version !== version) return 'keptBecauseEdited';
      sqlite.exec('savepoint undo_one');
      try {
        const values = before === null ? null : (JSON.parse(before) as BulkValues);
        if (feature === 'partnerCard') return closeCard({ id, version, before: values });
        if (values === null) bulk.erase(definition, id);
        else {
          bulk.update(definition, id, values, version + 1, at);
          giveBack.run({ feature, id, importId, version: version + 1 });
        }
        return 'undone';
      } catch (error) {
        sqlite.exec('rollback to undo_one');
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (!code.startsWith('SQLITE_CONSTRAINT')) throw error;
        return 'failed';
      } finally {
        sqlite.exec('release undo_one');
      }
    }

    /** What a ledger booked is taken back by an entry of its own. */
    function closeCard(card: Parameters<typeof closeOpening>[2]): keyof UndoCounts {
      const { personId } = by;
      if (personId === null) return 'failed';
      return closeOpening(sqlite, bulk, card, { personId, at, today }) ? 'undone' : 'failed';
    }

    bulk.flush();
    await appendAudit(kyselyOver(sqlite) as Writer, {
      at,
      personId: by.personId,
      personName: by.name,
      call: 'import.undo',
      records: [{ feature: 'import', id: importId, changes: [] }],
      told: { ...counts },
    });
    sqlite
      .prepare(`update import set state = 'undone', undone_at = ?, undo_counts = ? where id = ?`)
      .run(at, JSON.stringify(counts), importId);
    await run.cleared();
    sqlite.exec('commit');
    return counts;
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    throw error;
  } finally {
    sqlite.close();
  }
}
