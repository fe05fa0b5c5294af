import {
  growthStepFields,
  trainerFields,
  trainingCertificateFields,
  trainingFields,
  trainingSeatFields,
  trainingSubjectFields,
  trainingYearFields,
} from '#shared/features/training/training.fields.ts';
import { hoursOf, minutesOf } from '#shared/features/training/training.rules.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';
import { seatMayBe, trainingMayBe } from './training.gate.ts';

export const trainingRecord = {
  feature: 'training',
  table: 'training',
  fields: trainingFields,
  readRight: 'training.read',
  title: 'name',
  detail: 'heldOn',
  gate: trainingMayBe,
  compute: ({ startsAt, endsAt }) => ({ hoursHundredths: hoursOf(String(startsAt), String(endsAt)) }),
  check({ startsAt, endsAt, passMark }) {
    if (minutesOf(String(startsAt)) === undefined) throw invalidField('values.startsAt', 'not-a-time');
    if (minutesOf(String(endsAt)) === undefined) throw invalidField('values.endsAt', 'not-a-time');
    if (String(endsAt) <= String(startsAt)) throw invalidField('values.endsAt', 'ends-before-start');
    if (typeof passMark === 'number' && passMark > 100) throw invalidField('values.passMark', 'mark-range');
  },
} satisfies RecordDefinition;

export const trainingSeatRecord = {
  feature: 'trainingSeat',
  table: 'trainingSeat',
  fields: trainingSeatFields,
  readRight: 'training.read',
  title: 'attendance',
  indexed: false,
  gate: seatMayBe,
} satisfies RecordDefinition;

export const trainingYearRecord = {
  feature: 'trainingYear',
  table: 'trainingYear',
  fields: trainingYearFields,
  readRight: 'training.read',
  title: 'year',
  indexed: false,
} satisfies RecordDefinition;

export const trainingSubjectRecord = {
  feature: 'trainingSubject',
  table: 'trainingSubject',
  fields: trainingSubjectFields,
  readRight: 'training.read',
  title: 'name',
  titleEn: 'nameEn',
  indexed: false,
  check: checkValidSpan,
} satisfies RecordDefinition;

export const trainerRecord = {
  feature: 'trainer',
  table: 'trainer',
  fields: trainerFields,
  readRight: 'training.read',
  title: 'field',
  indexed: false,
  check: checkValidSpan,
} satisfies RecordDefinition;

export const growthStepRecord = {
  feature: 'growthStep',
  table: 'growthStep',
  fields: growthStepFields,
  readRight: 'training.read',
  title: 'text',
  detail: 'dueOn',
  indexed: false,
} satisfies RecordDefinition;

export const trainingCertificateRecord = {
  feature: 'trainingCertificate',
  table: 'trainingCertificate',
  fields: trainingCertificateFields,
  readRight: 'training.read',
  title: 'name',
  detail: 'number',
  indexed: false,
  check({ issuedOn, expiresOn }) {
    if (typeof expiresOn === 'string' && expiresOn < String(issuedOn))
      throw invalidField('values.expiresOn', 'ends-before-start');
  },
} satisfies RecordDefinition;
