import type { GrowthPath, PathStep } from '#shared/features/training/training.contract.ts';
import { growthTracks } from '#shared/features/training/training.fields.ts';
import {
  certificateState,
  learned,
  seasonEnds,
  statesOf,
  wasThere,
} from '#shared/features/training/training.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { saidIn } from '#shared/kernel/language.ts';
import { may } from '#shared/rpc/rights.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, QueryContext } from '#electron/kernel/handler.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { listExamsOf } from '../exam/exam.repository.ts';
import { growthStepRecord } from './training.record.ts';
import { listCertificates, listSeats, listSteps, listSubjects, type Seat } from './training.repository.ts';

type Step = Awaited<ReturnType<typeof listSteps>>[number];

/** The session by which a person learned the subject of a step; undefined where there was none. */
export const sessionOf = (
  { personId, subjectId }: Pick<Step, 'personId' | 'subjectId'>,
  seats: readonly Seat[],
): Seat | undefined =>
  subjectId === null
    ? undefined
    : seats.find(
        (seat) =>
          seat.personId === personId &&
          seat.subjectId === subjectId &&
          seat.state === 'held' &&
          learned(seat, seat.passMark),
      );

const mustReadPerson = async ({ reader }: QueryContext, personId: number) => {
  const person = await reader
    .selectFrom('person')
    .leftJoin('post', 'post.id', 'person.postId')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .select(['person.id', 'person.name', 'post.name as postName', 'department.name as departmentName'])
    .where('person.id', '=', personId)
    .executeTakeFirst();
  if (!person) throw notFound('person', personId);
  return person;
};

/** 成长档案 of a person as somebody may see it: exams of others are for who sees exams. Error: not-found. */
export async function readPath(context: QueryContext, personId: number): Promise<GrowthPath> {
  const { reader, actor, clock } = context;
  const today = clock.today();
  const person = await mustReadPerson(context, personId);
  const seats = await listSeats(reader, { personId });
  const held = seats.filter(({ state }) => state === 'held');
  const steps = await listSteps(reader, { personId, openBefore: null });
  const taught = await reader
    .selectFrom('training')
    .select(({ fn }) => fn.sum<number | null>('hoursHundredths').as('hours'))
    .where('trainerId', '=', personId)
    .where('state', '=', 'held')
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  const shown = (step: Step): Omit<PathStep, 'state'> & { readonly reachedOn: Day | null } => {
    const by = step.doneOn === null ? sessionOf(step, seats) : undefined;
    const { id, text, dueOn, subjectName, subjectNameEn } = step;
    return {
      id,
      text,
      dueOn,
      subjectName: subjectName === null ? null : saidIn(actor.language, subjectName, subjectNameEn),
      reachedOn: step.doneOn ?? by?.heldOn ?? null,
      bySession: by?.trainingName ?? null,
    };
  };
  const exams =
    personId === actor.personId || may(actor.roles, 'exam.read')
      ? await listExamsOf(reader, personId, actor.language)
      : null;
  return {
    personId,
    name: person.name,
    postName: person.postName,
    departmentName: person.departmentName,
    tracks: growthTracks.flatMap((track) => {
      const own = steps.filter((step) => step.track === track);
      return own.length === 0 ? [] : [{ track, steps: statesOf(own.map(shown), today) }];
    }),
    learnedHours: held
      .filter(({ attendance }) => wasThere(attendance))
      .reduce((sum, { hoursHundredths }) => sum + hoursHundredths, 0),
    taughtHours: taught?.hours ?? 0,
    sessions: held
      .toReversed()
      .map(({ trainingId, trainingName, heldOn, hoursHundredths, attendance, score, passMark }) => ({
        id: trainingId,
        name: trainingName,
        heldOn,
        hours: hoursHundredths,
        attendance,
        score,
        passMark,
      })),
    certificates: (await listCertificates(reader, { personId, until: null })).map((one) => ({
      ...one,
      state: certificateState(one.expiresOn, today),
    })),
    exams:
      exams?.map(({ examId, name, heldOn, state, score, passed }) => ({
        examId,
        name,
        heldOn,
        state,
        score,
        passed,
      })) ?? null,
  };
}

/** A step for each subject of a track and of those for everybody that the person has none of. Errors: not-found, `growth-laid`. */
export async function layPath(
  context: CommandContext,
  asked: { readonly personId: number; readonly track: (typeof growthTracks)[number]; readonly year: number },
): Promise<{ steps: number }> {
  const { writer, actor } = context;
  const { personId, track, year } = asked;
  await mustReadPerson({ ...context, reader: writer }, personId);
  const span = { first: `${year}-01-01`, last: `${year}-12-31` };
  const known = new Set(
    (await listSteps(writer, { personId, openBefore: null }))
      .filter((step) => step.track === track)
      .map(({ subjectId }) => subjectId),
  );
  const subjects = (await listSubjects(writer, span, actor.language)).filter(
    (subject) => (subject.track === track || subject.track === 'everybody') && !known.has(subject.id),
  );
  if (subjects.length === 0) throw ruleViolated('growth-laid');
  for (const subject of subjects)
    await createRecord(context, growthStepRecord, {
      personId,
      track,
      text: subject.name,
      subjectId: subject.id,
      dueOn: seasonEnds(subject.season, year),
      doneOn: null,
      note: null,
    });
  return { steps: subjects.length };
}
