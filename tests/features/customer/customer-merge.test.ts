import { describe, expect, it } from 'vitest';
import { followUpFields } from '#shared/features/follow-up/follow-up.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { type DeskClient } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Carrier } from '#tests/support/core.ts';
import { ledgerSums } from '#tests/support/membership.ts';
import { newAgreement } from '#tests/support/partner.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

/** One customer entered twice, each with records of its own. */
async function twice(carrier: Carrier) {
  const core = await openTestCore();
  const owner = await ownerWindow(core, carrier);
  const { client } = owner;
  const add = async (values: Record<string, unknown>): Promise<number> =>
    (await client.customer.create({ values: newCustomer(values) })).id;
  const keptId = await add({ name: '王伟', phone: '13800001234', region: '深圳' });
  const goneId = await add({
    name: '王 伟',
    phone: '13900005678',
    secondPhone: '13800001234',
    region: '东莞',
    trade: '物流',
    doNotCall: true,
  });
  const { id: vehicleId } = await client.vehicle.create({
    values: newValues(vehicleFields, { customerId: goneId, plate: '粤B12345' }),
  });
  const { id: repairId } = await client.repair.create({
    values: newValues(repairFields, {
      number: 'R-1',
      checkedInOn: '2026-11-01',
      customerId: goneId,
      vehicleId,
    }),
  });
  const { id: orderId } = await client.order.create({
    values: newValues(orderFields, {
      number: 'S-1',
      orderedOn: '2026-10-01',
      customerId: goneId,
      customerName: '王 伟',
      model: '牵引车',
    }),
  });
  await client.followUp.create({
    values: newValues(followUpFields, {
      customerId: goneId,
      happenedOn: '2026-11-02',
      personId: 1,
      way: 'call',
      result: 'reached',
      content: '一切都好',
    }),
  });
  return { core, owner, client, keptId, goneId, vehicleId, repairId, orderId };
}

const customerOf = async (client: DeskClient, id: number) => (await client.customer.get({ id })).record;

describe.each(carriers)('merging customers over %s', (carrier) => {
  it('finds the pair, shows what would happen, merges, and takes it back as it was', async () => {
    const { client, keptId, goneId, vehicleId, repairId } = await twice(carrier);
    const before = [await customerOf(client, keptId), await customerOf(client, goneId)];
    const found = await client.customer.duplicates({});
    expect(found).toMatchObject({
      total: 1,
      pairs: [
        {
          sureness: 'certain',
          reasons: ['phone', 'name'],
          first: { id: keptId, repairs: 0 },
          second: { id: goneId, repairs: 1, orders: 1, vehicles: ['粤B12345'] },
        },
      ],
    });
    const preview = await client.customer.mergePreview({ keptId, goneId });
    expect(preview.moves.map(({ feature, count }) => [feature, count])).toEqual([
      ['followUp', 1],
      ['repair', 1],
      ['vehicle', 1],
      ['order', 1],
    ]);
    expect(preview.fields.filter(({ take }) => take).map(({ field }) => field)).toEqual([
      'secondPhone',
      'trade',
      'doNotCall',
    ]);
    expect(preview.fields.find(({ field }) => field === 'region')).toEqual({
      field: 'region',
      kept: '深圳',
      gone: '东莞',
      take: false,
    });

    // The second telephone of the one is the first of the other; its own first one is kept as second instead.
    const { id, moved } = await client.customer.merge({ keptId, goneId, take: ['trade'], keepPhone: true });
    expect(moved).toBe(4);
    expect(await customerOf(client, keptId)).toMatchObject({
      phone: '13800001234',
      secondPhone: '13900005678',
      region: '深圳',
      trade: '物流',
      doNotCall: true, // a refusal is never lost
    });
    expect(await customerOf(client, goneId)).toMatchObject({ mergedIntoId: keptId });
    expect((await client.customer.list({})).total).toBe(1);
    expect((await client.vehicle.get({ id: vehicleId })).record.customerId).toBe(keptId);
    expect((await client.repair.get({ id: repairId })).record.customerId).toBe(keptId);
    expect((await client.customer.duplicates({})).total).toBe(0);
    const history = await client.vehicle.history({ id: vehicleId });
    expect(history[0]).toMatchObject({
      call: 'customer.merge',
      changes: [{ field: 'customerId', before: goneId, after: keptId }],
    });
    expect(await failure(client.customer.restore({ ids: [goneId] }))).toMatchObject({
      reason: 'customer-merged',
    });

    expect(await client.customer.unmerge({ id })).toEqual({
      returned: 4,
      stayed: 0,
      fieldsBack: ['trade', 'secondPhone', 'doNotCall'],
      fieldsEdited: [],
    });
    const after = [await customerOf(client, keptId), await customerOf(client, goneId)];
    const plain = ({ version: _v, updatedAt: _u, ...values }: (typeof after)[number]) => values;
    expect(after.map(plain)).toEqual(before.map(plain));
    expect((await client.repair.get({ id: repairId })).record.customerId).toBe(goneId);
    expect(await failure(client.customer.unmerge({ id }))).toMatchObject({ reason: 'customer-merge-undone' });
    expect((await client.customer.merges({})).lines).toMatchObject([{ id, moved: 4, undoneBy: '王总' }]);
  });

  it('taking back leaves what was edited since, and what moved on', async () => {
    const { client, keptId, goneId, vehicleId } = await twice(carrier);
    const { id } = await client.customer.merge({
      keptId,
      goneId,
      take: ['trade', 'region'],
      keepPhone: false,
    });
    const {
      version,
      id: _i,
      createdAt: _c,
      updatedAt: _u,
      removedAt: _r,
      ...kept
    } = await customerOf(client, keptId);
    const { mergedIntoId: _m, ...values } = kept;
    await client.customer.update({ id: keptId, version, values: { ...values, trade: '快递' } });
    const { id: thirdId } = await client.customer.create({ values: newCustomer({ name: '李四' }) });
    const vehicle = (await client.vehicle.get({ id: vehicleId })).record;
    await client.vehicle.update({
      id: vehicleId,
      version: vehicle.version,
      values: newValues(vehicleFields, { customerId: thirdId, plate: '粤B12345' }),
    });
    expect(await client.customer.unmerge({ id })).toEqual({
      returned: 3,
      stayed: 1,
      fieldsBack: ['region', 'doNotCall'],
      fieldsEdited: ['trade'],
    });
    expect(await customerOf(client, keptId)).toMatchObject({ trade: '快递', region: '深圳' });
    expect((await client.vehicle.get({ id: vehicleId })).record.customerId).toBe(thirdId);
  });

  it('members and partner cards come along and go back, their ledgers untouched', async () => {
    const { core, owner, client, keptId, goneId } = await twice(carrier);
    const { membership, partnerCard } = client;
    const kept = await membership.enrol({ customerId: keptId, note: null });
    const gone = await membership.enrol({ customerId: goneId, note: null });
    await membership.grant({ id: kept.id, receiptKey: 'A', note: null, points: 10 });
    await membership.grant({ id: gone.id, receiptKey: 'B', note: null, points: 30 });
    const agreement = await newAgreement(owner);
    const { cards } = await partnerCard.issue({
      key: 'I',
      agreementId: agreement.id,
      customerIds: [goneId],
      each: 1,
      numbers: [],
      reason: 'tierBenefit',
      note: null,
    });
    const cardId = cards[0]?.id ?? 0;
    const ledgers = () => [kept.id, gone.id].map((id) => ledgerSums(core, id));
    const before = ledgers();
    const oldCard = (await membership.view({ id: gone.id })).cardNumber;

    const { id } = await client.customer.merge({ keptId, goneId, take: [], keepPhone: false });
    expect(ledgers()).toEqual(before);
    expect((await partnerCard.ofCustomer({ customerId: keptId })).cards).toMatchObject([{ id: cardId }]);
    // Both memberships are the one customer's until they are merged too; the older card then leads on.
    expect(await membership.find({ code: oldCard })).toMatchObject([{ id: gone.id }]);
    await membership.merge({ id: gone.id, intoId: kept.id, reason: '同一客户' });
    expect(await membership.find({ code: oldCard })).toMatchObject([{ id: kept.id }]);
    expect(ledgerSums(core, kept.id).balance['points']).toBe(40);

    await client.customer.unmerge({ id });
    expect(ledgerSums(core, kept.id).balance['points']).toBe(40);
    expect((await partnerCard.view({ id: cardId })).customerId).toBe(goneId);
    expect(await membership.ofCustomer({ customerId: goneId })).toBeNull();
    expect(await membership.ofCustomer({ customerId: keptId })).toMatchObject({ id: kept.id });
  });

  it('refuses what makes no sense, and leaves everything as it was', async () => {
    const { client, keptId, goneId } = await twice(carrier);
    const merge = (input: Partial<Parameters<typeof client.customer.merge>[0]>) =>
      failure(client.customer.merge({ keptId, goneId, take: [], keepPhone: false, ...input }));
    expect(await merge({ goneId: keptId })).toMatchObject({ reason: 'customer-merge-same' });
    expect(await merge({ goneId: 999 })).toMatchObject({ code: 'not-found' });
    expect(await merge({ take: ['id'] })).toMatchObject({
      issues: [{ field: 'take', issue: 'unknown-field' }],
    });
    const { id: companyId } = await client.customer.create({
      values: newCustomer({ name: '南岭物流', kind: 'company' }),
    });
    expect(await merge({ goneId: companyId })).toMatchObject({ reason: 'customer-merge-kinds' });
    await client.customer.remove({ ids: [goneId] });
    expect(await merge({})).toMatchObject({ reason: 'in-bin' });
    expect((await client.customer.merges({})).total).toBe(0);
  });

  it('a pair told apart is not shown again', async () => {
    const { client, keptId, goneId } = await twice(carrier);
    await client.customer.tellApart({ firstId: goneId, secondId: keptId });
    await client.customer.tellApart({ firstId: keptId, secondId: goneId });
    expect((await client.customer.duplicates({})).total).toBe(0);
  });

  it('is for owner and manager', async () => {
    const { core, owner, keptId, goneId } = await twice(carrier);
    const care = await personWindow(core, carrier, owner, '陈客服', ['customerCare', 'clerk']);
    for (const call of [
      care.client.customer.duplicates({}),
      care.client.customer.mergePreview({ keptId, goneId }),
      care.client.customer.merge({ keptId, goneId, take: [], keepPhone: false }),
      care.client.customer.unmerge({ id: 1 }),
    ])
      expect(await failure(call)).toMatchObject({ code: 'forbidden' });
  });
});
