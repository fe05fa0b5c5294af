import { sql } from 'kysely';
import type { personalDataContract } from '#shared/features/personal-data/personal-data.contract.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { redactAudit } from '#electron/kernel/audit.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { faultPoint } from '#electron/kernel/fault-point.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { indexRow } from '#electron/kernel/record/record-handlers.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import { fromStored, readRow } from '#electron/kernel/record/record-repository.ts';
import { hideFromSearch, unindexRecord } from '#electron/kernel/search-index.ts';
import {
  blankedTables,
  blankRows,
  concernedRows,
  hiddenTables,
  nameOfDeleted,
} from './personal-data.blanks.ts';
import { takePhotos } from './personal-data.photos.ts';
import {
  backupsUntil,
  deletionPreview,
  readBlocks,
  readKept,
  sameCustomers,
} from './personal-data.standing.ts';

type Record = { readonly feature: string; readonly id: number };

/** The search learns what is left of a record; what lies in the bin is not found at all. */
async function indexAgain(writer: Writer, { feature, id }: Record): Promise<void> {
  const definition = definitionOf(feature);
  if (definition.indexed === false) return;
  const row = await readRow(writer, definition, id);
  if (!row || row['removedAt'] !== null) return unindexRecord(writer, feature, id);
  return indexRow(writer, definition, id, fromStored(definition, row));
}

/** What an import would bring back when it is undone goes as well. */
const forgetImports = (writer: Writer, records: readonly Record[]) =>
  sql`delete from import_change where (feature, record_id) in
    (select value ->> 'feature', value ->> 'id' from json_each(${JSON.stringify(records)}))`.execute(writer);

type Erasing = Pick<HandlersOf<typeof personalDataContract>, 'deletionPreview' | 'erase' | 'deletions'>;

/** `filesGone`: removes the files of photos that went. */
export const erasingHandlers = (filesGone: () => void): Erasing => ({
  deletionPreview: async ({ customerId }, { reader, clock }) =>
    deletionPreview(reader, customerId, clock.today()),

  async erase({ customerId, reason, name }, context) {
    const { writer, clock, actor, changed, tell, afterCommit } = context;
    const customer = await sameCustomers(writer, customerId);
    const { ids } = customer;
    const [now, today] = [clock.now(), clock.today()];
    const blocks = await readBlocks(writer, ids, today);
    if (blocks.length > 0) throw ruleViolated('personal-data-blocked');
    if (customer.name !== name) throw invalidField('name', 'other-name');
    const kept = await readKept(writer, ids, today);
    // First of all: closed histories let themselves be blanked only where a deletion stands.
    const until = backupsUntil(today);
    const { id } = await writer
      .insertInto('personalDataDeletion')
      .values({
        customerId,
        at: now,
        personId: actor.personId,
        personName: actor.name,
        reason,
        changed: '[]',
        kept: JSON.stringify(kept),
        backupsUntil: until,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const records: Record[] = [];
    const counts: [string, number][] = [];
    for (const table of blankedTables) {
      const rows = await concernedRows(writer, table, ids);
      if (rows.length === 0) continue;
      await blankRows(writer, table, rows, { name: nameOfDeleted(customerId), now });
      faultPoint(`personal-data:after:${table.table}`);
      const { feature } = table;
      if (feature === null) continue;
      counts.push([feature, rows.length]);
      records.push(...rows.map((id) => ({ feature, id })));
    }
    await writer
      .updateTable('customer')
      .set({ removedAt: now, doNotCall: 1 })
      .where('id', 'in', ids)
      .execute();
    for (const record of records) await indexAgain(writer, record);
    for (const { feature, table, where } of hiddenTables) {
      const { rows } = await sql<{ id: number }>`select id from ${sql.id(table)}
        where ${where(JSON.stringify(ids))}`.execute(writer);
      for (const { id } of rows) await hideFromSearch(writer, feature, id);
    }
    const photos = await takePhotos(writer, ids);
    tell('photos', photos);
    afterCommit(filesGone);
    await forgetImports(writer, records);
    tell('redacted', await redactAudit(writer, records));
    tell('reason', reason);
    for (const record of records) changed({ ...record, changes: [] });
    await writer
      .updateTable('personalDataDeletion')
      .set({ changed: JSON.stringify(counts), photos: JSON.stringify(photos) })
      .where('id', '=', id)
      .execute();
    return { id, records: records.length, backupsUntil: until };
  },

  async deletions(_input, { reader }) {
    const lines = await reader
      .selectFrom('personalDataDeletion')
      .select(['id', 'customerId', 'at', 'personName', 'reason', 'backupsUntil'])
      .orderBy('id', 'desc')
      .limit(200)
      .execute();
    return { lines };
  },
});
