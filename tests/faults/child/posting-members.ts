import { openCore } from '#electron/core.ts';
import type { MemberView, RefundView } from '#shared/features/membership/membership-views.ts';
import { ownerActor } from '#tests/support/actor.ts';
import { newCustomer } from '#tests/support/records.ts';

/**
 * Runs every command of the ledger through the door, in rounds with a member who joins and one who is closed or merged at the
 * end of each, and prints a line after each was acknowledged. Runs until it is killed.
 */
const core = await openCore({ dataFolder: process.argv[2] ?? '', ballastBytes: 0 });
const round = process.argv[3] ?? '0';
let step = 0;

/** One command with a receipt of its own, told when it is acknowledged. */
async function run<Answer>(verb: string, input: object): Promise<Answer> {
  const receiptKey = `K${round}-${(step += 1)}`;
  const takesReceipt = !['enrol', 'reverse', 'replaceCard', 'refund', 'close', 'merge', 'expire'].includes(
    verb,
  );
  const answer = await core.call(`membership.${verb}`, takesReceipt ? { receiptKey, ...input } : input, {
    actor: ownerActor,
  });
  process.stdout.write(`${verb} ${takesReceipt ? receiptKey : '-'}\n`);
  return answer as Answer; // what the contract says
}
const view = async (id: number): Promise<MemberView> =>
  (await core.call('membership.view', { id }, { actor: ownerActor })) as MemberView;

type Entry = { readonly entryId: number };

/** Everything that a member does, and what a manager corrects. */
async function live(id: number): Promise<void> {
  const head = { id, note: null };
  const sale = await run<Entry>('earn', { ...head, saleFen: 40_000, listFen: null });
  await run('grant', { ...head, points: 50 });
  const spent = await run<Entry>('redeem', { ...head, points: 70 });
  await run('topUp', { ...head, paidFen: 600_000 });
  await run('pay', { ...head, amountFen: 1001, listFen: 2000 });
  await run('returnSale', { entryId: sale.entryId, saleFen: 39_000, reason: '退货' });
  await run('reverse', { entryId: spent.entryId, reason: '输错' });
  const issue = { ...head, paidFen: 3000, unitFen: 2000, expiresOn: null };
  await run('issue', { ...issue, account: 'voucher', name: '券', times: 2, paidFen: 0 });
  await run('issue', { ...issue, account: 'package', name: '套餐', times: 3 });
  await run('issue', { ...issue, account: 'pass', name: '年卡', times: 1, expiresOn: '2099-12-31' });
  for (const { id: lotId, name } of (await view(id)).lots)
    if (name !== null) await run('use', { ...head, lotId, times: 1 });
  await run('replaceCard', { id, reason: '遗失' });
  await run('expire', {});
}

for (let n = 0; ; n += 1) {
  const customer = async (): Promise<number> => {
    const made = await core.call(
      'customer.create',
      { values: newCustomer({ name: `客${round}-${n}` }) },
      { actor: ownerActor },
    );
    return (made as { id: number }).id; // what the contract says
  };
  const [keptId, goneId] = [await customer(), await customer()];
  const kept = await run<{ id: number }>('enrol', { customerId: keptId, note: null });
  const gone = await run<{ id: number }>('enrol', { customerId: goneId, note: null });
  await live(gone.id);
  await core.call('customer.merge', { keptId, goneId, take: [], keepPhone: false }, { actor: ownerActor });
  await run('merge', { id: gone.id, intoId: kept.id, reason: '同一客户' });
  const { totalFen } = (await core.call(
    'membership.refundOf',
    { id: kept.id, cause: 'member' },
    { actor: ownerActor },
  )) as RefundView; // what the contract says
  await run('refund', { id: kept.id, cause: 'member', seenFen: totalFen, reason: '搬走' });
  await run('close', { id: kept.id, reason: '搬走' });
}
