import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { openCore } from '#electron/core.ts';
import { customerRecord } from '#electron/features/customer/customer.record.ts';
import { ownerActor } from '#tests/support/actor.ts';
import { newCustomer } from '#tests/support/records.ts';

/**
 * Writes customers in pairs, each pair in one transaction, and prints the second's id after each commit. Runs until it is
 * killed, with as little waiting as possible, so that the kill falls anywhere: in statements, commits, checkpoints, prints.
 */
const core = await openCore({ dataFolder: process.argv[2] ?? '', ballastBytes: 0 });
const silent = { changed: () => undefined, tell: () => undefined, afterCommit: () => undefined };

for (let n = 1; ; n += 1) {
  const last = await core.database.write(async (writer) => {
    const context = {
      writer,
      actor: ownerActor,
      clock: core.clock,
      scope: 'all' as const,
      signal: undefined,
      ...silent,
    };
    await createRecord(context, customerRecord, newCustomer({ name: `客户${n}` }));
    return createRecord(context, customerRecord, newCustomer({ name: `客户${n}` }));
  });
  process.stdout.write(`${last}\n`);
  if (n % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
}
