import { shippedDesign, type DesignContent } from '#shared/features/membership/membership.content.ts';
import type { DesignEdition } from '#shared/features/membership/membership.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { fixedQuery } from '#electron/kernel/fixed-query.ts';

const approved = fixedQuery<{ edition: number; fromDay: Day; content: string }>(
  `select edition, from_day, content from membership_design where state = 'approved' and from_day <= ?
   order by from_day desc, edition desc limit 1`,
);

/** The design that holds on a day: the approved edition that began last, else the one that comes with the program. */
export async function designOn(reader: Reader | Writer, day: Day): Promise<DesignEdition> {
  const row = await approved.first(reader, day);
  if (!row) return { edition: 0, fromDay: '2000-01-01', content: shippedDesign };
  return { ...row, content: JSON.parse(row.content) as DesignContent }; // written from the contract's schema
}
