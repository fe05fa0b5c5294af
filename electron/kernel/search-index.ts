import { sql, type SqlBool } from 'kysely';
import type { Reader, Writer } from './database.ts';
import { searchQuestion, type SearchSight } from './search-tokens.ts';

export type SearchText = {
  readonly feature: string;
  readonly recordId: number;
  readonly title: string;
  readonly detail: string;
  /** Everything the record is found by (search-tokens.ts). */
  readonly tokens: string;
};

/** Puts a record into the index, or replaces what it had there. */
export async function indexRecord(writer: Writer, text: SearchText): Promise<void> {
  const { feature, recordId, title, detail, tokens } = text;
  const isHidden = await writer
    .selectFrom('searchHidden')
    .select('recordId')
    .where('feature', '=', feature)
    .where('recordId', '=', recordId)
    .executeTakeFirst();
  if (isHidden) return;
  const entry = await writer
    .insertInto('searchEntry')
    .values({ feature, recordId, title, detail })
    .onConflict((conflict) => conflict.columns(['feature', 'recordId']).doUpdateSet({ title, detail }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`insert or replace into search_text (rowid, tokens) values (${entry.id}, ${tokens})`.execute(
    writer,
  );
}

/** Takes a record out of the index for good: whatever is written to it later, the search does not find it. */
export async function hideFromSearch(writer: Writer, feature: string, recordId: number): Promise<void> {
  await writer
    .insertInto('searchHidden')
    .values({ feature, recordId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await unindexRecord(writer, feature, recordId);
}

/** Takes a record out of the index (bin). */
export async function unindexRecord(writer: Writer, feature: string, recordId: number): Promise<void> {
  const entry = await writer
    .deleteFrom('searchEntry')
    .where('feature', '=', feature)
    .where('recordId', '=', recordId)
    .returning('id')
    .executeTakeFirst();
  if (entry) await sql`delete from search_text where rowid = ${entry.id}`.execute(writer);
}

/** A search that finds more than this many is not narrowed down yet; the first ones must do. */
const mostLookedAt = 400;

/** Records that match what was typed, of the given features, as far as the person's sight goes. */
export async function findRecords(
  reader: Reader,
  typed: string,
  features: readonly string[],
  sight: SearchSight,
  limit: number,
): Promise<{ feature: string; id: number; title: string; detail: string }[]> {
  const question = searchQuestion(typed, sight);
  if (!question || features.length === 0) return [];
  const found = await reader
    .selectFrom('searchEntry')
    .select(['feature', 'recordId as id', 'title', 'detail'])
    .where(
      sql<SqlBool>`id in (select rowid from search_text where search_text match ${question} limit ${mostLookedAt})`,
    )
    .where('feature', 'in', features)
    .execute();
  // Customers before their papers, and no feature crowds the others out while they have hits.
  const groups = features.map((feature) => found.filter((hit) => hit.feature === feature));
  const share = Math.max(
    3,
    Math.floor(limit / Math.max(1, groups.filter((group) => group.length > 0).length)),
  );
  const picked = groups.flatMap((group) => group.slice(0, share));
  const rest = groups.flatMap((group) => group.slice(share));
  const order = new Map(features.map((feature, index) => [feature, index]));
  return [...picked, ...rest]
    .slice(0, limit)
    .sort((a, b) => (order.get(a.feature) ?? 0) - (order.get(b.feature) ?? 0));
}
