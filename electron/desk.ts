import { join } from 'node:path';
import type { StoreProblem } from '#shared/features/rescue/rescue.contract.ts';
import type { Language } from '#shared/kernel/language.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { openCore, type Core } from './core.ts';
import { programVersion, type CoreOptions } from './store-parts.ts';
import { systemClock } from './kernel/clock.ts';
import { asDeskError } from './kernel/door.ts';
import { fileLog } from './kernel/log.ts';
import { openRescue, type Rescue } from './rescue.ts';
import type { Served } from './transports/router.ts';

/** The program as carriers serve it: the core, or the rescue until the store can be opened. */
export type Desk = Served & {
  /** Undefined while the store cannot be opened. */
  readonly core: Core | undefined;
  /** Why the store cannot be opened. */
  readonly problem: StoreProblem | undefined;
  close(): Promise<void>;
};

export type DeskOptions = CoreOptions & {
  /** Of the rescue screen. */
  readonly language?: Language;
};

/**
 * Opens the store; where it cannot be opened, the rescue answers until it can, without a new start of the program.
 * Errors: `unavailable` data-folder-in-use, and what is no problem of the store (`internal`).
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const clock = options.clock ?? systemClock();
  let core: Core | undefined;
  let rescue: Rescue | undefined;
  let closing = false;
  const reopen = async (): Promise<void> => {
    if (closing) throw new DeskError({ code: 'cancelled' });
    core = await openCore(options);
  };
  try {
    await reopen();
  } catch (error) {
    const log = fileLog(join(options.dataFolder, 'logs'), () => clock.now());
    const failure = asDeskError(error, 'opening the store', log);
    if (failure.data.code !== 'storage') throw failure;
    const problem = { reason: failure.data.reason };
    const { dataFolder, language = 'zh-CN' } = options;
    rescue = openRescue({ dataFolder, problem, clock, log, version: programVersion, language, reopen });
  }
  const present = (): Served => {
    const served = core ?? rescue;
    if (!served) throw new Error('neither store nor rescue is open');
    return served;
  };
  return {
    get core() {
      return core;
    },
    get problem() {
      return core ? undefined : rescue?.problem;
    },
    calls: present().calls,
    call: (name, input, caller) => present().call(name, input, caller),
    async close() {
      closing = true;
      await rescue?.close();
      await core?.close();
    },
  };
}
