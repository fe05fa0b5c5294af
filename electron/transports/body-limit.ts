import type { SessionState } from '#shared/features/session/session.contract.ts';
import { may, rights, type Right } from '#shared/rpc/rights.ts';
import { callNameOf, tokenOf, type Served } from './router.ts';

/** What anybody may send before it is known who they are, in bytes: a form, a sign-in. */
export const smallBodyBytes = 1024 * 1024;
/** Largest request: an exported file dragged in, in bytes. */
export const largeBodyBytes = 256 * 1024 * 1024;

const isRight = (text: string): text is Right => (rights as readonly string[]).includes(text);

/** What is known of a request before its body is read. */
type RequestHead = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>> & {
    readonly authorization?: string | undefined;
  };
  readonly url?: string | undefined;
};

/**
 * How much of a request's body may be read, in bytes: before a large one is looked at, its sender must have a session that is not
 * locked and the right of the call. A body that does not tell its length counts as small. undefined: refuse it unread.
 */
export async function bodyLimitOf(
  served: Served,
  { headers, url = '' }: RequestHead,
): Promise<number | undefined> {
  if (Number(headers['content-length'] ?? 0) <= smallBodyBytes) return smallBodyBytes;
  const name = callNameOf(url);
  const right = served.calls.find((call) => call.name === name)?.right ?? '';
  if (!isRight(right)) return undefined;
  const asked = served.call('session.state', {}, { token: tokenOf(headers.authorization) });
  const { stage, me } = (await asked) as SessionState; // the contract's output
  return stage === 'signed-in' && me && may(me.roles, right) ? largeBodyBytes : undefined;
}
