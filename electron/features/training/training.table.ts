import type {
  growthStepFields,
  trainerFields,
  trainingCertificateFields,
  trainingFields,
  trainingSeatFields,
  trainingSubjectFields,
  trainingYearFields,
} from '#shared/features/training/training.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    growthStep: RecordTable<typeof growthStepFields>;
    trainer: RecordTable<typeof trainerFields>;
    training: RecordTable<typeof trainingFields>;
    trainingCertificate: RecordTable<typeof trainingCertificateFields>;
    trainingSeat: RecordTable<typeof trainingSeatFields>;
    trainingSubject: RecordTable<typeof trainingSubjectFields>;
    trainingYear: RecordTable<typeof trainingYearFields>;
  }
}
