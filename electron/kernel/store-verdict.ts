import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AttachmentFaults, StoreVerdict } from '#shared/features/backup/backup.contract.ts';
import { attachmentsIn } from './attachment-rows.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { verifyAudit } from './audit.ts';
import { attachmentFaults, attachmentFaultsOfBackups } from './backup-attachments.ts';
import { checkBackup } from './backup-check.ts';
import type { Backups } from './backup-service.ts';
import type { DeskDatabase } from './database.ts';
import { schemaVersionIn } from './sqlite.ts';

export type Verified = {
  readonly database: DeskDatabase;
  readonly attachments: AttachmentStore;
  readonly backups: Backups;
};

const isWhole = ({ missing, changed }: AttachmentFaults): boolean => missing.length + changed.length === 0;

/**
 * Checks everything that can be checked: SQLite's integrity check, references, the attachments, the audit chain, each backup
 * with the attachments that it needs, and whether each backup's audit head is still a row of the chain (a chain alone does not
 * show a cut tail).
 */
export async function verifyStore({ database, attachments, backups }: Verified): Promise<StoreVerdict> {
  const { reader } = database.raw;
  const integrity = (reader.pragma('integrity_check(20)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((message) => message !== 'ok');
  await nextTurn();
  const danglingReferences = reader.prepare('select count(*) from pragma_foreign_key_check').pluck().get();
  const wanted = attachmentsIn(reader);
  const attached = await attachmentFaults(wanted, attachments);
  const audit = await verifyAudit(database.reader);
  const hashOf = reader.prepare('select hash from audit where seq = ?').pluck();
  const faultsOf = attachmentFaultsOfBackups();
  const checked: StoreVerdict['backups'][number][] = [];
  for (const { path, createdAt, auditSeq, auditHead } of await backups.list()) {
    const { problem } = await checkBackup(path);
    const inChain = auditSeq === 0 || hashOf.get(auditSeq) === auditHead;
    checked.push({ path, createdAt, problem, inChain, attachments: await faultsOf(path) });
  }
  return {
    // A backup of a history that a restore has left is not a fault of the store.
    ok:
      integrity.length === 0 &&
      danglingReferences === 0 &&
      audit.brokenAt === null &&
      isWhole(attached) &&
      checked.every((backup) => backup.problem === null && isWhole(backup.attachments)),
    schemaVersion: schemaVersionIn(reader),
    integrity,
    danglingReferences: Number(danglingReferences),
    attachments: { files: wanted.length, ...attached },
    audit,
    backups: checked,
  };
}
