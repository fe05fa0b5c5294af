import { shippedDesign, type DesignContent } from '#shared/features/membership/membership.content.ts';
import type { DesignEdition } from '#shared/features/membership/membership.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** The design that holds on a day: the approved edition that began last, else the one that comes with the program. */
export async function designOn(reader: Reader | Writer, day: Day): Promise<DesignEdition> {
  const row = await reader
    .selectFrom('membershipDesign')
    .select(['edition', 'fromDay', 'content'])
    .where('state', '=', 'approved')
    .where('fromDay', '<=', day)
    .orderBy('fromDay', 'desc')
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { edition: 0, fromDay: '2000-01-01', content: shippedDesign };
  return {
    edition: row.edition,
    fromDay: row.fromDay ?? day,
    content: JSON.parse(row.content) as DesignContent, // written from the contract's schema
  };
}
