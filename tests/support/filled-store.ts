import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { customerRecord } from '#electron/features/customer/customer.record.ts';
import type { Core } from '#electron/core.ts';
import { newCustomer } from './records.ts';

const actor = {
  personId: 1,
  name: '甲',
  roles: ['owner'] as const,
  language: 'zh-CN' as const,
  sessionKey: '',
};
const silent = { changed: () => undefined, tell: () => undefined, afterCommit: () => undefined };

/** Writes two customers of one name in one transaction. */
export const addPair = (core: Core, name: string): Promise<number> =>
  core.database.write(async (writer) => {
    const context = { writer, actor, clock: core.clock, scope: 'all' as const, signal: undefined, ...silent };
    await createRecord(context, customerRecord, newCustomer({ name }));
    return createRecord(context, customerRecord, newCustomer({ name }));
  });

/** Makes a database larger by so many megabytes of rows. */
export function growDatabase(core: Core, megabytes: number): void {
  const insert = core.database.raw.writer.prepare(
    'insert into person_setting (person_id, key, value) values (?, ?, ?)',
  );
  core.database.raw.writer.transaction(() => {
    for (let n = 0; n < megabytes * 256; n += 1) insert.run(n, `grow${n}`, `${n}`.padEnd(3900, 'x'));
  })();
}
