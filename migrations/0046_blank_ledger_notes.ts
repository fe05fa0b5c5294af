import { sql, type Kysely } from 'kysely';

/** A deleted customer: the name says of which deletion, also of those who were merged into the one that was deleted. */
const deleted = (customerId: string): string =>
  `select 1 from customer join personal_data_deletion on customer.name = '已删除客户 #' || personal_data_deletion.customer_id
    where customer.id = ${customerId}`;

const cardOf = (condition: string): string =>
  `select 1 from partner_card where ${condition} and exists (${deleted('partner_card.customer_id')})`;

/** Ledgers with the column that a deletion of a person may blank, the blank value, and whose row it is. */
const ledgers = [
  {
    table: 'membership_entry',
    column: 'note',
    blank: 'null',
    whose: `select 1 from membership where membership.id = old.membership_id
      and exists (${deleted('membership.customer_id')})`,
  },
  { table: 'partner_entry', column: 'note', blank: 'null', whose: cardOf('partner_card.id = old.card_id') },
  {
    table: 'partner_issue',
    column: 'content',
    blank: `'{}'`,
    whose: cardOf(
      'partner_card.id in (select card_id from partner_entry where partner_entry.issue_id = old.id)',
    ),
  },
] as const;

/** 个人信息: words typed beside a booking go with the person; every figure of a ledger stays as it was booked. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const { table, column, blank, whose } of ledgers) {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
    const kept = rows
      .filter(({ name }) => name !== column)
      .map(({ name }) => `new.${name} is not old.${name}`);
    await sql.raw(`drop trigger ${table}_no_update`).execute(db);
    await sql
      .raw(
        `create trigger ${table}_no_update before update on ${table}
          when ${kept.join(' or ')} or new.${column} is not ${blank} or not exists (${whose})
          begin select raise(abort, 'the ledger is only added to'); end`,
      )
      .execute(db);
  }
}
