import { describe, expect, it } from 'vitest';
import { listEditions, readPlan } from '#electron/features/plan/plan.repository.ts';
import { verifyPlan } from '#electron/features/plan/plan.signature.ts';
import { readView } from '#electron/features/plan/plan.view.ts';
import { writeSample } from '#electron/features/sample/sample-writer.ts';
import { attachmentStore } from '#electron/kernel/attachment-store.ts';
import { openDatabase } from '#electron/kernel/database.ts';
import { migrate } from '#electron/kernel/migrate.ts';
import { tempFolder } from '#tests/support/core.ts';
import { join } from 'node:path';
import { sampleOptions } from './sample-options.ts';

describe('plans of the sample', () => {
  it('are two: the present year signed with its measures as action items, the next one being written', async () => {
    const folder = tempFolder();
    const path = join(folder, 'sample.db');
    await migrate(path);
    const database = openDatabase(path);
    try {
      const options = sampleOptions();
      await writeSample({ database, attachments: attachmentStore(join(folder, 'attachments')) }, options);
      const { reader } = database;
      const owner = { personId: 1, roles: ['owner' as const] };
      const year = Number(options.today.slice(0, 4));
      expect((await listEditions(reader)).map((one) => [one.year, one.state])).toEqual([
        [year + 1, 'draft'],
        [year, 'approved'],
      ]);
      const [next, present] = await listEditions(reader);
      expect(await verifyPlan(reader, await readPlan(reader, present?.id ?? 0))).toEqual({
        state: 'valid',
        problems: [],
      });
      const signed = await readView(reader, present?.id ?? 0, options.today, owner);
      expect(signed.actions).toHaveLength(11);
      expect(new Set(signed.actions.map(({ state }) => state))).toEqual(new Set(['closed']));
      expect(signed.content.closing.lines.filter(({ value }) => value !== null).length).toBeGreaterThan(4);
      expect([signed.content.goals.length > 0, signed.content.pay.length > 0]).toEqual([true, true]);
      // What is still to be written is told, and nothing else.
      const draft = await readView(reader, next?.id ?? 0, options.today, owner);
      expect(draft.issues.map(({ part, code }) => `${part} ${code}`)).toEqual(['customer measures-missing']);
    } finally {
      await database.close();
    }
  });
});
