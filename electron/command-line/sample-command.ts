import { sampleChoice } from '#shared/features/sample/sample.contract.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { newRecoveryCode } from '../kernel/password.ts';
import { writeSampleExports } from '../features/sample/export/sample-exports.ts';
import { sampleDefaults } from '../features/sample/sample-world.ts';
import { commandLineActor, numberOption, type Command } from './command.ts';

/**
 * Makes the sample store's own file; `--files DIR` writes the same store as the export files of other systems as well.
 */
export const sampleCommand: Command = {
  usage:
    'sample [--customers N] [--years N] [--seed N] [--owner NAME] [--files DIR]   (DESK_PASSWORD, else a random one is told)',
  options: {
    customers: { type: 'string' },
    years: { type: 'string' },
    seed: { type: 'string' },
    owner: { type: 'string' },
    files: { type: 'string' },
  },
  async run(context) {
    const owner = context.options['owner'];
    const files = context.options['files'];
    const parsed = sampleChoice.safeParse({
      customers: numberOption(context, 'customers', sampleDefaults.customers),
      years: numberOption(context, 'years', sampleDefaults.years),
      seed: numberOption(context, 'seed', sampleDefaults.seed),
      ownerName: typeof owner === 'string' && owner !== '' ? owner : sampleDefaults.ownerName,
    });
    if (!parsed.success)
      throw ruleViolated('bad-option', { text: '--customers 10–200000, --years 1–10, --seed 0–2147483647' });
    const choice = parsed.data;
    const folder = typeof files === 'string' && files !== '' ? files : undefined;
    // Without a password of the caller's the demonstration owner gets a random one, told once.
    const chosen = context.environment['DESK_PASSWORD'];
    const password = chosen ?? newRecoveryCode();
    const core = await context.open();
    const value: Record<string, unknown> = { owner: choice.ownerName, today: core.clock.today() };
    if (!chosen) value['password'] = password;
    const store = await core.database.reader
      .selectFrom('account')
      .select('personId')
      .limit(1)
      .executeTakeFirst();
    const caller = store ? { actor: await commandLineActor(core) } : {};
    Object.assign(value, await core.call('sample.create', { ...choice, password }, caller));
    if (folder) value['files'] = await writeSampleExports(folder, { ...choice, today: core.clock.today() });
    return { status: 0, value };
  },
};
