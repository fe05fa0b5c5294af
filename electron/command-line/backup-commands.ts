import { resolve } from 'node:path';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { BackupManifest, StoreVerdict } from '#shared/features/backup/backup.contract.ts';
import { commandLineActor, wanted, type Command } from './command.ts';

/** Backs the store up into a folder, for a scheduled task. */
export const backupCommand: Command = {
  usage: 'backup --to DIR',
  options: { to: { type: 'string' } },
  async run(context) {
    const toFolder = resolve(wanted(context, 'to'));
    const core = await context.open();
    const value = (await core.call(
      'backup.run',
      { toFolder },
      { actor: await commandLineActor(core) },
    )) as BackupManifest;
    return { status: 0, value };
  },
};

/** Puts a backup in place of the store; the present one is backed up first. */
export const restoreCommand: Command = {
  usage: 'restore FILE',
  options: {},
  async run(context) {
    const file = context.arguments[0];
    if (!file) throw ruleViolated('argument-missing', { argument: 'FILE' });
    const core = await context.open();
    // A new machine has no owner yet: then the backup's own people are the first ones.
    const by = await commandLineActor(core).then(
      ({ personId, name }) => ({ personId, name }),
      () => ({ personId: null, name: '命令行' }),
    );
    return { status: 0, value: await core.restore({ path: resolve(file), withoutManifest: false, by }) };
  },
};

/** Checks integrity, the audit chain and every backup. Exit status 3 when something is wrong. */
export const verifyCommand: Command = {
  usage: 'verify',
  options: {},
  async run(context) {
    const core = await context.open();
    const verdict = (await core.call(
      'backup.verify',
      {},
      { actor: await commandLineActor(core) },
    )) as StoreVerdict;
    return { status: verdict.ok ? 0 : 3, value: verdict };
  },
};
