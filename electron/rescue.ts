import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { appContract } from '#shared/rpc/app.contract.ts';
import type { BackupLine } from '#shared/features/backup/backup.contract.ts';
import type {
  rescueContract,
  RescueAction,
  RescueBackup,
  RescueState,
  StoreProblem,
} from '#shared/features/rescue/rescue.contract.ts';
import type { SessionState } from '#shared/features/session/session.contract.ts';
import type { Language } from '#shared/kernel/language.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import { checkBackup } from './kernel/backup-check.ts';
import { listBackups } from './kernel/backup-folder.ts';
import { listClosedBackups, restoreClosedStore } from './kernel/backup-rescue.ts';
import type { Clock } from './kernel/clock.ts';
import { asDeskError, callLines, parsedInput } from './kernel/door.ts';
import type { HandlersOf } from './kernel/handler.ts';
import type { Log } from './kernel/log.ts';
import { salvageStore } from './kernel/salvage.ts';
import { storeFiles } from './kernel/store-file.ts';
import { allRecords } from './records.ts';
import type { Served } from './transports/router.ts';

export type RescueOptions = {
  readonly dataFolder: string;
  readonly problem: StoreProblem;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  /** Of the screen, until a person's own is known. */
  readonly language: Language;
  /** Opens the store as ever; from then on the caller answers by it. Errors of openCore. */
  reopen(): Promise<void>;
};

export type Rescue = Served & {
  readonly problem: StoreProblem;
  /** Waits for what is under way. */
  close(): Promise<void>;
};

/** What may help with a problem. Anything else may pass by itself or by hand: space, permissions, a network drive. */
const helps: Readonly<Record<string, readonly RescueAction[]>> = {
  damaged: ['restore', 'salvage'],
  'not-a-database': ['restore', 'retry'],
  'disk-error': ['restore', 'retry'],
  // A newer program wrote it: the file is left alone.
  'newer-database': [],
};
const actionsWith = (reason: string): readonly RescueAction[] => helps[reason] ?? ['retry'];

/** So many sound backups are looked for, from the newest on; each takes up to a second per 300 MB. */
const soundOnes = 3;

/** What the screen needs of backups, read back from the first on. */
async function checkedBackups(lines: readonly BackupLine[]): Promise<readonly RescueBackup[]> {
  let found = 0;
  const checked: RescueBackup[] = [];
  for (const { path, place, storeName, createdAt, bytes, reason } of lines) {
    const check = found < soundOnes ? ((await checkBackup(path)).problem ?? 'sound') : null;
    if (check === 'sound') found += 1;
    const seen = place === 'data' ? 'data' : 'other';
    checked.push({ path, place: seen, storeName, createdAt, bytes, reason, check });
  }
  return checked;
}

const nobody = { personId: null, name: '救援' };

/**
 * What answers while the store cannot be opened: `session.state` says why, and the calls of `rescue` are the way out; every
 * other call is refused with the problem itself (`storage`). Takes the same calls as the core, so that carriers serve either.
 */
export function openRescue(options: RescueOptions): Rescue {
  const { dataFolder, clock, log, version, language } = options;
  const closed = { dataFolder, clock };
  let problem = options.problem;
  let working: Promise<unknown> | undefined;

  const problemOf = (error: unknown): StoreProblem | undefined => {
    const { data } = asDeskError(error, 'rescue', log);
    return data.code === 'storage' ? { reason: data.reason } : undefined;
  };
  /** Opens the store; a new problem takes the place of the old one. */
  const reopen = async (): Promise<void> => {
    try {
      await options.reopen();
    } catch (error) {
      problem = problemOf(error) ?? problem;
      throw error;
    }
  };
  const opensAgain = (): Promise<boolean> =>
    reopen().then(
      () => true,
      (error: unknown) => {
        if (problemOf(error)) return false;
        throw error;
      },
    );

  /** One attempt at a time. Another program may have repaired the store meanwhile: then it is opened and nothing else done. */
  async function attempt<Result>(wanted: RescueAction, work: () => Promise<Result>): Promise<Result> {
    if (working) throw new DeskError({ code: 'unavailable', reason: 'busy' });
    const run = async (): Promise<Result> => {
      if (wanted !== 'retry' && (await opensAgain())) throw ruleViolated('store-is-fine');
      if (!actionsWith(problem.reason).includes(wanted))
        throw new DeskError({ code: 'storage', reason: problem.reason });
      const result = await work();
      await reopen();
      return result;
    };
    const running = run();
    working = running.catch(() => undefined);
    try {
      return await running;
    } finally {
      working = undefined;
    }
  }

  const state = (): SessionState => ({
    stage: 'rescue',
    problem,
    storeName: null,
    sample: false,
    language,
    me: null,
    today: clock.today(),
    version,
    idleMinutes: 15,
  });

  type Handlers = HandlersOf<typeof rescueContract>;
  type Handler<Name extends keyof Handlers> = (
    input: Parameters<Handlers[Name]>[0],
  ) => ReturnType<Handlers[Name]>;
  const handlers: { readonly [Name in keyof Handlers]: Handler<Name> } = {
    async state({ folder }): Promise<RescueState> {
      const actions = actionsWith(problem.reason);
      const wanted = actions.includes('restore');
      const own = wanted ? await listClosedBackups(closed) : [];
      const other = wanted && folder !== '' ? await listBackups(folder, 'second') : [];
      const fresh = other.filter(({ path }) => dirname(path) !== storeFiles(dataFolder, 'desk').backupFolder);
      const lines = [...own, ...fresh];
      // Stable: within a folder the order of making stays.
      if (fresh.length > 0) lines.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
      return {
        problem,
        actions,
        dataFolder,
        databasePath: storeFiles(dataFolder, 'desk').path,
        backups: await checkedBackups(lines),
        otherFolderFound: folder === '' ? null : existsSync(folder),
      };
    },
    retry: () => attempt('retry', async () => ({})),
    restore: ({ path }) =>
      attempt('restore', async () => {
        const order = { path, withoutManifest: false, by: nobody };
        const { asideFolder } = await restoreClosedStore(closed, order);
        return { asideFolder };
      }),
    salvage: () =>
      attempt('salvage', async () => {
        const { asideFolder, tables } = await salvageStore(closed, allRecords);
        const found = Object.entries(tables);
        return {
          asideFolder,
          rows: found.reduce((sum, [, { copied }]) => sum + copied, 0),
          incomplete: found.flatMap(([table, { gaps }]) => (gaps ? [table] : [])),
        };
      }),
  };

  async function enter(name: string, input: unknown): Promise<unknown> {
    if (name === 'session.state') return state();
    const verb = name.startsWith('rescue.') ? name.slice('rescue.'.length) : '';
    if (!Object.hasOwn(handlers, verb)) throw new DeskError({ code: 'storage', reason: problem.reason });
    const known = verb as keyof Handlers; // its own key, just asked
    const { inputSchema } = appContract.rescue[known]['~orpc'];
    const handler = handlers[known] as (input: unknown) => Promise<unknown>;
    return handler(parsedInput(inputSchema, input));
  }

  return {
    get problem() {
      return problem;
    },
    calls: callLines(appContract),
    async call(name, input) {
      try {
        return await enter(name, input);
      } catch (error) {
        throw asDeskError(error, name, log);
      }
    },
    close: async () => void (await working),
  };
}
