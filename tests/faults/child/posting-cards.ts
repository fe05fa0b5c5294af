import { openCore } from '#electron/core.ts';
import type { CardView, IssuedCards } from '#shared/features/partner/partner-card.contract.ts';
import { ownerActor } from '#tests/support/actor.ts';

/**
 * Issues, redeems and reverses partner cards through the door, in rounds, and prints a line with the receipt or key after each was
 * acknowledged. Runs until it is killed. Arguments: data folder, round, agreement, customer.
 */
const [, , folder = '', round = '0', agreement = '0', customer = '0'] = process.argv;
const core = await openCore({ dataFolder: folder, ballastBytes: 0 });
const onDay = core.clock.today();
let step = 0;
const fresh = (): string => `K${round}-${(step += 1)}`;

async function run<Answer>(verb: string, name: string, input: object): Promise<Answer> {
  const answer = await core.call(`partnerCard.${verb}`, input, { actor: ownerActor });
  process.stdout.write(`${verb} ${name}\n`);
  return answer as Answer; // what the contract says
}

for (;;) {
  const key = fresh();
  const { cards } = await run<IssuedCards>('issue', key, {
    agreementId: Number(agreement),
    customerIds: [Number(customer)],
    each: 3,
    numbers: [],
    reason: 'goodwill',
    note: null,
    key,
  });
  for (const { id } of cards) {
    for (const quantity of [5_050, 4_950]) {
      const receiptKey = fresh();
      await run('redeem', receiptKey, { id, quantity, onDay, receiptKey, note: null });
    }
    const { entries } = (await core.call('partnerCard.view', { id }, { actor: ownerActor })) as CardView;
    await run('reverse', '-', { entryId: entries[0]?.id ?? 0, reason: '输错' });
  }
}
