import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { ListFilter, ListInput } from '#shared/rpc/record.contract.ts';
import { isDay } from '#shared/kernel/day.ts';
import type { Field } from '#shared/kernel/field.ts';
import type { Language } from '#shared/kernel/language.ts';
import { normalPhone } from '#shared/kernel/phone.ts';
import type { Reader } from '../database.ts';
import type { Actor } from '../handler.ts';
import { searchQuestion } from '../search-tokens.ts';
import { fieldEntries, ownerField, titleFields, type RecordDefinition } from './record-definition.ts';
import { maskedFields, searchSightOf } from './record-mask.ts';
import { definitionOf } from './record-registry.ts';
import { snake } from '#electron/kernel/sql-name.ts';

/** Whose records a list may show. */
export type Sight = { readonly actor: Actor; readonly scope: 'all' | 'own' };

export const tableRef = (definition: RecordDefinition): RawBuilder<unknown> =>
  sql.id(snake(definition.table));
const columnRef = (definition: RecordDefinition, field: string): RawBuilder<unknown> =>
  sql.id(snake(definition.table), snake(field));

type Asked = Pick<ListInput, 'filters'>;

/** Columns whose values a list shows as they were on the day that it asks for. */
function columnsAsOf(
  definition: RecordDefinition,
  { filters }: Asked,
): ReadonlyMap<string, RawBuilder<unknown>> {
  const day = filters.find(({ operator }) => operator === 'asOf')?.value;
  const columns = typeof day === 'string' ? Object.entries(definition.asOf?.columns ?? {}) : [];
  return new Map(columns.map(([name, column]) => [name, column(String(day))]));
}

/** A field as a list shows it. */
export const shownColumn = (definition: RecordDefinition, input: Asked, field: string): RawBuilder<unknown> =>
  columnsAsOf(definition, input).get(field) ?? columnRef(definition, field);

/** The same in a person's language: what names the record is its English name where it has one. */
export const saidColumn = (
  definition: RecordDefinition,
  input: Asked,
  field: string,
  language: Language,
): RawBuilder<unknown> =>
  field === definition.title
    ? firstOf(titleFields(definition, language).map((name) => shownColumn(definition, input, name)))
    : shownColumn(definition, input, field);

/** The first column that is not empty; the last stands in. */
const firstOf = (columns: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => {
  const [first = sql`null`, ...others] = columns;
  return others.length === 0 ? first : sql`coalesce(nullif(${first}, ''), ${sql.join(others)})`;
};

const headColumns = ['id', 'version', 'createdAt', 'updatedAt', 'removedAt'];

function knownField(definition: RecordDefinition, name: string): Field {
  const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
  if (field) return field;
  if (name === 'id') return { kind: 'integer' };
  if (headColumns.includes(name)) return { kind: 'instant' };
  throw ruleViolated('unknown-field', { field: name });
}

const likeText = (value: unknown): string => `%${String(value).replaceAll(/[\\%_]/gu, (c) => `\\${c}`)}%`;

/** The value of a filter as it stands in the column. */
const stored = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value);

function condition(
  definition: RecordDefinition,
  filter: ListFilter,
  column: RawBuilder<unknown>,
  language: Language,
): RawBuilder<SqlBool> {
  knownField(definition, filter.field);
  const value = stored(filter.value);
  switch (filter.operator) {
    case 'is':
      return sql<SqlBool>`${column} = ${value}`;
    case 'isNot':
      return sql<SqlBool>`${column} is not ${value}`;
    case 'contains': {
      // A record with a name in each language is found by the one that the list shows and by its own.
      const names = filter.field === definition.title ? titleFields(definition, language) : [];
      const columns = names.length > 1 ? names.map((name) => columnRef(definition, name)) : [column];
      const parts = columns.map((one) => sql<SqlBool>`${one} like ${likeText(value)} escape '\\'`);
      return sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
    }
    case 'from':
      return sql<SqlBool>`${column} >= ${value}`;
    case 'to':
      return sql<SqlBool>`${column} <= ${value}`;
    case 'oneOf': {
      const values = Array.isArray(filter.value) ? filter.value : [filter.value];
      return values.length === 0 ? sql<SqlBool>`0` : sql<SqlBool>`${column} in (${sql.join(values)})`;
    }
    case 'empty':
      return sql<SqlBool>`${column} is null`;
    case 'filled':
      return sql<SqlBool>`${column} is not null`;
    case 'asOf': {
      const { asOf } = definition;
      if (asOf?.field !== filter.field || typeof value !== 'string' || !isDay(value))
        throw ruleViolated('unknown-field', { field: filter.field });
      return sql<SqlBool>`(${asOf.counted(value)})`;
    }
  }
}

/** As SearchSight says it of the index: the tail that the mask shows, or with leave the whole number; never a part of the rest. */
function maskedMatch(
  { kind }: Field,
  column: RawBuilder<unknown>,
  typed: string,
  wholePhone: boolean,
): RawBuilder<SqlBool> {
  if (kind !== 'phone') return sql<SqlBool>`0`;
  const phone = normalPhone(typed);
  if (phone !== undefined) return wholePhone ? sql<SqlBool>`${column} = ${phone}` : sql<SqlBool>`0`;
  const tail = typed.normalize('NFKC').trim();
  return /^\d{4}$/u.test(tail) ? sql<SqlBool>`substr(${column}, -4) = ${tail}` : sql<SqlBool>`0`;
}

function searchCondition(definition: RecordDefinition, typed: string, actor: Actor): RawBuilder<SqlBool> {
  const sight = searchSightOf(actor);
  const question = searchQuestion(typed, sight);
  if (!question) return sql<SqlBool>`1`;
  if (definition.indexed === false) {
    const hidden = new Set(maskedFields(definition, actor).map(([name]) => name));
    const columns = fieldEntries(definition).filter(([, field]) => field.searched);
    const parts = columns.map(([name, field]) => {
      const column = columnRef(definition, name);
      return hidden.has(name)
        ? maskedMatch(field, column, typed, sight.wholePhone)
        : sql<SqlBool>`${column} like ${likeText(typed.trim())} escape '\\'`;
    });
    return parts.length === 0 ? sql<SqlBool>`0` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
  }
  return sql<SqlBool>`${columnRef(definition, 'id')} in (${wordHits(definition, question)})`;
}

/** Ids of the living records of a feature that the words find: removed ones are not in the index. */
const wordHits = (definition: RecordDefinition, question: string): RawBuilder<unknown> =>
  // The plus keeps SQLite from walking through all entries of the feature: it begins with what the words found.
  sql`select record_id as id from search_entry where +feature = ${definition.feature}
    and id in (select rowid from search_text where search_text match ${question})`;

/** Everything that narrows a list: bin, search, filters, and the person's sight. */
export function listConditions(
  definition: RecordDefinition,
  input: ListInput,
  sight: Sight,
): RawBuilder<SqlBool> {
  const removed = columnRef(definition, 'removedAt');
  const all: RawBuilder<SqlBool>[] = [
    input.bin ? sql<SqlBool>`${removed} is not null` : sql<SqlBool>`${removed} is null`,
  ];
  if (input.search.trim() !== '') all.push(searchCondition(definition, input.search, sight.actor));
  for (const filter of input.filters)
    all.push(
      condition(definition, filter, shownColumn(definition, input, filter.field), sight.actor.language),
    );
  if (sight.scope === 'own') all.push(ownCondition(definition, sight.actor));
  return sql<SqlBool>`${sql.join(all, sql` and `)}`;
}

function ownCondition(definition: RecordDefinition, actor: Actor): RawBuilder<SqlBool> {
  const owner = ownerField(definition);
  if (owner) return sql<SqlBool>`${columnRef(definition, owner)} = ${actor.personId}`;
  const { parent } = definition;
  if (!parent) return sql<SqlBool>`0`;
  const target = definitionOf(parent.feature);
  return sql<SqlBool>`${columnRef(definition, parent.field)} in (
    select id from ${tableRef(target)} where ${ownCondition(target, actor)})`;
}

/** How many records of a list the person would see. */
export async function countRows(
  reader: Reader,
  definition: RecordDefinition,
  input: ListInput,
  sight: Sight,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${tableRef(definition)} where ${listConditions(definition, input, sight)}`.execute(
    reader,
  );
  return rows[0]?.total ?? 0;
}

export type SortKey = { readonly key: RawBuilder<unknown>; readonly descending: boolean };

/**
 * What a list is ordered by; a reference sorts by its name, or keeps the same records together where the person sees the name
 * masked: its order would tell it. The id makes every order definite.
 */
export function sortKeys(definition: RecordDefinition, input: ListInput, actor: Actor): SortKey[] {
  const keys = input.sort.map(({ field, descending }): SortKey => {
    const known = knownField(definition, field);
    const column = saidColumn(definition, input, field, actor.language);
    const target = known.kind === 'reference' && known.refers ? definitionOf(known.refers) : undefined;
    const named = target && !maskedFields(target, actor).some(([name]) => name === target.title);
    const key = target && named ? labelOf(target, column, actor.language) : column;
    return { key, descending };
  });
  // Nothing after the id can decide.
  const byId = input.sort.findIndex(({ field }) => field === 'id');
  if (byId !== -1) return keys.slice(0, byId + 1);
  return [...keys, { key: columnRef(definition, 'id'), descending: true }];
}

/** The order of a list, as SQL. */
export const listOrder = (
  definition: RecordDefinition,
  input: ListInput,
  actor: Actor,
): RawBuilder<unknown> =>
  sql.join(
    sortKeys(definition, input, actor).map(({ key, descending }) =>
      descending ? sql`${key} desc` : sql`${key} asc`,
    ),
  );

function labelOf(target: RecordDefinition, id: RawBuilder<unknown>, language: Language): RawBuilder<unknown> {
  const name = firstOf(titleFields(target, language).map((field) => sql.id('named', snake(field))));
  return sql`(select ${name} from ${tableRef(target)} as named where named.id = ${id})`;
}

/** Ids of a list's rows in its order, whatever page it shows; at most `most` of them. */
export async function listIds(
  reader: Reader,
  definition: RecordDefinition,
  input: ListInput,
  sight: Sight,
  most: number,
): Promise<readonly number[]> {
  const where = listConditions(definition, input, sight);
  const order = listOrder(definition, input, sight.actor);
  const { rows } = await sql<{ id: number }>`
    select ${columnRef(definition, 'id')} as id from ${tableRef(definition)}
    where ${where} order by ${order} limit ${most}`.execute(reader);
  return rows.map(({ id }) => id);
}

type RawRow = Record<string, string | number | null>;

type RawPage = { rows: RawRow[]; total: number; sums: Record<string, number> };

/** The words of a list that nothing else narrows or orders: what they find is the list. */
function wordsAlone(definition: RecordDefinition, input: ListInput, sight: Sight): string | undefined {
  const isPlain = !input.bin && input.filters.length === 0 && input.sort.length === 0;
  if (!isPlain || sight.scope === 'own' || definition.indexed === false) return undefined;
  if (fieldEntries(definition).some(([, field]) => field.summed)) return undefined;
  return searchQuestion(input.search, searchSightOf(sight.actor));
}

/** One pass over what the words find, without a look at the records of other pages: thousands of hits stay quick. */
async function readFound(
  reader: Reader,
  definition: RecordDefinition,
  { page, pageSize }: ListInput,
  question: string,
): Promise<RawPage> {
  const table = tableRef(definition);
  const found = await sql<{ id: number | null; total: number }>`
    with hit as materialized (${wordHits(definition, question)})
    select page.id as id, number.total as total from (select count(*) as total from hit) as number
    left join (select id from hit order by id desc limit ${pageSize} offset ${(page - 1) * pageSize}) as page`.execute(
    reader,
  );
  const ids = found.rows.flatMap(({ id }) => id ?? []);
  const total = found.rows[0]?.total ?? 0;
  if (ids.length === 0) return { rows: [], total, sums: {} };
  const { rows } = await sql<RawRow>`
    select * from ${table} where id in (${sql.join(ids)}) order by id desc`.execute(reader);
  return { rows, total, sums: {} };
}

/** One page of rows, their number and sums. */
export async function readPage(
  reader: Reader,
  definition: RecordDefinition,
  input: ListInput,
  sight: Sight,
): Promise<RawPage> {
  const question = wordsAlone(definition, input, sight);
  if (question !== undefined) return readFound(reader, definition, input, question);
  const where = listConditions(definition, input, sight);
  const table = tableRef(definition);
  const summed = fieldEntries(definition).filter(([, field]) => field.summed);
  const sumColumns = summed.map(
    ([name]) => sql`, coalesce(sum(${shownColumn(definition, input, name)}), 0) as ${sql.id(snake(name))}`,
  );
  const totals =
    await sql<RawRow>`select count(*) as total ${sql.join(sumColumns, sql``)} from ${table} where ${where}`.execute(
      reader,
    );
  // Sorted by key and id alone: whole rows would make the sorting of far pages several times slower.
  const order = listOrder(definition, input, sight.actor);
  // A name given twice: the later one counts.
  const asOf = [...columnsAsOf(definition, input)].map(
    ([name, column]) => sql`, ${column} as ${sql.id(snake(name))}`,
  );
  const { rows } = await sql<RawRow>`
    select ${sql.id(snake(definition.table))}.* ${sql.join(asOf, sql``)} from ${table} where ${columnRef(definition, 'id')} in (
      select ${columnRef(definition, 'id')} from ${table} where ${where}
      order by ${order} limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize})
    order by ${order}`.execute(reader);
  const first = totals.rows[0] ?? {};
  const sums = Object.fromEntries(summed.map(([name]) => [name, Number(first[name] ?? 0)]));
  return { rows, total: Number(first['total'] ?? 0), sums };
}
