import type { Attendance, Season, TrainingState } from '#shared/features/training/training.fields.ts';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';

type Span = { readonly first: Day; readonly last: Day };

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

/** Subjects in force at some time of the year. */
export async function listSubjects(reader: Reader, { first, last }: Span, language: Language) {
  const rows = await reader
    .selectFrom('trainingSubject')
    .select(['id', 'name', 'nameEn', 'season', 'hoursHundredths'])
    .where('removedAt', 'is', null)
    .where('validFrom', '<=', last)
    .where((row) => row.or([row('validTo', 'is', null), row('validTo', '>=', first)]))
    .orderBy('id')
    .$narrowType<{ season: Season }>()
    .execute();
  return rows.map(({ nameEn, ...row }) => ({ ...row, name: saidIn(language, row.name, nameEn) }));
}

/** Sessions of the year that are planned or held, with the pay of an hour of their trainer on the day. */
export const listSessions = (reader: Reader, { first, last }: Span) =>
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
      'training.state',
      'training.hoursHundredths',
      'training.costFen',
      'training.isContest',
      'training.passMark',
      'training.trainerId',
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
    .orderBy('training.id')
    .$narrowType<{ state: TrainingState }>()
    .execute();

/** Who took part in the sessions held in the year. */
export const listSeats = (reader: Reader, { first, last }: Span) =>
  reader
    .selectFrom('trainingSeat')
    .innerJoin('training', 'training.id', 'trainingSeat.trainingId')
    .innerJoin('person', 'person.id', 'trainingSeat.personId')
    .select([
      'trainingSeat.trainingId',
      'trainingSeat.personId',
      'trainingSeat.attendance',
      'trainingSeat.score',
      'person.name',
    ])
    .where('training.heldOn', '>=', first)
    .where('training.heldOn', '<=', last)
    .where('training.state', '=', 'held')
    .where('training.removedAt', 'is', null)
    .where('trainingSeat.removedAt', 'is', null)
    .orderBy('person.name')
    .$narrowType<{ attendance: Attendance }>()
    .execute();

/** Certificates that end until a day, of people who are still here. */
export const listEnding = (reader: Reader, until: Day) =>
  reader
    .selectFrom('trainingCertificate as certificate')
    .innerJoin('person', 'person.id', 'certificate.personId')
    .select(['certificate.id', 'certificate.name', 'certificate.expiresOn', 'person.name as personName'])
    .where('certificate.expiresOn', '<=', until)
    .where('certificate.removedAt', 'is', null)
    .where('person.leftOn', 'is', null)
    .orderBy('certificate.expiresOn')
    .orderBy('certificate.id')
    .$narrowType<{ expiresOn: Day }>()
    .execute();

/** Steps of growth that should be done by now, of people who are still here. */
export const listLateSteps = (reader: Reader, today: Day) =>
  reader
    .selectFrom('growthStep')
    .innerJoin('person', 'person.id', 'growthStep.personId')
    .select(['growthStep.id', 'growthStep.text', 'growthStep.dueOn', 'person.name as personName'])
    .where('growthStep.dueOn', '<', today)
    .where('growthStep.doneOn', 'is', null)
    .where('growthStep.removedAt', 'is', null)
    .where('person.leftOn', 'is', null)
    .orderBy('growthStep.dueOn')
    .orderBy('growthStep.id')
    .execute();
