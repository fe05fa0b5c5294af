import { describe, expect, it } from 'vitest';
import { reminderRuleFields } from '#shared/features/reminder/reminder.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { type DeskClient } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { importedRepair, newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const today = '2026-11-18';

const newVehicle = (
  client: DeskClient,
  given: Partial<InputOf<typeof vehicleFields>>,
): Promise<{ id: number }> =>
  client.vehicle.create({ values: newValues(vehicleFields, { use: 'commercial', ...given }) });

/** Due day, basis and state by kind. */
async function dues(client: DeskClient, vehicleId: number): Promise<Record<string, string>> {
  const { reminders } = await client.reminder.ofVehicle({ vehicleId });
  return Object.fromEntries(
    reminders.map(({ kind, dueOn, basis, state }) => [kind, `${dueOn} ${basis} ${state}`]),
  );
}

describe.each(carriers)('reminders of a vehicle over %s', (carrier) => {
  it('follow from papers, visits, kilometres and what was done; the vehicle’s own day moves with it', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const care = await personWindow(core, carrier, owner, '周客服', ['customerCare']);
    const { id: customerId } = await client.customer.create({
      values: newCustomer({ name: '顺达物流', kind: 'company' }),
    });
    const { id } = await newVehicle(client, {
      plate: '粤B12345',
      customerId,
      grossMassKg: 25_000,
      registeredOn: '2022-11-30',
      annualTestDueOn: '2026-11-30',
      commercialInsuranceDueOn: '2026-11-17',
    });
    await importedRepair(core, {
      number: 'W1',
      vehicleId: id,
      type: 'maintenance',
      state: 'handedOver',
      repairClass: 'secondMaintenance',
      checkedInOn: '2026-08-01',
      handedOverOn: '2026-08-02',
      odometerKm: 100_000,
    });
    await importedRepair(core, {
      number: 'W2',
      vehicleId: id,
      type: 'general',
      state: 'handedOver',
      checkedInOn: '2026-10-30',
      odometerKm: 136_000,
    });
    // 36,000 km in 90 days are 400 a day: 150,000 km come 35 days after the reading, before the 120 days.
    expect(await dues(care.client, id)).toEqual({
      annualTest: '2026-11-30 stated open',
      compulsoryInsurance: '2026-11-17 led overdue',
      commercialInsurance: '2026-11-17 stated overdue',
      secondMaintenance: '2026-11-30 doneHere open',
      technicalGrade: '2026-11-30 estimated open',
      regularService: '2027-03-30 visit later',
      lostCustomer: '2027-10-30 visit later',
      freeInspection: '2026-11-30 age open',
    });
    const input = { vehicleId: id, kind: 'annualTest', doneOn: '2026-11-10', place: 'elsewhere' } as const;
    expect(await failure(care.client.reminder.done(input))).toMatchObject({
      issues: [{ field: 'source', issue: 'required' }],
    });
    expect(
      await failure(care.client.reminder.done({ ...input, doneOn: '2026-11-19', source: '电话' })),
    ).toMatchObject({
      issues: [{ field: 'doneOn', issue: 'in-future' }],
    });
    expect(
      await failure(care.client.reminder.done({ ...input, nextOn: '2026-11-10', source: '电话' })),
    ).toMatchObject({ issues: [{ field: 'nextOn', issue: 'ends-before-start' }] });
    expect(await care.client.reminder.done({ ...input, source: '客户电话' })).toEqual({
      id: 1,
      nextOn: '2027-11-10',
    });
    const { reminders } = await client.reminder.ofVehicle({ vehicleId: id });
    expect(reminders.find(({ kind }) => kind === 'annualTest')).toMatchObject({
      dueOn: '2027-11-10',
      state: 'later',
      done: { on: '2026-11-10', place: 'elsewhere' },
      source: '道路交通安全法实施条例 第16条',
    });
    expect((await client.vehicle.get({ id })).record.annualTestDueOn).toBe('2027-11-10');
    // The papers may say another day; an older entry moves nothing.
    await care.client.reminder.done({
      ...input,
      kind: 'commercialInsurance',
      place: 'here',
      doneOn: today,
      nextOn: '2027-11-17',
    });
    expect(
      await care.client.reminder.done({
        ...input,
        kind: 'commercialInsurance',
        place: 'here',
        doneOn: '2025-11-17',
      }),
    ).toEqual({ id: 3, nextOn: null });
    expect((await client.vehicle.get({ id })).record.commercialInsuranceDueOn).toBe('2027-11-17');
    expect(await dues(client, id)).toMatchObject({ commercialInsurance: '2027-11-17 stated later' });
    const { rows } = await client.reminderDone.list({
      filters: [{ field: 'vehicleId', operator: 'is', value: id }],
    });
    expect(rows.map(({ kind, doneOn, place, source }) => [kind, doneOn, place, source])).toContainEqual([
      'annualTest', '2026-11-10', 'elsewhere', '客户电话',
    ]); // prettier-ignore

    await client.vehicle.update({
      id,
      version: (await client.vehicle.get({ id })).record.version,
      values: { ...newValues(vehicleFields, { plate: '粤B12345', customerId }), state: 'transferred' },
    });
    expect(await client.reminder.ofVehicle({ vehicleId: id })).toEqual({
      inUse: false,
      reminders: [],
      mate: null,
    });
    expect(await failure(care.client.reminder.done(input))).toMatchObject({ issues: [{ field: 'source' }] });
    expect(await failure(care.client.reminder.done({ ...input, source: '电话' }))).toMatchObject({
      reason: 'reminder-not-in-use',
    });
    expect(await failure(client.reminder.ofVehicle({ vehicleId: 99 }))).toMatchObject({ code: 'not-found' });
  });

  it('a trailer runs the kilometres of its tractor and stands beside it', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const { id: tractor } = await newVehicle(client, {
      plate: '粤B11111',
      kind: 'tractor',
      dailyKm: 500,
      annualTestDueOn: '2026-12-01',
    });
    const { id: trailer } = await newVehicle(client, {
      plate: '粤B222挂',
      kind: 'trailer',
      pairedId: tractor,
      annualTestDueOn: '2026-12-15',
    });
    await client.reminder.done({
      vehicleId: trailer,
      kind: 'secondMaintenance',
      doneOn: '2026-11-01',
      place: 'here',
    });
    expect(await dues(client, trailer)).toMatchObject({
      annualTest: '2026-12-15 stated open',
      secondMaintenance: '2027-02-09 odometer later', // 50,000 km at 500 a day
    });
    const { mate } = await client.reminder.ofVehicle({ vehicleId: tractor });
    expect(mate).toMatchObject({ vehicleId: trailer, plate: '粤B222挂' });
    expect(mate?.reminders.map(({ kind }) => kind)).toContain('secondMaintenance');
    expect((await client.reminder.ofVehicle({ vehicleId: trailer })).mate).toMatchObject({
      vehicleId: tractor,
    });
  });

  it('a rule is previewed before it is switched, and only what was seen is switched', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const care = await personWindow(core, carrier, owner, '周客服', ['customerCare']);
    const { id: customerId } = await client.customer.create({ values: newCustomer({ name: '张三' }) });
    const { id: silent } = await client.customer.create({
      values: newCustomer({ name: '李四', doNotCall: true }),
    });
    for (const [index, owned] of [customerId, customerId, silent].entries())
      await newVehicle(client, { plate: `粤B0000${index}`, customerId: owned, purchasedOn: '2024-11-18' });
    const rows = async () => (await client.reminderRule.list({ pageSize: 100 })).rows;
    const milestone = (await rows()).find(({ kind }) => kind === 'milestone');
    expect(milestone).toMatchObject({ active: false });
    const id = milestone?.id ?? 0;
    const preview = await client.reminderRule.preview({ id });
    expect(preview).toMatchObject({
      isActive: false,
      // Of each vehicle test, compulsory insurance and grading, reckoned from the purchase.
      before: { reasons: 6, vehicles: 2, customers: 1 },
      after: { reasons: 8, vehicles: 2, customers: 1 },
      added: 2,
      gone: 0,
      moved: 0,
    });
    expect(preview.whom.map(({ change, kind, customerName, plate, dueOn }) => [change, kind, customerName, plate, dueOn])).toEqual([
      ['added', 'milestone', '张三', '粤B00000', today],
      ['added', 'milestone', '张三', '粤B00001', today],
    ]); // prettier-ignore
    expect(await failure(care.client.reminderRule.preview({ id }))).toMatchObject({ right: 'rule.write' });
    expect(await failure(care.client.reminderRule.switch({ id, active: true, seen: 8 }))).toMatchObject({
      right: 'rule.write',
    });
    // Somebody enters a vehicle meanwhile.
    await newVehicle(client, { plate: '粤B00009', customerId, purchasedOn: '2024-11-16' });
    expect(await failure(client.reminderRule.switch({ id, active: true, seen: 8 }))).toMatchObject({
      reason: 'reminder-preview-changed',
      params: { count: 9 },
    });
    expect((await rows()).find((row) => row.id === id)?.active).toBe(false);
    expect(await client.reminderRule.switch({ id, active: true, seen: 9 })).toEqual({ reasons: 9 });
    expect(await client.reminderRule.preview({ id })).toMatchObject({
      isActive: true,
      before: { reasons: 9 },
      after: { reasons: 6 },
      gone: 3,
    });

    // A change of the words leaves it on, a change of the terms switches it off.
    const change = async (
      given: Partial<InputOf<typeof reminderRuleFields>>,
    ): Promise<boolean | undefined> => {
      const { record } = await client.reminderRule.get({ id });
      const values = Object.fromEntries(
        Object.entries(reminderRuleFields)
          .filter(([name]) => name !== 'active')
          .map(([name]) => [name, record[name as keyof typeof record]]),
      ) as InputOf<typeof reminderRuleFields>; // the record without what only the core writes
      await client.reminderRule.update({ id, version: record.version, values: { ...values, ...given } });
      return (await client.reminderRule.get({ id })).record.active;
    };
    expect(await change({ script: '您好' })).toBe(true);
    expect(await change({ openDays: 20 })).toBe(false);
  });

  it('refuses rules that could not be followed, and a new one waits switched off', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const values = newValues(reminderRuleFields, {
      name: '三个月一检',
      kind: 'freeInspection',
      everyMonths: 3,
      validFrom: today,
      source: '门店',
    });
    const refused = async (given: Partial<typeof values>): Promise<unknown> => {
      const error = await failure(client.reminderRule.create({ values: { ...values, ...given } }));
      return error && 'issues' in error
        ? error.issues.map(({ field, issue }) => `${field} ${issue}`).join()
        : error;
    };
    expect([
      await refused({ everyMonths: null }),
      await refused({ everyDays: 10 }),
      await refused({ aboveMassKg: 4500, upToMassKg: 4500 }),
      await refused({ aboveAgeMonths: 60, upToAgeMonths: 12 }),
      await refused({ untilMonths: 3 }),
      await refused({ validTo: '2026-11-17' }),
      await refused({ everyMonths: 0 }),
      await refused({ source: '' }),
    ]).toEqual([
      'values.everyMonths period-missing',
      'values.everyDays one-period-only',
      'values.upToMassKg not-above',
      'values.upToAgeMonths not-above',
      'values.untilMonths not-above',
      'values.validTo ends-before-start',
      'values.everyMonths too-small',
      'values.source required',
    ]);
    const { id } = await client.reminderRule.create({ values });
    expect((await client.reminderRule.get({ id })).record.active).toBe(false);
  });
});

it('birthdays come from the day or the identity number, of people who still have a vehicle in use', async () => {
  const core = await openTestCore();
  const { client } = await ownerWindow(core, 'port');
  const people = [
    { name: '甲', bornOn: '1990-11-18' },
    { name: '乙', identityNumber: '440300198811180011' },
    { name: '丙', identityNumber: '440300198899990011' },
    { name: '丁', bornOn: '1990-11-18' },
  ];
  for (const [index, given] of people.entries()) {
    const { id: customerId } = await client.customer.create({ values: newCustomer(given) });
    await newVehicle(client, {
      plate: `粤B0000${index}`,
      customerId,
      state: given.name === '丁' ? 'sold' : 'inUse',
    });
  }
  const rules = (await client.reminderRule.list({ pageSize: 100 })).rows;
  const preview = await client.reminderRule.preview({
    id: rules.find(({ kind }) => kind === 'birthday')?.id ?? 0,
  });
  expect(preview.whom.map(({ kind, customerName, vehicleId }) => [kind, customerName, vehicleId])).toEqual([
    ['birthday', '甲', null],
    ['birthday', '乙', null],
  ]);
});

/** Fields of an order that the base is made of come by every path that writes one. */
it('the kept base is read anew after a change of a repair order', async () => {
  const core = await openTestCore();
  const { client } = await ownerWindow(core, 'port');
  const { id: customerId } = await client.customer.create({ values: newCustomer({ name: '张三' }) });
  const { id: vehicleId } = await newVehicle(client, {
    plate: '粤B00000',
    customerId,
    purchasedOn: '2026-07-01',
  });
  const rules = (await client.reminderRule.list({ pageSize: 100 })).rows;
  const id = rules.find(({ kind }) => kind === 'firstService')?.id ?? 0;
  expect((await client.reminderRule.preview({ id })).gone).toBe(1);
  await client.repair.create({
    values: newValues(repairFields, {
      number: 'W1',
      vehicleId,
      customerId,
      checkedInOn: '2026-11-01',
      state: 'working',
    }),
  });
  expect((await client.reminderRule.preview({ id })).gone).toBe(0);
});
