import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { PersonHoldings } from '#renderer/features/assignment/person-holdings.tsx';
import { GrowthSection } from '#renderer/features/training/growth-section.tsx';
import { personLayout } from './person.layout.ts';

/** One person, with what hangs on them and how far they have come in training. */
export function PersonFormScreen(): ReactNode {
  return (
    <RecordForm
      layout={personLayout}
      renderAbove={({ id, record }) => <PersonHoldings personId={id} isRemoved={record.removedAt !== null} />}
      renderBelow={({ id }) => <GrowthSection personId={id} />}
    />
  );
}
