import { ORPCError, os } from '@orpc/server';
import { DeskError, httpStatusOf } from '#shared/rpc/desk-error.ts';
import type { Caller, CallLine } from '../kernel/door.ts';

/** What the carriers need of the program: the core, or what stands in for it while the store cannot be opened. */
export type Served = {
  readonly calls: readonly CallLine[];
  call(name: string, input: unknown, caller: Caller): Promise<unknown>;
};

/** What a carrier hands over with each call. */
export type CarrierContext = { readonly token: string | undefined };

/** The contract as an oRPC router whose every procedure is the door. */
export function routerOf(core: Served) {
  const procedure = (name: string) =>
    os.$context<CarrierContext>().handler(async ({ input, context, signal }) => {
      const caller: Caller = { token: context.token, signal };
      try {
        return await core.call(name, input, caller);
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
        const { code } = error.data;
        throw new ORPCError(code, { status: httpStatusOf[code], message: code, data: error.data });
      }
    });
  const router: Record<string, Record<string, ReturnType<typeof procedure>>> = {};
  for (const { name } of core.calls) {
    const [feature = '', verb = ''] = name.split('.');
    (router[feature] ??= {})[verb] = procedure(name);
  }
  return router;
}

/** The token of an `Authorization: Bearer …` header. */
export function tokenOf(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  return text?.startsWith('Bearer ') ? text.slice(7) : undefined;
}

/** `session.signIn` of `/rpc/session/signIn?…`; the name of no call for any other address. */
export const callNameOf = (url: string): string =>
  (url.split(/[?#]/u)[0] ?? '').replace(/^\/rpc\//u, '').replaceAll('/', '.');
