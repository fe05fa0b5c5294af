import type { sessionContract } from '#shared/features/session/session.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { hashSecret, newRecoveryCode, type PasswordCost } from '#electron/kernel/password.ts';
import { accountOf, openSession } from './session.entry.ts';
import { prove, proveByName } from './session.prove.ts';
import { patchAccount } from './session.repository.ts';

type Secrets = Pick<HandlersOf<typeof sessionContract>, 'recover' | 'changePassword' | 'setPin'>;

/** Password, PIN and recovery code of a person, each changed by proving another. */
export const secretHandlers = (cost: PasswordCost): Secrets => ({
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
    const own = await accountOf(context);
    const account = await prove(context, own, old, own.passwordHash, 'old', cost);
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
    const own = await accountOf(context);
    const account = await prove(context, own, password, own.passwordHash, 'password', cost);
    const pinHash = await hashSecret(pin, cost);
    await context.write(async ({ writer }) => patchAccount(writer, account.personId, { pinHash }), {
      personId: account.personId,
      name: account.name,
    });
    return {};
  },
});
