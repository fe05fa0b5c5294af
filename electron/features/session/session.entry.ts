import type { SignedIn } from '#shared/features/session/session.contract.ts';
import { sessionHours } from '#shared/features/session/session.rules.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { ActionContext } from '#electron/kernel/handler.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { newToken, tokenHash } from '#electron/kernel/password.ts';
import { plusSeconds } from './session.prove.ts';
import { findAccount, meOf, patchAccount, type Account } from './session.repository.ts';

/** A session row for a person who has just proven who they are. */
export async function openSession(writer: Writer, account: Account, now: string): Promise<SignedIn> {
  const token = newToken();
  await writer.deleteFrom('session').where('expiresAt', '<', now).execute();
  await writer
    .insertInto('session')
    .values({
      tokenHash: tokenHash(token),
      personId: account.personId,
      openedAt: now,
      seenAt: now,
      expiresAt: plusSeconds(now, sessionHours * 3600),
      lockedAt: null,
    })
    .execute();
  await patchAccount(writer, account.personId, { failures: 0, blockedUntil: null, lastSignInAt: now });
  return { token, me: meOf(account) };
}

/** The account of the person whose session calls. Error: `signed-out` no-session. */
export async function accountOf(context: ActionContext): Promise<Account> {
  const account = context.actor ? await findAccount(context.reader, context.actor.personId) : undefined;
  if (!account) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
  return account;
}
