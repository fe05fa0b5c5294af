import { expect, it, onTestFinished } from 'vitest';
import { reckoning } from '#electron/features/reminder/reminder.reckoning.ts';
import { ruleHandlers } from '#electron/features/reminder/reminder.switching.ts';
import { createDoor } from '#electron/kernel/door.ts';
import { silentLog } from '#electron/kernel/log.ts';
import type { ReckoningCalls } from '#electron/workers/reckoning-worker.ts';
import { workerFile } from '#electron/workers/worker-files.ts';
import { createWorkerHost } from '#electron/workers/worker-host.ts';
import { reminderRuleContract } from '#shared/features/reminder/reminder.contract.ts';
import { reminderRuleFields } from '#shared/features/reminder/reminder.fields.ts';
import type { ReminderPreview } from '#shared/features/reminder/reminder-views.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { fieldNames, type InputOf } from '#shared/kernel/field.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { DeskClient } from '#renderer/transport/client.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newCustomer, newValues } from '#tests/support/records.ts';

type Held = {
  readonly client: DeskClient;
  readonly ruleId: number;
  /** Previews and switches through a door whose reckoning answers when it is let go. */
  call(verb: 'preview' | 'switch', input: object): Promise<unknown>;
  /** Runs while the reckoning of the call is under way: it has read the store in its thread and does not answer yet. */
  meanwhile(work: () => Promise<void>): Promise<void>;
};

/** One store of a real file with one customer's vehicle, reckoned in the thread of large stores. */
async function heldStore(): Promise<Held> {
  const core = await openTestCore();
  const { client } = await ownerWindow(core, 'port');
  const { id: customerId } = await client.customer.create({ values: newCustomer({ name: '张三' }) });
  await client.vehicle.create({
    values: newValues(vehicleFields, { plate: '粤B00001', customerId, purchasedOn: '2024-11-18' }),
  });
  const { rows } = await client.reminderRule.list({ pageSize: 100 });
  const ruleId = rows.find(({ kind }) => kind === 'milestone')?.id ?? 0;
  const worker = createWorkerHost<ReckoningCalls>({ url: workerFile('reckoning-worker') });
  onTestFinished(() => worker.close());
  const real = reckoning(core.database, worker, 0);
  let [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const handlers = ruleHandlers({
    list: (asked) => real.list(asked),
    async preview(asked) {
      const answer = await real.preview(asked);
      begun.resolve();
      await go.promise;
      return answer;
    },
  });
  const door = createDoor({
    contract: { reminderRule: reminderRuleContract },
    handlers: { reminderRule: handlers },
    database: core.database,
    clock: core.clock,
    events: core.events,
    log: silentLog,
    session: async () => ({
      personId: 1,
      name: '王总',
      roles: ['owner'],
      language: 'zh-CN',
      sessionKey: '',
    }),
    backup: async () => undefined,
  });
  return {
    client,
    ruleId,
    call: async (verb, input) => door.call(`reminderRule.${verb}`, input, {}),
    async meanwhile(work) {
      await begun.promise;
      try {
        await work();
      } finally {
        go.resolve();
        [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      }
    },
  };
}

const failsAfter = async (ms: number, message: string): Promise<never> => {
  await new Promise((done) => setTimeout(done, ms).unref());
  throw new Error(message);
};

const caught = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => (error instanceof DeskError ? error.data : error),
  );

/** Writes a customer while something else is under way; a writer that is held would keep it waiting. */
const writes = async ({ client }: Held, name: string): Promise<void> => {
  const kept = failsAfter(3000, 'kept waiting');
  const { id } = await Promise.race([client.customer.create({ values: newCustomer({ name }) }), kept]);
  expect((await client.customer.get({ id })).record.name).toBe(name);
};

it('while a preview or a switch reckons, others write at once; what was seen is switched then', async () => {
  const store = await heldStore();
  const { client, ruleId: id, call, meanwhile } = store;
  const previewed = call('preview', { id });
  await meanwhile(() => writes(store, '李四'));
  const { after } = (await previewed) as ReminderPreview; // the handler's answer past the door
  expect(after.reasons).toBeGreaterThan(0);

  const switched = call('switch', { id, active: true, seen: after.reasons });
  await meanwhile(() => writes(store, '王五'));
  expect(await switched).toEqual({ reasons: after.reasons });
  expect((await client.reminderRule.get({ id })).record.active).toBe(true);
});

it('a rule that was changed while the switch reckons is refused by its version and stays as it was changed', async () => {
  const { client, ruleId: id, call, meanwhile } = await heldStore();
  const previewed = call('preview', { id });
  await meanwhile(async () => undefined);
  const { after } = (await previewed) as ReminderPreview; // as above
  const switched = caught(call('switch', { id, active: true, seen: after.reasons }));
  await meanwhile(async () => {
    const { record } = await client.reminderRule.get({ id });
    const names = fieldNames(reminderRuleFields).filter((name) => name !== 'active');
    const values = Object.fromEntries(names.map((name) => [name, record[name]])) as InputOf<
      typeof reminderRuleFields
    >; // the record without what only the core writes
    await client.reminderRule.update({ id, version: record.version, values: { ...values, leadDays: 90 } });
  });
  expect(await switched).toMatchObject({ code: 'conflict', feature: 'reminderRule', id, by: '王总' });
  expect((await client.reminderRule.get({ id })).record).toMatchObject({ active: false, leadDays: 90 });
});
