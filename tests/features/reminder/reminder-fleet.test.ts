import '#electron/features/vehicle/vehicle.table.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

it.skipIf(!pdfTools)(
  'a fleet of forty stands on one page and in one letter: what is due up to a day, trailers after their tractors',
  async () => {
    const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
    const { client: owner } = await ownerWindow(core, 'http');
    const values = newCustomer({ name: '顺达物流', kind: 'company' });
    const { id: customerId } = await owner.customer.create({ values });
    const add = (plate: string, given: Partial<Parameters<typeof owner.vehicle.create>[0]['values']>) =>
      owner.vehicle.create({
        values: newValues(vehicleFields, { plate, customerId, use: 'private', ...given }),
      });
    for (let index = 0; index < 39; index += 1)
      await add(`粤B1${String(index).padStart(4, '0')}`, {
        annualTestDueOn: index < 30 ? '2026-11-17' : '2027-06-01',
      });
    await add('粤A0001挂', { kind: 'trailer', pairedId: 5, annualTestDueOn: '2026-12-20' });
    const fleet = await owner.reminder.fleet({ customerId });
    expect(fleet.vehicles).toHaveLength(40);
    const at = fleet.vehicles.findIndex(({ vehicleId }) => vehicleId === 5);
    expect(fleet.vehicles[at + 1]).toMatchObject({ plate: '粤A0001挂', mateId: 5 });
    const print = (until: string) => owner.reminder.printFleet({ customerId, until, format: 'pdf' });
    const text = pagesOf(await paperBytes(await print('2026-12-31'), 'fleet.pdf'))
      .join('\n')
      .replaceAll(/\s/gu, '');
    for (const words of [
      '顺达物流',
      '贵单位有31台车共31项需要办理',
      '其中30项已经逾期',
      '粤A0001挂',
      '2026年12月20日',
      '逾期1天',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('2027年6月1日');
    expect(await failure(print('2026-11-01'))).toMatchObject({
      reason: 'reminder-fleet-empty',
    });
    expect(await failure(owner.reminder.fleet({ customerId: 99 }))).toMatchObject({
      code: 'not-found',
    });
  },
);

it('a fleet of 2,400 is one entry with all reasons, one call and a bounded letter; a clock set back calls nobody twice', async () => {
  const clock = fixedClock('2026-11-18T02:00:00.000Z');
  const core = await openTestCore({ clock });
  const { client: owner } = await ownerWindow(core, 'http');
  const values = newCustomer({ name: '顺达物流', kind: 'company', phone: '13800001111' });
  const { id: customerId } = await owner.customer.create({ values });
  const first = newValues(vehicleFields, {
    plate: '粤B10000',
    customerId,
    use: 'private',
    annualTestDueOn: '2026-11-17',
    commercialInsuranceDueOn: '2026-11-20',
    compulsoryInsuranceDueOn: '2026-11-20',
  });
  await owner.vehicle.create({ values: first });
  // The others are copies of the first.
  await core.database.write(async (writer) => {
    const row = await writer.selectFrom('vehicle').selectAll().executeTakeFirstOrThrow();
    const copies = Array.from({ length: 2399 }, (_, index) => ({
      ...row,
      id: index + 2,
      plate: `粤B${10_001 + index}`,
    }));
    for (let from = 0; from < copies.length; from += 200)
      await writer
        .insertInto('vehicle')
        .values(copies.slice(from, from + 200))
        .execute();
  });
  const page = await owner.reminder.calls({ whose: 'all' });
  expect(page.lines).toMatchObject([{ customerName: '顺达物流', reasonCount: 7200, reasons: { length: 4 } }]);
  // Who asks for one kind sees that kind, though others fall due sooner.
  const insured = await owner.reminder.calls({ whose: 'all', kind: 'commercialInsurance' });
  expect(new Set(insured.lines[0]?.reasons.map(({ kind }) => kind))).toEqual(
    new Set(['commercialInsurance']),
  );
  const fleet = await owner.reminder.fleet({ customerId });
  expect(fleet.vehicles).toHaveLength(2400);
  const letter = owner.reminder.printFleet({ customerId, until: '2026-12-31', format: 'pdf' });
  expect(await failure(letter)).toMatchObject({
    reason: 'reminder-fleet-too-long',
    params: { count: 7200, maximum: 1000 },
  });
  // A thousand of them went to somebody else.
  const goneVehicleIds = Array.from({ length: 1000 }, (_, index) => index + 1);
  await owner.reminder.enter({ customerId, code: 'transferred', goneVehicleIds });
  expect((await owner.reminder.fleet({ customerId })).vehicles).toHaveLength(1400);
  const names = async (): Promise<number> => (await owner.reminder.calls({ whose: 'all' })).total;
  expect(await names()).toBe(0);
  // The clock of the machine is set back to before that call.
  clock.set('2026-11-10T02:00:00.000Z');
  expect(await names()).toBe(0);
});
