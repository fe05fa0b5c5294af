import type {
  PersonHours,
  SeasonFigures,
  trainingContract,
  TrainingYear,
} from '#shared/features/training/training.contract.ts';
import { seasons, type Season } from '#shared/features/training/training.fields.ts';
import {
  certificateState,
  extraPay,
  ranked,
  renewWithinDays,
  seasonOf,
  wasThere,
} from '#shared/features/training/training.rules.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { trainingRecord } from './training.record.ts';
import {
  listEnding,
  listLateSteps,
  listSeats,
  listSessions,
  listSubjects,
  readYear,
} from './training.repository.ts';

type Session = Awaited<ReturnType<typeof listSessions>>[number];
type Seat = Awaited<ReturnType<typeof listSeats>>[number];
type Subject = Awaited<ReturnType<typeof listSubjects>>[number];

const sum = <One>(rows: readonly One[], of: (row: One) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const rate = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 10_000) / whole);
const payOf = ({ hoursHundredths, payFen }: Session): number => extraPay(hoursHundredths, payFen ?? 0);

function figuresOf(
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
function hoursOfPeople(sessions: readonly Session[], seats: readonly Seat[]): PersonHours[] {
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

export const trainingHandlers: HandlersOf<typeof trainingContract> = {
  ...recordHandlers(trainingRecord),

  async year({ year }, { reader, actor, clock }): Promise<TrainingYear> {
    const span = { first: `${year}-01-01`, last: `${year}-12-31` };
    const today = clock.today();
    const head = await readYear(reader, year);
    const subjects = await listSubjects(reader, span, actor.language);
    const sessions = await listSessions(reader, span);
    const seats = await listSeats(reader, span);
    const ending = await listEnding(reader, addDays(today, renewWithinDays));
    return {
      year,
      id: head?.id ?? null,
      leaderName: head?.leaderName ?? null,
      deputyName: head?.deputyName ?? null,
      budgetFen: head?.budgetFen ?? null,
      seasons: seasons.map((season) => figuresOf(season, { sessions, seats, subjects })),
      people: hoursOfPeople(sessions, seats),
      contests: sessions
        .filter(({ isContest, state }) => isContest === 1 && state === 'held')
        .map(({ id, name, heldOn }) => ({
          trainingId: id,
          name,
          heldOn,
          places: ranked(
            seats.flatMap((seat) =>
              seat.trainingId === id && seat.score !== null
                ? [{ personId: seat.personId, name: seat.name, score: seat.score }]
                : [],
            ),
          ).map(({ place, name: who, score }) => ({ place, name: who, score })),
        })),
      effects: sessions.flatMap(({ id, name, state, aim, aimBefore, aimAfter }) =>
        state === 'held' && aim
          ? [{ trainingId: id, name, aim, before: aimBefore || null, after: aimAfter || null }]
          : [],
      ),
      certificates: ending.map((one) => ({
        ...one,
        state: certificateState(one.expiresOn, today) === 'over' ? ('over' as const) : ('soon' as const),
      })),
      lateSteps: await listLateSteps(reader, today),
    };
  },
};
