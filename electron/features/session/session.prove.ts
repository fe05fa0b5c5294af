import { delayAfterFailures } from '#shared/features/session/session.rules.ts';
import { dayOfInstant } from '#shared/kernel/day.ts';
import { DeskError, invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import type { ActionContext } from '#electron/kernel/handler.ts';
import { hashSecret, secretMatches, type PasswordCost } from '#electron/kernel/password.ts';
import { findAccount, findSession, patchAccount, type Account } from './session.repository.ts';
import type { SessionTable } from './session.table.ts';

export const plusSeconds = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** One proof at a time: attempts sent side by side must not share one count of failures, nor take 128 MB each. */
let lastProof: Promise<unknown> = Promise.resolve();

/** Checks a secret with growing delays; the failure is counted in the database before it is told. */
export function prove(...proof: Parameters<typeof proveNow>): Promise<Account> {
  const turn = lastProof.then(() => proveNow(...proof));
  lastProof = turn.catch(() => undefined);
  return turn;
}

async function proveNow(
  context: ActionContext,
  found: Account | undefined,
  secret: string,
  hash: string | null | undefined,
  field: string,
  cost: PasswordCost,
): Promise<Account> {
  const now = context.clock.now();
  // Read anew: an attempt before this one may have failed while this one waited for its turn.
  const account = found && (await findAccount(context.reader, found.personId));
  if (account?.blockedUntil && account.blockedUntil > now) {
    throw ruleViolated('too-many-failures', {
      seconds: Math.ceil((Date.parse(account.blockedUntil) - Date.parse(now)) / 1000),
    });
  }
  // An unknown login costs as much time as a known one.
  const right = hash ? await secretMatches(secret, hash) : (await hashSecret(secret, cost), false);
  if (account && right && account.active) return account;
  if (account) {
    const failures = account.failures + 1;
    const delay = delayAfterFailures(failures);
    await context.write(
      async ({ writer, tell }) => {
        tell('failed', true);
        await patchAccount(writer, account.personId, {
          failures,
          blockedUntil: delay > 0 ? plusSeconds(now, delay) : null,
        });
      },
      { personId: account.personId, name: account.name },
    );
  }
  throw invalidField(field, 'wrong-secret');
}

/** A PIN serves only in a session that a password opened today. Error: `pin-needs-password-today`. */
export function mustBePasswordDay(
  { clock }: Pick<ActionContext, 'clock'>,
  session: SessionTable | undefined,
): void {
  if (!session || dayOfInstant(session.openedAt, storeOffsetMinutes) !== clock.today())
    throw ruleViolated('pin-needs-password-today');
}

type SecretGiven = { readonly password?: string | undefined; readonly pin?: string | undefined };

/**
 * The signed-in person proves once more who they are: before a signature. Errors: wrong-secret beside `secret.password` or
 * `secret.pin`, too-many-failures, `pin-needs-password-today`.
 */
export async function proveAgain(
  context: ActionContext,
  secret: SecretGiven,
  cost: PasswordCost,
): Promise<Account> {
  const account = context.actor ? await findAccount(context.reader, context.actor.personId) : undefined;
  if (!account) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
  return proveAccount(context, account, secret, cost);
}

/** Somebody proves on another person's screen who they are. Errors: as above, `person-without-account`. */
export async function provePerson(
  context: ActionContext,
  personId: number,
  secret: SecretGiven,
  cost: PasswordCost,
): Promise<Account> {
  const account = await findAccount(context.reader, personId);
  if (!account?.active) throw ruleViolated('person-without-account');
  return proveAccount(context, account, secret, cost);
}

async function proveAccount(
  context: ActionContext,
  account: Account,
  secret: SecretGiven,
  cost: PasswordCost,
): Promise<Account> {
  if (secret.pin === undefined)
    return prove(context, account, secret.password ?? '', account.passwordHash, 'secret.password', cost);
  mustBePasswordDay(context, await findSession(context.reader, context.actor?.sessionKey ?? ''));
  return prove(context, account, secret.pin, account.pinHash, 'secret.pin', cost);
}
