import type { Field } from '#shared/kernel/field.ts';
import { searchTokens, type HiddenText } from '../search-tokens.ts';
import type { Sqlite } from '../sqlite.ts';
import { snake } from '../sql-name.ts';
import { fieldEntries, type RecordDefinition, type RecordValues } from './record-definition.ts';
import { masked } from './record-mask.ts';

/** What the search keeps of a record: its name, what stands beside it, and the tokens it is found by. */
export type IndexedRecord = { readonly title: string; readonly detail: string; readonly tokens: string };

const keptFields = new WeakMap<RecordDefinition, readonly [string, Field][]>();

function searchedFields(definition: RecordDefinition): readonly [string, Field][] {
  let searched = keptFields.get(definition);
  if (!searched) {
    searched = fieldEntries(definition).filter(([, field]) => field.searched);
    keptFields.set(definition, searched);
  }
  return searched;
}

/** Tokens of one value. Of a masked one everybody finds the mask; the value itself is indexed apart (search-tokens.ts). */
export function fieldTokens(field: Field, text: string): string {
  if (!field.maskedWithout) return searchTokens([text]);
  const hidden: HiddenText = { kind: field.kind === 'plate' ? 'plate' : 'phone', text };
  return searchTokens([masked(field, text)], [hidden]);
}

/** What another thread has cut already: the tokens of a value, or undefined when it is none of those. */
export type CutTokens = (feature: string, field: string, text: string) => string | undefined;

export function indexedOf(
  definition: RecordDefinition,
  values: RecordValues,
  cut?: CutTokens,
): IndexedRecord {
  const { feature } = definition;
  let tokens = '';
  for (const [name, field] of searchedFields(definition)) {
    const text = values[name];
    if (typeof text !== 'string') continue;
    const more = cut?.(feature, name, text) ?? fieldTokens(field, text);
    if (more !== '') tokens += tokens === '' ? more : ` ${more}`;
  }
  const detail = definition.detail ? String(values[definition.detail] ?? '') : '';
  const title = String(values[definition.title] ?? detail);
  return { title, detail, tokens };
}

/** How records are cut into tokens: a database whose index was made otherwise is indexed anew when it is opened. */
const searchIndexVersion = 2;

const indexVersionIn = (sqlite: Sqlite): number => Number(sqlite.pragma('user_version', { simple: true }));

/** Marks the index of a new database as one of this program. */
export function markIndex(sqlite: Sqlite): void {
  sqlite.pragma(`user_version = ${searchIndexVersion}`);
}

type Row = { readonly id: number } & Record<string, string | number | null>;

/** Reads what the search needs of the living records after an id, some thousands at a time. */
function livingRows(sqlite: Sqlite, definition: RecordDefinition): (after: number) => Row[] {
  const { title, detail, table } = definition;
  const searched = searchedFields(definition).map(([name]) => name);
  const names = new Set([title, ...(detail ? [detail] : []), ...searched]);
  const columns = [...names].map((name) => `"${snake(name)}" as "${name}"`).join(', ');
  const rows = sqlite.prepare(
    `select id, ${columns} from "${snake(table)}" where removed_at is null and id > ?
       and not exists (select 1 from search_hidden where feature = '${definition.feature}' and record_id = id)
     order by id limit 5000`,
  );
  return (after) => rows.all(after) as Row[]; // the table was made from these fields
}

/** Puts every living record of these features into the search index. */
function indexFeatures(sqlite: Sqlite, definitions: readonly RecordDefinition[]): void {
  const newEntry = sqlite
    .prepare('insert into search_entry (feature, record_id, title, detail) values (?, ?, ?, ?) returning id')
    .pluck();
  const newText = sqlite.prepare('insert into search_text (rowid, tokens) values (?, ?)');
  for (const definition of definitions) {
    const rows = livingRows(sqlite, definition);
    for (let some = rows(0); some.length > 0; some = rows(some.at(-1)?.id ?? 0)) {
      for (const row of some) {
        const { title, detail, tokens } = indexedOf(definition, row);
        newText.run(newEntry.get(definition.feature, row.id, title, detail), tokens);
      }
    }
  }
}

const inIndex = (definitions: readonly RecordDefinition[]): readonly RecordDefinition[] =>
  definitions.filter(({ indexed }) => indexed !== false);

/** Makes the search index anew, in one transaction. */
export function indexAll(sqlite: Sqlite, definitions: readonly RecordDefinition[]): void {
  sqlite.transaction(() => {
    sqlite.exec(`delete from search_entry; insert into search_text (search_text) values ('delete-all')`);
    indexFeatures(sqlite, inIndex(definitions));
    markIndex(sqlite);
  })();
}

/** Features none of whose records can be found yet: a migration made them, which knows nothing of words. */
function unindexed(sqlite: Sqlite, definitions: readonly RecordDefinition[]): RecordDefinition[] {
  return inIndex(definitions).filter(
    ({ feature, table }) =>
      sqlite
        .prepare(
          `select exists (select 1 from "${snake(table)}" where removed_at is null)
            and not exists (select 1 from search_entry where feature = ?)`,
        )
        .pluck()
        .get(feature) === 1,
  );
}

/** Makes an opened database one that this program can search: indexed anew where another version cut its words, completed where a migration made records. */
export function readyIndex(sqlite: Sqlite, definitions: readonly RecordDefinition[]): void {
  if (indexVersionIn(sqlite) !== searchIndexVersion) return indexAll(sqlite, definitions);
  const waiting = unindexed(sqlite, definitions);
  if (waiting.length > 0) sqlite.transaction(() => indexFeatures(sqlite, waiting))();
}
