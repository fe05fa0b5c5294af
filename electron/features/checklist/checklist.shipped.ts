import { shippedChecklists, shippedVersion } from '#shared/features/checklist/shipped/all.ts';
import type { ShippedChecklist } from '#shared/features/checklist/shipped/shipped-checklist.ts';
import { appendAudit, type RecordChange } from '#electron/kernel/audit.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import { bulkWriter } from '#electron/kernel/record/record-bulk.ts';
import { changesBetween } from '#electron/kernel/record/record-changes.ts';
import { readSetting, writeSetting } from '#electron/kernel/settings.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { checklistRecord } from './checklist.record.ts';
import { frozen } from './checklist.repository.ts';

/** Setting: the `shippedVersion` that a store has looked at. */
export const shippedSetting = 'shippedChecklists';
/** Stands where a person's name would. */
const programName = '经营台';
const firstReason = '随程序提供 · Came with the program';

export type Shipment = { readonly version: number; readonly lists: readonly ShippedChecklist[] };
const present: Shipment = { version: shippedVersion, lists: shippedChecklists };

type Head = { readonly id: number; readonly state: string };

/**
 * Puts the program's own lists into an open transaction: a list that the store never had is published at once, one whose
 * text the program changed since becomes a draft to be reviewed. Lists with a draft of their own and retired ones are left
 * alone. Returns what changed, and whether some list still waits for its new text.
 */
export function writeShipment(
  sqlite: Sqlite,
  lists: readonly ShippedChecklist[],
  now: string,
): { readonly changes: readonly RecordChange[]; readonly waiting: boolean } {
  const headOf = sqlite.prepare('select id, state from checklist where shipped_key = ?');
  const draftOf = sqlite.prepare(
    'select id from checklist_edition where checklist_id = ? and published_at is null',
  );
  const offeredOf = sqlite.prepare('select hash from checklist_offer where shipped_key = ?').pluck();
  const offer = sqlite.prepare('insert or replace into checklist_offer (shipped_key, hash) values (?, ?)');
  const addEdition = sqlite.prepare(
    `insert into checklist_edition
      (checklist_id, edition, version, content, source, person_id, person_name, saved_at, hash, published_at, reason)
     values (?, ?, 1, ?, 'shipped', null, ?, ?, ?, ?, ?)`,
  );
  const bulk = bulkWriter(sqlite);
  const changes: RecordChange[] = [];
  let waiting = false;
  for (const { key, name, nameEn, purpose, content: written } of lists) {
    const { content, hash } = frozen(written);
    const head = headOf.get(key) as Head | undefined;
    if (head) {
      if (offeredOf.get(key) === hash || head.state === 'retired') continue;
      if (draftOf.get(head.id)) {
        waiting = true;
        continue;
      }
      addEdition.run(head.id, null, content, programName, now, null, null, null);
      changes.push({
        feature: 'checklist',
        id: head.id,
        changes: [{ field: 'draft', before: 0, after: 1 }],
      });
    } else {
      const values = { name, nameEn, purpose, state: 'current', currentEdition: 1, shippedKey: key };
      const id = bulk.insert(checklistRecord, values, now);
      addEdition.run(id, 1, content, programName, now, hash, now, firstReason);
      changes.push({ feature: 'checklist', id, changes: changesBetween(checklistRecord, null, values) });
    }
    offer.run(key, hash);
  }
  bulk.flush();
  return { changes, waiting };
}

/**
 * Gives a store the check lists of this program when it opens; one look at a setting when it has them. Audited as
 * `checklist.ship`.
 */
export async function shipChecklists(
  database: DeskDatabase,
  now: string,
  { version, lists }: Shipment = present,
): Promise<void> {
  const seen = await readSetting(database.reader, shippedSetting);
  if (Number(seen ?? 0) >= version) return;
  await database.write(async (writer) => {
    const { changes, waiting } = writeShipment(database.raw.writer, lists, now);
    if (!waiting) await writeSetting(writer, shippedSetting, String(version));
    if (changes.length === 0) return;
    await appendAudit(writer, {
      at: now,
      personId: null,
      personName: programName,
      call: 'checklist.ship',
      records: changes,
      told: { version },
    });
  });
}
