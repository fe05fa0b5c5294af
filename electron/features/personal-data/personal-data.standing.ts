import { sql, type RawBuilder } from 'kysely';
import {
  deletionBlocks,
  type DeletionBlock,
  type DeletionPreview,
  type KeptGroup,
} from '#shared/features/personal-data/personal-data.contract.ts';
import {
  keptUntil,
  retentionYears,
  type RetentionRule,
} from '#shared/features/personal-data/personal-data.rules.ts';
import type { RetentionKind } from '#shared/features/personal-data/retention-rule.fields.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { countPhotos } from './personal-data.photos.ts';
import { blankedTables, concernedRows, hiddenTables } from './personal-data.blanks.ts';

/** Backups of twelve months are kept, the newest of each (backup.rules): what one holds today is gone after thirteen. */
const backupMonths = 13;

export const backupsUntil = (today: Day): Day => addMonths(today, backupMonths);

/** The customer and everybody who was merged into it. Error: `not-found`. */
export async function sameCustomers(
  reader: Reader | Writer,
  id: number,
): Promise<{ readonly name: string; readonly ids: readonly number[] }> {
  const { rows } = await sql<{ id: number; name: string }>`
    with recursive same (id) as (
      select ${id} union select customer.id from customer join same on customer.merged_into_id = same.id)
    select customer.id, customer.name from customer join same on same.id = customer.id
    order by customer.id = ${id} desc, customer.id`.execute(reader);
  const [first] = rows;
  if (first?.id !== id) throw notFound('customer', id);
  return { name: first.name, ids: rows.map((row) => row.id) };
}

const among = (ids: readonly number[]): RawBuilder<unknown> =>
  sql`(select value from json_each(${JSON.stringify(ids)}))`;

async function countOf(reader: Reader | Writer, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from}`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** What is still open between the store and the customer, and therefore in the way of a deletion. */
export async function readBlocks(
  reader: Reader | Writer,
  ids: readonly number[],
  today: Day,
): Promise<DeletionPreview['blocks']> {
  const mine = sql`removed_at is null and customer_id in ${among(ids)}`;
  const from: Readonly<Record<DeletionBlock, RawBuilder<unknown>>> = {
    receivable: sql`receivable where ${mine} and open_fen > 0`,
    membership: sql`membership where ${mine} and state = 'active'`,
    complaint: sql`complaint where ${mine} and state != 'closed'`,
    repair: sql`repair where ${mine} and state in ('waiting', 'working', 'done')`,
    order: sql`vehicle_order where ${mine} and state in ('open', 'allocated')`,
    delivery: sql`delivery where ${mine} and state in ('planned', 'signing')`,
    partnerCard: sql`partner_card where ${mine} and state = 'issued' and (balance_fen > 0 or balance_times > 0)
      and (expires_on is null or expires_on >= ${today})`,
    deleted: sql`personal_data_deletion where customer_id in ${among(ids)}`,
  };
  const blocks: DeletionPreview['blocks'][number][] = [];
  for (const block of deletionBlocks) {
    const count = await countOf(reader, from[block]);
    if (count > 0) blocks.push({ block, count });
  }
  return blocks;
}

type StoredRule = RetentionRule & {
  readonly source: string | null;
  readonly sourceEn: string | null;
  readonly confirmed: number;
};

export const readRetentionRules = (reader: Reader | Writer): Promise<StoredRule[]> =>
  reader
    .selectFrom('retentionRule')
    .select(['kind', 'years', 'validFrom', 'validTo', 'source', 'sourceEn', 'confirmed'])
    .where('removedAt', 'is', null)
    .$narrowType<{ kind: RetentionKind }>()
    .execute();

/** What stays without the name, how much of it, until when and by which rule. */
export async function readKept(
  reader: Reader | Writer,
  ids: readonly number[],
  today: Day,
): Promise<readonly KeptGroup[]> {
  const mine = sql`customer_id in ${among(ids)}`;
  const from: Readonly<Record<KeptGroup['kind'], RawBuilder<unknown>>> = {
    accounts: sql`(select occurred_on as on_day from receivable where ${mine}
      union all select paid_on from payment join receivable on receivable.id = receivable_id where ${mine})`,
    repair: sql`(select coalesce(handed_over_on, checked_in_on) as on_day from repair where ${mine})`,
    sale: sql`(select coalesce(delivered_on, cancelled_on, ordered_on) as on_day from vehicle_order where ${mine})`,
    membership: sql`(select on_day from membership_entry
      where membership_id in (select id from membership where ${mine}))`,
    complaint: sql`(select coalesce(closed_on, received_on) as on_day from complaint where ${mine})`,
  };
  const rules = await readRetentionRules(reader);
  const groups: KeptGroup[] = [];
  for (const [kind, rows] of Object.entries(from) as [KeptGroup['kind'], RawBuilder<unknown>][]) {
    const { rows: found } = await sql<{ count: number; lastOn: string | null }>`
      select count(*) as count, max(on_day) as last_on from ${rows}`.execute(reader);
    const [{ count, lastOn } = { count: 0, lastOn: null }] = found;
    if (count === 0 || lastOn === null) continue;
    const years = retentionYears(rules, kind, today);
    const rule = rules.find((one) => one.kind === kind && one.years === years);
    groups.push({
      kind,
      count,
      years,
      until: years === null ? null : keptUntil(lastOn, years),
      source: rule?.source ?? null,
      sourceEn: rule?.sourceEn ?? null,
      confirmed: rule?.confirmed === 1,
    });
  }
  return groups;
}

/** Everything that deleting a customer would do. Error: `not-found`. */
export async function deletionPreview(
  reader: Reader,
  customerId: number,
  today: Day,
): Promise<DeletionPreview> {
  const { name, ids } = await sameCustomers(reader, customerId);
  const goes: DeletionPreview['goes'][number][] = [];
  let auditRows = 0;
  for (const table of blankedTables) {
    if (table.feature === null) continue;
    const rows = await concernedRows(reader, table, ids);
    if (rows.length === 0) continue;
    goes.push({ feature: table.feature, count: rows.length });
    auditRows += await countOf(
      reader,
      sql`audit_record where feature = ${table.feature} and record_id in ${among(rows)}`,
    );
  }
  const sheets = hiddenTables.find(({ feature }) => feature === 'delivery');
  return {
    name,
    blocks: await readBlocks(reader, ids, today),
    goes,
    auditRows,
    photos: await countPhotos(reader, ids),
    keeps: await readKept(reader, ids, today),
    signedSheets: sheets
      ? await countOf(reader, sql`${sql.id(sheets.table)} where ${sheets.where(JSON.stringify(ids))}`)
      : 0,
    backupsUntil: backupsUntil(today),
  };
}
