import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore } from '../../electron/core.ts';
import { createSampleFile } from '../../electron/features/sample/sample-file.ts';
import type { Actor } from '../../electron/kernel/handler.ts';
import { median, percentile, times, type Bench } from './bench.ts';

const passwordCost = { exponent: 10 } as const;
const today = '2026-11-18';
const actor: Actor = { personId: 1, name: '王建国', roles: ['owner'], language: 'zh-CN', sessionKey: '' };

/** The weekly pack of the sample store through the door, with three and with ten years of data. */
export const packBench: Bench = {
  name: 'pack',
  async run(report) {
    for (const { years, customers } of [
      { years: 3, customers: 1200 },
      { years: 10, customers: 4000 },
    ]) {
      const dataFolder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
      const options = { today, customers, years, seed: 1, ownerName: '王建国' };
      await createSampleFile({ dataFolder, options, password: 'Correct-Horse-9', passwordCost });
      const core = await openCore({ dataFolder, passwordCost, store: 'sample', ballastBytes: 0 });
      const pack = (week: number): Promise<unknown> =>
        core.call('meeting.pack', { week: `2026-W${String(week).padStart(2, '0')}` }, { actor });
      const first = (await times(1, () => pack(47)))[0] ?? Number.NaN;
      // Different weeks, so that no answer is an earlier one.
      const found = await times(30, (run) => pack(47 - run));
      const stated = { unit: 'ms', limit: 50, beside: 'stated limit', target: 1 } as const;
      report({ name: `pack.${years}-years.first`, value: first, ...stated, limit: 200 });
      report({ name: `pack.${years}-years`, value: median(found), ...stated });
      report({ name: `pack.${years}-years.p95`, value: percentile(found, 0.95), ...stated });
      await core.close();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  },
};
