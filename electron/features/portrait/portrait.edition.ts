import { usualPortraitTerms, type PortraitTerms } from '#shared/features/portrait/portrait.content.ts';
import type { PortraitEdition } from '#shared/features/portrait/portrait-views.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** Editions of 分层规则 that nobody took back, the latest first. */
export async function readEditions(reader: Reader | Writer): Promise<PortraitEdition[]> {
  const rows = await reader
    .selectFrom('portraitRule')
    .leftJoin('person', 'person.id', 'portraitRule.personId')
    .select([
      'portraitRule.edition',
      'portraitRule.fromDay',
      'portraitRule.content',
      'portraitRule.source',
      'portraitRule.confirmed',
      'person.name as personName',
    ])
    .where('portraitRule.dropped', '=', 0)
    .orderBy('portraitRule.fromDay', 'desc')
    .orderBy('portraitRule.edition', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    confirmed: row.confirmed === 1,
    content: JSON.parse(row.content) as PortraitTerms, // written from the contract's schema
  }));
}

/** The rule of a day: of the editions that have begun the one that began last. */
export async function ruleOn(reader: Reader | Writer, day: Day): Promise<PortraitEdition> {
  const editions = await readEditions(reader);
  return (
    editions.find(({ fromDay }) => fromDay <= day) ?? {
      // A rescued store may have lost its rows.
      edition: 0,
      fromDay: '2000-01-01',
      content: usualPortraitTerms,
      source: '',
      confirmed: false,
      personName: null,
    }
  );
}
