import type { DeskDatabase } from '../database.ts';
import { snake } from '../sql-name.ts';
import type { RecordDefinition } from './record-definition.ts';
import { indexRow } from './record-handlers.ts';
import { fromStored } from './record-repository.ts';

/** Puts every living record of a feature into the search index, in one transaction. */
export async function indexFeature(database: DeskDatabase, definition: RecordDefinition): Promise<void> {
  const columns = Object.keys(definition.fields).map((field) => `"${snake(field)}" as "${field}"`);
  const rows = database.raw.reader
    .prepare(`select id, ${columns.join(', ')} from "${snake(definition.table)}" where removed_at is null`)
    .all() as ({ id: number } & Record<string, string | number | null>)[]; // the table was made from these fields
  await database.write(async (writer) => {
    for (const row of rows) await indexRow(writer, definition, row.id, fromStored(definition, row));
  });
}

/** Indexes features none of whose records can be found yet: a migration made them, which knows nothing of words. */
export async function indexUnindexed(
  database: DeskDatabase,
  definitions: readonly RecordDefinition[],
): Promise<void> {
  for (const definition of definitions) {
    if (definition.indexed === false) continue;
    const waits = database.raw.reader
      .prepare(
        `select exists (select 1 from "${snake(definition.table)}" where removed_at is null)
          and not exists (select 1 from search_entry where feature = ?)`,
      )
      .pluck()
      .get(definition.feature);
    if (waits === 1) await indexFeature(database, definition);
  }
}
