import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { calendarDayLayout } from './calendar.layout.ts';

export function CalendarDayFormScreen(): ReactNode {
  return <RecordForm layout={calendarDayLayout} />;
}
