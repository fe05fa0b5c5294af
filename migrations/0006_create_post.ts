import { sql, type Kysely } from 'kysely';

/**
 * 岗位 become records of their own: every text that people had as their post, one for each department that uses it. What
 * speaks of the old text elsewhere follows: what imports keep for taking them back, remembered mappings, saved views. The
 * words that find a post are made when the store is opened, see record-index.
 */
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of [...tables, ...texts, ...imports]) await sql.raw(statement).execute(db);
  await moveViews(db);
  await sql.raw(`alter table person drop column post`).execute(db);
}

const tables = [
  `create table post (
    id integer primary key autoincrement, version integer not null default 1,
    created_at text not null, updated_at text not null, removed_at text,
    name text not null,
    department_id integer references department (id),
    planned_headcount integer,
    note text
  ) strict`,
  `create unique index post_name_department on post (name, department_id)
    where removed_at is null and department_id is not null`,
  `create unique index post_name on post (name) where removed_at is null and department_id is null`,
  `create index post_department_id on post (department_id)`,
  `alter table person add column post_id integer references post (id)`,
  `create index person_post_id on person (post_id)`,
];

/** The department of a person as an import found it, when it is still there. */
const importedDepartment = `(select d.id from department d where d.id = json_extract(before, '$.departmentId'))`;

const texts = [
  `insert into post (created_at, updated_at, name, department_id)
    select min(at), min(at), name, department_id from (
      select created_at as at, post as name, department_id, id as turn from person where post is not null
      union all
      select i.at, json_extract(c.before, '$.post'), ${importedDepartment}, 1000000000 + c.record_id
      from import_change c join import i on i.id = c.import_id
      where c.feature = 'person' and i.state != 'undone' and json_valid(c.before)
        and json_type(c.before, '$.post') = 'text'
    ) group by name, department_id order by min(turn)`,
  `update person set post_id = (
      select post.id from post where post.name = person.post and post.department_id is person.department_id
    ) where post is not null`,
];

const imports = ['before', 'after'].map(
  (side) => `update import_change set ${side} = json_remove(json_set(${side}, '$.postId', (
      select post.id from post where post.name = json_extract(${side}, '$.post')
      order by post.department_id is not json_extract(${side}, '$.departmentId'), post.id limit 1
    )), '$.post')
    where feature = 'person' and json_valid(${side}) and json_type(${side}, '$.post') is not null`,
);
imports.push(
  `update import_shape set mapping = replace(mapping, '"person.post"', '"post.name"') where kind = 'person'`,
);

type View = {
  columns: { field: string }[] | null;
  sort?: { field: string }[];
  filters?: { field: string; operator: string; value?: unknown }[];
};

/** Columns, order and filters of the people's list that named the old text name the post instead. */
async function moveViews(db: Kysely<any>): Promise<void> {
  const posts = await db.selectFrom('post').select(['id', 'name']).execute();
  const renamed = <One extends { field: string }>(one: One): One =>
    one.field === 'post' ? { ...one, field: 'postId' } : one;
  const filtered = (filter: NonNullable<View['filters']>[number]): typeof filter | [] => {
    const { field, operator, value } = filter;
    if (field !== 'post' || operator === 'empty' || operator === 'filled') return renamed(filter);
    const typed = typeof value === 'string' ? value : '';
    const ids = posts
      .filter(({ name }) => (operator === 'is' ? name === typed : String(name).includes(typed)))
      .map(({ id }) => id);
    return ids.length > 0 && (operator === 'is' || operator === 'contains')
      ? { field: 'postId', operator: 'oneOf', value: ids }
      : [];
  };
  const moved = (view: View): View => ({
    ...view,
    columns: view.columns?.map(renamed) ?? null,
    ...(view.sort ? { sort: view.sort.map(renamed) } : {}),
    ...(view.filters ? { filters: view.filters.flatMap(filtered) } : {}),
  });
  const rows = await db
    .selectFrom('personSetting')
    .select(['personId', 'value'])
    .where('key', '=', 'views.person')
    .where(sql<boolean>`json_valid(value)`)
    .execute();
  for (const { personId, value } of rows) {
    const list = JSON.parse(value) as View & { views?: View[] };
    const next = { ...moved(list), ...(list.views ? { views: list.views.map(moved) } : {}) };
    await db
      .updateTable('personSetting')
      .set({ value: JSON.stringify(next) })
      .where('personId', '=', personId)
      .where('key', '=', 'views.person')
      .execute();
  }
}
