import { app, dialog } from 'electron';
import { fileURLToPath } from 'node:url';
import { openCore, type Core } from './core.ts';
import { dataOf, sentenceOf } from './command-line/output.ts';
import { defaultDataFolder } from './command-line/data-folder.ts';
import { registerPageScheme, servePage } from './desktop/page-protocol.ts';
import { hardenSessions, openMainWindow } from './desktop/window.ts';
import { acceptWindowPorts } from './transports/window-port.ts';

/** Electron's entry: composition only. */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let core: Core | undefined;

async function start(): Promise<void> {
  await app.whenReady();
  hardenSessions();
  servePage(at('../renderer'));
  try {
    core = await openCore({ dataFolder: process.env['DESK_DATA'] ?? defaultDataFolder() });
  } catch (error) {
    // No window can be shown without the store: one plain sentence, and the files stay as they are.
    dialog.showErrorBox(
      '经营台 Dealer Desk',
      sentenceOf(dataOf(error), app.getLocale().startsWith('zh') ? 'zh-CN' : 'en'),
    );
    app.exit(1);
    return;
  }
  const opened = core;
  acceptWindowPorts(() => opened);
  openMainWindow(at('../preload/preload.cjs'));
}

registerPageScheme();
if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!core) return;
    const closing = core;
    core = undefined;
    event.preventDefault();
    void closing.close().finally(() => app.quit());
  });
  void start();
} else {
  app.quit();
}
