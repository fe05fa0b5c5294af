import { sql, type Kysely } from 'kysely';

const record = `id integer primary key autoincrement, version integer not null default 1,
  created_at text not null, updated_at text not null, removed_at text`;

const motor = ['car', 'lightTruck', 'mediumTruck', 'heavyTruck', 'tractor', 'bus', 'special'] as const;
const trucks = ['lightTruck', 'mediumTruck', 'heavyTruck', 'tractor', 'bus', 'special'] as const;
const law = '汽车销售管理办法：随车凭证和文件，请核对';
const custom = '本店惯例，请核对';

/** 交接清单: kinds of vehicle (null: every one), kind of item, name, quantity, source. Domain rules §4; to be checked by the store. */
const items: readonly (readonly [readonly (string | null)[], string, string, number, string])[] = [
  [[null], 'document', '机动车整车出厂合格证', 1, law],
  [[null], 'document', '车辆一致性证书', 1, law],
  [[null], 'document', '产品中文使用说明书', 1, law],
  [[null], 'document', '保修、维修保养手册', 1, law],
  [['car'], 'document', '家用汽车产品三包凭证', 1, law],
  [[null], 'document', '机动车销售统一发票', 1, custom],
  [[...motor], 'tool', '随车工具（套）', 1, custom],
  [[...motor], 'tool', '千斤顶', 1, custom],
  [[...motor], 'tool', '三角警示牌', 1, custom],
  [['car'], 'tool', '反光背心', 1, custom],
  [[...trucks], 'tool', '灭火器', 1, custom],
  [[...motor, 'trailer'], 'tool', '备胎', 1, custom],
  [[...motor], 'key', '车钥匙', 2, custom],
];

/** Tables that hang on a delivery and end with it: nothing is added to, changed in or taken from one that is handed over. */
const closedWith = ['delivery_item', 'delivery_disclosure', 'delivery_photo'];

const handedOver = (id: string): string =>
  `exists (select 1 from delivery where id = ${id} and state = 'handedOver')`;
const refuse = `begin select raise(abort, 'a delivery that is handed over is closed'); end`;

const closing = closedWith.flatMap((table) => [
  `create trigger ${table}_no_insert before insert on ${table} when ${handedOver('new.delivery_id')} ${refuse}`,
  `create trigger ${table}_no_update before update on ${table} when ${handedOver('old.delivery_id')} ${refuse}`,
  `create trigger ${table}_no_delete before delete on ${table} when ${handedOver('old.delivery_id')} ${refuse}`,
]);

/** Deliveries, what goes along, disclosures, signatures of customers and the register of hand-over sheets. */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `create table delivery (
      ${record},
      number text not null, order_id integer not null references vehicle_order (id),
      stock_id integer not null references stock (id), vin text, customer_id integer references customer (id),
      customer_name text, state text not null, planned_on text not null, planned_time text, place text,
      consultant_id integer not null references person (id), host text, guests text, props text, wishes text, note text,
      sheet_number text, handed_over_on text, handed_over_at text, cancel_reason text
    ) strict`,
    `create unique index delivery_number on delivery (number)`,
    // A vehicle is handed over once.
    `create unique index delivery_stock_id on delivery (stock_id) where state != 'cancelled' and removed_at is null`,
    `create index delivery_of_stock on delivery (stock_id)`,
    `create index delivery_order_id on delivery (order_id, state)`,
    `create index delivery_customer_id on delivery (customer_id)`,
    `create index delivery_consultant_id on delivery (consultant_id)`,
    `create index delivery_planned_on on delivery (planned_on, id) where removed_at is null`,
    `create index delivery_due on delivery (planned_on) where state in ('planned', 'signing') and removed_at is null`,
    `create index delivery_handed_over_on on delivery (handed_over_on) where handed_over_on is not null`,
    `create trigger delivery_closed before update on delivery when old.state = 'handedOver' ${refuse}`,
    `create trigger delivery_kept before delete on delivery when old.state = 'handedOver' ${refuse}`,
    `create table delivery_item (
      id integer primary key autoincrement, delivery_id integer not null references delivery (id), kind text not null,
      name text not null, quantity integer not null, ready integer not null, note text
    ) strict`,
    `create index delivery_item_delivery_id on delivery_item (delivery_id)`,
    `create table delivery_disclosure (
      delivery_id integer not null references delivery (id), repair_id integer not null references repair (id),
      text text not null, person_name text not null, at text not null,
      primary key (delivery_id, repair_id)
    ) strict, without rowid`,
    `create index delivery_disclosure_repair_id on delivery_disclosure (repair_id)`,
    `create table delivery_photo (
      id integer primary key autoincrement, delivery_id integer not null references delivery (id), caption text,
      hash text not null references attachment (hash), thumbnail_hash text not null references attachment (hash),
      width integer not null, height integer not null, person_name text not null, at text not null
    ) strict`,
    `create index delivery_photo_delivery_id on delivery_photo (delivery_id)`,
    `create index delivery_photo_hash on delivery_photo (hash)`,
    `create index delivery_photo_thumbnail_hash on delivery_photo (thumbnail_hash)`,
    `create table hand_over_sheet (
      ${record},
      number text not null, delivery_id integer not null references delivery (id), state text not null,
      vin text not null, customer_name text, drawn_on text not null,
      drawn_by_id integer not null references person (id), signed_on text, voided_on text, void_reason text
    ) strict`,
    `create unique index hand_over_sheet_number on hand_over_sheet (number)`,
    // One sheet of a delivery in force at a time.
    `create unique index hand_over_sheet_in_force on hand_over_sheet (delivery_id) where state != 'void'`,
    `create index hand_over_sheet_delivery_id on hand_over_sheet (delivery_id)`,
    `create index hand_over_sheet_drawn_by_id on hand_over_sheet (drawn_by_id)`,
    `create trigger hand_over_sheet_closed before update on hand_over_sheet when old.state != 'signing' ${refuse}`,
    `create trigger hand_over_sheet_kept before delete on hand_over_sheet ${refuse}`,
    `create table hand_over_snapshot (
      sheet_id integer primary key references hand_over_sheet (id), template_version integer not null,
      content text not null, audit_code text not null
    ) strict`,
    `create trigger hand_over_snapshot_closed before update on hand_over_snapshot ${refuse}`,
    `create trigger hand_over_snapshot_kept before delete on hand_over_snapshot ${refuse}`,
    `create table customer_signature (
      id integer primary key autoincrement, delivery_id integer not null references delivery (id), purpose text not null,
      sheet_id integer references hand_over_sheet (id), way text not null, name text not null,
      content_hash text not null, picture_hash text not null references attachment (hash),
      thumbnail_hash text not null references attachment (hash), at text not null,
      witness_id integer not null references person (id), witness_name text not null
    ) strict`,
    `create index customer_signature_delivery_id on customer_signature (delivery_id)`,
    `create index customer_signature_sheet_id on customer_signature (sheet_id)`,
    `create index customer_signature_picture_hash on customer_signature (picture_hash)`,
    `create index customer_signature_thumbnail_hash on customer_signature (thumbnail_hash)`,
    `create index customer_signature_witness_id on customer_signature (witness_id)`,
    `create trigger customer_signature_late before insert on customer_signature
      when ${handedOver('new.delivery_id')} ${refuse}`,
    `create trigger customer_signature_closed before update on customer_signature ${refuse}`,
    `create trigger customer_signature_kept before delete on customer_signature ${refuse}`,
    `create table hand_over_item (
      ${record},
      vehicle_kind text, kind text not null, name text not null, quantity integer not null,
      valid_from text not null, valid_to text, source text not null, confirmed integer not null
    ) strict`,
    ...closing,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  const seeded = '2026-01-01T00:00:00.000Z';
  for (const [kinds, kind, name, quantity, source] of items)
    for (const vehicleKind of kinds)
      await sql`insert into hand_over_item
        (version, created_at, updated_at, vehicle_kind, kind, name, quantity, valid_from, source, confirmed)
        values (1, ${seeded}, ${seeded}, ${vehicleKind}, ${kind}, ${name}, ${quantity}, '2020-01-01', ${source}, 0)`.execute(
        db,
      );
}
