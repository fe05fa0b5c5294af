import type { Statement } from 'better-sqlite3';
import { fieldEntries } from '#electron/kernel/record/record-definition.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';

/** A living record as stored, camelCase. */
export type Stored = Readonly<Record<string, string | number | null>> & {
  readonly id: number;
  readonly version: number;
};

const snake = (name: string): string => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

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
  /** Person by name, then by code; the answer is kept. */
  person(text: string): number | undefined;
};

export function createLookups(sqlite: Sqlite): Lookups {
  const statements = new Map<string, Statement>();
  const people = new Map<string, number | undefined>();

  function columnsOf(feature: string): string {
    const definition = definitionOf(feature);
    return ['id', 'version', ...fieldEntries(definition).map(([name]) => name)]
      .map((name) => `"${snake(name)}" as "${name}"`)
      .join(', ');
  }

  const find: Lookups['find'] = (feature, by, limit = 3, skip = 0) => {
    const key = `${feature}|${by.map(([field]) => field).join(',')}`;
    let statement = statements.get(key);
    if (!statement) {
      const where = by.map(([field]) => `"${snake(field)}" is ?`).join(' and ');
      statement = sqlite.prepare(
        `select ${columnsOf(feature)} from "${snake(definitionOf(feature).table)}" where ${where} and removed_at is null order by id limit ? offset ?`,
      );
      statements.set(key, statement);
    }
    return statement.all(...by.map(([, value]) => value), limit, skip) as Stored[]; // columns chosen above
  };

  return {
    find,
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
      if (people.has(text)) return people.get(text);
      const [first = ''] = text.split(/[,，、;；/]/u);
      const found = find('person', [['name', first.trim()]], 2);
      const id = (found.length > 0 ? found[0] : find('person', [['code', first.trim()]], 1)[0])?.id;
      people.set(text, id);
      return id;
    },
  };
}
