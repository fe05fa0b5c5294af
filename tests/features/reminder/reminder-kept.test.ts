import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readReminderBase, readReminderTogether } from '#electron/features/reminder/reminder.base.ts';
import { rowsOf } from '#electron/kernel/read-rows.ts';
import { keptStore } from '#electron/features/reminder/reminder.kept.ts';
import { reckoning } from '#electron/features/reminder/reminder.reckoning.ts';
import type { Reckoner } from '#electron/features/reminder/reminder.reckoner.ts';
import type { ReckoningCalls } from '#electron/workers/reckoning-worker.ts';
import { createWorkerHost } from '#electron/workers/worker-host.ts';
import { workerFile } from '#electron/workers/worker-files.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import type { DeskClient } from '#renderer/transport/client.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';

const today = '2026-11-18';

/** A record's values with some others; what only the core writes is left out. */
function changed<F extends typeof vehicleFields | typeof customerFields | typeof repairFields>(
  fields: F,
  record: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): InputOf<F> {
  const own = Object.entries(fields).filter(([, field]) => !('computed' in field));
  return Object.fromEntries(
    own.map(([name]) => [name, name in given ? given[name] : record[name]]),
  ) as InputOf<F>; // the fields of the record
}

type Change = (client: DeskClient, pick: (count: number) => number) => Promise<unknown>;

async function updateVehicle(
  client: DeskClient,
  id: number,
  given: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { record } = await client.vehicle.get({ id });
  return client.vehicle.update({
    id,
    version: record.version,
    values: changed(vehicleFields, record, given),
  });
}

const days = ['2024-02-29', '2025-06-01', '2026-05-20', '2026-11-01', '2026-11-17'] as const;
const vehicles = 8;
const customers = 4;

/** What people do to records that the base is made of. */
const all: Readonly<Record<string, Change>> = {
  sell: async (client, pick) =>
    updateVehicle(client, pick(vehicles), { state: pick(2) === 1 ? 'sold' : 'inUse' }),
  move: async (client, pick) => updateVehicle(client, pick(vehicles), { customerId: pick(customers) }),
  pair: async (client, pick) => {
    const [one, other] = [pick(vehicles), pick(vehicles)];
    return updateVehicle(client, one, { pairedId: one === other ? null : other });
  },
  papers: async (client, pick) =>
    updateVehicle(client, pick(vehicles), {
      annualTestDueOn: days[pick(5) - 1] ?? null,
      dailyKm: pick(3) * 100,
    }),
  throwAway: async (client, pick) => client.vehicle.remove({ ids: [pick(vehicles)] }),
  takeBack: async (client, pick) => client.vehicle.restore({ ids: [pick(vehicles)] }),
  add: async (client, pick) =>
    client.vehicle.create({
      values: newValues(vehicleFields, {
        kind: 'trailer',
        customerId: pick(customers),
        pairedId: pick(vehicles),
      }),
    }),
  visit: async (client, pick) =>
    client.repair.create({
      values: newValues(repairFields, {
        number: `W${String(pick(1_000_000_000))}`,
        vehicleId: pick(vehicles),
        customerId: pick(customers),
        checkedInOn: days[pick(5) - 1] ?? today,
        odometerKm: pick(200) * 1000,
        state: 'working',
      }),
    }),
  otherVehicle: async (client, pick) => {
    const { rows } = await client.repair.list({ pageSize: 100 });
    const row = rows[pick(rows.length) - 1];
    if (!row) return;
    const { record } = await client.repair.get({ id: row.id });
    await client.repair.update({
      id: row.id,
      version: record.version,
      values: changed(repairFields, record, { vehicleId: pick(vehicles) }),
    });
  },
  done: async (client, pick) =>
    client.reminder.done({
      vehicleId: pick(vehicles),
      kind: 'annualTest',
      doneOn: days[pick(5) - 1] ?? today,
      place: 'here',
    }),
  person: async (client, pick) => {
    const id = pick(customers);
    const { record } = await client.customer.get({ id });
    return client.customer.update({
      id,
      version: record.version,
      values: changed(customerFields, record, {
        doNotCall: pick(2) === 1,
        bornOn: days[pick(5) - 1] ?? null,
      }),
    });
  },
  join: async (client, pick) => client.membership.enrol({ customerId: pick(customers), note: null }),
  voucher: async (client, pick) =>
    client.membership.issue({
      id: pick(2),
      note: null,
      receiptKey: `v${String(pick(1_000_000_000))}`,
      account: 'voucher',
      name: '券',
      times: 1,
      paidFen: 0,
      unitFen: 9900,
      expiresOn: '2026-12-01',
    }),
};

async function filled(): Promise<{ core: Awaited<ReturnType<typeof openTestCore>>; client: DeskClient }> {
  const core = await openTestCore();
  const { client } = await ownerWindow(core, 'port');
  for (let index = 0; index < customers; index += 1)
    await client.customer.create({ values: newCustomer({ name: `客户${index}` }) });
  for (let index = 0; index < vehicles; index += 1)
    await client.vehicle.create({
      values: newValues(vehicleFields, {
        kind: index % 2 === 0 ? 'tractor' : 'trailer',
        customerId: (index % customers) + 1,
        registeredOn: '2020-02-29',
        purchasedOn: '2020-02-29',
      }),
    });
  return { core, client };
}

it('a base that is patched after every change is the base that is read anew', async () => {
  const { core, client } = await filled();
  const { database } = core;
  const connection = { sqlite: database.raw.reader, reader: database.reader };
  const kept = keptStore(connection);
  await kept.get(today);
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.constantFrom(...Object.values(all)), fc.array(fc.nat(), { minLength: 6, maxLength: 6 })),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      async (changes) => {
        for (const [change, numbers] of changes) {
          let next = 0;
          const pick = (count: number): number => {
            next += 1;
            return (((numbers[next % 6] ?? 0) * 7919 + next) % Math.max(1, count)) + 1;
          };
          // Refused changes change nothing.
          await change(client, pick).then(
            () => (accepted += 1),
            () => undefined,
          );
        }
        const before = await kept.get(today);
        const anew = await keptStore(connection).get(today);
        expect(before).toEqual(anew);
      },
    ),
    { numRuns: 25, seed: 11 },
  );
  expect(accepted).toBeGreaterThan(30);
});

it('the thread of a large store answers as a small store does here, and sees what was written since', async () => {
  const { core, client } = await filled();
  const worker = createWorkerHost<ReckoningCalls>({ url: workerFile('reckoning-worker') });
  const there = reckoning(core.database, worker, 0);
  const here = reckoning(core.database, worker);
  const ask = async (reckoner: Reckoner): Promise<unknown> => [
    await reckoner.list({ today, careId: null, kind: null, page: 1, pageSize: 3 }),
    await reckoner.preview({ today, ruleId: 1 }),
  ];
  try {
    const first = await ask(there);
    expect(first).toEqual(await ask(here));
    await updateVehicle(client, 1, { annualTestDueOn: '2026-11-20' });
    const second = await ask(there);
    expect(second).not.toEqual(first);
    expect(second).toEqual(await ask(here));
    expect(await there.preview({ today, ruleId: 9999 })).toBeNull();
  } finally {
    await worker.close();
  }
});

it('a large store is read by two threads; the first reads all where the second cannot be had', async () => {
  const { core, client } = await filled();
  // 主挂 on both sides of the middle.
  await updateVehicle(client, 2, { pairedId: 7 });
  const { path, raw } = core.database;
  const read = rowsOf(raw.reader);
  const { rows } = await readReminderBase(read);
  const worker = createWorkerHost<ReckoningCalls>({ url: workerFile('reckoning-worker') });
  const asked: unknown[] = [];
  const there = await readReminderTogether(
    read,
    8,
    async (range) => {
      asked.push(range);
      return worker.call('range', { path, asked: range });
    },
    4,
  );
  await worker.close();
  expect(asked).toEqual([{ from: 6, to: 8 }]);
  expect(there.rows).toEqual(rows);
  const alone = await readReminderTogether(read, 8, async () => Promise.reject(new Error('no thread')), 4);
  expect(alone.rows).toEqual(rows);
  expect(rows.length).toBeGreaterThan(4 * 37);
});
