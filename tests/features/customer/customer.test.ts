import { describe, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { customerRecord } from '#electron/features/customer/customer.record.ts';
import { manyRecords } from '#shared/rpc/record.contract.ts';
import { addRecords } from '#tests/support/filled-store.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import { receivableFields } from '#shared/features/receivable/receivable.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { roles } from '#shared/rpc/rights.ts';

describe.each(carriers)('customer over %s', (carrier) => {
  it('is created, found by one character, pinyin, initials and telephone tail, and told in its history', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const { id } = await client.customer.create({
      values: newCustomer({ name: '单建国', phone: '138 0000 1234' }),
    });
    for (const text of ['国', '建国', 'shanjianguo', 'sjg', '1234', '13800001234']) {
      expect(await client.search.find({ text }), text).toEqual([
        expect.objectContaining({ feature: 'customer', id, title: '单建国' }),
      ]);
      const { rows, total } = await client.customer.list({ search: text });
      expect([total, rows[0]?.phone], text).toEqual([1, '13800001234']);
    }
    const { record } = await client.customer.get({ id });
    await client.customer.update({
      id,
      version: record.version,
      values: newCustomer({ name: '单建设', phone: '13800001234' }),
    });
    const history = await client.customer.history({ id });
    expect(history.map((line) => line.call)).toEqual(['customer.update', 'customer.create']);
    expect(history[0]?.changes).toEqual([{ field: 'name', before: '单建国', after: '单建设' }]);
    expect(await client.search.find({ text: '建国' })).toEqual([]);
  });

  it('tells a stale edit, a taken code, bad input and a missing record', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const { id } = await client.customer.create({ values: newCustomer({ name: '甲', code: 'K1' }) });
    await client.customer.update({ id, version: 1, values: newCustomer({ name: '乙', code: 'K1' }) });
    const failures = await Promise.all(
      [
        client.customer.update({ id, version: 1, values: newCustomer({ name: '丙', code: 'K1' }) }),
        client.customer.create({ values: newCustomer({ name: '丁', code: 'K1' }) }),
        client.customer.create({ values: newCustomer({ name: '  ', phone: '12' }) }),
        client.customer.get({ id: 999 }),
      ].map((call) => call.then(() => undefined, errorData)),
    );
    expect(failures).toEqual([
      { code: 'conflict', feature: 'customer', id, by: '王总', at: '2026-11-18T02:00:00.000Z' },
      { code: 'invalid-input', issues: [{ field: 'values.code', issue: 'taken' }] },
      {
        code: 'invalid-input',
        issues: [
          expect.objectContaining({ field: 'values.name', issue: 'required' }),
          expect.objectContaining({ field: 'values.phone', issue: 'not-a-phone' }),
        ],
      },
      { code: 'not-found', feature: 'customer', id: 999 },
    ]);
  });

  it('masks the telephone for a technician, keeps it through an edit by an adviser, and logs a reveal', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const adviser = await personWindow(core, carrier, owner, '小李', ['serviceAdviser']);
    const { id } = await owner.client.customer.create({
      values: newCustomer({ name: '王强', phone: '13912345678' }),
    });
    const seen = await adviser.client.customer.get({ id });
    expect(seen.record.phone).toBe('139****5678');
    await adviser.client.customer.update({
      id,
      version: 1,
      values: newCustomer({ name: '王大强', phone: '139****5678' }),
    });
    expect((await owner.client.customer.get({ id })).record).toMatchObject({
      name: '王大强',
      phone: '13912345678',
    });
    expect(
      await adviser.client.customer.reveal({ feature: 'customer', id, field: 'phone', reason: '预约回访' }),
    ).toEqual({ value: '13912345678' });
    const audit = await owner.client.audit.list({ call: 'customer.reveal' });
    expect(audit.rows[0]).toMatchObject({
      personName: '小李',
      records: [{ feature: 'customer', id }],
      detail: { reason: '预约回访' },
    });
    const filtered = await adviser.client.customer
      .list({ filters: [{ field: 'phone', operator: 'contains', value: '5678' }] })
      .then(() => undefined, errorData);
    expect(filtered).toEqual({ code: 'rule-violated', reason: 'hidden-field', params: { field: 'phone' } });
  });

  it('goes to the bin and comes back, and leaves lists and search meanwhile', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const { id } = await client.customer.create({ values: newCustomer({ name: '赵六' }) });
    expect(await client.customer.remove({ ids: [id] })).toEqual({ removed: 1 });
    expect((await client.customer.list({})).total).toBe(0);
    expect(await client.search.find({ text: '赵六' })).toEqual([]);
    expect((await client.customer.list({ bin: true })).rows[0]).toMatchObject({ id, name: '赵六' });
    expect(await client.customer.restore({ ids: [id] })).toEqual({ restored: 1 });
    expect(await client.search.find({ text: '赵六' })).toHaveLength(1);
  });

  it('asks again before very many records go, and backs up first', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    await addRecords(
      core,
      customerRecord,
      Array.from({ length: manyRecords + 1 }, (_, index) => newCustomer({ name: `客户${index}` })),
    );
    const ids = Array.from({ length: manyRecords + 1 }, (_, index) => index + 1);
    const backups = async (): Promise<string[]> =>
      (await client.backup.state({})).backups
        .map(({ reason }) => reason)
        .filter((reason) => reason === 'before-bulk');
    for (const confirmed of [undefined, manyRecords])
      expect(
        await client.customer.remove({ ids, ...(confirmed ? { confirmed } : {}) }).catch(errorData),
      ).toEqual({
        code: 'rule-violated',
        reason: 'many-removed',
        params: { count: manyRecords + 1 },
      });
    expect([(await client.customer.list({})).total, await backups()]).toEqual([manyRecords + 1, []]);
    expect(await client.customer.remove({ ids, confirmed: ids.length })).toEqual({ removed: ids.length });
    expect([(await client.customer.list({})).total, await backups()]).toEqual([0, ['before-bulk']]);
    expect(await client.customer.restore({ ids })).toEqual({ restored: ids.length });
    expect((await client.customer.list({})).total).toBe(manyRecords + 1);
  });

  it('tells sums of orders, repair orders and receivables to who may read them; of own orders, if only those', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { id } = await owner.client.customer.create({ values: newCustomer({ name: '甲' }) });
    await owner.client.repair.create({
      values: newValues(repairFields, {
        number: 'R1',
        checkedInOn: '2026-11-02',
        customerId: id,
        labourFen: 120_00,
      }),
    });
    await owner.client.receivable.create({
      values: newValues(receivableFields, {
        number: 'A1',
        customerId: id,
        customerName: '甲',
        occurredOn: '2026-11-02',
        amountFen: 50_00,
      }),
    });
    for (const [number, consultantId, vehicleFen] of [
      ['D1', 1, 300_00],
      ['D2', null, 700_00],
    ] as const)
      await owner.client.order.create({
        values: newValues(orderFields, {
          number,
          orderedOn: '2026-11-02',
          customerId: id,
          customerName: '甲',
          model: 'M',
          consultantId,
          vehicleFen,
        }),
      });
    const orders = { count: 2, fen: 1000_00, own: false };
    const repairs = { count: 1, fen: 120_00, firstOn: '2026-11-02', lastOn: '2026-11-02', inYear: 1 };
    const seen: Record<string, unknown> = {};
    for (const role of roles) {
      const actor = { personId: 1, name: '某人', roles: [role], language: 'zh-CN' as const, sessionKey: '' };
      seen[role] = await core.call('customer.consumption', { id }, { actor });
    }
    const all = { orders, repairs, openReceivableFen: 50_00 };
    const service = { orders: null, repairs, openReceivableFen: null };
    expect(seen).toEqual({
      owner: all,
      manager: all,
      clerk: all,
      auditor: all,
      inspector: service,
      technician: service,
      serviceAdviser: service,
      customerCare: service,
      salesConsultant: {
        orders: { count: 1, fen: 300_00, own: true },
        repairs: null,
        openReceivableFen: null,
      },
    });
  });
});
