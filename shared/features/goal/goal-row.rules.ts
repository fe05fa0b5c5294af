import type { Day } from '../../kernel/day.ts';
import { monthDays } from '../../kernel/period.ts';
import { monthPeriod } from './goal-period.rules.ts';
import { monthsOfYear } from './goal-tree.rules.ts';

/** Rows of the tree of goals: the store, its departments, their people, and channels or models below any of them. */

export const facetKinds = ['channel', 'model'] as const;
export type FacetKind = (typeof facetKinds)[number];

/** What a row's key says: `store`, `d3`, `d3.p12`, `p12` (of no department), `d3.p12.channel.showroom`. */
export type RowKey = {
  readonly departmentId: number | null;
  readonly personId: number | null;
  readonly facet: { readonly kind: FacetKind; readonly name: string } | null;
};

const keyPattern = /^(?:store|d(\d+)(?:\.p(\d+))?|p(\d+))(?:\.(channel|model)\.(.{1,100}))?$/u;

/** Reads a row's key; undefined where it is none. */
export function readRowKey(key: string): RowKey | undefined {
  const match = keyPattern.exec(key);
  if (!match) return undefined;
  const [, department, inDepartment, alone, kind, name] = match;
  const person = inDepartment ?? alone;
  return {
    departmentId: department === undefined ? null : Number(department),
    personId: person === undefined ? null : Number(person),
    facet:
      name === undefined || kind === undefined
        ? null
        : { kind: kind === 'model' ? 'model' : 'channel', name },
  };
}

/** The key of a row without its channel or model. */
export const personKey = (departmentId: number | null, personId: number): string =>
  departmentId === null ? `p${personId}` : `d${departmentId}.p${personId}`;

export type GoalRow = {
  readonly key: string;
  /** Index of the row above; −1: the first. */
  readonly parent: number;
  readonly kind: 'store' | 'department' | 'person' | 'facet';
  /** '' for the store; of a channel its word. */
  readonly name: string;
  readonly departmentId: number | null;
  readonly personId: number | null;
  readonly facet: RowKey['facet'];
  /** Of a person; null: unknown, or still there. The day of leaving is the first without work. */
  readonly hiredOn: Day | null;
  readonly leftOn: Day | null;
  /** Of a person who works in another department by now: its name. */
  readonly nowIn: string | null;
};

export type RowSource = {
  readonly departments: readonly {
    readonly id: number;
    readonly name: string;
    readonly parentId: number | null;
  }[];
  /** In post at some time of the year, and others with goals. */
  readonly people: readonly {
    readonly id: number;
    readonly name: string;
    readonly departmentId: number | null;
    readonly hiredOn: Day | null;
    readonly leftOn: Day | null;
    /** Has a row of its own department even without goals. */
    readonly isListed: boolean;
  }[];
  /** Keys of rows that have goals. */
  readonly keys: readonly string[];
};

/** The rows in order, each below the one above it. Departments that stand below each other in a ring hang on the store. */
export function goalRows({ departments, people, keys }: RowSource): GoalRow[] {
  const known = new Map(departments.map((one) => [one.id, one]));
  const byId = new Map(people.map((one) => [one.id, one]));
  const wanted = new Set(keys);
  for (const { id, departmentId, isListed } of people) if (isListed) wanted.add(personKey(departmentId, id));
  const read = [...wanted].flatMap((key) => {
    const parts = readRowKey(key);
    return parts ? [{ key, ...parts }] : [];
  });
  const ofDepartment = Map.groupBy(
    read.filter(({ personId }) => personId !== null),
    (row) => row.departmentId,
  );
  const facetsOf = Map.groupBy(
    read.filter(({ facet }) => facet !== null),
    ({ key, facet }) => key.slice(0, key.length - (facet ? facet.kind.length + facet.name.length + 2 : 0)),
  );
  const rows: GoalRow[] = [];
  const add = (row: GoalRow): number => rows.push(row) - 1;
  const plain = { personId: null, facet: null, hiredOn: null, leftOn: null, nowIn: null } as const;
  const addFacets = (key: string, parent: number): void => {
    for (const { key: own, facet, departmentId, personId } of facetsOf.get(key) ?? [])
      if (facet)
        add({
          key: own,
          parent,
          kind: 'facet',
          name: facet.name,
          departmentId,
          personId,
          facet,
          hiredOn: null,
          leftOn: null,
          nowIn: null,
        });
  };
  const addPeople = (departmentId: number | null, parent: number): void => {
    const ids = new Set((ofDepartment.get(departmentId) ?? []).flatMap(({ personId }) => personId ?? []));
    for (const id of [...ids].sort((a, b) => a - b)) {
      const person = byId.get(id);
      if (!person) continue;
      const { name, hiredOn, leftOn } = person;
      const key = personKey(departmentId, id);
      const at = add({
        key,
        parent,
        kind: 'person',
        name,
        departmentId,
        personId: id,
        facet: null,
        hiredOn,
        leftOn,
        nowIn:
          person.departmentId === departmentId ? null : (known.get(person.departmentId ?? 0)?.name ?? null),
      });
      addFacets(key, at);
    }
  };
  const store = add({ ...plain, key: 'store', parent: -1, kind: 'store', name: '', departmentId: null });
  addFacets('store', store);
  const placed = new Set<number>();
  const addDepartment = (id: number, name: string, parent: number): void => {
    placed.add(id);
    const key = `d${id}`;
    const at = add({ ...plain, key, parent, kind: 'department', name, departmentId: id });
    addFacets(key, at);
    addPeople(id, at);
    for (const one of departments)
      if (one.parentId === id && !placed.has(one.id)) addDepartment(one.id, one.name, at);
  };
  const isTop = (parentId: number | null): boolean => parentId === null || !known.has(parentId);
  for (const one of departments) if (isTop(one.parentId)) addDepartment(one.id, one.name, store);
  for (const one of departments) if (!placed.has(one.id)) addDepartment(one.id, one.name, store);
  addPeople(null, store);
  return rows;
}

/** Cells in which a person is not employed on any day of the month: they take no goals. Of channels of a person, too. */
export function closedCells(rows: readonly GoalRow[], year: number): Set<number> {
  const closed = new Set<number>();
  const months = Array.from({ length: monthsOfYear }, (_, month) => monthDays(monthPeriod(year, month)));
  for (const [row, { kind, parent, hiredOn, leftOn }] of rows.entries()) {
    const person = kind === 'facet' ? rows[parent] : undefined;
    const [from, to] = person ? [person.hiredOn, person.leftOn] : [hiredOn, leftOn];
    if (from === null && to === null) continue;
    for (const [month, { first, last }] of months.entries())
      if ((from !== null && from > last) || (to !== null && to <= first))
        closed.add(row * monthsOfYear + month);
  }
  return closed;
}
