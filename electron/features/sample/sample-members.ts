import {
  shippedDesign,
  type DesignContent,
  type GoodsKind,
} from '#shared/features/membership/membership.content.ts';
import { goodsOf } from '#shared/features/simulation/simulation.content.ts';
import { usableOf } from '#shared/features/membership/membership-ledger.rules.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { bookingHandlers } from '../membership/membership.booking.ts';
import { saveEdition } from '../membership/membership.design.ts';
import { enrollingHandlers } from '../membership/membership.enrolling.ts';
import { readLots } from '../membership/membership.repository.ts';
import { sellingHandlers } from '../membership/membership.selling.ts';
import { auditedCommand } from './sample-command.ts';
import { sampleRandom, type SampleRandom } from './sample-random.ts';
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

/** A call as the adviser of a visit ran it. */
type Run = <Verb extends keyof typeof calls>(
  verb: Verb,
  input: Parameters<(typeof calls)[Verb]>[0],
) => Promise<void>;
const calls = { ...bookingHandlers, ...sellingHandlers, enrol: enrollingHandlers.enrol };

const threeServices = { name: '保养三次套餐', times: 3, priceFen: 120_000, unitFen: 58_000, months: 24 };
const silverFen = 29_800;
const prices: Readonly<Record<string, number>> = { 银卡: silverFen, 金卡: 88_800 };

/** The store's first edition: the shipped rules with prices. */
/** 毛利率 in basis points, as such a store states them. */
const margins: Readonly<Record<GoodsKind, number>> = { labour: 6200, parts: 2400, other: 1500, vehicle: 400 };

const sampleDesign: DesignContent = {
  ...shippedDesign,
  goods: goodsOf((kind) => ({ ...shippedDesign.goods[kind], marginBp: margins[kind] })),
  tiers: shippedDesign.tiers.map((tier) => ({ ...tier, priceFen: prices[tier.name] ?? 0 })),
  packages: [
    threeServices,
    { name: '空调清洗两次', times: 2, priceFen: 25_600, unitFen: 16_000, months: 12 },
  ],
};

/**
 * 会员 with a year and a half of entries that follow from the repair orders: points, top-ups, payments, packages, redemptions. The
 * program's own commands post them, each with its audit row, so that lots, balances and audit agree as in any store.
 */
export async function addMembers(writer: Writer, { seed, today }: SampleOptions): Promise<void> {
  const random = sampleRandom(seed, 'members');
  const visits = await visitsOf(writer, addMonths(today, -monthsBack));
  const people = await writer.selectFrom('person').select(['id', 'name']).execute();
  const [first] = visits;
  const owner = people[0];
  if (first && owner)
    await auditedCommand(writer, owner, first.day, {
      call: 'membership.saveDesign',
      work: (context) =>
        saveEdition(context, { fromDay: first.day, content: sampleDesign, note: '会费、套餐定价' }),
    });
  const members = new Map<number, number>();
  for (const visit of visits) {
    const person = people.find(({ id }) => id === visit.personId);
    if (!person) continue;
    const run: Run = (verb, input) =>
      auditedCommand(writer, person, visit.day, {
        call: `membership.${verb}`,
        work: async (context) => {
          const handler = calls[verb] as (given: typeof input, context: CommandContext) => Promise<unknown>;
          return handler(input, context);
        },
      });
    let id = members.get(visit.customerId);
    if (id === undefined) {
      id = await join(writer, visit, run);
      members.set(visit.customerId, id);
      await payAhead({ id, visit, run }, random);
    }
    await book(writer, { id, visit, run }, random);
  }
}

async function join(writer: Writer, { customerId }: Visit, run: Run): Promise<number> {
  await run('enrol', { customerId, note: null, paid: null });
  const { id } = await writer
    .selectFrom('membership')
    .select('id')
    .where('customerId', '=', customerId)
    .executeTakeFirstOrThrow();
  return id;
}

type Booked = { readonly id: number; readonly visit: Visit; readonly run: Run };

/** What some pay when they join: a top-up, a package. */
async function payAhead({ id, visit, run }: Booked, random: SampleRandom): Promise<void> {
  const head = { id, receiptKey: visit.number, note: null };
  if (random.chance(0.4))
    await run('topUp', { ...head, paidFen: random.pick([500_000, 1_000_000, 2_000_000]) });
  if (random.chance(0.3))
    await run('buyPackage', { ...head, package: threeServices.name, priceFen: threeServices.priceFen });
  if (random.chance(0.15)) await run('buyTier', { ...head, tier: '银卡', priceFen: silverFen });
}

/** What a visit brings: points, a payment from stored value where it is enough, a time of a package, points for labour. */
async function book(writer: Writer, { id, visit, run }: Booked, random: SampleRandom): Promise<void> {
  const { totalFen, day } = visit;
  const head = { id, receiptKey: visit.number, note: null };
  await run('earn', { ...head, saleFen: totalFen, listFen: null, goods: 'other' });
  const lots = await readLots(writer, id);
  const usable = usableOf(lots, day);
  if (usable.principalFen + usable.bonusFen >= totalFen)
    await run('pay', { ...head, amountFen: totalFen, listFen: null });
  const pack = lots.find(({ account, rest }) => account === 'package' && rest > 0);
  if (pack && random.chance(0.4)) await run('use', { ...head, note: pack.name, lotId: pack.id, times: 1 });
  if (usable.points > 2000 && random.chance(0.25))
    await run('redeem', { ...head, note: '抵工时费', points: 1000 });
}
