import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StoreVerdict } from '#shared/features/backup/backup.contract.ts';
import { verifyAudit } from './audit.ts';
import { checkBackup } from './backup-check.ts';
import type { Backups } from './backup-service.ts';
import type { DeskDatabase } from './database.ts';
import { schemaVersionIn } from './sqlite.ts';

/**
 * Checks everything that can be checked: SQLite's integrity check, references, the audit chain, each backup, and whether each
 * backup's audit head is still a row of the chain (a chain alone does not show a cut tail).
 */
export async function verifyStore(database: DeskDatabase, backups: Backups): Promise<StoreVerdict> {
  const { reader } = database.raw;
  const integrity = (reader.pragma('integrity_check(20)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((message) => message !== 'ok');
  await nextTurn();
  const danglingReferences = reader.prepare('select count(*) from pragma_foreign_key_check').pluck().get();
  const audit = await verifyAudit(database.reader);
  const hashOf = reader.prepare('select hash from audit where seq = ?').pluck();
  const checked: StoreVerdict['backups'][number][] = [];
  for (const { path, createdAt, auditSeq, auditHead } of await backups.list()) {
    const { problem } = await checkBackup(path);
    const inChain = auditSeq === 0 || hashOf.get(auditSeq) === auditHead;
    checked.push({ path, createdAt, problem, inChain });
  }
  return {
    // A backup of a history that a restore has left is not a fault of the store.
    ok:
      integrity.length === 0 &&
      danglingReferences === 0 &&
      audit.brokenAt === null &&
      checked.every(({ problem }) => problem === null),
    schemaVersion: schemaVersionIn(reader),
    integrity,
    danglingReferences: Number(danglingReferences),
    audit,
    backups: checked,
  };
}
