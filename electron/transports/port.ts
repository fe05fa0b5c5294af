import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { routerOf, tokenOf, type CarrierContext, type Served } from './router.ts';

/** Answers calls that arrive on a MessagePort: Electron's window, or a test. */
export function servePort(core: Served, port: SupportedMessagePort): void {
  const handler = new RPCHandler<CarrierContext>(routerOf(core), {
    interceptors: [
      (options) =>
        options.next({ ...options, context: { token: tokenOf(options.request.headers['authorization']) } }),
    ],
  });
  handler.upgrade(port, { context: { token: undefined } });
}
