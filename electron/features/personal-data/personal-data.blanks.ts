import { sql, type RawBuilder } from 'kysely';
import type { Writer } from '#electron/kernel/database.ts';

/** What stands where a person's name was: 已删除客户 #12. */
export const nameOfDeleted = (id: number): string => `已删除客户 #${id}`;
/** What stands where a text is needed. */
const gone = '〔已删除〕';

/** Stands for the placeholder of the name. */
const theName = '{name}';

type BlankedTable = {
  /** Record feature; null: a table of rows that belong to others. */
  readonly feature: string | null;
  readonly table: string;
  /** Columns with their new values. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** Which rows; `ids` is a JSON list of customers. */
  readonly where?: (ids: string) => RawBuilder<unknown>;
};

const among = (ids: string): RawBuilder<unknown> => sql`(select value from json_each(${ids}))`;
const cardsOf = (ids: string): RawBuilder<unknown> =>
  sql`(select id from partner_card where customer_id in ${among(ids)})`;
const ofComplaint = (ids: string): RawBuilder<unknown> =>
  sql`complaint_id in (select id from complaint where customer_id in ${among(ids)})`;

/**
 * What is blanked when a person is deleted, table by table. Money, days, kinds, states and what was done to a vehicle stay. Not here:
 * deliveries that are handed over, checks and certificates, which stay as they were signed.
 */
export const blankedTables: readonly BlankedTable[] = [
  {
    feature: 'customer',
    table: 'customer',
    columns: {
      name: theName,
      code: null,
      phone: null,
      second_phone: null,
      identity_number: null,
      born_on: null,
      region: null,
      address: null,
      trade: null,
      introduced_by_id: null,
      note: null,
    },
    where: (ids) => sql`id in ${among(ids)}`,
  },
  { feature: 'contact', table: 'contact', columns: { name: gone, post: null, phone: null, note: null } },
  { feature: 'lead', table: 'lead', columns: { customer_name: theName, phone: null, note: null } },
  { feature: 'order', table: 'vehicle_order', columns: { customer_name: theName, note: null } },
  { feature: 'vehicle', table: 'vehicle', columns: { plate: null, engine_number: null, note: null } },
  { feature: 'repair', table: 'repair', columns: { customer_name: theName, plate: null, note: null } },
  { feature: 'receivable', table: 'receivable', columns: { customer_name: theName, note: null } },
  { feature: 'followUp', table: 'follow_up', columns: { content: gone } },
  { feature: 'reminderAppointment', table: 'reminder_appointment', columns: { note: null } },
  { feature: 'membership', table: 'membership', columns: { note: null } },
  {
    feature: 'complaint',
    table: 'complaint',
    columns: {
      subject: gone,
      description: null,
      demand: null,
      customer_name: theName,
      phone: null,
      plate: null,
      answer: null,
      call_back_result: null,
      customer_words: null,
    },
  },
  { feature: null, table: 'complaint_line', columns: { text: gone }, where: ofComplaint },
  { feature: 'partnerCard', table: 'partner_card', columns: { reason: null, note: null } },
  {
    feature: null,
    table: 'membership_card',
    columns: { reason: null },
    where: (ids) =>
      sql`reason is not null and membership_id in (select id from membership where customer_id in ${among(ids)})`,
  },
  // Of the ledgers the words alone.
  {
    feature: null,
    table: 'membership_entry',
    columns: { note: null },
    where: (ids) =>
      sql`note is not null and membership_id in (select id from membership where customer_id in ${among(ids)})`,
  },
  {
    feature: null,
    table: 'partner_entry',
    columns: { note: null },
    where: (ids) => sql`note is not null and card_id in ${cardsOf(ids)}`,
  },
  {
    feature: null,
    table: 'partner_issue',
    columns: { content: '{}' },
    where: (ids) => sql`id in (select issue_id from partner_entry where card_id in ${cardsOf(ids)})`,
  },
  {
    feature: null,
    table: 'campaign_member',
    columns: { why: null, why_en: null },
    where: (ids) => sql`why is not null and customer_id in ${among(ids)}`,
  },
  { feature: 'evaluation', table: 'evaluation', columns: { words: null, withdrawn_reason: null } },
  { feature: 'serviceScore', table: 'service_score', columns: { words: null } },
  {
    feature: 'delivery',
    table: 'delivery',
    columns: { customer_name: theName, host: null, guests: null, wishes: null, note: null },
    where: (ids) => sql`customer_id in ${among(ids)} and state != 'handedOver'`,
  },
  { feature: null, table: 'personal_data_consent', columns: { note: null } },
  {
    feature: null,
    table: 'customer_merge',
    columns: { taken: '{}' },
    where: (ids) => sql`kept_id in ${among(ids)} or gone_id in ${among(ids)}`,
  },
];

const conditionOf = ({ where }: BlankedTable, ids: string): RawBuilder<unknown> =>
  where?.(ids) ?? sql`customer_id in ${among(ids)}`;

/** Ids of the rows of a table that belong to the customers. */
export async function concernedRows(
  reader: Pick<Writer, 'getExecutor'>,
  table: BlankedTable,
  customerIds: readonly number[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select rowid as id from ${sql.id(table.table)}
    where ${conditionOf(table, JSON.stringify(customerIds))}`.execute(reader);
  return rows.map(({ id }) => id);
}

/** Blanks the rows of one table. */
export async function blankRows(
  writer: Writer,
  { feature, table, columns }: BlankedTable,
  ids: readonly number[],
  { name, now }: { readonly name: string; readonly now: string },
): Promise<void> {
  const set = Object.entries(columns).map(
    ([column, value]) => sql`${sql.id(column)} = ${value === theName ? name : value}`,
  );
  if (feature !== null) set.push(sql`version = version + 1`, sql`updated_at = ${now}`);
  await sql`update ${sql.id(table)} set ${sql.join(set)} where rowid in ${among(JSON.stringify(ids))}`.execute(
    writer,
  );
}

/** Records that stay as they were signed and are no longer found: feature, table and which rows. */
export const hiddenTables: readonly {
  readonly feature: string;
  readonly table: string;
  readonly where: (ids: string) => RawBuilder<unknown>;
}[] = [
  {
    feature: 'delivery',
    table: 'delivery',
    where: (ids) => sql`customer_id in ${among(ids)} and state = 'handedOver'`,
  },
  {
    feature: 'handOverSheet',
    table: 'hand_over_sheet',
    where: (ids) => sql`delivery_id in (select id from delivery where customer_id in ${among(ids)})`,
  },
  ...(['certificate', 'inspection'] as const).map((table) => ({
    feature: table,
    table,
    where: (ids: string) => sql`repair_id in (select id from repair where customer_id in ${among(ids)})`,
  })),
];
