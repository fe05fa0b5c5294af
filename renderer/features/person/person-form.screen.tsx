import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { GrowthSection } from '#renderer/features/training/growth-section.tsx';
import { personLayout } from './person.layout.ts';

/** One person, with how far they have come in training. */
export function PersonFormScreen(): ReactNode {
  return <RecordForm layout={personLayout} renderBelow={({ id }) => <GrowthSection personId={id} />} />;
}
