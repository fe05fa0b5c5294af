import type { PersonHours, SeasonFigures } from '#shared/features/training/training.contract.ts';
import type { Season } from '#shared/features/training/training.fields.ts';
import { extraPay, seasonOf, wasThere } from '#shared/features/training/training.rules.ts';
import type { listSessions, listSubjects, Seat } from './training.repository.ts';

export type Session = Awaited<ReturnType<typeof listSessions>>[number];
type Subject = Awaited<ReturnType<typeof listSubjects>>[number];

const sum = <One>(rows: readonly One[], of: (row: One) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const rate = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 10_000) / whole);
const payOf = ({ hoursHundredths, payFen }: Session): number => extraPay(hoursHundredths, payFen ?? 0);

/** 成长季 figures of the sessions held and planned, by the seats of those held. */
export function figuresOf(
  season: Season,
  year: {
    readonly sessions: readonly Session[];
    readonly seats: readonly Seat[];
    readonly subjects: readonly Subject[];
  },
): SeasonFigures {
  const sessions = year.sessions.filter(({ heldOn }) => seasonOf(heldOn) === season);
  const held = sessions.filter(({ state }) => state === 'held');
  const byId = new Map(held.map((one) => [one.id, one]));
  const seats = year.seats.filter(({ trainingId }) => byId.has(trainingId));
  const expected = seats.filter(({ attendance }) => attendance !== 'excused');
  const marked = seats.flatMap(({ trainingId, score }) => {
    const passMark = byId.get(trainingId)?.passMark ?? null;
    return score === null || passMark === null ? [] : [score >= passMark];
  });
  const subjects = year.subjects.filter((subject) => subject.season === season);
  const taught = new Set(year.sessions.map(({ subjectId }) => subjectId));
  return {
    season,
    plannedHours: sum(subjects, ({ hoursHundredths }) => hoursHundredths),
    sessions: sessions.length,
    arrangedHours: sum(sessions, ({ hoursHundredths }) => hoursHundredths),
    heldHours: sum(held, ({ hoursHundredths }) => hoursHundredths),
    costFen: sum(held, ({ costFen }) => costFen),
    extraPayFen: sum(held, payOf),
    attendanceBasisPoints: rate(
      expected.filter(({ attendance }) => wasThere(attendance)).length,
      expected.length,
    ),
    passBasisPoints: rate(marked.filter(Boolean).length, marked.length),
    missing: subjects.filter(({ id }) => !taught.has(id)).map(({ id, name }) => ({ id, name })),
  };
}

/** Hours of everybody who learned or taught in sessions that were held; most hours first. */
export function hoursOfPeople(sessions: readonly Session[], seats: readonly Seat[]): PersonHours[] {
  const held = new Map(sessions.filter(({ state }) => state === 'held').map((one) => [one.id, one]));
  const names = new Map(seats.map(({ personId, name }) => [personId, name]));
  for (const { trainerId, trainerName } of held.values())
    if (trainerId !== null) names.set(trainerId, trainerName ?? '');
  const people = [...names].map(([personId, name]): PersonHours => {
    const own = seats.filter((seat) => seat.personId === personId);
    const taught = [...held.values()].filter(({ trainerId }) => trainerId === personId);
    const scores = own.flatMap(({ score }) => (score === null ? [] : [score]));
    return {
      personId,
      name,
      learnedHours: sum(
        own.filter(({ attendance }) => wasThere(attendance)),
        ({ trainingId }) => held.get(trainingId)?.hoursHundredths ?? 0,
      ),
      taughtHours: sum(taught, ({ hoursHundredths }) => hoursHundredths),
      extraPayFen: sum(taught, payOf),
      averageScore: scores.length === 0 ? null : Math.round(sum(scores, (score) => score) / scores.length),
    };
  });
  return people.sort((a, b) => b.learnedHours - a.learnedHours || a.personId - b.personId);
}
