import { sql, type Kysely } from 'kysely';

/** 协议扫描件 signed papers of a partner agreement: PDF or photos, their bytes among the attachments. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of [
    `create table partner_agreement_scan (
      id integer primary key autoincrement, agreement_id integer not null references partner_agreement (id),
      name text not null, hash text not null references attachment (hash), media_type text not null, size integer not null,
      person_name text not null, at text not null
    ) strict`,
    'create index partner_agreement_scan_agreement_id on partner_agreement_scan (agreement_id)',
    'create index partner_agreement_scan_hash on partner_agreement_scan (hash)',
  ])
    await sql.raw(statement).execute(db);
}
