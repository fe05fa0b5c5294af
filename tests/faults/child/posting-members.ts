import { openCore } from '#electron/core.ts';

/**
 * Posts to the ledger of two members through the door, mixing every kind of entry, and prints the receipt of each after it was
 * acknowledged. Runs until it is killed.
 */
const core = await openCore({ dataFolder: process.argv[2] ?? '', ballastBytes: 0 });
const actor = {
  personId: 1,
  name: '甲',
  roles: ['owner'] as const,
  language: 'zh-CN' as const,
  sessionKey: '',
};
const call = (name: string, input: unknown) => core.call(name, input, { actor });

const round = process.argv[3] ?? '0';
const ids: number[] = [];
for (let n = 0; n < 2; n += 1) {
  const { rows } = (await call('customer.list', {})) as { rows: { id: number }[] };
  const { rows: members } = (await call('membership.list', {})) as { rows: { id: number }[] };
  const known = members[n];
  const customerId = rows[n]?.id;
  if (known) ids.push(known.id);
  else ids.push(((await call('membership.enrol', { customerId, note: null })) as { id: number }).id);
}

for (let n = 0; ; n += 1) {
  const id = ids[n % 2];
  const head = { id, receiptKey: `K${round}-${n}`, note: null };
  const steps = [
    () => call('membership.grant', { ...head, points: 50 }),
    () => call('membership.topUp', { ...head, paidFen: 600_000 }),
    () => call('membership.redeem', { ...head, points: 7 }),
    () => call('membership.pay', { ...head, amountFen: 1001, listFen: null }),
    () => call('membership.earn', { ...head, saleFen: 40_000, listFen: null }),
    () =>
      call('membership.issue', {
        ...head,
        account: 'package',
        name: '套餐',
        times: 3,
        paidFen: 3000,
        unitFen: 2000,
        expiresOn: null,
      }),
  ];
  await steps[Math.floor(n / 2) % steps.length]?.();
  process.stdout.write(`${head.receiptKey}\n`);
}
