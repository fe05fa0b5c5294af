import { app, dialog } from 'electron';
import { fileURLToPath } from 'node:url';
import { dataOf, sentenceOf } from './command-line/output.ts';
import { defaultDataFolder } from './command-line/data-folder.ts';
import { openDesk, type Desk } from './desk.ts';
import { desktopInstaller } from './desktop/installer.ts';
import { registerPageScheme, servePage } from './desktop/page-protocol.ts';
import { inUtilityProcess } from './desktop/utility-process.ts';
import { hardenSessions, openMainWindow } from './desktop/window.ts';
import { reportFiles } from './reports/report-files.ts';
import { acceptWindowPorts } from './transports/window-port.ts';

/** Electron's entry: composition only. */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let desk: Desk | undefined;

async function start(): Promise<void> {
  await app.whenReady();
  hardenSessions();
  servePage(at('../renderer'));
  const language = app.getLocale().startsWith('zh') ? 'zh-CN' : 'en';
  let opened: Desk;
  try {
    const desktop = desktopInstaller();
    opened = await openDesk({
      dataFolder: process.env['DESK_DATA'] ?? defaultDataFolder(),
      language,
      reports: { ...reportFiles(), place: inUtilityProcess },
      ...(desktop ? { desktop } : {}),
    });
  } catch (error) {
    // Another process holds the data, or the folder cannot be made: one plain sentence, and the files stay as they are.
    dialog.showErrorBox('经营台 Dealer Desk', sentenceOf(dataOf(error), language));
    app.exit(1);
    return;
  }
  desk = opened;
  acceptWindowPorts(() => opened);
  openMainWindow(at('../preload/preload.cjs'));
}

registerPageScheme();
if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!desk) return;
    const closing = desk;
    desk = undefined;
    event.preventDefault();
    void closing.close().finally(() => app.quit());
  });
  void start();
} else {
  app.quit();
}
