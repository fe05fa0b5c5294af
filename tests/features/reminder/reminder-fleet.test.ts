import { afterAll, beforeAll, expect, it } from 'vitest';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { errorData } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';

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
    expect(await print('2026-11-01').then(() => undefined, errorData)).toMatchObject({
      reason: 'reminder-fleet-empty',
    });
    expect(await owner.reminder.fleet({ customerId: 99 }).then(() => undefined, errorData)).toMatchObject({
      code: 'not-found',
    });
  },
);
