import {
  growthStepFields,
  trainerFields,
  trainingCertificateFields,
  trainingFields,
  trainingSubjectFields,
  trainingYearFields,
} from '#shared/features/training/training.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const trainingLayout: RecordLayout = {
  feature: 'training',
  fields: trainingFields,
  title: ['name'],
  startsToday: ['heldOn'],
  usualSort: [{ field: 'heldOn', descending: true }],
  groups: [
    { name: 'basic', fields: ['name', 'subjectId', 'way', 'state'] },
    { name: 'dates', fields: ['heldOn', 'startsAt', 'endsAt', 'hoursHundredths', 'place'] },
    { name: 'people', fields: ['trainerId', 'externalTrainer', 'costFen'] },
    { name: 'exam', fields: ['passMark', 'isContest', 'aim', 'aimBefore', 'aimAfter'] },
    { name: 'note', fields: ['note'] },
  ],
};

export const trainingYearLayout: RecordLayout = {
  feature: 'trainingYear',
  fields: trainingYearFields,
  title: ['year'],
  usualSort: [{ field: 'year', descending: true }],
  groups: [
    { name: 'basic', fields: ['year', 'leaderId', 'deputyId', 'budgetFen'] },
    { name: 'note', fields: ['note'] },
  ],
};

export const trainingSubjectLayout: RecordLayout = {
  feature: 'trainingSubject',
  fields: trainingSubjectFields,
  title: ['name'],
  titleEn: 'nameEn',
  startsToday: ['validFrom'],
  usualSort: [{ field: 'id', descending: false }],
  groups: [
    { name: 'basic', fields: ['name', 'nameEn', 'season', 'track', 'hoursHundredths'] },
    { name: 'validity', fields: ['validFrom', 'validTo'] },
    { name: 'note', fields: ['note'] },
  ],
};

export const trainerLayout: RecordLayout = {
  feature: 'trainer',
  fields: trainerFields,
  title: ['personId'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'validFrom', descending: true }],
  groups: [
    { name: 'basic', fields: ['personId', 'payFen', 'field'] },
    { name: 'validity', fields: ['validFrom', 'validTo'] },
    { name: 'note', fields: ['note'] },
  ],
};

export const growthStepLayout: RecordLayout = {
  feature: 'growthStep',
  fields: growthStepFields,
  title: ['personId', 'text'],
  usualSort: [{ field: 'dueOn', descending: false }],
  groups: [
    { name: 'basic', fields: ['personId', 'track', 'text', 'subjectId', 'dueOn', 'doneOn'] },
    { name: 'note', fields: ['note'] },
  ],
};

export const trainingCertificateLayout: RecordLayout = {
  feature: 'trainingCertificate',
  fields: trainingCertificateFields,
  title: ['name'],
  startsToday: ['issuedOn'],
  usualSort: [{ field: 'expiresOn', descending: false }],
  groups: [
    { name: 'basic', fields: ['personId', 'name', 'issuer', 'number', 'issuedOn', 'expiresOn'] },
    { name: 'note', fields: ['note'] },
  ],
};
