import { renameSync, rmSync } from 'node:fs';
import { attachmentStore } from '#electron/kernel/attachment-store.ts';
import { openDatabase } from '#electron/kernel/database.ts';
import { migrate } from '#electron/kernel/migrate.ts';
import { hashSecret, type PasswordCost } from '#electron/kernel/password.ts';
import { writeSetting } from '#electron/kernel/settings.ts';
import { storeFiles } from '#electron/kernel/store-file.ts';
import { saveAccount } from '../session/session.repository.ts';
import type { SampleTotals } from './sample-totals.ts';
import { sampleStoreName, type SampleOptions } from './sample-world.ts';
import { writeSample, type SampleWriting } from './sample-writer.ts';

export type SampleFileOrder = {
  readonly dataFolder: string;
  readonly options: SampleOptions;
  /** Password of the owner, who is the only one with an account: there is no default account. */
  readonly password: string;
  readonly passwordCost: PasswordCost;
};

function removeDatabase(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
}

/**
 * Makes the sample store's own file `sample.db`: under another name first, put in place when it is whole. Must not be open.
 * Errors: those of writeSample; an earlier sample store then stays as it was.
 */
export async function createSampleFile(
  order: SampleFileOrder,
  writing: SampleWriting = {},
): Promise<SampleTotals> {
  const { path, attachmentFolder } = storeFiles(order.dataFolder, 'sample');
  const fresh = `${path}.new`;
  removeDatabase(fresh);
  try {
    const passwordHash = await hashSecret(order.password, order.passwordCost);
    await migrate(fresh);
    const database = openDatabase(fresh);
    let totals: SampleTotals;
    try {
      const attachments = attachmentStore(attachmentFolder);
      totals = await writeSample({ database, attachments }, order.options, writing);
      await database.write(async (writer) => {
        await writeSetting(writer, 'storeName', sampleStoreName);
        await writeSetting(writer, 'language', 'zh-CN');
        await writeSetting(writer, 'backupFolder', '');
        // The owner is the first person of the sample.
        await saveAccount(writer, {
          personId: 1,
          login: order.options.ownerName,
          roles: JSON.stringify(['owner']),
          passwordHash,
          pinHash: null,
          recoveryHash: null,
          language: 'zh-CN',
          active: 1,
          failures: 0,
          blockedUntil: null,
          lastSignInAt: null,
        });
      });
    } finally {
      await database.close();
    }
    removeDatabase(path);
    renameSync(fresh, path);
    return totals;
  } finally {
    removeDatabase(fresh);
  }
}
