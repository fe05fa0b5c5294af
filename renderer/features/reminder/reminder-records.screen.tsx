import type { ReactNode } from 'react';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList, type ShownRows } from '#renderer/components/record-list/record-list.tsx';
import { MakeCampaign } from '#renderer/features/campaign/make-campaign.tsx';
import { reminderAppointmentLayout, reminderCallLayout, reminderCapacityLayout } from './reminder.layout.ts';

const cells: Cells = { confirmed: (row) => <CheckedMark checked={row['confirmed'] === true} /> };

const callActions = (shown: ShownRows): ReactNode => <MakeCampaign feature="reminderCall" shown={shown} />;

/** 邀约记录. */
export function CallRecordListScreen(): ReactNode {
  return <RecordList {...reminderCallLayout} actions={callActions} />;
}

export function CallRecordScreen(): ReactNode {
  return <RecordForm layout={reminderCallLayout} />;
}

/** 预约记录. */
export function AppointmentRecordListScreen(): ReactNode {
  return <RecordList {...reminderAppointmentLayout} />;
}

export function AppointmentRecordScreen(): ReactNode {
  return <RecordForm layout={reminderAppointmentLayout} />;
}

/** 预约工位: bays in each hour of the days of a week. */
export function CapacityListScreen(): ReactNode {
  return <RecordList {...reminderCapacityLayout} cells={cells} />;
}

export function CapacityFormScreen(): ReactNode {
  return <RecordForm layout={reminderCapacityLayout} />;
}
