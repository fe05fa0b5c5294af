import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { HoldingKind } from '#shared/features/assignment/assignment.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Right } from '#shared/rpc/rights.ts';
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

/** 待移交 everything that may hang on a person, kind by kind. */
export const holdingSources: Readonly<Record<HoldingKind, HoldingSource>> = {
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
