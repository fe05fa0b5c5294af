import { delayAfterFailures } from '#shared/features/session/session.rules.ts';
import { dayOfInstant } from '#shared/kernel/day.ts';
import { DeskError, invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import type { ActionContext } from '#electron/kernel/handler.ts';
import { hashSecret, secretMatches, type PasswordCost } from '#electron/kernel/password.ts';
import {
  findAccount,
  findAccountByLogin,
  findSession,
  patchAccount,
  type Account,
} from './session.repository.ts';
import type { SessionTable } from './session.table.ts';

export const plusSeconds = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** One proof at a time: attempts sent side by side must not share one count of failures, nor take 128 MB each. */
let lastProof: Promise<unknown> = Promise.resolve();

type Attempts = { readonly failures: number; readonly blockedUntil: string | null };

/** Failures with names that nobody has: they are answered like the others. Of the latest names, while the store is open. */
const strangers = new WeakMap<ActionContext['reader'], Map<string, Attempts>>();
const mostStrangers = 1000;

function strangersOf({ reader }: ActionContext): Map<string, Attempts> {
  const known = strangers.get(reader) ?? new Map<string, Attempts>();
  strangers.set(reader, known);
  return known;
}

function countStranger(context: ActionContext, login: string, attempts: Attempts): void {
  const known = strangersOf(context);
  known.delete(login);
  known.set(login, attempts);
  const [oldest] = known.keys();
  if (known.size > mostStrangers && oldest !== undefined) known.delete(oldest);
}

/** Checks a secret with growing delays; the failure is counted in the database before it is told. */
export function prove(...proof: Parameters<typeof proveNow>): Promise<Account> {
  const turn = lastProof.then(() => proveNow(...proof));
  lastProof = turn.catch(() => undefined);
  return turn;
}

/** Proves who signs in by name. A name that nobody has gets the same answers, after the same work and with the same delays. */
export async function proveByName(
  context: ActionContext,
  login: string,
  secret: { readonly kind: 'password' | 'recoveryCode'; readonly text: string },
  cost: PasswordCost,
): Promise<Account> {
  const found = await findAccountByLogin(context.reader, login);
  const hash = secret.kind === 'password' ? found?.passwordHash : found?.recoveryHash;
  return prove(context, found ?? login, secret.text, hash, secret.kind, cost);
}

async function proveNow(
  context: ActionContext,
  found: Account | string,
  secret: string,
  hash: string | null | undefined,
  field: string,
  cost: PasswordCost,
): Promise<Account> {
  const now = context.clock.now();
  // Read anew: an attempt before this one may have failed while this one waited for its turn.
  const account = typeof found === 'string' ? undefined : await findAccount(context.reader, found.personId);
  const before: Attempts | undefined = typeof found === 'string' ? strangersOf(context).get(found) : account;
  if (before?.blockedUntil && before.blockedUntil > now) {
    throw ruleViolated('too-many-failures', {
      seconds: Math.ceil((Date.parse(before.blockedUntil) - Date.parse(now)) / 1000),
    });
  }
  // An unknown login costs as much time as a known one.
  const right = hash ? await secretMatches(secret, hash) : (await hashSecret(secret, cost), false);
  if (account && right && account.active) return account;
  const failures = (before?.failures ?? 0) + 1;
  const delay = delayAfterFailures(failures);
  const attempts: Attempts = { failures, blockedUntil: delay > 0 ? plusSeconds(now, delay) : null };
  if (typeof found === 'string') countStranger(context, found, attempts);
  // What was typed as a name is not kept: it may be a password in the wrong field.
  await context.write(
    async ({ writer, tell }) => {
      tell('failed', true);
      if (account) await patchAccount(writer, account.personId, attempts);
    },
    account ? { personId: account.personId, name: account.name } : { personId: null, name: '' },
  );
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
