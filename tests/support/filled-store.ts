import type { RecordDefinition, RecordValues } from '#electron/kernel/record/record-definition.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { customerRecord } from '#electron/features/customer/customer.record.ts';
import type { Core } from '#electron/core.ts';
import { ownerActor } from './actor.ts';
import { newCustomer } from './records.ts';

const silent = { changed: () => undefined, tell: () => undefined, afterCommit: () => undefined };

/** Writes records in one transaction, many times faster than by as many calls; gives the last one's id. */
export const addRecords = (
  core: Core,
  record: RecordDefinition,
  all: readonly RecordValues[],
): Promise<number> =>
  core.database.write(async (writer) => {
    const context = {
      writer,
      actor: ownerActor,
      clock: core.clock,
      scope: 'all' as const,
      signal: undefined,
      ...silent,
    };
    let last = 0;
    for (const values of all) last = await createRecord(context, record, values);
    return last;
  });

/** Writes two customers of one name in one transaction. */
export const addPair = (core: Core, name: string): Promise<number> =>
  addRecords(core, customerRecord, [newCustomer({ name }), newCustomer({ name })]);

/** Makes a database larger by so many megabytes of rows. */
export function growDatabase(core: Core, megabytes: number): void {
  const insert = core.database.raw.writer.prepare(
    'insert into person_setting (person_id, key, value) values (?, ?, ?)',
  );
  core.database.raw.writer.transaction(() => {
    for (let n = 0; n < megabytes * 256; n += 1) insert.run(n, `grow${n}`, `${n}`.padEnd(3900, 'x'));
  })();
}
