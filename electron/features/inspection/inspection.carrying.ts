import type { CommandContext } from '#electron/kernel/handler.ts';
import { readAnswers, readMarks, readPhotos, saveAnswer, type Check } from './inspection.repository.ts';

/**
 * Carries into a re-inspection what the failed check found OK, with its photos, and all damage marks: marks stay on the vehicle
 * until somebody takes them off. Answers keep who gave them and name the check that they come from.
 */
export async function carryOver(
  { writer }: CommandContext,
  failed: Check,
  id: number,
  ngItems: readonly string[],
): Promise<void> {
  const again = new Set(ngItems);
  for (const { photos: _photos, ...answer } of (await readAnswers(writer, failed.id)).values()) {
    if (again.has(answer.item) || answer.verdict === 'open') continue;
    const carriedFromId = answer.carriedFromId ?? failed.id;
    await saveAnswer(writer, { ...answer, inspectionId: id, version: 1, carriedFromId });
  }
  const marks = new Map<number, number>();
  for (const { id: markId } of await readMarks(writer, failed.id)) {
    const mark = await writer
      .selectFrom('inspectionMark')
      .select(['view', 'x', 'y', 'kind', 'note', 'personName', 'at'])
      .where('id', '=', markId)
      .executeTakeFirstOrThrow();
    const { id: next } = await writer
      .insertInto('inspectionMark')
      .values({ ...mark, inspectionId: id })
      .returning('id')
      .executeTakeFirstOrThrow();
    marks.set(markId, next);
  }
  for (const { id: _id, ...photo } of await readPhotos(writer, failed.id)) {
    if (photo.item !== null && again.has(photo.item)) continue;
    const markId = photo.markId === null ? null : (marks.get(photo.markId) ?? null);
    await writer
      .insertInto('inspectionPhoto')
      .values({ ...photo, inspectionId: id, markId })
      .execute();
  }
}
