import { itemsFor } from '#shared/features/delivery/delivery.rules.ts';
import { missingForHandOver } from '#shared/features/inspection/inspection.rules.ts';
import { dayFromNumber } from '#shared/kernel/day.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { deliveryRecord, handOverSheetRecord } from '../../delivery/delivery.record.ts';
import { listHandOverItems, readDelivery, type StoredSignature } from '../../delivery/delivery.repository.ts';
import { freezeSheet, readContent, toldSignature } from '../../delivery/delivery.sheet.ts';
import { disclosureHash, gatherStanding, type Gathered } from '../../delivery/delivery.standing.ts';
import { readPdi } from '../../inspection/inspection.pdi.ts';
import { repairRecord } from '../../repair/repair.record.ts';
import { frozenHash } from '../../signature/signature.repository.ts';
import type { PlannedDelivery } from './sample-delivery-plan.ts';
import type { SamplePhoto } from './sample-photos.ts';
import { instantOf, shiftInstant, type Worker, type Workers } from './sample-shop.ts';
import type { SampleTrail } from './sample-trail.ts';

/** 交车 of the sample: sheets signed by both, one that waits for its customer, and what is being prepared. */

type Shop = {
  readonly writer: Writer;
  readonly sqlite: Sqlite;
  readonly bulk: BulkWriter;
  readonly trail: SampleTrail;
  readonly workers: Workers;
  readonly number: (letter: string, day: string) => string;
  readonly today: number;
  readonly signature: SamplePhoto;
  /** 合影. */
  readonly photo: SamplePhoto;
  readonly storeName: string;
  readonly shortCode: (hash: string) => string;
};

const places = ['交车大厅', '交车区', '展厅门前'] as const;
const times = ['09:30', '10:30', '14:30', '16:00'] as const;
const wishes = ['恭喜提车，一路平安，生意兴隆。', '祝出车顺利，平安归来。', ''] as const;
/** Days between plan and hand-over, and one delivery in so many whose vehicle was repaired in the store before. */
const plannedBefore = 3;
const repairedEvery = 17;

const of = <T>(list: readonly [T, ...T[]], index: number): T => list[index % list.length] ?? list[0];

function statements(sqlite: Sqlite) {
  return {
    item: sqlite.prepare(
      'insert into delivery_item (delivery_id, kind, name, quantity, ready) values (?, ?, ?, ?, ?)',
    ),
    words: sqlite.prepare(
      'insert into delivery_disclosure (delivery_id, repair_id, text, person_name, at) values (?, ?, ?, ?, ?)',
    ),
    photo: sqlite.prepare(
      `insert into delivery_photo (delivery_id, caption, hash, thumbnail_hash, width, height, person_name, at)
       values (?, '合影', ?, ?, ?, ?, ?, ?)`,
    ),
    snapshot: sqlite.prepare(
      'insert into hand_over_snapshot (sheet_id, template_version, content, audit_code) values (?, ?, ?, ?)',
    ),
    signature: sqlite.prepare(
      `insert into customer_signature (delivery_id, purpose, sheet_id, way, name, content_hash, picture_hash,
        thumbnail_hash, at, witness_id, witness_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    named: sqlite.prepare(`update delivery set sheet_number = ?, state = 'signing' where id = ?`),
    done: sqlite.prepare(
      `update delivery set state = 'handedOver', handed_over_on = ?, handed_over_at = ? where id = ?`,
    ),
  };
}

export async function addDeliveries(shop: Shop, planned: readonly PlannedDelivery[]): Promise<void> {
  const { writer, sqlite, bulk, trail, number, today } = shop;
  const put = statements(sqlite);
  const list = await listHandOverItems(writer);

  /** A repair before the sale, as the shop's own order; another system's number. */
  function repairBefore(plan: PlannedDelivery, day: number): number {
    const on = dayFromNumber(day - 2);
    const values = {
      number: `NB${on.replaceAll('-', '')}${plan.stockId}`,
      vin: plan.vin,
      type: 'internal',
      state: 'handedOver',
      checkedInOn: on,
      handedOverOn: on,
      fault: '运输中右侧踏板划伤，补漆',
      labourFen: 20_000,
      partsFen: 0,
      otherFen: 0,
      totalFen: 20_000,
      payer: 'store',
    };
    return bulk.insert(repairRecord, values, instantOf(day - 2, 700));
  }

  function plan(one: PlannedDelivery, index: number): number {
    const day = one.handedOver ?? today;
    const createdOn = Math.min(today, day - plannedBefore);
    const at = instantOf(createdOn, 540 + (index % 30));
    const id = bulk.insert(
      deliveryRecord,
      {
        number: number('J', dayFromNumber(createdOn)),
        orderId: one.orderId,
        stockId: one.stockId,
        vin: one.vin,
        customerId: one.customerId,
        customerName: one.customerName,
        state: 'planned',
        plannedOn: one.handedOver === null ? one.plannedOn : dayFromNumber(one.handedOver),
        plannedTime: of(times, index),
        place: of(places, index),
        consultantId: one.consultantId,
        host: shop.workers.first('销售经理').name,
        guests: index % 4 === 0 ? '客户家人' : null,
        props: '钥匙板、鲜花、红绸',
        wishes: of(wishes, index) || null,
      },
      at,
    );
    const items = itemsFor(list, one.kind, dayFromNumber(day));
    for (const [row, { kind, name, quantity }] of items.entries())
      put.item.run(id, kind, name, quantity, Number(one.isReady || row % 3 === 0));
    return id;
  }

  function customerSigns(
    signed: Pick<StoredSignature, 'deliveryId' | 'purpose' | 'sheetId' | 'contentHash' | 'at' | 'name'>,
    witness: Worker,
    call: string,
  ): void {
    const { hash: pictureHash, thumbnail } = shop.signature;
    const row = {
      ...signed,
      way: 'screen' as const,
      pictureHash,
      thumbnailHash: thumbnail.hash,
      witnessId: witness.id,
      witnessName: witness.name,
    };
    const { lastInsertRowid } = put.signature.run(
      row.deliveryId,
      row.purpose,
      row.sheetId,
      row.way,
      row.name,
      row.contentHash,
      row.pictureHash,
      row.thumbnailHash,
      row.at,
      row.witnessId,
      row.witnessName,
    );
    const step = {
      signed: { feature: 'delivery', recordId: row.deliveryId },
      signer: witness,
      at: row.at,
      call,
      changes: [],
    };
    trail.tell(step, toldSignature({ id: Number(lastInsertRowid), ...row }));
  }

  /** The store's signature; gives what the customer signs. */
  async function storeSigns(standing: Gathered, signer: Worker, at: string) {
    const { delivery } = standing;
    const day = dayFromNumber(Math.floor((Date.parse(at) / 60_000 + 480) / 1440));
    const sheetNumber = number('P', day);
    const sheetId = bulk.insert(
      handOverSheetRecord,
      {
        number: sheetNumber,
        deliveryId: delivery.id,
        state: 'signing',
        vin: delivery.vin,
        customerName: delivery.customerName,
        drawnOn: day,
        drawnById: signer.id,
      },
      at,
    );
    const { rows, shown } = await readContent(writer, standing, sheetNumber);
    const frozen = freezeSheet({ rows, shown: { ...shown, storeName: shop.storeName } });
    put.snapshot.run(sheetId, frozen.templateVersion, frozen.content, shop.shortCode(trail.head()));
    const signed = { feature: 'handOverSheet', recordId: sheetId };
    const changes = [{ field: 'number', before: null, after: sheetNumber }];
    trail.sign({ signed, signer, meaning: 'approve', at, call: 'delivery.sign', changes }, frozen);
    put.named.run(sheetNumber, delivery.id);
    return { sheetId, day, hash: frozenHash('handOverSheet', frozen) };
  }

  const closeSheet = sqlite.prepare(
    `update hand_over_sheet set state = 'signed', signed_on = ? where id = ?`,
  );

  async function handOver(one: PlannedDelivery, index: number, day: number): Promise<void> {
    const id = plan(one, index);
    const signer = shop.workers.byId(one.consultantId);
    const name = one.customerName.length <= 4 ? one.customerName : `${one.customerName.slice(0, 2)}经办人`;
    const at = shiftInstant(one.checks.at(-1)?.at ?? instantOf(day, 870), 4);
    if (index % repairedEvery === 3) {
      const repairId = repairBefore(one, day);
      put.words.run(id, repairId, '运输中右侧踏板划伤，已按原厂工艺补漆', signer.name, at);
      const { disclosures } = await gatherStanding(
        writer,
        await readDelivery(writer, id),
        dayFromNumber(day),
      );
      const told = { deliveryId: id, purpose: 'disclosure', sheetId: null, name, at } as const;
      const contentHash = disclosureHash(one.vin, disclosures);
      customerSigns({ ...told, contentHash }, signer, 'delivery.acknowledge');
    }
    if (index % 5 === 0) {
      const { hash, thumbnail, width, height } = shop.photo;
      put.photo.run(id, hash, thumbnail.hash, width, height, signer.name, at);
    }
    const standing = await gatherStanding(writer, await readDelivery(writer, id), dayFromNumber(day));
    const sheet = await storeSigns(standing, signer, shiftInstant(at, 1));
    const signedAt = shiftInstant(at, 3);
    customerSigns(
      {
        deliveryId: id,
        purpose: 'sheet',
        sheetId: sheet.sheetId,
        contentHash: sheet.hash,
        at: signedAt,
        name,
      },
      signer,
      'delivery.handOver',
    );
    closeSheet.run(sheet.day, sheet.sheetId);
    put.done.run(sheet.day, signedAt, id);
  }

  /** The first one ahead that lacks nothing waits for its customer's signature. */
  let waits = false;
  for (const [index, one] of planned.entries()) {
    const vehicle = { id: one.stockId, kind: one.kind };
    if (one.handedOver !== null) {
      const { standings } = await readPdi(writer, vehicle, dayFromNumber(one.handedOver));
      // What left in a hurry, without its checks, never had a sheet.
      if (missingForHandOver(standings).length === 0) await handOver(one, index, one.handedOver);
      continue;
    }
    const id = plan(one, index);
    const standing = await gatherStanding(writer, await readDelivery(writer, id), dayFromNumber(today));
    if (waits || standing.lacks.length > 0) continue;
    waits = true;
    await storeSigns(standing, shop.workers.byId(one.consultantId), instantOf(today, 595));
  }
}
