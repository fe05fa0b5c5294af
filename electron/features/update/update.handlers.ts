import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { updateContract } from '#shared/features/update/update.contract.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { copyToPart, sha256OfFile } from '#electron/kernel/sync-file.ts';
import { checkInstaller } from './installer-file.ts';

/** What a desktop can do for an update; a browser cannot. */
export type UpdateDesktop = {
  /** The system's dialog for one file; null when it was closed. */
  chooseInstaller(): Promise<string | null>;
  /** Starts the installer and ends the program soon after. */
  startInstaller(path: string): Promise<void>;
};

export type UpdateParts = {
  readonly version: string;
  /** Where the installer is copied to: what was checked is what is started, even if the stick is pulled out. */
  readonly folder: string;
  readonly desktop: UpdateDesktop | undefined;
  backupBefore(): Promise<unknown>;
};

export function updateHandlers(parts: UpdateParts): HandlersOf<typeof updateContract> {
  const { version, desktop } = parts;
  const present = { version, platform: process.platform, arch: process.arch };
  const theDesktop = (): UpdateDesktop => {
    if (!desktop) throw new DeskError({ code: 'unavailable', reason: 'no-desktop' });
    return desktop;
  };
  return {
    state: async () => ({ version, starts: desktop !== undefined }),
    choose: async () => ({ path: await theDesktop().chooseInstaller() }),
    check: async ({ path }) => checkInstaller(path, present),
    async install({ path, sha256 }, context) {
      const { startInstaller } = theDesktop();
      const found = await checkInstaller(path, present);
      if (found.sha256 !== sha256) throw ruleViolated('update-checksum-differs');
      await mkdir(parts.folder, { recursive: true });
      const copy = join(parts.folder, found.fileName);
      const part = await copyToPart(path, copy);
      if ((await sha256OfFile(part)) !== sha256) throw ruleViolated('update-checksum-differs');
      await rename(part, copy);
      // The audit row comes first, so that the backup contains it.
      await context.write(async (transaction) => transaction.tell('version', found.version));
      await parts.backupBefore();
      await startInstaller(copy);
      return { version: found.version };
    },
  };
}
