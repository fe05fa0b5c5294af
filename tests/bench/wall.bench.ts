import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore } from '../../electron/core.ts';
import { createSampleFile } from '../../electron/features/sample/sample-file.ts';
import type { Actor } from '../../electron/kernel/handler.ts';
import { median, percentile, times, type Bench } from './bench.ts';

const passwordCost = { exponent: 10 } as const;
const actor: Actor = { personId: 1, name: '王建国', roles: ['owner'], language: 'zh-CN', sessionKey: '' };

/** The wall of the sample store through the door, with ten years of data. */
export const wallBench: Bench = {
  name: 'wall',
  async run(report) {
    const dataFolder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
    const options = { today: '2026-11-18', customers: 4000, years: 10, seed: 1, ownerName: '王建国' };
    await createSampleFile({ dataFolder, options, password: 'Correct-Horse-9', passwordCost });
    const core = await openCore({ dataFolder, passwordCost, store: 'sample', ballastBytes: 0 });
    const wall = (year: number): Promise<unknown> => core.call('indicator.wall', { year }, { actor });
    const stated = { unit: 'ms', limit: 50, beside: 'stated limit', target: 1 } as const;
    const first = (await times(1, () => wall(2026)))[0] ?? Number.NaN;
    report({ name: 'wall.10-years.first', value: first, ...stated, limit: 200 });
    const found = await times(30, () => wall(2026));
    report({ name: 'wall.10-years', value: median(found), ...stated });
    report({ name: 'wall.10-years.p95', value: percentile(found, 0.95), ...stated });
    const about = {
      key: 'serviceRevenue',
      period: '2026',
      who: { level: 'store', departmentId: null, personId: null },
    };
    const gap = await times(10, () => core.call('gap.analysis', about, { actor }));
    report({ name: 'wall.gap', value: median(gap), ...stated, limit: 200 });
    const figures = await times(10, () =>
      core.call('indicator.figures', { period: '2026-10', who: about.who }, { actor }),
    );
    report({ name: 'wall.figures', value: median(figures), ...stated, limit: 500 });
    await core.close();
    rmSync(dataFolder, { recursive: true, force: true });
  },
};
