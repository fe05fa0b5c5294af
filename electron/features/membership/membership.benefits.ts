import type { Tier } from '#shared/features/membership/membership.content.ts';
import type { BenefitUse } from '#shared/features/membership/membership-views.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** The benefits of a tier with how often each was had in the twelve months that end with a day; reversed ones do not count. */
export async function benefitUses(
  reader: Reader | Writer,
  membershipId: number,
  tier: Pick<Tier, 'benefits'>,
  day: Day,
): Promise<BenefitUse[]> {
  const rows = await reader
    .selectFrom('membershipEntry as entry')
    .select(({ fn }) => ['entry.note', fn.countAll<number>().as('count')])
    .where('entry.membershipId', '=', membershipId)
    .where('entry.kind', '=', 'benefit')
    .where('entry.onDay', '>', addMonths(day, -12))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('membershipEntry as reversing')
            .select('reversing.id')
            .whereRef('reversing.refersId', '=', 'entry.id')
            .where('reversing.kind', '=', 'reverse'),
        ),
      ),
    )
    .groupBy('entry.note')
    .execute();
  const counts = new Map(rows.map(({ note, count }) => [note, count]));
  return tier.benefits.map(({ name, perYear, worthFen }) => ({
    name,
    perYear,
    worthFen,
    used: counts.get(name) ?? 0,
  }));
}
