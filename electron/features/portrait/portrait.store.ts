import type { PortraitTerms } from '#shared/features/portrait/portrait.content.ts';
import { rowLength, place, type PortraitBase } from '#shared/features/portrait/portrait-facts.ts';
import { measureOf, portraitAt, type CustomerPortrait } from '#shared/features/portrait/portrait.rules.ts';
import { dayNumber, type Day } from '#shared/kernel/day.ts';
import type { DeskDatabase, Reader, Writer } from '#electron/kernel/database.ts';
import { keptReading } from '#electron/kernel/kept-reading.ts';
import { rowsOf } from '#electron/kernel/read-rows.ts';
import { readPortraitBase } from './portrait.base.ts';
import { ruleOn } from './portrait.edition.ts';

/** Features whose records portraits are made of. */
const sources = [
  'customer',
  'repair',
  'order',
  'delivery',
  'vehicle',
  'complaint',
  'evaluation',
  'followUp',
  'reminderCall',
  'reminderDone',
  'reminderAppointment',
  'membership',
];

export type Portraits = {
  /** What portraits of a day are reckoned from. */
  base(today: Day): Promise<PortraitBase>;
  /** All living customers of the store by the rule of the day, in the order of their ids. */
  all(reader: Reader | Writer, today: Day): Promise<readonly CustomerPortrait[]>;
};

/** Portraits of every customer of a base. */
export function portraitsOf(base: PortraitBase, terms: PortraitTerms, today: Day): CustomerPortrait[] {
  const measure = measureOf(terms, dayNumber(today));
  return Array.from({ length: base.count }, (_, index) => portraitAt(base, index, measure));
}

/** Where a customer stands in a base; -1: not in it. */
export function indexOfCustomer({ rows, count }: PortraitBase, customerId: number): number {
  for (let index = 0; index < count; index += 1)
    if (rows[index * rowLength + place.customerId] === customerId) return index;
  return -1;
}

/**
 * Segments and risks of a whole store, reckoned when they are asked for and never stored; what they are made of is kept as
 * long as nobody writes to it. One for each open store.
 */
export function createPortraits(database: DeskDatabase): Portraits {
  const sqlite = database.raw.reader;
  const kept = keptReading(sqlite, sources, (today) => readPortraitBase(rowsOf(sqlite), today));
  let last:
    | { readonly base: PortraitBase; readonly terms: string; readonly all: readonly CustomerPortrait[] }
    | undefined;
  return {
    base: (today) => kept.get(today),
    async all(reader, today) {
      const base = await kept.get(today);
      const { content } = await ruleOn(reader, today);
      const terms = JSON.stringify(content);
      if (last?.base !== base || last.terms !== terms)
        last = { base, terms, all: portraitsOf(base, content, today) };
      return last.all;
    },
  };
}
