import { sql } from 'kysely';
import type { Who } from '#shared/features/indicator/indicator.contract.ts';
import type { Reader } from '#electron/kernel/database.ts';

export const wholeStore: Who = { level: 'store', departmentId: null, personId: null };

export const whoKey = ({ level, departmentId, personId }: Who): string =>
  `${level} ${departmentId ?? 0} ${personId ?? 0}`;

/** A department with all below it. */
async function departmentsBelow(reader: Reader, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive below (id) as (
      select ${id} union select department.id from department join below on department.parent_id = below.id
        where department.removed_at is null
    ) select id from below`.execute(reader);
  return rows.map((row) => row.id);
}

/** Whose figures count; null: everybody's. People who left are still of the department that they left from. */
export async function peopleOf(reader: Reader, who: Who): Promise<readonly number[] | null> {
  if (who.level === 'store') return null;
  if (who.level === 'person') return [who.personId ?? 0];
  const departments = await departmentsBelow(reader, who.departmentId ?? 0);
  const rows = await reader
    .selectFrom('person')
    .select('id')
    .where('departmentId', 'in', departments)
    .execute();
  return rows.map(({ id }) => id);
}

/** Name of a department or person; null for the store. */
export async function whoName(reader: Reader, who: Who): Promise<string | null> {
  if (who.level === 'store') return null;
  const [table, id] =
    who.level === 'department'
      ? (['department', who.departmentId] as const)
      : (['person', who.personId] as const);
  const row = await reader
    .selectFrom(table)
    .select('name')
    .where('id', '=', id ?? 0)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Names of departments and persons by `whoKey`. */
export async function listNames(reader: Reader, all: readonly Who[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const who of all) {
    const key = whoKey(who);
    const name = names.has(key) ? null : await whoName(reader, who);
    if (name !== null) names.set(key, name);
  }
  return names;
}
