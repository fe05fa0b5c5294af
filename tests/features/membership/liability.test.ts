import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Liability } from '#shared/features/membership/membership-views.ts';
import { addDays, daysBetween, type Day } from '#shared/kernel/day.ts';
import type { Core } from '#electron/core.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { ownerActor } from '#tests/support/actor.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';
import { told } from '#tests/support/refusal.ts';

type Made = {
  readonly id: number;
  readonly account: string;
  readonly quantity: number;
  readonly paid: number;
  readonly unit: number;
  readonly starts: Day;
  readonly expires: Day | null;
  readonly on: Day;
};

/** What is owed on a day by walking through every lot and move up to it, one by one. */
function replayed({ database }: Core, day: Day): Partial<Liability> {
  const sqlite = database.raw.reader;
  const lots = sqlite
    .prepare(
      `select lot.id, account, quantity, paid_fen as paid, unit_fen as unit, starts_on as starts, expires_on as expires,
         on_day as "on" from membership_lot as lot join membership_entry as entry on entry.id = lot.entry_id`,
    )
    .all() as Made[];
  const moves = sqlite
    .prepare(
      `select lot_id as lot, quantity, on_day as "on" from membership_move as move
       join membership_entry as entry on entry.id = move.entry_id`,
    )
    .all() as { lot: number; quantity: number; on: Day }[];
  const sums = { points: 0, principalFen: 0, bonusFen: 0, vouchersFen: 0, packagesFen: 0, passesFen: 0 };
  for (const lot of lots) {
    if (lot.on > day || (lot.expires !== null && lot.expires < day)) continue;
    let rest = lot.quantity;
    for (const move of moves) if (move.lot === lot.id && move.on <= day) rest += move.quantity;
    if (rest === 0) continue;
    if (lot.account === 'points') sums.points += rest;
    else if (lot.account === 'principal') sums.principalFen += rest;
    else if (lot.account === 'bonus') sums.bonusFen += rest;
    else if (lot.account === 'voucher') sums.vouchersFen += lot.unit * rest;
    else if (lot.account === 'package') sums.packagesFen += Math.floor((lot.paid * rest) / lot.quantity);
    else {
      const end = lot.expires ?? day;
      const [whole, left] = [daysBetween(lot.starts, end) + 1, daysBetween(day, end) + 1];
      sums.passesFen += Math.floor((lot.paid * left) / whole);
    }
  }
  return sums;
}

const step = fc.record({
  kind: fc.constantFrom(
    'earn',
    'redeem',
    'topUp',
    'pay',
    'voucher',
    'package',
    'pass',
    'use',
    'back',
    'refund',
  ),
  amount: fc.integer({ min: 1, max: 500 }),
  days: fc.integer({ min: 0, max: 90 }),
});

it('what was owed on any past day is what was told on that day, and what a replay of the entries finds', async () => {
  const clock = fixedClock('2026-11-18T02:00:00.000Z');
  const core = await openTestCore({ clock });
  const owner = await ownerWindow(core, 'port');
  const call = (name: string, input: object) => core.call(`membership.${name}`, input, { actor: ownerActor });
  const members = [await newMember(owner), await newMember(owner)];
  let [today, receipt]: [Day, number] = ['2026-11-18', 0];
  const tellings = new Map<Day, Liability>();
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      for (const { kind, amount, days } of steps) {
        today = addDays(today, days);
        clock.set(`${today}T02:00:00.000Z`);
        const id = members[amount % 2]?.id ?? 0;
        const head = { id, receiptKey: `L${(receipt += 1)}`, note: null };
        const view = (await call('view', { id, entries: 30 })) as {
          lots: { id: number; name: string | null }[];
          entries: { id: number }[];
        };
        const issue = { ...head, account: kind, name: kind, paidFen: amount * 31, unitFen: amount * 40 };
        const expiresOn = addDays(today, amount);
        const posted = await told(
          kind === 'earn'
            ? call('earn', { ...head, saleFen: amount * 100, listFen: null })
            : kind === 'redeem'
              ? call('redeem', { ...head, points: amount })
              : kind === 'topUp'
                ? call('topUp', { ...head, paidFen: amount * 3000 })
                : kind === 'pay'
                  ? call('pay', { ...head, amountFen: amount * 211, listFen: null })
                  : kind === 'use'
                    ? call('use', {
                        ...head,
                        lotId: view.lots.findLast(({ name }) => name)?.id ?? 0,
                        times: 1,
                      })
                    : kind === 'back'
                      ? call('reverse', { entryId: view.entries[amount % 5]?.id ?? 0, reason: '随机' })
                      : kind === 'refund'
                        ? call('refundOf', { id, cause: 'member' }).then((seen) =>
                            call('refund', {
                              id,
                              cause: 'member',
                              seenFen: (seen as { totalFen: number }).totalFen,
                              reason: '随机',
                            }),
                          )
                        : call('issue', {
                            ...issue,
                            times: kind === 'pass' ? 1 : 3,
                            expiresOn: amount % 3 === 0 && kind !== 'pass' ? null : expiresOn,
                          }),
        );
        if (posted === 'done') done.set(kind, (done.get(kind) ?? 0) + 1);
        tellings.set(today, (await call('liability', { day: today })) as Liability);
      }
      for (const [day, then] of tellings) {
        expect(await call('liability', { day })).toEqual(then);
        expect(then).toMatchObject(replayed(core, day));
      }
    }),
    { numRuns: 12 },
  );
  // Most ways of changing what is owed were gone.
  expect([...done.keys()].length).toBeGreaterThan(6);
});
