import { ipcMain } from 'electron';
import { isPageAddress } from '../desktop/page-protocol.ts';
import { servePort } from './port.ts';
import type { Served } from './router.ts';

/** Channel on which a window's preload hands over its port. */
const portChannel = 'desk-port';

/** Accepts a MessagePort from our own page's top frame, and from nobody else. */
export function acceptWindowPorts(core: () => Served): void {
  ipcMain.on(portChannel, (event) => {
    const frame = event.senderFrame;
    const [port] = event.ports;
    if (!port) return;
    if (!frame || frame.parent !== null || !isPageAddress(frame.url)) {
      port.close();
      return;
    }
    servePort(core(), port);
    port.start();
  });
}
