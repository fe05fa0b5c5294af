import type { Statement } from 'better-sqlite3';
import { fieldEntries } from '#electron/kernel/record/record-definition.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { createKeyFilter, type KeyFilter } from './key-filter.ts';
import { snake } from '#electron/kernel/sql-name.ts';

/** A living record as stored, camelCase. */
export type Stored = Readonly<Record<string, string | number | null>> & {
  readonly id: number;
  readonly version: number;
};

/** Looks records up inside the import's own transaction, so that rows of the same file find what earlier rows created. */
export type Lookups = {
  /** Living records of a feature whose columns equal the values (null matches null); oldest first. */
  find(
    feature: string,
    by: readonly (readonly [field: string, value: string | number | null])[],
    limit?: number,
    skip?: number,
  ): readonly Stored[];
  byId(feature: string, id: number): Stored | undefined;
  /** A record was written: its values can be found from now on. */
  remember(feature: string, values: Readonly<Record<string, string | number | null>>): void;
  /** Person by name, then by code; the answer is kept. */
  person(text: string): number | 'person-unknown' | 'person-ambiguous';
};

/** `expectedRows`: how many records the import may add, for the size of the filters. */
export function createLookups(sqlite: Sqlite, expectedRows: number): Lookups {
  const statements = new Map<string, Statement>();
  const people = new Map<string, number | 'person-unknown' | 'person-ambiguous'>();
  const filters = new Map<string, Map<string, KeyFilter>>();

  /** The filter of the column that a question names first, made when it is first asked. */
  function filterOf(feature: string, field: string): KeyFilter {
    const ofFeature = filters.get(feature) ?? new Map<string, KeyFilter>();
    filters.set(feature, ofFeature);
    let filter = ofFeature.get(field);
    if (!filter) {
      const [table, column] = [snake(definitionOf(feature).table), snake(field)];
      const count = Number(sqlite.prepare(`select count(*) from "${table}"`).pluck().get());
      filter = createKeyFilter(count + expectedRows);
      const values = sqlite
        .prepare(`select "${column}" from "${table}" where "${column}" is not null and removed_at is null`)
        .pluck();
      for (const value of values.iterate() as IterableIterator<string | number>) filter.add(value);
      ofFeature.set(field, filter);
    }
    return filter;
  }

  function columnsOf(feature: string): string {
    const definition = definitionOf(feature);
    return ['id', 'version', ...fieldEntries(definition).map(([name]) => name)]
      .map((name) => `"${snake(name)}" as "${name}"`)
      .join(', ');
  }

  const find: Lookups['find'] = (feature, by, limit = 3, skip = 0) => {
    const [leading] = by;
    if (leading && leading[1] !== null && !filterOf(feature, leading[0]).mayHave(leading[1])) return [];
    // `=` and `is null` apart: partial indexes serve `=` only.
    const key = `${feature}|${by.map(([field, value]) => (value === null ? `${field}~` : field)).join(',')}`;
    let statement = statements.get(key);
    if (!statement) {
      const where = by
        .map(([field, value]) => `"${snake(field)}" ${value === null ? 'is null' : '= ?'}`)
        .join(' and ');
      statement = sqlite.prepare(
        `select ${columnsOf(feature)} from "${snake(definitionOf(feature).table)}" where ${where} and removed_at is null order by id limit ? offset ?`,
      );
      statements.set(key, statement);
    }
    const given = by.flatMap(([, value]) => (value === null ? [] : [value]));
    return statement.all(...given, limit, skip) as Stored[]; // columns chosen above
  };

  return {
    find,
    remember(feature, values) {
      const ofFeature = filters.get(feature);
      if (!ofFeature) return;
      for (const [field, filter] of ofFeature) {
        const value = values[field];
        if (value !== null && value !== undefined) filter.add(value);
      }
    },
    byId(feature, id) {
      const key = `${feature}#id`;
      let statement = statements.get(key);
      if (!statement) {
        statement = sqlite.prepare(
          `select ${columnsOf(feature)} from "${snake(definitionOf(feature).table)}" where id = ? and removed_at is null`,
        );
        statements.set(key, statement);
      }
      return statement.get(id) as Stored | undefined; // columns chosen above
    },
    person(text) {
      const kept = people.get(text);
      if (kept !== undefined) return kept;
      const [first = ''] = text.split(/[,，、;；/]/u);
      const named = find('person', [['name', first.trim()]], 10);
      // Of people of one name those who are still here come first.
      const here = named.filter((person) => person['leftOn'] === null);
      const meant =
        here.length > 0 ? here : named.length > 0 ? named : find('person', [['code', first.trim()]], 1);
      const answer =
        meant.length === 0
          ? 'person-unknown'
          : meant.length > 1
            ? 'person-ambiguous'
            : (meant[0]?.id ?? 'person-unknown');
      people.set(text, answer);
      return answer;
    },
  };
}
