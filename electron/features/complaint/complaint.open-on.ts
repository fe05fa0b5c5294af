import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Day } from '#shared/kernel/day.ts';

/** Complaints that had come in and were not closed at the end of a day. What was opened again counts as open all the time. */
export const complaintOpenOn = (day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`complaint.received_on <= ${day} and (complaint.state != 'closed' or complaint.closed_on > ${day})`;
