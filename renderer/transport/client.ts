import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { AppContract } from '#shared/rpc/app.contract.ts';
import { DeskError, type DeskErrorData } from '#shared/rpc/desk-error.ts';

/** Typed calls; the same on either carrier. */
export type DeskClient = ContractRouterClient<AppContract>;

/** Gives the present session's token, if there is one. */
export type TokenSource = () => string | undefined;

const headersFrom = (token: TokenSource) => (): Record<string, string> => {
  const present = token();
  return { 'x-dealer-desk': '1', ...(present ? { authorization: `Bearer ${present}` } : {}) };
};

/** Calls over HTTP: the program in a browser. `origin` like `http://127.0.0.1:5000`. */
export function httpClient(origin: string, token: TokenSource): DeskClient {
  return createORPCClient(new HttpLink({ url: `${origin}/rpc`, headers: headersFrom(token) }));
}

/** Calls over a MessagePort: the program in Electron. */
export function portClient(port: MessagePort, token: TokenSource): DeskClient {
  port.start();
  return createORPCClient(new PortLink({ port, headers: headersFrom(token) }));
}

/** What went wrong with a call, as data of ours. A carrier that is gone is `unavailable`. */
export function errorData(error: unknown): DeskErrorData {
  if (error instanceof DeskError) return error.data;
  if (error instanceof ORPCError && isDeskErrorData(error.data)) return error.data;
  if (error instanceof Error && error.name === 'AbortError') return { code: 'cancelled' };
  return { code: 'unavailable', reason: 'no-connection' };
}

const isDeskErrorData = (data: unknown): data is DeskErrorData =>
  typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string';
