import type { DeskDatabase } from '#electron/kernel/database.ts';
import type { ReckoningCalls } from '#electron/workers/reckoning-worker.ts';
import type { WorkerHost } from '#electron/workers/worker-host.ts';
import { lastVehicleSql } from './reminder.columns.ts';
import { createReckoner, type Reckoner } from './reminder.reckoner.ts';

/** Stores up to so many vehicles answer here within milliseconds, before a thread would have started. */
const smallStore = 5000;

/** Reckons here or in the worker, by the size of the store; one of the two keeps the base. */
export function reckoning(
  { path, reader, raw }: DeskDatabase,
  worker: Pick<WorkerHost<ReckoningCalls>, 'call'>,
  most: number = smallStore,
): Reckoner {
  const lastVehicle = raw.reader.prepare<[], number>(lastVehicleSql).pluck();
  let here: Reckoner | undefined;
  const small = (): Reckoner | undefined => {
    here =
      (lastVehicle.get() ?? 0) > most ? undefined : (here ?? createReckoner({ sqlite: raw.reader, reader }));
    return here;
  };
  return {
    list: async (asked) => small()?.list(asked) ?? worker.call('list', { path, asked }),
    preview: async (asked) => small()?.preview(asked) ?? worker.call('preview', { path, asked }),
  };
}
