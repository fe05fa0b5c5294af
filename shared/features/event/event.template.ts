import { z } from 'zod';
import { daysBetween, addDays } from '../../kernel/day.ts';
import type { EventDays } from './event.rules.ts';
import { eventCostCategories, eventPhases } from './event.fields.ts';

const words = (max: number) => z.string().max(max);

/** What a template holds: all of an event but its dates and people; tasks at T±days. */
export const eventTemplateContent = z.object({
  /** Days that the event takes. */
  days: z.number().int().min(1),
  tasks: z.array(
    z.object({
      phase: z.enum(eventPhases),
      offset: z.number().int(),
      text: words(500),
      check: words(300),
    }),
  ),
  roles: z.array(z.object({ role: words(60), duty: words(300).nullable() })),
  materials: z.array(
    z.object({ name: words(100), quantity: z.number().int().min(1), unit: words(20).nullable() }),
  ),
  costs: z.array(
    z.object({ category: z.enum(eventCostCategories), name: words(100), budgetFen: z.number().int().min(0) }),
  ),
});
export type EventTemplateContent = z.infer<typeof eventTemplateContent>;

/** Days that an event takes, both ends counted. */
export const lengthOf = ({ startsOn, endsOn }: EventDays): number =>
  daysBetween(startsOn, endsOn ?? startsOn) + 1;

/** Last day of an event that takes some days. */
export const lastDayOf = (startsOn: string, days: number): string => addDays(startsOn, days - 1);
