import { sql, type Kysely } from 'kysely';

/**
 * 目标分解: editions of a year's goals (draft → in force), their cells (row of the tree × month, given and promised), locks.
 * Goals of years and months that were records are carried over into an edition in force of their year, newest of a kind
 * first: a row that holds others keeps what is not passed on to them; where those together have more, they win. Goals of
 * weeks stay records.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table goal_plan (
      id integer primary key autoincrement, version integer not null default 1,
      year integer not null, edition integer not null, state text not null, reason text not null,
      created_at text not null, created_by_id integer references person (id), created_by text not null,
      in_force_at text, in_force_by text
    ) strict`,
    `create unique index goal_plan_edition on goal_plan (year, edition)`,
    `create unique index goal_plan_in_force on goal_plan (year) where state = 'inForce'`,
    `create unique index goal_plan_draft on goal_plan (year) where state = 'draft'`,
    `create index goal_plan_created_by_id on goal_plan (created_by_id) where created_by_id is not null`,
    // A row of the tree: store, d3, d3.p12, d3.p12.channel.showroom, d3.model.JH6. The ids are there for other features.
    `create table goal_cell (
      plan_id integer not null references goal_plan (id), indicator text not null, row_key text not null,
      period text not null, department_id integer references department (id),
      person_id integer references person (id), given integer, promised integer,
      primary key (plan_id, indicator, row_key, period)
    ) strict, without rowid`,
    `create index goal_cell_period on goal_cell (plan_id, period)`,
    `create index goal_cell_person_id on goal_cell (person_id) where person_id is not null`,
    `create index goal_cell_department_id on goal_cell (department_id) where department_id is not null`,
    `create table goal_lock (
      plan_id integer not null references goal_plan (id), indicator text not null, row_key text not null,
      period text not null, at text not null, person_name text not null,
      primary key (plan_id, indicator, row_key, period)
    ) strict, without rowid`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await carryOver(db);
}

type OldGoal = {
  indicator: string;
  period: string;
  level: string;
  departmentId: number | null;
  personId: number | null;
  value: number;
};

const at = '2026-01-01T00:00:00.000Z';

async function carryOver(db: Kysely<any>): Promise<void> {
  const { rows } = await sql<OldGoal>`
    select goal.indicator, goal.period, goal.level, coalesce(goal.department_id, person.department_id) as "departmentId",
      case when goal.level = 'person' then goal.person_id end as "personId", goal.value
    from goal left join person on person.id = goal.person_id
    where goal.removed_at is null and goal.period_kind in ('year', 'month') and goal.value >= 0
      and (goal.level != 'person' or goal.person_id is not null)
      and (goal.level != 'department' or goal.department_id is not null)
    order by goal.id`.execute(db);
  const departments = await sql<{ id: number; parentId: number | null }>`
    select id, parent_id as "parentId" from department`.execute(db);
  const above = new Map(departments.rows.map((row) => [row.id, row.parentId]));
  const years = Map.groupBy(
    rows.filter(({ period }) => /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(period)),
    ({ period }) => Number(period.slice(0, 4)),
  );
  for (const [year, goals] of [...years].sort(([a], [b]) => a - b)) {
    await sql`insert into goal_plan (year, edition, state, reason, created_at, created_by, in_force_at, in_force_by)
      values (${year}, 1, 'inForce', '由原来的目标记录带入', ${at}, '经营台', ${at}, '经营台')`.execute(db);
    const { rows: made } = await sql<{ id: number }>`select id from goal_plan where year = ${year}`.execute(
      db,
    );
    for (const [indicator, own] of Map.groupBy(goals, (goal) => goal.indicator))
      for (const cell of cellsOf(own, year, above))
        await sql`insert into goal_cell (plan_id, indicator, row_key, period, department_id, person_id, given)
          values (${made[0]?.id}, ${indicator}, ${cell.key}, ${cell.period}, ${cell.departmentId}, ${cell.personId},
          ${cell.given})`.execute(db);
  }
}

type Cell = {
  key: string;
  period: string;
  departmentId: number | null;
  personId: number | null;
  given: number;
};

/** Months of each row; a year without months is spread evenly, the first months one more. */
function monthsOf(goals: readonly OldGoal[], year: number): Map<string, number> {
  const months = new Map<string, number>();
  for (const { period, value } of goals) if (period.length === 7) months.set(period, value);
  const whole = goals.findLast(({ period }) => period.length === 4)?.value;
  if (months.size > 0 || whole === undefined) return months;
  for (let month = 1; month <= 12; month += 1)
    months.set(
      `${year}-${String(month).padStart(2, '0')}`,
      Math.floor(whole / 12) + (month <= whole % 12 ? 1 : 0),
    );
  return months;
}

/** Departments, the lowest first, each with the row above it. */
function chainOf(above: ReadonlyMap<number, number | null>): [string, string][] {
  const depth = (id: number): number => {
    let steps = 0;
    for (let at = above.get(id) ?? null; at !== null && steps < above.size; at = above.get(at) ?? null)
      steps += 1;
    return steps;
  };
  return [...above.keys()]
    .sort((a, b) => depth(b) - depth(a))
    .map((id) => {
      const parent = above.get(id) ?? null;
      const inRing = depth(id) >= above.size;
      return [`d${id}`, parent === null || inRing || !above.has(parent) ? 'store' : `d${parent}`];
    });
}

const keyOf = ({ level, departmentId: department, personId: person }: OldGoal): string =>
  level === 'store'
    ? 'store'
    : level === 'department'
      ? `d${department}`
      : department === null
        ? `p${person}`
        : `d${department}.p${person}`;

/** Cells of one indicator: what a row holds itself is its goal less what the rows below have. */
function cellsOf(goals: readonly OldGoal[], year: number, above: ReadonlyMap<number, number | null>): Cell[] {
  const cells: Cell[] = [];
  const rows = Map.groupBy(goals, keyOf);
  const below = new Map<string, Map<string, number>>();
  const settle = (key: string, parent: string | null): void => {
    const own = rows.get(key) ?? [];
    const passed = below.get(key) ?? new Map<string, number>();
    const wanted = monthsOf(own, year);
    for (const period of new Set([...wanted.keys(), ...passed.keys()])) {
      const under = passed.get(period) ?? 0;
      const given = Math.max(0, (wanted.get(period) ?? 0) - under);
      const [first] = own;
      if (first && (given > 0 || !passed.has(period)))
        cells.push({
          key,
          period,
          departmentId: first.level === 'store' ? null : first.departmentId,
          personId: first.personId,
          given,
        });
      if (parent === null) continue;
      const sums = below.get(parent) ?? new Map<string, number>();
      below.set(parent, sums.set(period, (sums.get(period) ?? 0) + under + given));
    }
  };
  for (const [key, own] of rows)
    if (own[0]?.level === 'person') {
      const department = own[0].departmentId;
      settle(key, department === null ? 'store' : `d${department}`);
    }
  for (const [key, parent] of chainOf(above)) settle(key, parent);
  settle('store', null);
  return cells;
}
