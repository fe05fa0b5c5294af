import { sql } from 'kysely';
import type { Writer } from './database.ts';
import { keptDays } from './old-files.ts';

const dayMs = 86_400_000;

/**
 * Takes out of jobs that ended more than 30 days before `now` (an instant) what quotes files of customers: the problems of an
 * import, with the cells as they stood there, and the name of a file that is gone as well. Their counts stay.
 */
export async function thinOldJobs(writer: Writer, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - keptDays.jobFile * dayMs).toISOString();
  await writer
    .updateTable('job')
    .set({
      result: sql<string | null>`json_remove(result, '$.problems')`,
      filePath: null,
      fileName: null,
    })
    .where('endedAt', '<', before)
    .where((where) =>
      where.or([
        where('filePath', 'is not', null),
        where(sql`json_type(result, '$.problems')`, 'is not', null),
      ]),
    )
    .execute();
}
