import type {
  EffectMonth,
  MeasuredEffect,
  TrainingEffect,
} from '#shared/features/training/training.contract.ts';
import { isFlow } from '#shared/features/indicator/indicator.definition.ts';
import { wasThere } from '#shared/features/training/training.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, type Month } from '#shared/kernel/period.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { figureReaderOn } from '../indicator/indicator.figures.ts';
import type { FigureReader } from '../indicator/indicator.reader.ts';
import { listSeats } from './training.repository.ts';

/** Months before and after a session whose figures are shown. */
const monthsAround = 3;
const ofStore = { level: 'store', departmentId: null, personId: null } as const;

/** The sum of an indicator over people in a month; null where it does not add up or one of them has none. */
async function peopleTogether(
  read: FigureReader,
  key: string,
  month: Month,
  people: readonly number[],
): Promise<number | null> {
  const definition = read.library.find(key);
  if (!definition || !isFlow(definition) || people.length === 0) return null;
  let sum = 0;
  for (const personId of people) {
    const { value } = await read.read(key, month, { level: 'person', departmentId: null, personId });
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

async function monthOfEffect(
  read: FigureReader,
  key: string,
  asked: { readonly month: Month; readonly heldIn: Month; readonly people: readonly number[] },
): Promise<EffectMonth> {
  const { month, heldIn, people } = asked;
  const { value, missing } = await read.read(key, month, ofStore);
  return {
    month,
    when: month < heldIn ? 'before' : month === heldIn ? 'session' : 'after',
    store: value,
    missing,
    people: await peopleTogether(read, key, month, people),
    running: monthDays(month).last >= read.today,
  };
}

/** 培训效果 of a session: its indicator in the three months before and after, as far as they have begun. Error: not-found. */
export async function readEffect(
  { reader, clock, actor }: QueryContext,
  id: number,
): Promise<TrainingEffect> {
  const training = await reader
    .selectFrom('training')
    .select(['indicator', 'heldOn'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!training) throw notFound('training', id);
  const { indicator, heldOn } = training;
  const seats = await listSeats(reader, { span: { first: heldOn, last: heldOn } });
  const people = seats
    .filter(({ trainingId, attendance }) => trainingId === id && wasThere(attendance))
    .map(({ personId }) => personId);
  if (indicator === null) return { indicator, participants: people.length, months: [] };
  const today = clock.today();
  const read = await figureReaderOn(reader, today, today, actor);
  const heldIn = monthOf(heldOn);
  const months: EffectMonth[] = [];
  for (let by = -monthsAround; by <= monthsAround; by += 1) {
    const month = addMonthsTo(heldIn, by);
    if (month <= monthOf(today)) months.push(await monthOfEffect(read, indicator, { month, heldIn, people }));
  }
  return { indicator, participants: people.length, months };
}

/** Of the store in short: the month before a session, and the latest full one of the three after it. */
export async function measuredEffect(
  read: FigureReader,
  indicator: string,
  heldOn: Day,
): Promise<MeasuredEffect> {
  const heldIn = monthOf(heldOn);
  const of = (by: number): Promise<EffectMonth> =>
    monthOfEffect(read, indicator, { month: addMonthsTo(heldIn, by), heldIn, people: [] });
  const over = [3, 2, 1].find((by) => monthDays(addMonthsTo(heldIn, by)).last < read.today);
  return { indicator, before: await of(-1), after: over === undefined ? null : await of(over) };
}
