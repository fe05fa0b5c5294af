import { expect, it } from 'vitest';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const day = '2026-11-18';

it('an export masks referred names, runs no formula, and filters by nothing that is hidden', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  const auditor = await personWindow(core, 'port', owner, '审计', ['auditor']);
  const customer = await owner.client.customer.create({
    values: newCustomer({ name: '=cmd()', phone: '13800001234' }),
  });
  const vehicle = await owner.client.vehicle.create({
    values: newValues(vehicleFields, { plate: '粤B12345' }),
  });
  await owner.client.repair.create({
    values: newValues(repairFields, {
      number: 'R1',
      checkedInOn: day,
      vehicleId: vehicle.id,
      customerId: customer.id,
      plate: '粤B12345',
    }),
  });
  const order = {
    feature: 'repair',
    list: {},
    columns: ['plate', 'vehicleId', 'customerId'],
    format: 'csv' as const,
  };
  const { jobId } = await auditor.client.export.start(order);
  await jobEnd(auditor, jobId);
  const text = await (await auditor.client.job.file({ id: jobId })).arrayBuffer();
  const [, line = ''] = new TextDecoder().decode(text).split('\r\n');
  expect(line).not.toContain('12345');
  expect(line.endsWith(`,'=cmd()`)).toBe(true);

  const probes = [
    { sort: [{ field: 'phone', descending: false }] },
    { filters: [{ field: 'phone', operator: 'contains' as const, value: '1234' }] },
  ];
  for (const list of probes)
    expect(
      await failure(auditor.client.export.start({ ...order, feature: 'customer', columns: ['name'], list })),
    ).toEqual({
      code: 'rule-violated',
      reason: 'hidden-field',
      params: { field: 'phone' },
    });
});

it('finds no contact by a telephone that the person sees masked', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  const technician = await personWindow(core, 'port', owner, '小赵', ['technician']);
  const { id: customerId } = await owner.client.customer.create({ values: newCustomer({}) });
  const values = { customerId, name: '会计', post: null, phone: '13800001234', note: null };
  await owner.client.contact.create({ values });
  const found = async ({ client }: typeof owner, search: string): Promise<number> =>
    (await client.contact.list({ search })).total;
  expect([
    await found(owner, '138000'),
    await found(technician, '138000'),
    await found(technician, '会计'),
  ]).toEqual([1, 0, 1]);
});

it('reveals nothing of a record that the person may not read', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  const seller = await personWindow(core, 'port', owner, '小刘', ['salesConsultant']);
  const lead = (consultantId: number | null) =>
    owner.client.lead.create({
      values: newValues(leadFields, {
        customerName: '甲',
        phone: '13800001234',
        arrivedOn: day,
        consultantId,
      }),
    });
  const [own, other] = [await lead(seller.personId), await lead(null)];
  const repair = await owner.client.repair.create({
    values: newValues(repairFields, { number: 'R1', checkedInOn: day, plate: '粤B12345' }),
  });
  const reveal = (feature: 'lead' | 'repair', id: number, field: string): Promise<unknown> =>
    failure(
      seller.client.customer
        .reveal({ feature, id, field, reason: '回电' })
        .then(({ value }) => Promise.reject(new Error(String(value)))),
    );
  expect(
    await seller.client.customer.reveal({ feature: 'lead', id: own.id, field: 'phone', reason: '回电' }),
  ).toEqual({
    value: '13800001234',
  });
  expect(await reveal('lead', other.id, 'phone')).toMatchObject({ code: 'forbidden' });
  expect(await reveal('repair', repair.id, 'plate')).toMatchObject({ code: 'forbidden' });
});
