import { sql, type Kysely } from 'kysely';

const head = `id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text`;

const refuse = (table: string): string[] =>
  ['update', 'delete'].map(
    (what) =>
      `create trigger ${table}_no_${what} before ${what} on ${table}
        begin select raise(abort, 'the ledger is only added to'); end`,
  );

/** Kinds of partners that a store begins with; rows of its own from then on. */
const kinds = [
  ['加油', 'Fuel'],
  ['轮胎', 'Tyres'],
  ['通行费 · ETC', 'Tolls · ETC'],
  ['洗车', 'Car wash'],
  ['停车', 'Parking'],
  ['保险', 'Insurance'],
  ['餐饮', 'Food'],
  ['其他', 'Others'],
] as const;

/**
 * 合作卡: partners with their dated agreements, cards with entries that are only added to (each names the month in which it is
 * settled), orders of issue, the partners' own lists, settlements per month.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table partner_kind (${head}, name text not null, name_en text, note text) strict`,
    `create unique index partner_kind_name on partner_kind (name) where removed_at is null`,
    `create table partner (
      ${head}, name text not null, kind_id integer not null references partner_kind (id), contact text, phone text,
      address text, state text not null, person_id integer references person (id), note text
    ) strict`,
    `create unique index partner_name on partner (name) where removed_at is null`,
    `create index partner_kind_id on partner (kind_id)`,
    `create index partner_person_id on partner (person_id) where person_id is not null`,
    `create table partner_agreement (
      ${head}, partner_id integer not null references partner (id), card_name text not null,
      valid_from text not null, valid_to text not null, unit text not null, face_fen integer, face_times integer,
      time_fen integer, bearer text not null, store_share_hundredths integer, card_fen integer not null,
      use_fen integer not null, rebate_hundredths integer not null, month_quota integer, total_quota integer,
      per_customer integer, valid_days integer not null, settle_day integer not null, numbering text not null, note text
    ) strict`,
    `create index partner_agreement_partner_id on partner_agreement (partner_id, card_name)`,
    `create table partner_card (
      ${head}, number text not null, partner_id integer not null references partner (id),
      agreement_id integer references partner_agreement (id), state text not null,
      customer_id integer references customer (id), reason text, issued_on text, expires_on text,
      face_fen integer, balance_fen integer check (balance_fen between 0 and face_fen),
      face_times integer, balance_times integer check (balance_times between 0 and face_times),
      tier text, lot text, person_id integer references person (id), note text
    ) strict`,
    `create unique index partner_card_number on partner_card (partner_id, number)`,
    `create index partner_card_by_number on partner_card (number)`,
    // Quotas are counted by these two in the transaction that issues.
    `create index partner_card_agreement_id on partner_card (agreement_id, issued_on) where agreement_id is not null`,
    `create index partner_card_customer_id on partner_card (customer_id, agreement_id) where customer_id is not null`,
    `create index partner_card_state on partner_card (partner_id, state, expires_on)`,
    `create index partner_card_person_id on partner_card (person_id) where person_id is not null`,
    `create table partner_issue (
      id integer primary key autoincrement, key text not null, agreement_id integer not null references partner_agreement (id),
      content text not null, cards integer not null, at text not null, person_id integer not null references person (id)
    ) strict`,
    `create unique index partner_issue_key on partner_issue (key)`,
    `create index partner_issue_agreement_id on partner_issue (agreement_id)`,
    `create index partner_issue_person_id on partner_issue (person_id)`,
    `create table partner_entry (
      id integer primary key, card_id integer not null references partner_card (id),
      partner_id integer not null references partner (id), agreement_id integer references partner_agreement (id),
      kind text not null, on_day text not null, at text not null, month text not null, late integer not null,
      quantity integer not null, after integer not null check (after >= 0), worth_fen integer not null,
      store_fen integer not null, partner_fen integer not null, receipt_key text,
      refers_id integer references partner_entry (id), issue_id integer references partner_issue (id),
      note text, person_id integer not null references person (id)
    ) strict`,
    `create index partner_entry_card_id on partner_entry (card_id, id)`,
    `create index partner_entry_partner_id on partner_entry (partner_id, month)`,
    `create index partner_entry_agreement_id on partner_entry (agreement_id, month) where agreement_id is not null`,
    `create index partner_entry_on_day on partner_entry (on_day)`,
    `create unique index partner_entry_receipt_key on partner_entry (partner_id, receipt_key) where receipt_key is not null`,
    // What is reversed is reversed once.
    `create unique index partner_entry_reversed on partner_entry (refers_id) where kind = 'reverse'`,
    `create index partner_entry_refers_id on partner_entry (refers_id) where refers_id is not null`,
    `create index partner_entry_issue_id on partner_entry (issue_id) where issue_id is not null`,
    `create index partner_entry_person_id on partner_entry (person_id)`,
    ...['partner_entry', 'partner_issue'].flatMap(refuse),
    `create table partner_list (
      id integer primary key autoincrement, key text not null, partner_id integer not null references partner (id),
      month text not null, name text not null, at text not null, person_id integer not null references person (id)
    ) strict`,
    `create unique index partner_list_key on partner_list (key)`,
    `create index partner_list_partner_id on partner_list (partner_id, month)`,
    `create index partner_list_person_id on partner_list (person_id)`,
    `create table partner_list_row (
      list_id integer not null references partner_list (id), line integer not null, number text not null,
      amount integer, worth_fen integer not null, on_day text, receipt_key text, verdict text not null,
      entry_id integer references partner_entry (id), primary key (list_id, line)
    ) strict, without rowid`,
    `create index partner_list_row_entry_id on partner_list_row (entry_id) where entry_id is not null`,
    `create table partner_settlement (
      ${head}, number text not null, partner_id integer not null references partner (id), month text not null,
      state text not null, opening_fen integer not null, issued_fen integer not null, redeemed_fen integer not null,
      expired_fen integer not null, closing_fen integer not null, store_fen integer not null, partner_fen integer not null,
      net_fen integer not null, list_fen integer, difference_fen integer, agreed_on text not null,
      agreed_by_id integer not null references person (id), paid_on text,
      receivable_id integer references receivable (id), cash_id integer references cash (id), note text
    ) strict`,
    `create unique index partner_settlement_number on partner_settlement (number)`,
    `create unique index partner_settlement_month on partner_settlement (partner_id, month)`,
    `create index partner_settlement_agreed_by_id on partner_settlement (agreed_by_id)`,
    `create index partner_settlement_receivable_id on partner_settlement (receivable_id) where receivable_id is not null`,
    `create index partner_settlement_cash_id on partner_settlement (cash_id) where cash_id is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const at = '2026-01-01T00:00:00.000Z';
  for (const [name, nameEn] of kinds)
    await db
      .insertInto('partner_kind')
      .values({ created_at: at, updated_at: at, name, name_en: nameEn })
      .execute();
}
