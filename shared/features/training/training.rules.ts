import { addDays, type Day } from '../../kernel/day.ts';
import { seasons, type Attendance, type Season } from './training.fields.ts';

const timeOfDay = /^([01]\d|2[0-3]):([0-5]\d)$/u;

/** Minutes since midnight of `08:30`; undefined where it is no time of day. */
export function minutesOf(time: string): number | undefined {
  const found = timeOfDay.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** 课时 of a session in hundredths of hours, rounded to the nearest; 0 where the times are none or the wrong way round. */
export function hoursOf(startsAt: string, endsAt: string): number {
  const from = minutesOf(startsAt);
  const to = minutesOf(endsAt);
  return from === undefined || to === undefined || to <= from ? 0 : Math.round(((to - from) * 100) / 60);
}

/** The season that a day lies in. */
export const seasonOf = (day: Day): Season =>
  seasons[Math.floor((Number(day.slice(5, 7)) - 1) / 3)] ?? 'harvest';

export type Times = { readonly heldOn: Day; readonly startsAt: string; readonly endsAt: string };

/** Whether two sessions are at the same time; one that begins when the other ends is not. */
export const overlap = (a: Times, b: Times): boolean =>
  a.heldOn === b.heldOn && a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** 出勤: there for the session, in time or not. */
export const wasThere = (attendance: Attendance): boolean =>
  attendance === 'present' || attendance === 'late';

/** 内训师增加的绩效 of a session in fen: its hours at the pay of an hour, half a fen up. */
export const extraPay = (hoursHundredths: number, payFen: number): number =>
  Math.round((hoursHundredths * payFen) / 100);

export type Scored = { readonly personId: number; readonly score: number };

/** 排名 by score, highest first; equal ones share a place, the next one is counted on. */
export function ranked<One extends Scored>(
  scores: readonly One[],
): readonly (One & { readonly place: number })[] {
  const sorted = [...scores].sort((a, b) => b.score - a.score || a.personId - b.personId);
  return sorted.map((one) => ({ ...one, place: 1 + sorted.findIndex(({ score }) => score === one.score) }));
}

/** Days before its end in which a certificate asks to be renewed. */
export const renewWithinDays = 60;

/** Whether a certificate is over, or ends within the days before which it asks to be renewed. */
export const certificateState = (expiresOn: Day | null, today: Day): 'good' | 'soon' | 'over' =>
  expiresOn === null || expiresOn > addDays(today, renewWithinDays)
    ? 'good'
    : expiresOn < today
      ? 'over'
      : 'soon';
