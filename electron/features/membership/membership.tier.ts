import { tierOf, type DesignContent, type Tier } from '#shared/features/membership/membership.content.ts';
import { keepsTiers, tierAfter, tierReckoner } from '#shared/features/membership/membership-tier.rules.ts';
import { addMonths, dayNumber, type Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { fixedQuery } from '#electron/kernel/fixed-query.ts';
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

/** The tier of a membership on a day, and the sales of the twelve months that end with it. */
export async function memberTier(
  reader: Reader | Writer,
  design: DesignContent,
  membershipId: number,
  day: Day,
): Promise<{ readonly tier: Tier; readonly salesFen: number }> {
  const salesFen = await readSales(reader, membershipId, day);
  if (!keepsTiers(design)) return { tier: tierOf(design, salesFen), salesFen };
  return {
    tier: tierAfter(design, await readTierSales(reader, design, membershipId, day), day),
    salesFen,
  };
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
  return {
    tier: () => design.tiers[reckoner.tierOn(number)] ?? tierOf(design, 0),
    add: (saleFen) => reckoner.sale(number, saleFen),
  };
}
