import { childrenOf, residentMb } from '../support/processes.ts';

/** Highest resident memory, in MB, of the processes that this one started, while some work runs. */
export async function peakOfEngine(work: () => Promise<unknown>): Promise<number> {
  let peak = 0;
  const look = (): void => {
    for (const pid of childrenOf(process.pid)) peak = Math.max(peak, residentMb(pid, 'VmHWM') || 0);
  };
  const watch = setInterval(look, 20);
  await work();
  clearInterval(watch);
  return peak;
}
