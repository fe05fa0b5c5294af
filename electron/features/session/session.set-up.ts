import type { sessionContract } from '#shared/features/session/session.contract.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { hashSecret, newRecoveryCode, type PasswordCost } from '#electron/kernel/password.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { readSetting, writeSetting } from '#electron/kernel/settings.ts';
import { departmentRecord } from '../department/department.record.ts';
import { personRecord } from '../person/person.record.ts';
import { openSession } from './session.entry.ts';
import { findAccount, saveAccount } from './session.repository.ts';

type SetUp = Pick<HandlersOf<typeof sessionContract>, 'setUp'>;

/** First run: the store, its first department and its owner, with one recovery code to be printed. */
export const setUpHandlers = (cost: PasswordCost): SetUp => ({
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
});
