import type { backupContract } from '#shared/features/backup/backup.contract.ts';
import type { AttachmentStore } from '#electron/kernel/attachment-store.ts';
import { attachmentFaultsOfBackups } from '#electron/kernel/backup-attachments.ts';
import { checkBackup } from '#electron/kernel/backup-check.ts';
import type { Restored, RestoreOrder } from '#electron/kernel/backup-exchange.ts';
import type { Backups } from '#electron/kernel/backup-service.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { verifyStore } from '#electron/kernel/store-verdict.ts';

export type BackupHandlerParts = {
  readonly database: DeskDatabase;
  readonly attachments: AttachmentStore;
  readonly backups: Backups;
  restore(order: RestoreOrder): Promise<Restored>;
};

export const backupHandlers = (parts: BackupHandlerParts): HandlersOf<typeof backupContract> => ({
  state: async () => parts.backups.state(),
  async run({ toFolder }, context) {
    // The audit row comes first, so that the backup contains the word of its own making.
    await context.write(async (transaction) => transaction.tell('folder', toFolder));
    return parts.backups.run('manual', toFolder);
  },
  async check({ path }) {
    const { problem, manifest } = await checkBackup(path);
    return { problem, manifest, attachments: await attachmentFaultsOfBackups()(path) };
  },
  verify: async () => verifyStore(parts),
  async restore({ path, withoutManifest }, { actor }) {
    const by = { personId: actor?.personId ?? null, name: actor?.name ?? '' };
    return parts.restore({ path, withoutManifest, by });
  },
});
