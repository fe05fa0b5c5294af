import { ORPCError, os } from '@orpc/server';
import { DeskError, httpStatusOf } from '#shared/rpc/desk-error.ts';
import type { Core } from '../core.ts';
import type { Caller } from '../kernel/door.ts';

/** What a carrier hands over with each call. */
export type CarrierContext = { readonly token: string | undefined };

/** The contract as an oRPC router whose every procedure is the door. */
export function routerOf(core: Core) {
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
