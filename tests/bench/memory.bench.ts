import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { residentMb } from '../support/processes.ts';
import { runProgram, startProgram } from './built.ts';
import { writeGbk } from './import-files.ts';

/** Resident memory of the built program: at rest after its start, and the peak of an import of 100k rows. */
export const memoryBench: Bench = {
  name: 'memory',
  async run(report) {
    const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
    try {
      const data = join(folder, 'data');
      await runProgram(['init', '--store', '测速店', '--owner', '王总', '--data', data]);
      const serve = startProgram(['serve', '--port', '0', '--data', data]);
      await serve.firstLine;
      await wait(3000);
      const idle = residentMb(serve.process.pid, 'VmRSS');
      serve.process.kill('SIGTERM');
      await serve.ended;

      const file = join(folder, 'customers.csv');
      writeGbk(file, 100_000);
      const importing = startProgram(['import', file, '--data', data, '--json', '--yes']);
      let peak = 0;
      const watch = setInterval(() => {
        const now = residentMb(importing.process.pid, 'VmHWM');
        if (now > peak) peak = now;
      }, 50);
      const status = await importing.ended;
      clearInterval(watch);
      if (status !== 0) throw new Error(`import ended with ${status}`);

      const stated = { unit: 'MB', beside: 'stated limit, resident', target: 1 } as const;
      report({ name: 'memory.idle', value: idle, limit: 150, ...stated });
      report({ name: 'memory.import.100k.peak', value: peak, limit: 500, ...stated });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
