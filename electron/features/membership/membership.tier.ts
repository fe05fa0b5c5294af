import { tierOf, type DesignContent, type Tier } from '#shared/features/membership/membership.content.ts';
import { paidPlace } from '#shared/features/membership/membership-offer.rules.ts';
import { keepsTiers, tierAfter, tierReckoner } from '#shared/features/membership/membership-tier.rules.ts';
import { addDays, addMonths, dayNumber, type Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { fixedQuery } from '#electron/kernel/fixed-query.ts';
import { designOn } from './membership.design.ts';
import { readSales } from './membership.repository.ts';

type Sale = { readonly onDay: Day; readonly saleFen: number };

const salesAfter = fixedQuery<Sale>(
  `select on_day, sale_fen from membership_entry
   where (membership_id = ? or membership_id in (select id from membership where merged_into_id = ?))
     and sale_fen != 0 and on_day > ? and on_day <= ?
   order by on_day, id`,
);

/** Sales that decide about the tier on a day; where tiers are kept, all of them. Merged memberships included. */
const readTierSales = (
  reader: Reader | Writer,
  design: DesignContent,
  membershipId: number,
  day: Day,
): Promise<Sale[]> =>
  salesAfter.all(reader, membershipId, membershipId, keepsTiers(design) ? '' : addMonths(day, -12), day);

type Fee = { readonly name: string; readonly soldOn: Day };

const paidOn = fixedQuery<Fee>(
  `select lot.name, entry.on_day as sold_on from membership_lot as lot join membership_entry as entry on entry.id = lot.entry_id
   where lot.membership_id = +? and lot.account = 'tier' and lot.starts_on <= ? and lot.expires_on >= ? and entry.on_day <= ?
     and lot.quantity + coalesce((select sum(move.quantity) from membership_move as move
       join membership_entry as moving on moving.id = move.entry_id
       where move.lot_id = lot.id and moving.on_day <= ?), 0) > 0`,
);

/** Place of the highest tier that was paid for and holds on a day; the first where none was. */
async function paidPlaceOn(
  reader: Reader | Writer,
  design: DesignContent,
  membershipId: number,
  day: Day,
): Promise<number> {
  let highest = 0;
  for (const { name, soldOn } of await paidOn.all(reader, membershipId, day, day, day, day))
    highest = Math.max(highest, paidPlace(design, name, (await designOn(reader, soldOn)).content));
  return highest;
}

const higher = (design: DesignContent, reached: Tier, place: number): Tier =>
  design.tiers[Math.max(place, design.tiers.indexOf(reached))] ?? reached;

/** The tier of a membership on a day, paid for or by its sales, and the sales of the twelve months that end with it. */
export async function memberTier(
  reader: Reader | Writer,
  design: DesignContent,
  membershipId: number,
  day: Day,
): Promise<{ readonly tier: Tier; readonly salesFen: number }> {
  const salesFen = await readSales(reader, membershipId, day);
  const reached = keepsTiers(design)
    ? tierAfter(design, await readTierSales(reader, design, membershipId, day), day)
    : tierOf(design, salesFen);
  return {
    tier: higher(design, reached, await paidPlaceOn(reader, design, membershipId, day)),
    salesFen,
  };
}

/** Every tier that a membership may have had in the course of a day: sales raise it, time lowers it. */
export async function tiersOfDay(
  reader: Reader | Writer,
  design: DesignContent,
  membershipId: number,
  day: Day,
): Promise<readonly Tier[]> {
  const places: number[] = [];
  for (const on of [addDays(day, -1), day])
    places.push(design.tiers.indexOf((await memberTier(reader, design, membershipId, on)).tier));
  return design.tiers.slice(Math.min(...places), Math.max(...places) + 1);
}

/** The same for a member who gets several sales on one day: `add` takes each after its tier was asked for. */
export async function runningTier(
  reader: Reader | Writer,
  design: DesignContent,
  membershipId: number,
  day: Day,
): Promise<{ tier(): Tier; add(saleFen: number): void }> {
  const reckoner = tierReckoner(design.tiers);
  for (const sale of await readTierSales(reader, design, membershipId, day))
    reckoner.sale(dayNumber(sale.onDay), sale.saleFen);
  const number = dayNumber(day);
  const paid = await paidPlaceOn(reader, design, membershipId, day);
  return {
    tier: () => design.tiers[Math.max(paid, reckoner.tierOn(number))] ?? tierOf(design, 0),
    add: (saleFen) => reckoner.sale(number, saleFen),
  };
}
