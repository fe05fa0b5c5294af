import { sql, type Kysely } from 'kysely';

const record = `id integer primary key autoincrement, version integer not null default 1,
  created_at text not null, updated_at text not null, removed_at text`;

/** 质量保证期 by class: kilometres, days. Source: 机动车维修管理规定 (domain rules §5). */
const warrantyRules = [
  ['whole', 20_000, 100],
  ['assembly', 20_000, 100],
  ['secondMaintenance', 5000, 30],
  ['firstMaintenance', 2000, 10],
  ['minor', 2000, 10],
  ['special', 2000, 10],
] as const;

/** What three-level checks, original parts, rework, certificates and warranty need of repair orders. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table repair add column repair_class text`,
    `alter table repair add column promised_at text`,
    `alter table repair add column bay text`,
    `alter table repair add column return_of_id integer references repair (id)`,
    `alter table repair add column is_return integer`,
    `create index repair_return_of_id on repair (return_of_id) where return_of_id is not null`,
    `create index repair_left on repair (vehicle_id, handed_over_on) where removed_at is null and handed_over_on is not null`,
    `alter table repair_part add column supplier text`,
    `alter table repair_part add column voucher text`,
    `alter table repair_part add column consent_by text`,
    `alter table repair_part add column consent_on text`,
    `alter table repair_part add column allowed_reason text`,
    `alter table repair_part add column allowed_by_id integer references person (id)`,
    `alter table repair_part add column allowed_on text`,
    `alter table repair_part add column allowed_for text`,
    `create index repair_part_allowed_by_id on repair_part (allowed_by_id) where allowed_by_id is not null`,
    `create table rework (
      ${record},
      number text not null, repair_id integer not null references repair (id),
      inspection_id integer not null references inspection (id), round integer not null, state text not null,
      reason text not null, technician_id integer references person (id), raised_on text not null,
      done_on text, done_by_id integer references person (id), done_note text
    ) strict`,
    `create unique index rework_number on rework (number)`,
    `create index rework_repair_id on rework (repair_id, state)`,
    `create index rework_inspection_id on rework (inspection_id)`,
    `create index rework_technician_id on rework (technician_id, state)`,
    `create index rework_done_by_id on rework (done_by_id) where done_by_id is not null`,
    `create table certificate (
      ${record},
      number text not null, repair_id integer not null references repair (id), state text not null,
      plate text, vin text, repair_class text not null, odometer_km integer,
      issued_on text not null, issued_by_id integer not null references person (id),
      warranty_days integer not null, warranty_km integer not null,
      voided_on text, voided_by_id integer references person (id), void_reason text
    ) strict`,
    `create unique index certificate_number on certificate (number)`,
    // One valid certificate for an order at a time.
    `create unique index certificate_repair_id on certificate (repair_id) where state = 'issued'`,
    `create index certificate_of_repair on certificate (repair_id)`,
    `create index certificate_issued_by_id on certificate (issued_by_id)`,
    `create index certificate_voided_by_id on certificate (voided_by_id) where voided_by_id is not null`,
    `create table certificate_snapshot (
      certificate_id integer primary key references certificate (id), template_version integer not null,
      content text not null, audit_code text not null
    ) strict`,
    `create table warranty_rule (
      ${record},
      repair_class text not null, days integer not null, kilometres integer not null,
      valid_from text not null, valid_to text, source text not null, confirmed integer not null
    ) strict`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const seeded = '2026-01-01T00:00:00.000Z';
  for (const [repairClass, kilometres, days] of warrantyRules)
    await sql`insert into warranty_rule
      (version, created_at, updated_at, repair_class, days, kilometres, valid_from, source, confirmed)
      values (1, ${seeded}, ${seeded}, ${repairClass}, ${days}, ${kilometres}, '2005-08-01',
        '机动车维修管理规定：质量保证期', 1)`.execute(db);
}
