import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { openingBook } from '#electron/features/partner/partner.opening.ts';
import { partnerCardRecord } from '#electron/features/partner/partner.record.ts';
import type { StoredAgreement } from '#electron/features/partner/partner.repository.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { bulkWriter } from '#electron/kernel/record/record-bulk.ts';
import { errorData } from '#renderer/transport/client.ts';
import { addDays } from '#shared/kernel/day.ts';
import { openTestCore, openWindow, ownerWindow, password, type Window } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';
import { newAgreement, replayed } from '#tests/support/partner.ts';

/**
 * Random months of two desks: issued, brought in, redeemed, reversed, expired and settled in any order. Whatever is refused, a slow replay
 * of the entries finds the same balances, and every settlement the same sums; stock counts stay equal.
 */

const step = fc.record({
  kind: fc.constantFrom('issue', 'redeem', 'redeem', 'redeem', 'reverse', 'settle', 'takeOut', 'bring'),
  pick: fc.nat(),
  amount: fc.integer({ min: 1, max: 9_000 }),
  back: fc.integer({ min: 0, max: 20 }),
  desk: fc.boolean(),
});
type Step = (typeof step extends fc.Arbitrary<infer T> ? T : never) & { readonly key: string };

type Place = {
  readonly core: Core;
  readonly partnerId: number;
  readonly agreementId: number;
  readonly customerId: number;
};

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** A card of before the program, as an import writes it, with a part of its face left. */
function bringIn(
  { database: { raw } }: Core,
  { partnerId, agreementId, customerId }: Omit<Place, 'core'>,
  { key, amount }: Step,
  today: string,
): void {
  const at = `${today}T02:00:00.000Z`;
  const agreement = raw.writer
    .prepare('select id, unit, time_fen as timeFen from partner_agreement where id = ?')
    .get(agreementId) as StoredAgreement;
  const isMoney = agreement.unit === 'money';
  const left = isMoney ? amount : 1 + (amount % 3);
  const bulk = bulkWriter(raw.writer);
  const id = bulk.insert(
    partnerCardRecord,
    {
      number: `B${key}`,
      partnerId,
      agreementId,
      customerId,
      state: 'issued',
      issuedOn: today,
      expiresOn: addDays(today, 25),
      ...(isMoney ? { faceFen: 20_000, balanceFen: left } : { faceTimes: 3, balanceTimes: left }),
    },
    at,
  );
  bulk.flush();
  openingBook(raw.writer, { at, today }).open({ id, partnerId }, agreement, left, 1);
}

async function take(
  { client }: Window,
  { core, partnerId, agreementId, customerId }: Place,
  one: Step,
  today: string,
): Promise<void> {
  const { partnerCard, partnerSettlement } = client;
  switch (one.kind) {
    case 'issue':
      await partnerCard.issue({
        agreementId,
        customerIds: [customerId],
        each: 1 + (one.amount % 3),
        numbers: [],
        reason: 'goodwill',
        note: null,
        key: one.key,
      });
      return;
    case 'bring':
      await core.database.write(async () =>
        bringIn(core, { partnerId, agreementId, customerId }, one, today),
      );
      return;
    case 'takeOut':
      await partnerCard.takeOut({ partnerId, as: 'damage', numbers: [`S${one.pick % 12}`], reason: '随机' });
      return;
    case 'settle': {
      const [open] = (await partnerSettlement.open({})).filter((month) => month.partnerId === partnerId);
      if (!open) return;
      const of = { partnerId, month: open.month };
      const { netFen } = await partnerSettlement.view(of);
      await partnerSettlement.agree({ ...of, seenNetFen: netFen, note: null });
      return;
    }
    default: {
      const { rows } = await partnerCard.list({
        pageSize: 100,
        filters: [{ field: 'agreementId', operator: 'is', value: agreementId }],
      });
      const card = rows[one.pick % Math.max(1, rows.length)];
      if (!card) return;
      if (one.kind === 'redeem')
        await partnerCard.redeem({
          id: card.id,
          quantity: card.faceTimes === null ? one.amount : 1 + (one.amount % 2),
          onDay: dayBefore(today, one.back),
          receiptKey: `R${one.pick % 40}`,
          note: null,
        });
      else {
        const { entries } = await partnerCard.view({ id: card.id });
        await partnerCard.reverse({ entryId: entries[one.amount % entries.length]?.id ?? 0, reason: '随机' });
      }
    }
  }
}

it(
  'random months of two desks: balances, settlements and stock agree with a slow replay',
  { timeout: 60_000 },
  async () => {
    const clock = fixedClock('2026-01-20T02:00:00.000Z');
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, 'port');
    const second = await openWindow(core, 'http');
    second.token = owner.token;
    const { customerId } = await newMember(owner);
    let done = 0;
    let refused = 0;
    let settled = 0;
    let months = 0;
    let brought = 0;
    let run = 0;
    const check = async ({ partnerId }: Place): Promise<void> => {
      const replay = replayed(core);
      let opening = 0;
      for (const [key, slow] of [...replay.months]
        .filter(([name]) => name.startsWith(`${partnerId} `))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        const month = key.slice(-7);
        const view = await owner.client.partnerSettlement.view({ partnerId, month });
        expect([view.openingFen, view.broughtInFen, view.storeFen, view.partnerFen]).toEqual([
          opening + slow.brought,
          slow.brought,
          slow.store,
          slow.owed,
        ]);
        brought += slow.brought;
        expect(view.netFen).toBe(slow.store - slow.owed);
        // A draft also reckons what it will write off.
        if (view.state !== 'draft') {
          settled += 1;
          expect(view.closingFen).toBe(opening + slow.worth);
          const { rows } = await owner.client.partnerSettlement.list({
            filters: [{ field: 'partnerId', operator: 'is', value: partnerId }],
          });
          const stored = rows.find((row) => row.month === month);
          expect([stored?.netFen, stored?.closingFen, stored?.redeemedFen]).toEqual([
            view.netFen,
            view.closingFen,
            view.redeemedFen,
          ]);
        }
        opening += slow.worth;
      }
      expect(replay.open.get(partnerId) ?? 0).toBe(opening);
      for (const lot of (await owner.client.partnerCard.stock({})).filter(
        (one) => one.partnerId === partnerId,
      ))
        expect(lot.received).toBe(lot.inStock + lot.issued + lot.damaged + lot.returned);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.array(step, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 4 }),
        async (times, bursts) => {
          run += 1;
          const { id: agreementId, partnerId } = await newAgreement(owner, {
            validTo: '2099-12-31',
            monthQuota: 6,
            validDays: 25,
            cardFen: 30,
            useFen: 7,
            rebateHundredths: 333,
            ...(times
              ? {
                  unit: 'times',
                  faceFen: null,
                  faceTimes: 3,
                  timeFen: 1_999,
                  numbering: 'stock',
                  bearer: 'shared',
                  storeShareHundredths: 3_333,
                }
              : {}),
          });
          if (times)
            await owner.client.partnerCard.receive({
              partnerId,
              lot: 'A',
              numbers: Array.from({ length: 12 }, (_, at) => `S${at}`),
            });
          const place = { core, partnerId, agreementId, customerId };
          for (const [turn, burst] of bursts.entries()) {
            if (turn > 0) {
              months += 1;
              clock.set(new Date(Date.parse(clock.now()) + 31 * 86_400_000).toISOString());
              owner.token = (await owner.client.session.signIn({ login: '王总', password })).token;
              second.token = owner.token;
            }
            const today = clock.today();
            const [first] = burst;
            // Every month begins with cards, half of them with a settlement, the first with one of before the program.
            const actions: typeof burst = first
              ? [
                  { ...first, kind: 'issue' },
                  ...(turn === 0 ? [{ ...first, kind: 'bring' as const }] : []),
                  ...(first.desk ? [{ ...first, kind: 'settle' as const }] : []),
                  ...burst,
                ]
              : burst;
            const answers = await Promise.allSettled(
              actions.map((one, at) =>
                take(one.desk ? owner : second, place, { ...one, key: `${run} ${turn} ${at}` }, today),
              ),
            );
            for (const answer of answers) {
              if (answer.status === 'fulfilled') done += 1;
              else {
                // A refusal is an answer; anything else is a fault of the program.
                expect(['rule-violated', 'invalid-input']).toContain(errorData(answer.reason).code);
                refused += 1;
              }
            }
          }
          await check(place);
        },
      ),
      { numRuns: 12 },
    );
    // Walks that only refuse, or never settle, prove nothing; bounds that chance does not reach.
    expect(done).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(3);
    expect(settled).toBeGreaterThan(0);
    expect(brought).toBeGreaterThan(0);
    expect(months).toBeGreaterThanOrEqual(12);
  },
);
