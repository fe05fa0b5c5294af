import { bonusOf, pointsOf, shippedDesign, tierOf } from '#shared/features/membership/membership.content.ts';
import { cardNumberOf } from '#shared/features/membership/membership-card.rules.ts';
import {
  isRefusal,
  planBirths,
  planExpire,
  planPay,
  planRedeem,
  planUse,
  usableOf,
  type LedgerPlan,
  type NewLot,
} from '#shared/features/membership/membership-ledger.rules.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { nextNumber } from '#electron/kernel/number-series.ts';
import { indexRow } from '#electron/kernel/record/record-handlers.ts';
import { membershipRecord } from '../membership/membership.record.ts';
import { insertEntry, type NewEntry } from '../membership/membership.inserting.ts';
import { readBalance, readLots, readSales } from '../membership/membership.repository.ts';
import { sampleRandom } from './sample-random.ts';
import type { SampleOptions } from './sample-world.ts';

/** As many members as there are at most; those who come most often. */
const most = 60;
const monthsBack = 18;

type Visit = {
  readonly number: string;
  readonly customerId: number;
  readonly totalFen: number;
  readonly day: Day;
  readonly personId: number;
};

/** Visits of the customers who came most often and paid themselves, in the order of days. */
async function visitsOf(writer: Writer, from: Day): Promise<readonly Visit[]> {
  const rows = await writer
    .selectFrom('repair')
    .select(['number', 'customerId', 'totalFen', 'handedOverOn', 'adviserId'])
    .where('handedOverOn', '>=', from)
    .where('state', '=', 'handedOver')
    .where('type', 'not in', ['internal', 'warranty'])
    .where((where) => where.or([where('payer', 'is', null), where('payer', '=', 'customer')]))
    .where('totalFen', '>', 0)
    .where('customerId', 'is not', null)
    .orderBy('handedOverOn')
    .orderBy('id')
    .execute();
  const visits = rows.map((row) => ({
    number: row.number,
    customerId: row.customerId ?? 0,
    totalFen: row.totalFen,
    day: row.handedOverOn ?? from,
    personId: row.adviserId ?? 1,
  }));
  const groups = Map.groupBy(visits, ({ customerId }) => customerId);
  const chosen = new Set(
    [...groups]
      .toSorted(([idA, a], [idB, b]) => b.length - a.length || idA - idB)
      .slice(0, most)
      .map(([id]) => id),
  );
  return visits.filter(({ customerId }) => chosen.has(customerId));
}

const plain = { name: null, paidFen: 0, unitFen: 0 };

/** 会员 with a year and a half of entries that follow from the repair orders: points, top-ups, payments, packages, redemptions. */
export async function addMembers(writer: Writer, { seed, today }: SampleOptions): Promise<void> {
  const random = sampleRandom(seed, 'members');
  const visits = await visitsOf(writer, addMonths(today, -monthsBack));
  const members = new Map<number, number>();
  const design = shippedDesign;
  const post = async (
    visit: Visit,
    id: number,
    kind: NewEntry['kind'],
    plan: LedgerPlan,
    given: Partial<NewEntry> = {},
  ): Promise<void> => {
    const before = await readBalance(writer, id);
    const { amounts } = plan;
    await insertEntry(
      writer,
      {
        membershipId: id,
        kind,
        onDay: visit.day,
        at: `${visit.day}T08:00:00.000Z`,
        receiptKey: visit.number,
        refersId: null,
        saleFen: 0,
        listFen: 0,
        worthFen: 0,
        moneyFen: 0,
        shortPoints: 0,
        note: null,
        personId: visit.personId,
        ...given,
        amounts,
        after: {
          points: before.points + amounts.points,
          principalFen: before.principalFen + amounts.principalFen,
          bonusFen: before.bonusFen + amounts.bonusFen,
          units: before.units + amounts.units,
        },
      },
      plan.births,
      plan.moves,
    );
  };
  const lot = (visit: Visit, given: Partial<NewLot> & Pick<NewLot, 'account' | 'quantity'>): NewLot => ({
    ...plain,
    startsOn: visit.day,
    expiresOn: null,
    ...given,
  });

  for (const visit of visits) {
    let id = members.get(visit.customerId);
    if (id === undefined) {
      id = await enrol(writer, visit);
      members.set(visit.customerId, id);
      if (random.chance(0.4)) {
        const paidFen = random.pick([500_000, 1_000_000, 2_000_000]);
        const bonusFen = bonusOf(design, paidFen);
        const births = [
          lot(visit, { account: 'principal', quantity: paidFen, paidFen }),
          lot(visit, {
            account: 'bonus',
            quantity: bonusFen,
            expiresOn: addMonths(visit.day, design.bonusMonths),
          }),
        ];
        await post(visit, id, 'topUp', planBirths(births), { moneyFen: paidFen });
      }
      if (random.chance(0.3)) {
        const [paidFen, unitFen] = [120_000, 58_000];
        const pack = lot(visit, {
          account: 'package',
          quantity: 3,
          name: '保养三次套餐',
          paidFen,
          unitFen,
          expiresOn: addMonths(visit.day, 24),
        });
        await post(visit, id, 'issue', planBirths([pack]), { moneyFen: paidFen });
      }
    }
    const expired = planExpire(await readLots(writer, id), visit.day);
    if (expired) await post(visit, id, 'expire', expired, { receiptKey: `expire:${id}:${visit.number}` });
    const tier = tierOf(design, await readSales(writer, id, visit.day));
    const points = pointsOf(visit.totalFen, tier);
    const earned = lot(visit, {
      account: 'points',
      quantity: points,
      expiresOn: addMonths(visit.day, design.pointsMonths),
    });
    await post(visit, id, 'earn', planBirths(points > 0 ? [earned] : []), { saleFen: visit.totalFen });
    const lots = await readLots(writer, id);
    const paid = planPay(lots, visit.totalFen, visit.day);
    if (!isRefusal(paid))
      await post(visit, id, 'pay', paid, { listFen: visit.totalFen, worthFen: -paid.amounts.bonusFen });
    const pack = lots.find(({ account, rest }) => account === 'package' && rest > 0);
    const used = pack && random.chance(0.4) ? planUse(lots, pack.id, 1, visit.day) : undefined;
    if (used && !isRefusal(used))
      await post(visit, id, 'use', used, { note: '保养三次套餐', worthFen: 58_000 - 40_000 });
    const balance = usableOf(lots, visit.day).points;
    if (balance > 2000 && random.chance(0.25)) {
      const redeemed = planRedeem(lots, 1000, visit.day);
      if (!isRefusal(redeemed))
        await post(visit, id, 'redeem', redeemed, { worthFen: 1000 * design.pointFen, note: '抵工时费' });
    }
  }
}

async function enrol(writer: Writer, { customerId, day }: Visit): Promise<number> {
  const at = `${day}T08:00:00.000Z`;
  const cardNumber = cardNumberOf(await nextNumber(writer, 'membership-card'));
  const values = {
    number: `V${String(await nextNumber(writer, 'membership')).padStart(6, '0')}`,
    customerId,
    cardNumber,
    state: 'active' as const,
    joinedOn: day,
    closedOn: null,
    mergedIntoId: null,
    note: null,
  };
  const { insertId } = await writer
    .insertInto('membership')
    .values({ ...values, version: 1, createdAt: at, updatedAt: at, removedAt: null })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  await writer
    .insertInto('membershipCard')
    .values({ number: cardNumber, membershipId: id, issuedAt: at, endedAt: null, reason: null })
    .execute();
  await indexRow(writer, membershipRecord, id, values);
  return id;
}
