import type { MeetingView } from '#shared/features/meeting/meeting.contract.ts';

/** What every part of the meeting's page works on. */
export type Surface = {
  readonly view: MeetingView;
  /** A draft, and the person may write in it. */
  readonly editable: boolean;
};

export const meetingTabs = ['progress', 'resources', 'plan', 'record', 'actions', 'attendance'] as const;
export type MeetingTab = (typeof meetingTabs)[number];
