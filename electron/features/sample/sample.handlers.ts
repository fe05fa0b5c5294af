import { existsSync } from 'node:fs';
import type { sampleContract } from '#shared/features/sample/sample.contract.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import { may } from '#shared/rpc/rights.ts';
import type { ActionContext, HandlersOf } from '#electron/kernel/handler.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { storeFiles, type StoreKind } from '#electron/kernel/store-file.ts';
import { findSession } from '../session/session.repository.ts';
import { createSampleFile } from './sample-file.ts';

export type SampleParts = {
  readonly dataFolder: string;
  readonly cost: PasswordCost;
  /** Which store is open. */
  readonly kind: StoreKind;
  openStore(kind: StoreKind): Promise<void>;
};

/** Anybody while there is no store; afterwards who may change its settings, with a session that is not locked. */
async function assertAllowed({ actor, reader }: ActionContext): Promise<void> {
  if ((await readSetting(reader, 'storeName')) === null) return;
  if (!actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
  const session = actor.sessionKey ? await findSession(reader, actor.sessionKey) : undefined;
  if (session?.lockedAt) throw new DeskError({ code: 'signed-out', reason: 'locked' });
  if (!may(actor.roles, 'setting.write')) throw new DeskError({ code: 'forbidden', right: 'setting.write' });
}

const isBroken = (error: unknown): boolean =>
  error instanceof DeskError &&
  error.data.code === 'storage' &&
  (error.data.reason === 'damaged' || error.data.reason === 'not-a-database');

export const sampleHandlers = (parts: SampleParts): HandlersOf<typeof sampleContract> => ({
  async create({ password, ...choice }, context) {
    if (parts.kind === 'sample') throw ruleViolated('sample-store-open');
    await assertAllowed(context);
    const { counts } = await createSampleFile(
      {
        dataFolder: parts.dataFolder,
        options: { ...choice, today: context.clock.today() },
        password,
        passwordCost: parts.cost,
      },
      { signal: context.signal },
    );
    return { counts };
  },
  async open(_input, context) {
    if (parts.kind === 'sample') return {};
    await assertAllowed(context);
    if (!existsSync(storeFiles(parts.dataFolder, 'sample').path)) throw ruleViolated('no-sample-store');
    // Made-up data: nothing to rescue, it is made anew in its place.
    await parts.openStore('sample').catch((error: unknown) => {
      throw isBroken(error) ? ruleViolated('sample-store-damaged') : error;
    });
    return {};
  },
  async leave() {
    if (parts.kind === 'sample') await parts.openStore('desk');
    return {};
  },
});
