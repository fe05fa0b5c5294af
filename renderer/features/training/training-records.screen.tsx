import type { ReactNode } from 'react';
import { trainingSeatFields } from '#shared/features/training/training.fields.ts';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { SubRecords } from '#renderer/components/record-form/sub-records.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { EffectSection } from './effect-section.tsx';
import { certificatePaper } from './training.queries.ts';
import {
  growthStepLayout,
  trainerLayout,
  trainingCertificateLayout,
  trainingLayout,
  trainingSubjectLayout,
  trainingYearLayout,
} from './training.layout.ts';

export function TrainingListScreen(): ReactNode {
  return <RecordList {...trainingLayout} />;
}

/** 培训 with everybody who takes part: attendance and marks are written in place. */
export function TrainingFormScreen(): ReactNode {
  return (
    <RecordForm
      layout={trainingLayout}
      renderBelow={({ id, readOnly }) => (
        <>
          <SubRecords
            heading="seats"
            feature="trainingSeat"
            fields={trainingSeatFields}
            parent={{ field: 'trainingId', id }}
            columns={['personId', 'attendance', 'score', 'note']}
            widths={{ personId: 200, attendance: 140, score: 100 }}
            readOnly={readOnly}
          />
          <EffectSection id={id} readOnly={readOnly} />
        </>
      )}
    />
  );
}

export function TrainingYearListScreen(): ReactNode {
  return <RecordList {...trainingYearLayout} />;
}

export function TrainingYearFormScreen(): ReactNode {
  return <RecordForm layout={trainingYearLayout} />;
}

export function TrainingSubjectListScreen(): ReactNode {
  return <RecordList {...trainingSubjectLayout} />;
}

export function TrainingSubjectFormScreen(): ReactNode {
  return <RecordForm layout={trainingSubjectLayout} />;
}

export function TrainerListScreen(): ReactNode {
  return <RecordList {...trainerLayout} />;
}

export function TrainerFormScreen(): ReactNode {
  return <RecordForm layout={trainerLayout} />;
}

export function GrowthStepListScreen(): ReactNode {
  return <RecordList {...growthStepLayout} />;
}

export function GrowthStepFormScreen(): ReactNode {
  return <RecordForm layout={growthStepLayout} />;
}

export function TrainingCertificateListScreen(): ReactNode {
  return <RecordList {...trainingCertificateLayout} />;
}

/** 证书 of a person; what the store issued is printed on one page. */
export function TrainingCertificateFormScreen(): ReactNode {
  const { t } = useTexts();
  return (
    <RecordForm
      layout={trainingCertificateLayout}
      renderAbove={({ id, record }) =>
        record['issuer'] === null ? (
          <div>
            <PaperButton
              name={String(record['number'] ?? record['name'])}
              label={t('training.printCertificate')}
              load={certificatePaper(id)}
              inHead
              byKey
            />
          </div>
        ) : null
      }
    />
  );
}
