import type { sessionContract, SignedIn } from '#shared/features/session/session.contract.ts';
import { sessionHours } from '#shared/features/session/session.rules.ts';
import { DeskError, invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { ActionContext, HandlersOf, OpenQueryContext, Telling } from '#electron/kernel/handler.ts';
import type { Writer } from '#electron/kernel/database.ts';
import {
  hashSecret,
  newRecoveryCode,
  newToken,
  tokenHash,
  type PasswordCost,
} from '#electron/kernel/password.ts';
import { readSetting, writeSetting } from '#electron/kernel/settings.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { departmentRecord } from '../department/department.record.ts';
import { personRecord } from '../person/person.record.ts';
import { mustBePasswordDay, plusSeconds, prove, proveByName } from './session.prove.ts';
import {
  assertOwnerStays,
  findAccount,
  findAccountByLogin,
  findSession,
  listAccounts,
  meOf,
  patchAccount,
  saveAccount,
  type Account,
} from './session.repository.ts';

export type SessionParts = {
  readonly cost: PasswordCost;
  readonly version: string;
  /** The demonstration store is open. */
  readonly sample: boolean;
};

/** A session row for a person who has just proven who they are. */
async function openSession(writer: Writer, account: Account, now: string): Promise<SignedIn> {
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

export function sessionHandlers({ cost, version, sample }: SessionParts): HandlersOf<typeof sessionContract> {
  const known = async (context: ActionContext): Promise<Account> => {
    const account = context.actor ? await findAccount(context.reader, context.actor.personId) : undefined;
    if (!account) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
    return account;
  };
  const setSecret = async (
    context: ActionContext,
    account: Account,
    patch: Parameters<typeof patchAccount>[2],
  ): Promise<void> => {
    await context.write(async ({ writer }) => patchAccount(writer, account.personId, patch), {
      personId: account.personId,
      name: account.name,
    });
  };

  return {
    async state(_input, context) {
      const { actor, reader, clock } = context as OpenQueryContext;
      const storeName = await readSetting(reader, 'storeName');
      const account = actor ? await findAccount(reader, actor.personId) : undefined;
      const session = actor?.sessionKey ? await findSession(reader, actor.sessionKey) : undefined;
      const stage =
        storeName === null
          ? 'first-run'
          : !account
            ? 'signed-out'
            : session?.lockedAt
              ? 'locked'
              : 'signed-in';
      const language =
        account?.language ?? ((await readSetting(reader, 'language')) === 'en' ? 'en' : 'zh-CN');
      const idleMinutes = Number((await readSetting(reader, 'idleMinutes')) ?? 15);
      return {
        stage,
        storeName,
        sample,
        language,
        me: account ? meOf(account) : null,
        today: clock.today(),
        version,
        idleMinutes,
      };
    },

    async setUp(input, context) {
      if ((await readSetting(context.reader, 'storeName')) !== null) throw ruleViolated('store-exists');
      const recoveryCode = newRecoveryCode();
      const [passwordHash, recoveryHash] = [
        await hashSecret(input.password, cost),
        await hashSecret(recoveryCode, cost),
      ];
      const { result } = await context.write(
        async (transaction) => {
          const { writer } = transaction;
          if ((await readSetting(writer, 'storeName')) !== null) throw ruleViolated('store-exists');
          await writeSetting(writer, 'storeName', input.storeName);
          await writeSetting(writer, 'language', input.language);
          await writeSetting(writer, 'backupFolder', input.backupFolder);
          const actor = {
            personId: 0,
            name: input.ownerName,
            roles: ['owner'] as const,
            language: input.language,
            sessionKey: '',
          };
          const create = { ...context, ...transaction, actor };
          const office = input.language === 'en' ? 'Management' : '总经办';
          const departmentId = await createRecord(create, departmentRecord, {
            name: office,
            code: null,
            parentId: null,
            leaderId: null,
            note: null,
          });
          const personId = await createRecord(create, personRecord, {
            name: input.ownerName,
            code: null,
            departmentId,
            postId: null,
            phone: null,
            hiredOn: null,
            leftOn: null,
            note: null,
          });
          await saveAccount(writer, {
            personId,
            login: input.ownerName,
            roles: JSON.stringify(['owner']),
            passwordHash,
            pinHash: null,
            recoveryHash,
            language: input.language,
            active: 1,
            failures: 0,
            blockedUntil: null,
            lastSignInAt: null,
          });
          const account = await findAccount(writer, personId);
          if (!account) throw notFound('person', personId);
          return openSession(writer, account, context.clock.now());
        },
        { personId: null, name: input.ownerName },
      );
      return { ...result, recoveryCode };
    },

    async signIn({ login, password }, context) {
      const account = await proveByName(context, login, { kind: 'password', text: password }, cost);
      const { result } = await context.write(
        async ({ writer }) => openSession(writer, account, context.clock.now()),
        {
          personId: account.personId,
          name: account.name,
        },
      );
      return result;
    },

    async unlock({ pin, password }, context) {
      const account = await known(context);
      const session = context.actor ? await findSession(context.reader, context.actor.sessionKey) : undefined;
      if (pin !== undefined) {
        mustBePasswordDay(context, session);
        await prove(context, account, pin, account.pinHash, 'pin', cost);
      } else {
        await prove(context, account, password ?? '', account.passwordHash, 'password', cost);
      }
      await context.write(async ({ writer }) => {
        await patchAccount(writer, account.personId, { failures: 0, blockedUntil: null });
        await writer
          .updateTable('session')
          .set({ lockedAt: null, seenAt: context.clock.now() })
          .where('tokenHash', '=', context.actor?.sessionKey ?? '')
          .execute();
      });
      return { me: meOf(account) };
    },

    async lock(_input, { writer, actor, clock }) {
      await writer
        .updateTable('session')
        .set({ lockedAt: clock.now() })
        .where('tokenHash', '=', actor.sessionKey)
        .execute();
      return {};
    },

    async signOut(_input, { writer, actor }) {
      await writer.deleteFrom('session').where('tokenHash', '=', actor.sessionKey).execute();
      return {};
    },

    async recover({ login, recoveryCode, password }, context) {
      const code = { kind: 'recoveryCode', text: recoveryCode.toUpperCase() } as const;
      const account = await proveByName(context, login, code, cost);
      const nextCode = newRecoveryCode();
      const patch = {
        passwordHash: await hashSecret(password, cost),
        recoveryHash: await hashSecret(nextCode, cost),
      };
      const { result } = await context.write(
        async ({ writer }) => {
          await patchAccount(writer, account.personId, patch);
          await writer.deleteFrom('session').where('personId', '=', account.personId).execute();
          return openSession(writer, account, context.clock.now());
        },
        { personId: account.personId, name: account.name },
      );
      return { ...result, recoveryCode: nextCode };
    },

    async changePassword({ old, password }, context) {
      const account = await prove(
        context,
        await known(context),
        old,
        (await known(context)).passwordHash,
        'old',
        cost,
      );
      const passwordHash = await hashSecret(password, cost);
      await context.write(async ({ writer }) => {
        await patchAccount(writer, account.personId, { passwordHash });
        // Whoever came in with the old password is out.
        await writer
          .deleteFrom('session')
          .where('personId', '=', account.personId)
          .where('tokenHash', '!=', context.actor?.sessionKey ?? '')
          .execute();
      });
      return {};
    },

    async setPin({ password, pin }, context) {
      const account = await prove(
        context,
        await known(context),
        password,
        (await known(context)).passwordHash,
        'password',
        cost,
      );
      await setSecret(context, account, { pinHash: await hashSecret(pin, cost) });
      return {};
    },

    async setLanguage({ language }, { writer, actor }) {
      await patchAccount(writer, actor.personId, { language });
      return {};
    },

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
      const passwordHash = input.password
        ? await hashSecret(input.password, cost)
        : (old?.passwordHash ?? '');
      await context.write(async (transaction) => saveOne(transaction, context, input, old, passwordHash));
      return {};
    },
  };
}

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
