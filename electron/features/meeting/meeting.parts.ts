import type {
  AgendaItem,
  CommentTopic,
  PartVersions,
  Topic,
} from '#shared/features/meeting/meeting.contract.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';

/** Rows of a meeting's parts: versions, agenda, topics, comments. */

/** Versions of the parts that were saved; a part that is absent has version 0. */
export async function readVersions(reader: Reader, meetingId: number): Promise<PartVersions> {
  const rows = await reader
    .selectFrom('meetingPart')
    .select(['part', 'version'])
    .where('meetingId', '=', meetingId)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.part, row.version]));
}

/**
 * Counts one change of a part. `expected` is the version that the person saw (0: never saved); null skips the check.
 * Error: conflict with who saved the part meanwhile.
 */
export async function touchPart(
  { writer, actor, clock }: CommandContext,
  meetingId: number,
  part: string,
  expected: number | null,
): Promise<number> {
  const present = await writer
    .selectFrom('meetingPart')
    .select(['version', 'personName', 'updatedAt'])
    .where('meetingId', '=', meetingId)
    .where('part', '=', part)
    .executeTakeFirst();
  if (expected !== null && expected !== (present?.version ?? 0))
    throw new DeskError({
      code: 'conflict',
      feature: 'meeting',
      id: meetingId,
      ...(present ? { by: present.personName, at: present.updatedAt } : {}),
    });
  const next = { version: (present?.version ?? 0) + 1, updatedAt: clock.now(), personName: actor.name };
  await writer
    .insertInto('meetingPart')
    .values({ meetingId, part, ...next })
    .onConflict((conflict) => conflict.columns(['meetingId', 'part']).doUpdateSet(next))
    .execute();
  return next.version;
}

export async function readAgenda(
  reader: Reader,
  meetingId: number,
): Promise<(AgendaItem & { presenterName: string | null })[]> {
  return reader
    .selectFrom('meetingAgendaItem as item')
    .leftJoin('person', 'person.id', 'item.presenterId')
    .select([
      'item.title',
      'item.plannedMinutes',
      'item.actualMinutes',
      'item.presenterId',
      'person.name as presenterName',
    ])
    .where('item.meetingId', '=', meetingId)
    .orderBy('item.position')
    .execute();
}

export async function replaceAgenda(
  writer: Writer,
  meetingId: number,
  items: readonly AgendaItem[],
): Promise<void> {
  await writer.deleteFrom('meetingAgendaItem').where('meetingId', '=', meetingId).execute();
  if (items.length === 0) return;
  await writer
    .insertInto('meetingAgendaItem')
    .values(items.map((item, index) => ({ ...item, meetingId, position: index + 1 })))
    .execute();
}

export async function readTopics(reader: Reader, meetingId: number): Promise<Topic[]> {
  return reader
    .selectFrom('meetingTopic')
    .select(['id', 'title', 'minutes'])
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute();
}

export async function readComments(
  reader: Reader,
  meetingId: number,
): Promise<Partial<Record<CommentTopic, string>>> {
  const rows = await reader
    .selectFrom('meetingComment')
    .select(['topic', 'text'])
    .where('meetingId', '=', meetingId)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.topic, row.text]));
}

/** An empty text takes the comment away. */
export async function saveComment(
  writer: Writer,
  meetingId: number,
  topic: CommentTopic,
  text: string,
): Promise<void> {
  if (text === '') {
    await writer
      .deleteFrom('meetingComment')
      .where('meetingId', '=', meetingId)
      .where('topic', '=', topic)
      .execute();
    return;
  }
  await writer
    .insertInto('meetingComment')
    .values({ meetingId, topic, text })
    .onConflict((conflict) => conflict.columns(['meetingId', 'topic']).doUpdateSet({ text }))
    .execute();
}
