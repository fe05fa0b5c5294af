import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { verifyAudit } from '#electron/kernel/audit.ts';
import { errorData } from '#renderer/transport/client.ts';
import { openTestCore, openWindow, ownerWindow, personWindow, type Window } from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';
import { ledgerSums, newMember } from '#tests/support/membership.ts';
import { importedRepair } from '#tests/support/records.ts';

/**
 * Random bursts of bookings from two desks at once, on both carriers: whatever order the core takes them in, lots, entries,
 * balances and audit say the same, and a slow replay of the entries finds the same rests lot by lot.
 */

type Booking = {
  readonly kind: string;
  readonly amount: number;
  readonly receipt: number;
  readonly desk: boolean;
  readonly member: boolean;
};
const booking = fc.record({
  kind: fc.constantFrom(
    'grant',
    'redeem',
    'topUp',
    'pay',
    'earn',
    'reverse',
    'issue',
    'use',
    'returnSale',
    'refund',
    'replaceCard',
  ),
  amount: fc.integer({ min: 1, max: 400 }),
  // Few of them, so that the same receipt comes twice and from both desks.
  receipt: fc.integer({ min: 1, max: 12 }),
  desk: fc.boolean(),
  member: fc.boolean(),
});

const book = async ({ client: { membership } }: Window, id: number, one: Booking): Promise<string> => {
  const head = { id, receiptKey: `R${id}-${one.receipt}`, note: null };
  const fen = one.amount * 100;
  switch (one.kind) {
    case 'grant':
      await membership.grant({ ...head, points: one.amount });
      break;
    case 'redeem':
      await membership.redeem({ ...head, points: one.amount });
      break;
    case 'topUp':
      await membership.topUp({ ...head, paidFen: fen * 30 });
      break;
    case 'pay':
      await membership.pay({ ...head, amountFen: fen * 7 + 1, listFen: null });
      break;
    case 'earn':
      await membership.earn({ ...head, saleFen: fen, listFen: null });
      break;
    case 'issue':
      await membership.issue({
        ...head,
        account: 'package',
        name: '套餐',
        times: 3,
        paidFen: fen,
        unitFen: fen,
        expiresOn: null,
      });
      break;
    case 'use': {
      const { lots } = await membership.view({ id });
      const lot = lots.find(({ account }) => account === 'package');
      if (!lot) return 'nothing to use';
      await membership.use({ ...head, lotId: lot.id, times: 1 + (one.amount % 2) });
      break;
    }
    case 'refund': {
      const { totalFen } = await membership.refundOf({ id, cause: 'store' });
      await membership.refund({ id, cause: 'store', seenFen: totalFen, reason: '随机' });
      break;
    }
    case 'replaceCard':
      await membership.replaceCard({ id, reason: '随机' });
      break;
    default: {
      const { entries } = await membership.view({ id });
      const entry = entries[one.amount % Math.max(1, entries.length)];
      if (!entry) return 'nothing to reverse';
      await (one.kind === 'reverse'
        ? membership.reverse({ entryId: entry.id, reason: '随机' })
        : membership.returnSale({
            entryId: entry.id,
            receiptKey: head.receiptKey,
            saleFen: fen,
            reason: '随机',
          }));
    }
  }
  return 'posted';
};

/** Rests by replaying every entry in order, without the program's sums; a rest below zero or above its lot throws. */
function replayed({ database }: Core, id: number): Map<number, number> {
  const sqlite = database.raw.reader;
  const rests = new Map<number, number>();
  const made = new Map<number, number>();
  const entries = sqlite
    .prepare('select id from membership_entry where membership_id = ? order by id')
    .pluck()
    .all(id) as number[];
  for (const entry of entries) {
    const lots = sqlite.prepare('select id, quantity from membership_lot where entry_id = ?').all(entry) as {
      id: number;
      quantity: number;
    }[];
    for (const lot of lots) {
      rests.set(lot.id, lot.quantity);
      made.set(lot.id, lot.quantity);
    }
    const moves = sqlite
      .prepare('select lot_id as lot, quantity from membership_move where entry_id = ?')
      .all(entry) as { lot: number; quantity: number }[];
    for (const { lot, quantity } of moves) {
      const rest = (rests.get(lot) ?? Number.NaN) + quantity;
      expect(rest).toBeGreaterThanOrEqual(0);
      expect(rest).toBeLessThanOrEqual(made.get(lot) ?? -1);
      rests.set(lot, rest);
    }
  }
  return rests;
}

it('random bookings of two desks at once leave a ledger whose sums agree', { timeout: 60_000 }, async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  const second = await openWindow(core, 'http');
  second.token = owner.token;
  let posted = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(booking, { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
      async (bursts) => {
        const [one, other] = [await newMember(owner), await newMember(owner)];
        for (const burst of bursts) {
          const done = await Promise.allSettled(
            burst.map((each) => book(each.desk ? owner : second, each.member ? one.id : other.id, each)),
          );
          for (const each of done) {
            if (each.status === 'fulfilled') posted += each.value === 'posted' ? 1 : 0;
            else {
              // A refusal is an answer; anything else is a fault of the program.
              expect(errorData(each.reason)).toMatchObject({ code: 'rule-violated' });
              refused += 1;
            }
          }
          for (const { id } of [one, other]) {
            const { lots, chain, balance, audit } = ledgerSums(core, id);
            expect({ chain, balance, audit }).toEqual({ chain: lots, balance: lots, audit: lots });
            const rests = replayed(core, id);
            const sum = [...rests.values()].reduce((all, rest) => all + rest, 0);
            expect(sum).toBe(Object.values(lots).reduce((all, rest) => all + rest, 0));
          }
        }
      },
    ),
    { numRuns: 25 },
  );
  // Walks that only refuse, or never do, prove nothing.
  expect(posted).toBeGreaterThan(60);
  expect(refused).toBeGreaterThan(20);
});

it('the same receipt from two desks at the same moment is posted once, and an overdraft by both is refused', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'http');
  const second = await openWindow(core, 'port');
  second.token = owner.token;
  const { id } = await newMember(owner);
  const desks = [owner, second, owner, second].map(({ client }) => client.membership);
  const same = await Promise.all(
    desks.map((desk) => desk.grant({ id, receiptKey: 'same', note: null, points: 100 })),
  );
  expect(new Set(same.map(({ entryId }) => entryId)).size).toBe(1);
  expect(same.filter(({ repeated }) => !repeated)).toHaveLength(1);
  const spent = await Promise.allSettled(
    desks.map((desk, at) => desk.redeem({ id, receiptKey: `spend${at}`, note: null, points: 60 })),
  );
  expect(spent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(ledgerSums(core, id).lots['points']).toBe(40);
});

it('desks, a batch and an import that writes on its own connection share the ledger and its audit', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'http');
  const adviser = await personWindow(core, 'port', owner, '赵顾问', ['serviceAdviser']);
  const { id, customerId } = await newMember(owner);
  const { id: other } = await newMember(owner);
  for (let n = 0; n < 60; n += 1)
    await importedRepair(core, {
      customerId,
      number: `GD${n}`,
      state: 'handedOver',
      handedOverOn: '2026-11-18',
      checkedInOn: '2026-11-18',
      labourFen: 10_000,
    });
  const rows = Array.from({ length: 500 }, (_, n) => `客户${n},1390000${1000 + n}`);
  const file = new File([['客户名称,联系电话', ...rows].join('\n')], '客户.csv');
  const { fileId } = await owner.client.import.upload({ file });
  const { jobId } = await owner.client.import.run({ fileId, reading: {} });
  const times = 20;
  const desk = async ({ client: { membership } }: Window, name: string): Promise<void> => {
    for (let n = 0; n < times; n += 1) {
      const head = { id: n % 2 === 0 ? id : other, receiptKey: `${name}${n}`, note: null };
      await membership.grant({ ...head, points: 7 });
      await membership.redeem({ ...head, points: 5 });
    }
  };
  const span = { from: '2026-11-18', to: '2026-11-18' };
  const [job, batch] = await Promise.all([
    jobEnd(owner, jobId),
    owner.client.membership.earnRepairs(span),
    desk(owner, 'A'),
    desk(adviser, 'B'),
  ]);
  expect(job).toMatchObject({ state: 'done' });
  expect(batch).toEqual({ posted: 60, points: 6000, taken: [] });
  for (const one of [id, other]) {
    const { lots, chain, balance, audit } = ledgerSums(core, one);
    expect({ chain, balance, audit }).toEqual({ chain: lots, balance: lots, audit: lots });
  }
  const sums = [id, other].map((one) => ledgerSums(core, one).lots['points'] ?? 0);
  expect((sums[0] ?? 0) + (sums[1] ?? 0)).toBe(6000 + 2 * 2 * times);
  expect(await verifyAudit(core.database.reader)).toMatchObject({ brokenAt: null });
  expect((await owner.client.customer.list({})).total).toBe(502);
});
