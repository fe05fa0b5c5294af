import type { Reader, Writer } from '#electron/kernel/database.ts';

type Department = { readonly id: number; readonly parentId: number | null; readonly leaderId: number | null };

/** Departments with their leaders; one who left or lies in the bin leads nobody. */
const readDepartments = (reader: Reader | Writer): Promise<Department[]> =>
  reader
    .selectFrom('department')
    .leftJoin('person', (join) =>
      join
        .onRef('person.id', '=', 'department.leaderId')
        .on('person.removedAt', 'is', null)
        .on('person.leftOn', 'is', null),
    )
    .select(['department.id', 'department.parentId', 'person.id as leaderId'])
    .where('department.removedAt', 'is', null)
    .execute();

/** Ids of a department and of those above it, nearest first; a circle of parents ends where it closes. */
function upwards(departments: readonly Department[], from: number | null): Department[] {
  const byId = new Map(departments.map((one) => [one.id, one]));
  const chain: Department[] = [];
  for (let at = byId.get(from ?? 0); at && !chain.includes(at); at = byId.get(at.parentId ?? 0))
    chain.push(at);
  return chain;
}

/** Departments that a person leads: as their leader, or as leader of one above them. */
export async function departmentsLedBy(
  reader: Reader | Writer,
  personId: number,
): Promise<ReadonlySet<number>> {
  const departments = await readDepartments(reader);
  return new Set(
    departments
      .filter(({ id }) => upwards(departments, id).some(({ leaderId }) => leaderId === personId))
      .map(({ id }) => id),
  );
}

/** Who leads a person of a department: the nearest leader upwards who is somebody else; null where there is none. */
export async function leaderOf(
  reader: Reader | Writer,
  person: { readonly id: number; readonly departmentId: number | null },
): Promise<number | null> {
  const departments = await readDepartments(reader);
  return (
    upwards(departments, person.departmentId).find(
      ({ leaderId }) => leaderId !== null && leaderId !== person.id,
    )?.leaderId ?? null
  );
}
