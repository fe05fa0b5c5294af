import { resolve } from 'node:path';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import { restoreClosedStore } from '../kernel/backup-rescue.ts';
import { systemClock } from '../kernel/clock.ts';
import type { BackupManifest, StoreVerdict } from '#shared/features/backup/backup.contract.ts';
import { commandLineActor, wanted, type Command } from './command.ts';

/** Backs the store up into a folder, for a scheduled task. Exit status 3 when some of its photos and files could not be brought. */
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
    return { status: value.attachments.missing > 0 ? 3 : 0, value };
  },
};

const nobody = { personId: null, name: '命令行' };

/** Puts a backup in place of the store; the present one is backed up first. */
export const restoreCommand: Command = {
  usage: 'restore FILE [--unverified]',
  options: { unverified: { type: 'boolean' } },
  async run(context) {
    const file = context.arguments[0];
    if (!file) throw ruleViolated('argument-missing', { argument: 'FILE' });
    const order = { path: resolve(file), withoutManifest: context.options['unverified'] === true };
    let core;
    try {
      core = await context.open();
    } catch (error) {
      // A damaged store cannot be opened; its files go aside and the backup takes their place.
      if (!(error instanceof DeskError) || error.data.code !== 'storage') throw error;
      const closed = { dataFolder: context.dataFolder, clock: systemClock() };
      return { status: 0, value: await restoreClosedStore(closed, { ...order, by: nobody }) };
    }
    // A new machine has no owner yet.
    const by = await commandLineActor(core).then(
      ({ personId, name }) => ({ personId, name }),
      () => nobody,
    );
    return { status: 0, value: await core.restore({ ...order, by }) };
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
