import type { MeetingDecision } from '#shared/features/meeting/meeting.contract.ts';
import type { Reader } from '#electron/kernel/database.ts';

/** Decisions taken in a meeting, in the order of their numbers. */
export async function readDecisions(reader: Reader, meetingId: number): Promise<MeetingDecision[]> {
  return reader
    .selectFrom('decision')
    .select(['id', 'number', 'text', 'guidance', 'method', 'timing', 'supervision', 'logistics', 'incentive'])
    .where('meetingId', '=', meetingId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
}
