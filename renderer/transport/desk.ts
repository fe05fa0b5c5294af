import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { httpClient, portClient, type DeskClient } from './client.ts';
import { sessionToken } from './session-token.ts';

/** Electron: preload hands over a MessagePort in answer to `connect`. */
function portFromBridge(): Promise<MessagePort> {
  return new Promise((resolve) => {
    window.addEventListener('message', (event) => {
      const port = event.source === window && event.data === 'desk-port' ? event.ports[0] : undefined;
      if (port) resolve(port);
    });
    window.desk?.connect();
  });
}

/** Typed calls for the screens, on whichever carrier this window has. */
export const desk: DeskClient = window.desk
  ? portClient(await portFromBridge(), sessionToken.get)
  : httpClient(window.location.origin, sessionToken.get);

/** The calls as TanStack Query options; used in `*.queries` files only. */
export const calls: RouterUtils<DeskClient> = createTanstackQueryUtils(desk);
