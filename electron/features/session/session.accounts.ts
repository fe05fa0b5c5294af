import type { sessionContract } from '#shared/features/session/session.contract.ts';
import { invalidField, notFound } from '#shared/rpc/desk-error.ts';
import type { ActionContext, HandlersOf, Telling } from '#electron/kernel/handler.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { hashSecret, type PasswordCost } from '#electron/kernel/password.ts';
import {
  assertOwnerStays,
  findAccount,
  findAccountByLogin,
  listAccounts,
  saveAccount,
  type Account,
} from './session.repository.ts';

type Accounts = Pick<HandlersOf<typeof sessionContract>, 'accounts' | 'saveAccount'>;

/** Who may sign in, with which roles. */
export const accountHandlers = (cost: PasswordCost): Accounts => ({
  async accounts(_input, { reader }) {
    return (await listAccounts(reader)).map(({ personId, name, login, roles, active, lastSignInAt }) => ({
      personId,
      name,
      login,
      roles,
      active,
      lastSignInAt,
    }));
  },

  async saveAccount(input, context) {
    const old = await findAccount(context.reader, input.personId);
    if (!old && !input.password) throw invalidField('password', 'required');
    const passwordHash = input.password ? await hashSecret(input.password, cost) : (old?.passwordHash ?? '');
    await context.write(async (transaction) => saveOne(transaction, context, input, old, passwordHash));
    return {};
  },
});

type SaveInput = { personId: number; login: string; roles: readonly string[]; active: boolean };

/** Writes an account; the last active owner stays, a login belongs to one person. */
async function saveOne(
  { writer, changed, tell }: Telling & { writer: Writer },
  context: ActionContext,
  input: SaveInput,
  old: Account | undefined,
  passwordHash: string,
): Promise<void> {
  const holder = await findAccountByLogin(writer, input.login);
  if (holder && holder.personId !== input.personId) throw invalidField('login', 'taken');
  const person = await writer
    .selectFrom('person')
    .select('id')
    .where('id', '=', input.personId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!person) throw notFound('person', input.personId);
  await saveAccount(writer, {
    personId: input.personId,
    login: input.login,
    roles: JSON.stringify(input.roles),
    passwordHash,
    pinHash: old?.pinHash ?? null,
    recoveryHash: old?.recoveryHash ?? null,
    language: old?.language ?? context.actor?.language ?? 'zh-CN',
    active: input.active ? 1 : 0,
    failures: 0,
    blockedUntil: null,
    lastSignInAt: old?.lastSignInAt ?? null,
  });
  await assertOwnerStays(writer);
  if (!input.active || passwordHash !== old?.passwordHash)
    await writer.deleteFrom('session').where('personId', '=', input.personId).execute();
  tell('roles', input.roles);
  changed({
    feature: 'person',
    id: input.personId,
    changes: [{ field: 'account', before: old?.roles.join(' ') ?? null, after: input.roles.join(' ') }],
  });
}
