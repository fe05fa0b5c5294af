import { expect } from 'vitest';
import type { Job } from '#shared/features/job/job.contract.ts';
import type { Window } from './core.ts';

/** Waits for a job as a window does: by asking. */
export async function jobEnd(window: Window, id: number): Promise<Job> {
  for (let attempt = 0; attempt < 2000; attempt++) {
    const job = await window.client.job.get({ id });
    if (job.state !== 'running' && job.state !== 'queued') return job;
    await new Promise((resolve) => void setTimeout(resolve, 10));
  }
  return expect.fail(`job ${id} did not end`);
}
