import type {
  Attendance,
  growthTracks,
  Season,
  TrainingState,
} from '#shared/features/training/training.fields.ts';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { DaySpan } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

type Handle = Reader | Writer;

export const readYear = (reader: Reader, year: number) =>
  reader
    .selectFrom('trainingYear')
    .innerJoin('person as leader', 'leader.id', 'trainingYear.leaderId')
    .leftJoin('person as deputy', 'deputy.id', 'trainingYear.deputyId')
    .select([
      'trainingYear.id',
      'trainingYear.budgetFen',
      'leader.name as leaderName',
      'deputy.name as deputyName',
    ])
    .where('trainingYear.year', '=', year)
    .where('trainingYear.removedAt', 'is', null)
    .executeTakeFirst();

/** Subjects in force at some time of the span. */
export async function listSubjects(reader: Handle, { first, last }: DaySpan, language: Language) {
  const rows = await reader
    .selectFrom('trainingSubject')
    .select(['id', 'name', 'nameEn', 'season', 'track', 'hoursHundredths'])
    .where('removedAt', 'is', null)
    .where('validFrom', '<=', last)
    .where((row) => row.or([row('validTo', 'is', null), row('validTo', '>=', first)]))
    .orderBy('id')
    .$narrowType<{ season: Season }>()
    .execute();
  return rows.map(({ nameEn, ...row }) => ({ ...row, name: saidIn(language, row.name, nameEn) }));
}

/** Sessions of a span that are planned or held, with the pay of an hour of their trainer on the day. */
export const listSessions = (reader: Reader, { first, last }: DaySpan) =>
  reader
    .selectFrom('training')
    .leftJoin('trainer', (join) =>
      join
        .onRef('trainer.personId', '=', 'training.trainerId')
        .on('trainer.removedAt', 'is', null)
        .onRef('trainer.validFrom', '<=', 'training.heldOn')
        .on((row) =>
          row.or([
            row('trainer.validTo', 'is', null),
            row('trainer.validTo', '>=', row.ref('training.heldOn')),
          ]),
        ),
    )
    .leftJoin('person', 'person.id', 'training.trainerId')
    .select((row) => [
      'training.id',
      'training.name',
      'training.subjectId',
      'training.heldOn',
      'training.startsAt',
      'training.endsAt',
      'training.place',
      'training.externalTrainer',
      'training.state',
      'training.hoursHundredths',
      'training.costFen',
      'training.isContest',
      'training.passMark',
      'training.trainerId',
      'training.indicator',
      'training.aim',
      'training.aimBefore',
      'training.aimAfter',
      'person.name as trainerName',
      row.fn.max('trainer.payFen').as('payFen'),
    ])
    .where('training.heldOn', '>=', first)
    .where('training.heldOn', '<=', last)
    .where('training.state', '!=', 'cancelled')
    .where('training.removedAt', 'is', null)
    .groupBy('training.id')
    .orderBy('training.heldOn')
    .orderBy('training.startsAt')
    .orderBy('training.id')
    .$narrowType<{ state: TrainingState }>()
    .execute();

/** Whose seats: of everybody in the sessions of a span, or of one person at any time. */
export type SeatsOf = { readonly span: DaySpan } | { readonly personId: number };

/** 参训 with the session that it is of, planned or held, by the session's day and the person's name. */
export function listSeats(reader: Handle, of: SeatsOf) {
  const seats = reader
    .selectFrom('trainingSeat')
    .innerJoin('training', 'training.id', 'trainingSeat.trainingId')
    .innerJoin('person', 'person.id', 'trainingSeat.personId')
    .select([
      'trainingSeat.trainingId',
      'trainingSeat.personId',
      'trainingSeat.attendance',
      'trainingSeat.score',
      'person.name',
      'training.name as trainingName',
      'training.subjectId',
      'training.heldOn',
      'training.state',
      'training.hoursHundredths',
      'training.passMark',
    ])
    .where('training.state', '!=', 'cancelled')
    .where('training.removedAt', 'is', null)
    .where('trainingSeat.removedAt', 'is', null)
    .orderBy('person.name')
    .orderBy('training.heldOn')
    .$narrowType<{ attendance: Attendance; state: TrainingState }>();
  return (
    'span' in of
      ? seats.where('training.heldOn', '>=', of.span.first).where('training.heldOn', '<=', of.span.last)
      : seats.where('trainingSeat.personId', '=', of.personId)
  ).execute();
}

export type Seat = Awaited<ReturnType<typeof listSeats>>[number];

/** What is kept of people who are still here: of one of them, or of all. */
type OfWhom = { readonly personId: number | null };

/** Certificates, earliest end first; those without an end last. `until`: only those that end by then. */
export function listCertificates(reader: Reader, of: OfWhom & { readonly until: Day | null }) {
  let certificates = reader
    .selectFrom('trainingCertificate as certificate')
    .innerJoin('person', 'person.id', 'certificate.personId')
    .select([
      'certificate.id',
      'certificate.name',
      'certificate.number',
      'certificate.expiresOn',
      'person.name as personName',
    ])
    .where('certificate.removedAt', 'is', null)
    .orderBy('certificate.expiresOn', (order) => order.asc().nullsLast())
    .orderBy('certificate.id');
  if (of.until !== null) certificates = certificates.where('certificate.expiresOn', '<=', of.until);
  return (
    of.personId === null
      ? certificates.where('person.leftOn', 'is', null)
      : certificates.where('certificate.personId', '=', of.personId)
  ).execute();
}

/** Steps of growth. `openBefore`: only those that should be done before a day and were not ticked off. */
export function listSteps(reader: Handle, of: OfWhom & { readonly openBefore: Day | null }) {
  let steps = reader
    .selectFrom('growthStep')
    .innerJoin('person', 'person.id', 'growthStep.personId')
    .leftJoin('trainingSubject as subject', 'subject.id', 'growthStep.subjectId')
    .select([
      'growthStep.id',
      'growthStep.personId',
      'growthStep.track',
      'growthStep.text',
      'growthStep.subjectId',
      'growthStep.dueOn',
      'growthStep.doneOn',
      'person.name as personName',
      'subject.name as subjectName',
      'subject.nameEn as subjectNameEn',
    ])
    .where('growthStep.removedAt', 'is', null)
    .orderBy('growthStep.dueOn')
    .orderBy('growthStep.id')
    .$narrowType<{ track: (typeof growthTracks)[number] }>();
  if (of.openBefore !== null)
    steps = steps.where('growthStep.dueOn', '<', of.openBefore).where('growthStep.doneOn', 'is', null);
  return (
    of.personId === null
      ? steps.where('person.leftOn', 'is', null)
      : steps.where('growthStep.personId', '=', of.personId)
  ).execute();
}
