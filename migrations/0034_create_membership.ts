import { sql, type Kysely } from 'kysely';

const refuse = (table: string): string[] =>
  ['update', 'delete'].map(
    (what) =>
      `create trigger ${table}_no_${what} before ${what} on ${table}
        begin select raise(abort, 'the ledger is only added to'); end`,
  );

const balances = ['points', 'principal_fen', 'bonus_fen', 'units'] as const;

/**
 * 会员 memberships with their cards; 会员账 the ledger: entries in the order of their ids with the balances after each, lots with
 * what they were made with, moves that change what is left of a lot. The three are only ever added to.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table membership (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null, removed_at text,
      number text not null, customer_id integer not null references customer (id), card_number text not null,
      state text not null, joined_on text not null, closed_on text,
      merged_into_id integer references membership (id), note text
    ) strict`,
    `create unique index membership_number on membership (number)`,
    // Not unique: customers that are merged bring two together, which are then merged here.
    `create index membership_customer_id on membership (customer_id, state)`,
    `create index membership_merged_into_id on membership (merged_into_id) where merged_into_id is not null`,
    `create table membership_card (
      id integer primary key autoincrement, number text not null, membership_id integer not null references membership (id),
      issued_at text not null, ended_at text, reason text
    ) strict`,
    `create unique index membership_card_number on membership_card (number)`,
    `create index membership_card_membership_id on membership_card (membership_id)`,
    `create table membership_entry (
      id integer primary key, membership_id integer not null references membership (id),
      kind text not null, on_day text not null, at text not null, receipt_key text not null,
      refers_id integer references membership_entry (id),
      sale_fen integer not null, list_fen integer not null, worth_fen integer not null, money_fen integer not null,
      ${balances.map((name) => `${name} integer not null, ${name}_after integer not null check (${name}_after >= 0)`).join(', ')},
      short_points integer not null check (short_points >= 0), note text,
      person_id integer not null references person (id)
    ) strict`,
    `create index membership_entry_membership_id on membership_entry (membership_id, id)`,
    `create unique index membership_entry_receipt_key on membership_entry (receipt_key, kind)`,
    `create index membership_entry_refers_id on membership_entry (refers_id) where refers_id is not null`,
    // What is reversed is reversed once.
    `create unique index membership_entry_reversed on membership_entry (refers_id) where kind = 'reverse'`,
    `create index membership_entry_person_id on membership_entry (person_id)`,
    `create table membership_lot (
      id integer primary key, membership_id integer not null references membership (id),
      entry_id integer not null references membership_entry (id), account text not null,
      quantity integer not null check (quantity > 0), starts_on text not null, expires_on text, name text,
      paid_fen integer not null, unit_fen integer not null
    ) strict`,
    `create index membership_lot_membership_id on membership_lot (membership_id)`,
    `create index membership_lot_entry_id on membership_lot (entry_id)`,
    `create index membership_lot_expires_on on membership_lot (expires_on) where expires_on is not null`,
    `create table membership_move (
      lot_id integer not null references membership_lot (id), entry_id integer not null references membership_entry (id),
      quantity integer not null check (quantity != 0),
      primary key (lot_id, entry_id)
    ) strict, without rowid`,
    `create index membership_move_entry_id on membership_move (entry_id)`,
    `create trigger membership_move_within before insert on membership_move
      when (select quantity from membership_lot where id = new.lot_id) + new.quantity
        + coalesce((select sum(quantity) from membership_move where lot_id = new.lot_id), 0)
        not between 0 and (select quantity from membership_lot where id = new.lot_id)
      begin select raise(abort, 'a lot holds neither less than nothing nor more than it was made with'); end`,
    ...['membership_entry', 'membership_lot', 'membership_move'].flatMap(refuse),
    `create table membership_design (
      id integer primary key autoincrement, version integer not null default 1,
      created_at text not null, updated_at text not null,
      edition integer not null, state text not null, from_day text, content text not null, note text,
      created_by_id integer not null references person (id),
      approved_by_id integer references person (id), approved_at text
    ) strict`,
    `create unique index membership_design_edition on membership_design (edition)`,
    `create index membership_design_created_by_id on membership_design (created_by_id)`,
    `create index membership_design_approved_by_id on membership_design (approved_by_id) where approved_by_id is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
