import type { DeskErrorData } from '#shared/rpc/desk-error.ts';
import { errorData } from '#renderer/transport/client.ts';

/** What a call is refused with; undefined where it goes through. */
export const failure = (call: Promise<unknown>): Promise<DeskErrorData | undefined> =>
  call.then(() => undefined, errorData);

/** `done`, or why a call is refused: the broken rule, else the code of the error. */
export const reason = async (call: Promise<unknown>): Promise<string> => {
  const data = await failure(call);
  return data === undefined ? 'done' : 'reason' in data ? data.reason : data.code;
};

/** The same, but of what was filled in wrongly the first issue. */
export const told = async (call: Promise<unknown>): Promise<string | undefined> => {
  const data = await failure(call);
  return data?.code === 'invalid-input' ? data.issues[0]?.issue : reason(call);
};
