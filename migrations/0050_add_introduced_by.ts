import { sql, type Kysely } from 'kysely';

/** 介绍人 of a customer: the customer who brought them. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of [
    'alter table customer add column introduced_by_id integer references customer (id)',
    'create index customer_introduced_by_id on customer (introduced_by_id) where introduced_by_id is not null',
  ])
    await sql.raw(statement).execute(db);
}
