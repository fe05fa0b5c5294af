import { contextBridge, ipcRenderer } from 'electron';

/** The page's window, as far as this file needs it (electron is compiled without DOM types). */
type Page = {
  readonly location: { readonly origin: string };
  postMessage(message: string, origin: string, ports: readonly unknown[]): void;
};
const page = globalThis as unknown as Page;

/** The one bridge: it carries a port to the core and nothing else. It never changes when a call is added. */
contextBridge.exposeInMainWorld('desk', {
  kind: 'desktop',
  connect() {
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage('desk-port', null, [port2 as never]); // Electron's own MessagePort type
    page.postMessage('desk-port', page.location.origin, [port1]);
  },
});
