import { sql, type RawBuilder, type SqlBool } from 'kysely';
import {
  holdingKinds,
  type Holding,
  type HoldingKind,
} from '#shared/features/assignment/assignment.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Right } from '#shared/rpc/rights.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { GivenColumn } from '#electron/kernel/record/give-rows.ts';

/** How a kind is found and given away. */
export type HoldingSource = Omit<GivenColumn, 'where'> & {
  /** Record feature of the rows. */
  readonly feature: string;
  /** Field of the record that names the person. */
  readonly field: string;
  /** Rows that are still open on a day, beside not lying in the bin. */
  readonly open: (today: Day) => RawBuilder<SqlBool>;
  readonly title: RawBuilder<string | null>;
  readonly detail: RawBuilder<string | null>;
  /** Whether `customer_id` tells the customer that the row belongs to. */
  readonly ofCustomer: boolean;
  /** What the successor needs to do the work. */
  readonly right?: Right;
};

const all = (): RawBuilder<SqlBool> => sql<SqlBool>`1`;
const text = (column: string): RawBuilder<string | null> => sql.ref(column);
const nothing = sql<string>`''`;
const openRepair = (): RawBuilder<SqlBool> => sql<SqlBool>`state in ('waiting', 'working', 'done')`;
const openEvent = (today: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`event_id in (select id from event where removed_at is null and coalesce(ends_on, starts_on) >= ${today})`;
const eventName = sql<string | null>`(select name from event where event.id = event_id)`;

const sources: Readonly<Record<HoldingKind, HoldingSource>> = {
  customer: {
    feature: 'customer',
    table: 'customer',
    column: 'consultant_id',
    field: 'consultantId',
    open: all,
    title: text('name'),
    detail: text('region'),
    ofCustomer: false,
    right: 'customer.write',
  },
  lead: {
    feature: 'lead',
    table: 'lead',
    column: 'consultant_id',
    field: 'consultantId',
    open: () => sql<SqlBool>`state not in ('won', 'lost')`,
    title: text('customer_name'),
    detail: text('model'),
    ofCustomer: true,
    right: 'lead.write',
  },
  order: {
    feature: 'order',
    table: 'vehicle_order',
    column: 'consultant_id',
    field: 'consultantId',
    open: () => sql<SqlBool>`state in ('open', 'allocated')`,
    title: text('number'),
    detail: text('model'),
    ofCustomer: true,
    right: 'order.write',
  },
  delivery: {
    feature: 'delivery',
    table: 'delivery',
    column: 'consultant_id',
    field: 'consultantId',
    // A sheet that the store has signed keeps who signed it.
    open: () => sql<SqlBool>`state = 'planned'`,
    title: text('number'),
    detail: text('planned_on'),
    ofCustomer: true,
    right: 'delivery.write',
  },
  promise: {
    feature: 'followUp',
    table: 'follow_up',
    column: 'next_by_id',
    field: 'nextById',
    holder: sql<number | null>`coalesce(next_by_id, person_id)`,
    // The last talk with the customer: a later one answers what was promised before.
    open: () => sql<SqlBool>`next_on is not null and not exists (select 1 from follow_up later
      where later.customer_id = follow_up.customer_id and later.removed_at is null
        and (later.happened_on, later.id) > (follow_up.happened_on, follow_up.id))`,
    title: text('next_on'),
    detail: text('content'),
    ofCustomer: true,
    right: 'customer.write',
  },
  complaint: {
    feature: 'complaint',
    table: 'complaint',
    column: 'handler_id',
    field: 'handlerId',
    open: () => sql<SqlBool>`state != 'closed'`,
    title: text('number'),
    detail: text('subject'),
    ofCustomer: true,
    right: 'complaint.write',
  },
  receivable: {
    feature: 'receivable',
    table: 'receivable',
    column: 'person_id',
    field: 'personId',
    open: () => sql<SqlBool>`open_fen > 0`,
    title: text('number'),
    detail: text('due_on'),
    ofCustomer: true,
  },
  repairAdviser: {
    feature: 'repair',
    table: 'repair',
    column: 'adviser_id',
    field: 'adviserId',
    open: openRepair,
    title: text('number'),
    detail: text('plate'),
    ofCustomer: true,
    right: 'repair.write',
  },
  repairTechnician: {
    feature: 'repair',
    table: 'repair',
    column: 'technician_id',
    field: 'technicianId',
    open: openRepair,
    title: text('number'),
    detail: text('plate'),
    ofCustomer: true,
    right: 'repair.write',
  },
  rework: {
    feature: 'rework',
    table: 'rework',
    column: 'technician_id',
    field: 'technicianId',
    open: () => sql<SqlBool>`state = 'open'`,
    title: text('number'),
    detail: text('reason'),
    ofCustomer: false,
    right: 'repair.write',
  },
  action: {
    feature: 'action',
    table: 'action',
    column: 'owner_id',
    field: 'ownerId',
    open: () => sql<SqlBool>`state != 'closed'`,
    title: text('number'),
    detail: text('text'),
    ofCustomer: false,
    right: 'action.report',
  },
  gap: {
    feature: 'gap',
    table: 'gap',
    column: 'owner_id',
    field: 'ownerId',
    open: () => sql<SqlBool>`state = 'open'`,
    title: text('number'),
    detail: text('cause'),
    ofCustomer: false,
  },
  event: {
    feature: 'event',
    table: 'event',
    column: 'person_id',
    field: 'personId',
    open: (today) => sql<SqlBool>`coalesce(ends_on, starts_on) >= ${today}`,
    title: text('name'),
    detail: text('starts_on'),
    ofCustomer: false,
    right: 'event.write',
  },
  eventRole: {
    feature: 'eventRole',
    table: 'event_role',
    column: 'person_id',
    field: 'personId',
    open: openEvent,
    title: text('role'),
    detail: eventName,
    ofCustomer: false,
  },
  eventMaterial: {
    feature: 'eventMaterial',
    table: 'event_material',
    column: 'person_id',
    field: 'personId',
    open: openEvent,
    title: text('name'),
    detail: eventName,
    ofCustomer: false,
  },
  channelPlan: {
    feature: 'channelPlan',
    table: 'channel_plan',
    column: 'person_id',
    field: 'personId',
    open: (today) => sql<SqlBool>`month >= ${today.slice(0, 7)}`,
    title: text('month'),
    detail: nothing,
    ofCustomer: false,
  },
  emergency: {
    feature: 'emergency',
    table: 'emergency',
    column: 'person_id',
    field: 'personId',
    open: all,
    title: text('name'),
    detail: nothing,
    ofCustomer: false,
  },
  department: {
    feature: 'department',
    table: 'department',
    column: 'leader_id',
    field: 'leaderId',
    open: all,
    title: text('name'),
    detail: nothing,
    ofCustomer: false,
  },
};

export const holdingSource = (kind: HoldingKind): HoldingSource => sources[kind];

/** Living rows of a kind that are open. */
const openRows = ({ open }: HoldingSource, today: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`removed_at is null and (${open(today)})`;

const holderOf = ({ holder, column }: HoldingSource): RawBuilder<number | null> => holder ?? sql.ref(column);

/** The column of a kind as `giveRows` wants it: only what is still open moves. */
export const givenColumn = (kind: HoldingKind, today: Day): GivenColumn => {
  const { table, column, holder } = sources[kind];
  return { table, column, ...(holder ? { holder } : {}), where: openRows(sources[kind], today) };
};

/** Everything open that hangs on a person, by kind and in the order in which it was entered. */
export async function readHoldings(
  reader: Reader | Writer,
  personId: number,
  today: Day,
): Promise<readonly Holding[]> {
  const found: Holding[] = [];
  for (const kind of holdingKinds) {
    const source = sources[kind];
    const customer = source.ofCustomer ? sql`customer_id` : sql`null`;
    const { rows } = await sql<{ id: number; customerId: number | null }>`
      select id, ${customer} as customer_id from ${sql.id(source.table)}
      where ${holderOf(source)} = ${personId} and ${openRows(source, today)} order by id`.execute(reader);
    for (const { id, customerId } of rows) found.push({ kind, id, customerId });
  }
  return found;
}

/** How much of everything hangs on whom. */
export async function countHoldings(reader: Reader, today: Day): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (const kind of holdingKinds) {
    const source = sources[kind];
    const { rows } = await sql<{ personId: number; count: number }>`
      select ${holderOf(source)} as person_id, count(*) as count from ${sql.id(source.table)}
      where ${holderOf(source)} is not null and ${openRows(source, today)} group by 1`.execute(reader);
    for (const { personId, count } of rows) counts.set(personId, (counts.get(personId) ?? 0) + count);
  }
  return counts;
}

const named = (source: HoldingSource) => sql`select id, ${source.title} as title, ${source.detail} as detail,
  ${source.ofCustomer ? sql`(select name from customer where customer.id = customer_id)` : sql`null`} as customer_name
  from ${sql.id(source.table)}`;

type NamedRow = { id: number; title: string | null; detail: string | null; customerName: string | null };

/** Names of the open records of one kind that a search finds, in the order of their ids. */
export async function readHoldingRows(
  reader: Reader,
  kind: HoldingKind,
  { personId, today, search }: { readonly personId: number; readonly today: Day; readonly search: string },
): Promise<readonly NamedRow[]> {
  const source = sources[kind];
  const words = `%${search.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  const { rows } = await sql<NamedRow>`select * from (${named(source)}
      where ${holderOf(source)} = ${personId} and ${openRows(source, today)})
    where ${search} = '' or coalesce(title, '') || ' ' || coalesce(detail, '') || ' ' || coalesce(customer_name, '')
      like ${words} escape '\\' order by id`.execute(reader);
  return rows;
}

/** Names of records, wherever they are now: for the sheet of a hand-over. */
export async function readNamed(
  reader: Reader,
  kind: HoldingKind,
  ids: readonly number[],
): Promise<ReadonlyMap<number, NamedRow>> {
  const { rows } = await sql<NamedRow>`${named(sources[kind])}
    where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(reader);
  return new Map(rows.map((row) => [row.id, row]));
}
