import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { app, dialog } from 'electron';
import type { UpdateDesktop } from '../features/update/update.handlers.ts';

/** The answer to the window goes out before the program ends. */
const endAfterMs = 1000;

/**
 * Installers are started by the installed program on Windows. Elsewhere (an AppImage is a file to be replaced, a deb needs
 * the administrator, a checkout is no installation) the program says what to do.
 */
export function desktopInstaller(platform = process.platform): UpdateDesktop | undefined {
  if (platform !== 'win32' || !app.isPackaged) return undefined;
  return {
    async chooseInstaller() {
      const { filePaths } = await dialog.showOpenDialog({
        properties: ['openFile'],
        filters: [{ name: 'dealer-desk-setup', extensions: ['exe'] }],
      });
      return filePaths[0] ?? null;
    },
    async startInstaller(path) {
      const child = spawn(path, { detached: true, stdio: 'ignore' });
      await once(child, 'spawn');
      child.unref();
      setTimeout(() => app.quit(), endAfterMs);
    },
  };
}
