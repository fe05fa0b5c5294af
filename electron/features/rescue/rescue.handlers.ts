import type { rescueContract } from '#shared/features/rescue/rescue.contract.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';

const refuse = async (): Promise<never> => {
  throw ruleViolated('store-is-fine');
};

/** With an open store there is nothing to rescue; the work is done by `electron/rescue.ts` while none is open. */
export const rescueHandlers: HandlersOf<typeof rescueContract> = {
  state: refuse,
  retry: refuse,
  restore: refuse,
  salvage: refuse,
};
