import { afterEach, describe, expect, it } from 'vitest';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  testClock,
  type Carrier,
  type Window,
} from '#tests/support/core.ts';
import { makeReady, plannedDelivery, stroke, versionOf } from '#tests/support/delivery.ts';
import { leftByImport, newStock } from '#tests/support/inspection.ts';
import { importedRepair, newValues } from '#tests/support/records.ts';
import { failure, reason } from '#tests/support/refusal.ts';
import { pngOf } from '#tests/support/test-pictures.ts';

const secret = { password };

async function store(carrier: Carrier) {
  const clock = testClock();
  const core = await openTestCore({ clock });
  const owner = await ownerWindow(core, carrier);
  const seller = await personWindow(core, carrier, owner, '小赵', ['salesConsultant']);
  return { core, clock, owner, seller };
}

const sign = async (window: Window, id: number) =>
  window.client.delivery.sign({ id, version: await versionOf(window, id), secret });
const handOver = async (window: Window, id: number, given = stroke()) =>
  window.client.delivery.handOver({ id, version: await versionOf(window, id), ...given });

afterEach(() => onFaultPoint(undefined));

describe.each(carriers)('a delivery over %s', (carrier) => {
  it('is planned from an order, prepared by list, signed by both, and then closed for good', async () => {
    const { core, owner, seller } = await store(carrier);
    const { id, orderId, stockId, customerId, vin, values } = await plannedDelivery(owner, seller.personId);
    const { client } = seller;
    const planned = await client.delivery.view({ id });
    expect(planned).toMatchObject({ number: '2026-J001', state: 'planned', vin, customerName: '鲁运物流' });
    expect(planned.items.map(({ name }) => name)).toContain('车钥匙');
    expect(planned.items.map(({ name }) => name)).not.toContain('家用汽车产品三包凭证');
    expect(planned.lacks.map(({ kind }) => kind)).toEqual(['pdi', 'pdi', 'pdi', 'preparation', 'items']);
    expect((await owner.client.order.get({ id: orderId })).record).toMatchObject({
      state: 'allocated',
      stockId,
      plannedOn: '2026-11-18',
    });
    expect((await owner.client.stock.get({ id: stockId })).record.state).toBe('reserved');
    expect(await reason(sign(seller, id))).toBe('hand-over-arrival');
    await makeReady(core, seller, id);
    const { itemId } = await client.delivery.saveItem({
      id,
      kind: 'gift',
      name: '脚垫',
      quantity: 2,
      note: null,
    });
    expect(await reason(sign(seller, id))).toBe('delivery-items-not-ready');
    await client.delivery.setReady({ id, itemIds: [itemId], ready: true });
    expect((await client.delivery.desk({})).due).toMatchObject([{ id, lacks: [] }]);
    expect(await reason(handOver(seller, id))).toBe('delivery-not-signing');
    expect(await failure(client.delivery.sign({ id, version: 1, secret }))).toMatchObject({
      code: 'conflict',
    });
    expect(await sign(seller, id)).toMatchObject({ number: '2026-P001' });

    // Between the two signatures nothing moves.
    const { version } = await client.delivery.view({ id });
    const changes = {
      update: () => client.delivery.update({ id, version, values: { ...values, note: '后加的一句' } }),
      saveItem: () => client.delivery.saveItem({ id, kind: 'gift', name: '后加', quantity: 1, note: null }),
      removeItem: () => client.delivery.removeItem({ id, itemId }),
      setReady: () => client.delivery.setReady({ id, itemIds: [itemId], ready: false }),
      disclose: () => client.delivery.disclose({ id, repairId: 1, text: '后加的' }),
      acknowledge: () => client.delivery.acknowledge({ id, version, ...stroke() }),
      cancel: () => client.delivery.cancel({ id, version, reason: '不要了' }),
      sign: () => client.delivery.sign({ id, version, secret }),
    };
    for (const change of Object.values(changes)) expect(await reason(change())).toBe('delivery-signing');
    const { photoId } = await client.delivery.addPhoto({ id, caption: '合影', file: stroke().file });
    expect(await handOver(seller, id)).toEqual({ number: '2026-P001' });

    const done = await client.delivery.view({ id });
    expect(done).toMatchObject({
      state: 'handedOver',
      lacks: [],
      photos: [{ id: photoId, caption: '合影' }],
    });
    expect(done.sheet).toMatchObject({
      number: '2026-P001',
      verdict: { state: 'valid', problems: [] },
      signatures: [{ personName: '小赵', meaning: 'approve' }],
      customer: { name: '李师傅', way: 'screen', witnessName: '小赵' },
    });
    const picture = await client.delivery.signaturePicture({
      id,
      signatureId: done.sheet?.customer?.id ?? 0,
      size: 'full',
    });
    expect(picture.type).toBe('image/jpeg');
    expect((await owner.client.order.get({ id: orderId })).record).toMatchObject({
      state: 'delivered',
      deliveredOn: '2026-11-18',
    });
    expect((await owner.client.stock.get({ id: stockId })).record).toMatchObject({
      state: 'sold',
      leftOn: '2026-11-18',
    });
    const vehicles = await owner.client.vehicle.list({ search: vin });
    expect(vehicles.rows).toMatchObject([{ vin, customerId, purchasedOn: '2026-11-18', state: 'inUse' }]);
    expect((await owner.client.handOverSheet.list({})).rows).toMatchObject([
      { number: '2026-P001', state: 'signed', signedOn: '2026-11-18' },
    ]);
    expect(await owner.client.inspection.coverage({ from: '2026-11-18', to: '2026-11-18' })).toMatchObject({
      rateBasisPoints: 10_000,
      unsigned: [],
    });
    for (const change of [
      ...Object.values(changes),
      () => client.delivery.addPhoto({ id, caption: null, file: stroke().file }),
      () => client.delivery.removePhoto({ id, photoId }),
    ])
      expect(await reason(change())).toBe('delivery-handed-over');
    expect(await reason(handOver(seller, id))).toBe('delivery-not-signing');
    expect(await reason(client.delivery.withdraw({ id, version: done.version, reason: '不算' }))).toBe(
      'delivery-not-signing',
    );
    expect((await client.delivery.desk({})).due).toEqual([]);
  });

  it('tells repairs before the sale in print, acknowledged before anything is signed', async () => {
    const { clock, core, owner, seller } = await store(carrier);
    const { id, vin } = await plannedDelivery(owner, seller.personId);
    const { client } = seller;
    await makeReady(core, seller, id);
    const { id: repairId } = await importedRepair(core, {
      number: 'R1',
      vin,
      type: 'internal',
      state: 'done',
      checkedInOn: '2026-11-12',
      fault: '运输划伤左门',
    });
    const open = await owner.client.repair.create({
      values: newValues(repairFields, { number: 'R2', vin, state: 'working', checkedInOn: '2026-11-16' }),
    });
    await importedRepair(core, { number: 'R3', vin, state: 'cancelled', checkedInOn: '2026-11-16' });
    const version = () => versionOf(seller, id);
    const acknowledge = async (given = stroke()) =>
      client.delivery.acknowledge({ id, version: await version(), ...given });
    expect((await client.delivery.view({ id })).disclosures).toMatchObject([
      { number: 'R1', text: '运输划伤左门', open: false, disclosedText: null },
      { number: 'R2', open: true },
    ]);
    expect(await reason(sign(seller, id))).toBe('delivery-repair-open');
    await owner.client.repair.update({
      id: open.id,
      version: 1,
      values: newValues(repairFields, { number: 'R2', vin, state: 'cancelled', checkedInOn: '2026-11-16' }),
    });
    expect(await reason(sign(seller, id))).toBe('delivery-not-disclosed');
    expect(await reason(acknowledge())).toBe('delivery-not-disclosed');
    await client.delivery.disclose({ id, repairId, text: '运输中左门划伤，补漆一面' });
    expect(await reason(sign(seller, id))).toBe('delivery-not-acknowledged');
    await acknowledge();
    expect((await client.delivery.view({ id })).acknowledgement).toMatchObject({ name: '李师傅' });
    // Other words ask the customer again.
    await client.delivery.disclose({ id, repairId, text: '运输中左门划伤，补漆两面' });
    expect((await client.delivery.view({ id })).acknowledgement).toBeNull();
    expect(await reason(sign(seller, id))).toBe('delivery-not-acknowledged');
    await acknowledge({ ...stroke('李师傅'), way: 'screen' });
    await sign(seller, id);
    // A repair that comes up between the signatures stops the customer's.
    await importedRepair(core, { number: 'R4', vin, state: 'done', checkedInOn: '2026-11-18' });
    expect(await reason(handOver(seller, id))).toBe('delivery-not-disclosed');
    await client.delivery.withdraw({ id, version: await version(), reason: '又查到一次维修' });
    const again = await client.delivery.view({ id });
    expect(again.voidSheets).toEqual([
      { number: '2026-P001', voidedOn: '2026-11-18', reason: '又查到一次维修' },
    ]);
    for (const one of again.disclosures)
      await client.delivery.disclose({ id, repairId: one.repairId, text: `${one.number} 已告知` });
    await acknowledge();
    await sign(seller, id);
    expect(await handOver(seller, id)).toEqual({ number: '2026-P002' });
    const done = await client.delivery.view({ id });
    expect(done.disclosures.map(({ disclosedText }) => disclosedText)).toEqual(['R1 已告知', 'R4 已告知']);
    expect(done.acknowledgement).toMatchObject({ name: '李师傅' });
    expect(done.sheet?.verdict.state).toBe('valid');
    // A later look tells the checks as they stood then, and repairs after the sale are none of the sheet's business.
    clock.set('2027-03-01T02:00:00.000Z');
    seller.token = (await client.session.signIn({ login: '小赵', password })).token;
    await importedRepair(core, { number: 'R5', vin, state: 'done', checkedInOn: '2026-12-01' });
    const later = await client.delivery.view({ id });
    expect(later.disclosures).toHaveLength(2);
    expect(later.pdi.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed']);
  });

  it('refuses the wrong people, wrong secrets and what is no signature', async () => {
    const { core, owner, seller } = await store(carrier);
    const { id, values } = await plannedDelivery(owner, seller.personId);
    const other = await personWindow(core, carrier, owner, '小钱', ['salesConsultant']);
    const technician = await personWindow(core, carrier, owner, '技师', ['technician']);
    const auditor = await personWindow(core, carrier, owner, '审计', ['auditor']);
    await makeReady(core, seller, id);
    const version = await versionOf(seller, id);
    for (const window of [other, technician, auditor]) {
      const { delivery } = window.client;
      expect(await reason(delivery.sign({ id, version, secret }))).toBe('forbidden');
      expect(await reason(delivery.handOver({ id, version, ...stroke() }))).toBe('forbidden');
      expect(await reason(delivery.cancel({ id, version, reason: '不行' }))).toBe('forbidden');
    }
    expect(await reason(other.client.delivery.view({ id }))).toBe('forbidden');
    expect(await reason(other.client.delivery.create({ values }))).toBe('forbidden');
    expect((await other.client.delivery.desk({})).due).toEqual([]);
    expect(
      await failure(seller.client.delivery.sign({ id, version, secret: { password: 'falsch' } })),
    ).toMatchObject({ issues: [{ issue: 'wrong-secret' }] });
    await sign(seller, id);
    const file = (bytes: Uint8Array, name: string) => new File([Buffer.from(bytes)], name);
    const given = (one: File) => ({ way: 'paper' as const, name: '李师傅', file: one });
    const white = pngOf(200, 80, () => [255, 255, 255]);
    expect(await reason(handOver(seller, id, { ...stroke(), file: file(white.bytes, 'a.png') }))).toBe(
      'signature-empty',
    );
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    const at = await versionOf(seller, id);
    expect(
      await reason(seller.client.delivery.handOver({ id, version: at, ...given(file(script, 'a.jpg')) })),
    ).toBe('not-a-photo');
    expect((await seller.client.delivery.view({ id })).state).toBe('signing');
  });

  it('hands over no vehicle that left, whose check fell or whose order closed, and plans none twice', async () => {
    const { core, owner, seller } = await store(carrier);
    const { id, orderId, stockId, values } = await plannedDelivery(owner, seller.personId);
    const { client } = owner;
    expect(await reason(client.delivery.create({ values }))).toBe('delivery-exists');
    const { id: spare } = await client.stock.create({ values: newStock() });
    expect(await reason(client.delivery.create({ values: { ...values, stockId: spare } }))).toBe(
      'delivery-other-vehicle',
    );
    expect(
      await reason(client.delivery.update({ id, version: 1, values: { ...values, stockId: spare } })),
    ).toBe('delivery-keeps-order');
    expect(
      await failure(client.delivery.update({ id, version: 1, values: { ...values, plannedTime: '25:00' } })),
    ).toMatchObject({ issues: [{ field: 'values.plannedTime', issue: 'not-a-time' }] });
    await client.delivery.update({ id, version: 1, values: { ...values, plannedOn: '2026-11-20' } });
    const order = (await client.order.get({ id: orderId })).record;
    expect(order.plannedOn).toBe('2026-11-20');
    await makeReady(core, owner, id);
    await sign(owner, id);
    const check = await client.inspection.list({
      filters: [{ field: 'purpose', operator: 'is', value: 'quality' }],
    });
    await client.inspection.void({ id: check.rows[0]?.id ?? 0, reason: '做错了车', secret });
    expect(await reason(handOver(owner, id))).toBe('hand-over-quality');
    await core.database.write((writer) =>
      writer.updateTable('inspection').set({ state: 'passed' }).where('purpose', '=', 'quality').execute(),
    );
    // By hand past the sheet: nothing missing but the customer's signature, and neither vehicle nor order goes.
    const {
      id: _i,
      version,
      createdAt: _c,
      updatedAt: _u,
      removedAt: _r,
      ...stock
    } = (await client.stock.get({ id: stockId })).record;
    const sell = client.stock.update({ id: stockId, version, values: { ...stock, state: 'sold' } });
    expect(await reason(sell)).toBe('hand-over-unsigned');
    const {
      id: _o,
      version: orderVersion,
      createdAt: _c2,
      updatedAt: _u2,
      removedAt: _r2,
      totalFen: _t,
      ...given
    } = (await client.order.get({ id: orderId })).record;
    const deliver = client.order.update({
      id: orderId,
      version: orderVersion,
      values: { ...given, state: 'delivered', deliveredOn: '2026-11-18' },
    });
    expect(await reason(deliver)).toBe('hand-over-unsigned');
    // An import goes past every gate; the sheet then finds the vehicle gone, and the coverage names it.
    await leftByImport(core, stockId, '2026-11-18');
    const { unsigned } = await client.inspection.coverage({ from: '2026-11-18', to: '2026-11-18' });
    expect(unsigned.map((one) => one.stockId)).toEqual([stockId]);
    expect(await reason(handOver(owner, id))).toBe('delivery-vehicle-left');
    await client.delivery.withdraw({ id, version: await versionOf(owner, id), reason: '车已离店' });
    expect(await reason(sign(owner, id))).toBe('delivery-vehicle-left');
    await client.delivery.cancel({ id, version: await versionOf(owner, id), reason: '车已离店' });
    expect(await reason(client.delivery.create({ values }))).toBe('delivery-vehicle-left');
    expect(await reason(client.delivery.create({ values: { ...values, orderId: orderId + 99 } }))).toBe(
      'not-found',
    );
  });
});

describe('an order of several vehicles', () => {
  it('is delivered with its last one', async () => {
    const { core, owner } = await store('port');
    const first = await plannedDelivery(owner, 1, { order: { quantity: 2 } });
    const { id: stockId } = await owner.client.stock.create({ values: newStock() });
    const second = await owner.client.delivery.create({ values: { ...first.values, stockId } });
    const waiting = await owner.client.inspection.waiting({ mine: false });
    expect(waiting.map(({ stockId: of, promisedOn }) => [of, promisedOn])).toEqual([
      [first.stockId, '2026-11-18'],
      [stockId, '2026-11-18'],
    ]);
    const { id: third } = await owner.client.stock.create({ values: newStock() });
    expect(await reason(owner.client.delivery.create({ values: { ...first.values, stockId: third } }))).toBe(
      'delivery-order-complete',
    );
    const states: string[] = [];
    for (const { id } of [first, second]) {
      await makeReady(core, owner, id);
      await sign(owner, id);
      await handOver(owner, id);
      states.push((await owner.client.order.get({ id: first.orderId })).record.state);
    }
    expect(states).toEqual(['open', 'delivered']);
  });
});

describe('a hand-over that is interrupted', () => {
  it.each(['delivery:afterCustomer', 'delivery:afterLeaving', 'delivery:afterState'])(
    'at %s leaves nothing half done',
    async (point) => {
      const { core, owner } = await store('port');
      const { id, orderId, stockId } = await plannedDelivery(owner, 1);
      await makeReady(core, owner, id);
      await sign(owner, id);
      onFaultPoint((name) => {
        if (name === point) throw new Error('power cut');
      });
      expect(await reason(handOver(owner, id))).toBe('internal');
      onFaultPoint(undefined);
      const { state, sheet } = await owner.client.delivery.view({ id });
      expect([state, sheet?.customer, sheet?.verdict.state]).toEqual(['signing', null, 'valid']);
      expect((await owner.client.order.get({ id: orderId })).record.state).toBe('allocated');
      expect((await owner.client.stock.get({ id: stockId })).record.state).toBe('reserved');
      expect((await owner.client.vehicle.list({})).total).toBe(0);
      expect(await handOver(owner, id)).toEqual({ number: '2026-P001' });
    },
  );
});

describe('a signed sheet', () => {
  it('cannot be changed by SQL, and shows it when somebody forced it', async () => {
    const { core, owner } = await store('port');
    const { id } = await plannedDelivery(owner, 1);
    await makeReady(core, owner, id);
    await sign(owner, id);
    await handOver(owner, id);
    const sqlite = core.database.raw.writer;
    const forced: readonly (readonly [string, string, string])[] = [
      [
        'content',
        `update delivery set customer_name = '别人'`,
        `update delivery set customer_name = '鲁运物流'`,
      ],
      [
        'content',
        `update delivery_item set quantity = quantity + 1`,
        `update delivery_item set quantity = quantity - 1`,
      ],
      [
        'content',
        `insert into delivery_item (delivery_id, kind, name, quantity, ready) values (${id}, 'gift', '后加', 1, 1)`,
        `delete from delivery_item where name = '后加'`,
      ],
      [
        'content',
        `update hand_over_snapshot set content = replace(content, '车钥匙', '车匙')`,
        `update hand_over_snapshot set content = replace(content, '车匙', '车钥匙')`,
      ],
      ['content', `update hand_over_sheet set state = 'void'`, `update hand_over_sheet set state = 'signed'`],
      ['content', `update delivery set state = 'planned'`, `update delivery set state = 'handedOver'`],
      [
        'signature',
        `update customer_signature set name = '别人'`,
        `update customer_signature set name = '李师傅'`,
      ],
      ['signature', `delete from customer_signature`, ''],
    ];
    for (const [, statement] of forced) expect(() => sqlite.exec(statement)).toThrow('closed');
    const triggers = sqlite.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all() as {
      name: string;
      sql: string;
    }[];
    const ours = triggers.filter(({ sql }) => sql.includes('handed over is closed'));
    expect(ours.length).toBeGreaterThan(10);
    for (const { name } of ours) sqlite.exec(`drop trigger ${name}`);
    const verdict = async () => (await owner.client.delivery.view({ id })).sheet?.verdict;
    for (const [problem, statement, back] of forced) {
      sqlite.exec(statement);
      const found = await verdict();
      expect([statement, found?.state]).toEqual([statement, 'void']);
      expect(found?.problems).toContain(problem);
      sqlite.exec(back);
      if (back !== '') expect((await verdict())?.state).toBe('valid');
    }
  });
});
