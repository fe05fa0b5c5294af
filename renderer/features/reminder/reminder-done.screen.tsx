import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { reminderDoneLayout } from './reminder.layout.ts';

/** 已办记录 of all vehicles. */
export function ReminderDoneListScreen(): ReactNode {
  return <RecordList {...reminderDoneLayout} />;
}

export function ReminderDoneFormScreen(): ReactNode {
  return <RecordForm layout={reminderDoneLayout} />;
}
