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

export type Booked = Times & {
  readonly id: number;
  readonly trainerId: number | null;
  readonly place: string | null;
  /** Who takes part. */
  readonly people: readonly number[];
};

export type Clash = {
  readonly id: number;
  readonly withId: number;
  readonly kind: 'trainer' | 'place' | 'person';
  /** Of `person`: who is wanted twice, trainers included. */
  readonly personId: number | null;
};

/**
 * 冲突 of sessions at the same time: one trainer twice, one place twice, somebody in two places. Each pair once, the earlier id
 * first. The gate keeps them out of what is typed; imports and the way out of the bin may bring them.
 */
export function clashesOf(sessions: readonly Booked[]): readonly Clash[] {
  const found: Clash[] = [];
  const sorted = sessions.toSorted((a, b) => a.id - b.id);
  for (const [at, one] of sorted.entries())
    for (const other of sorted.slice(at + 1)) {
      if (!overlap(one, other)) continue;
      const clash = { id: one.id, withId: other.id };
      if (one.trainerId !== null && one.trainerId === other.trainerId)
        found.push({ ...clash, kind: 'trainer', personId: one.trainerId });
      if (one.place !== null && one.place === other.place)
        found.push({ ...clash, kind: 'place', personId: null });
      const there = new Set([...one.people, ...(one.trainerId === null ? [] : [one.trainerId])]);
      for (const personId of new Set([
        ...other.people,
        ...(other.trainerId === null ? [] : [other.trainerId]),
      ]))
        if (there.has(personId) && !(personId === one.trainerId && personId === other.trainerId))
          found.push({ ...clash, kind: 'person', personId });
    }
  return found;
}

export type StepState = 'done' | 'late' | 'next' | 'later';

/** 成长步骤 with how far they are: in the order of their days, the first open one that is not late is the next. */
export function statesOf<One extends { readonly dueOn: Day; readonly reachedOn: Day | null }>(
  steps: readonly One[],
  today: Day,
): readonly (One & { readonly state: StepState })[] {
  const sorted = steps.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const next = sorted.find(({ dueOn, reachedOn }) => reachedOn === null && dueOn >= today);
  return sorted.map((step) => ({
    ...step,
    state: step.reachedOn !== null ? 'done' : step.dueOn < today ? 'late' : step === next ? 'next' : 'later',
  }));
}

/** Last day of a season in a year, by which a step of its subjects is due. */
export const seasonEnds = (season: Season, year: number): Day =>
  `${year}-${{ basics: '03-31', practice: '06-30', contest: '09-30', harvest: '12-31' }[season]}`;

/** Whether a session that was held counts as learned: there, and above its pass mark where there is one. */
export const learned = (
  seat: { readonly attendance: Attendance; readonly score: number | null },
  passMark: number | null,
): boolean =>
  wasThere(seat.attendance) && (passMark === null || (seat.score !== null && seat.score >= passMark));
