import type { sessionContract } from '#shared/features/session/session.contract.ts';
import type { DamageWatch } from '#electron/kernel/damage-watch.ts';
import type { HandlersOf, OpenQueryContext } from '#electron/kernel/handler.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { accountHandlers } from './session.accounts.ts';
import { accountOf, openSession } from './session.entry.ts';
import { mustBePasswordDay, prove, proveByName } from './session.prove.ts';
import { findAccount, findSession, meOf, patchAccount } from './session.repository.ts';
import { secretHandlers } from './session.secrets.ts';
import { setUpHandlers } from './session.set-up.ts';

export type SessionParts = {
  readonly cost: PasswordCost;
  readonly version: string;
  /** The demonstration store is open. */
  readonly sample: boolean;
  readonly damage: DamageWatch;
};

/** Sessions begin, rest and end here; the store's set-up, secrets and accounts have files of their own. */
export function sessionHandlers({
  cost,
  version,
  sample,
  damage,
}: SessionParts): HandlersOf<typeof sessionContract> {
  return {
    ...setUpHandlers(cost),
    ...secretHandlers(cost),
    ...accountHandlers(cost),

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
        ...(damage.found ? { damaged: true as const } : {}),
        storeName,
        sample,
        language,
        me: account ? meOf(account) : null,
        today: clock.today(),
        version,
        idleMinutes,
      };
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
      const account = await accountOf(context);
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

    async setLanguage({ language }, { writer, actor }) {
      await patchAccount(writer, actor.personId, { language });
      return {};
    },
  };
}
