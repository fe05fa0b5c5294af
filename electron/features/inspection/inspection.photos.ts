import { itemVerdict, noAnswer } from '#shared/features/checklist/checklist.rules.ts';
import type { inspectionContract } from '#shared/features/inspection/inspection.contract.ts';
import { DeskError, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { recordAttachment } from '#electron/kernel/attachment-rows.ts';
import type { AttachmentStore } from '#electron/kernel/attachment-store.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { cleanPhoto, photoLimits } from '#electron/kernel/photo.ts';
import { itemOf, mustBeWritable, mustHaveMark, tellAnswered } from './inspection.answering.ts';
import { readAnswer, readPhotos, saveAnswer, type Check } from './inspection.repository.ts';

/** Most photos of one item, and of a whole check: what a sheet can show. */
const most = { item: 12, check: 80 };

/** The verdict of an item that is answered by photos follows how many it has. */
async function judgePhotos(context: CommandContext, check: Check, code: string | null): Promise<void> {
  if (code === null) return;
  const item = await itemOf(context, check, code);
  if (item.type !== 'photo') return;
  const { writer, actor, clock } = context;
  const photos = (await readPhotos(writer, check.id)).filter((photo) => photo.item === code).length;
  const before = await readAnswer(writer, check.id, code);
  const note = before?.note ?? null;
  await saveAnswer(writer, {
    inspectionId: check.id,
    item: code,
    version: (before?.version ?? 0) + 1,
    result: null,
    number: null,
    choice: null,
    text: null,
    note,
    verdict: itemVerdict(item, { ...noAnswer, photos }),
    carriedFromId: null,
    personId: actor.personId,
    personName: actor.name,
    at: clock.now(),
  });
}

type Photos = Pick<HandlersOf<typeof inspectionContract>, 'addPhoto' | 'removePhoto' | 'photo'>;

export const photoHandlers = (attachments: AttachmentStore): Photos => ({
  async addPhoto({ id, item, markId, caption, file }, context) {
    const { actor, reader, clock } = context;
    if (!actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
    await mustBeWritable(reader, id, actor);
    if (file.size > photoLimits.bytes) throw ruleViolated('photo-too-large');
    const photo = await cleanPhoto(new Uint8Array(await file.arrayBuffer()));
    // Files first: a row never names what is not safe on the disk.
    const full = await attachments.put(photo.full);
    const thumbnail = await attachments.put(photo.thumbnail);
    const { result } = await context.write(async (transaction) => {
      const command: CommandContext = { ...context, ...transaction, actor };
      const { writer } = transaction;
      const check = await mustBeWritable(writer, id, actor);
      const photos = await readPhotos(writer, id);
      // The same photo again, because its confirmation got lost on the way, is no second one.
      const again = photos.find(
        (one) => one.hash === full.hash && one.item === item && one.markId === markId,
      );
      if (again) return { photoId: again.id };
      const ofItem = item === null ? [] : photos.filter((one) => one.item === item);
      if (photos.length >= most.check || ofItem.length >= most.item) throw ruleViolated('too-many-photos');
      if (item !== null) await itemOf(command, check, item);
      if (markId !== null) await mustHaveMark(command, id, markId);
      const at = clock.now();
      const { mediaType, width, height } = photo;
      await recordAttachment(writer, { ...full, mediaType, width, height, createdAt: at });
      await recordAttachment(writer, { ...thumbnail, mediaType, width: null, height: null, createdAt: at });
      const { id: photoId } = await writer
        .insertInto('inspectionPhoto')
        .values({
          inspectionId: id,
          item,
          markId,
          caption,
          hash: full.hash,
          thumbnailHash: thumbnail.hash,
          width,
          height,
          personName: actor.name,
          at,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      transaction.tell('photo', { id: photoId, item, markId, hash: full.hash });
      await judgePhotos(command, check, item);
      await tellAnswered(command, check);
      return { photoId };
    });
    return result;
  },

  async removePhoto({ id, photoId }, context) {
    const { writer, actor } = context;
    const check = await mustBeWritable(writer, id, actor);
    const photo = (await readPhotos(writer, id)).find((one) => one.id === photoId);
    if (!photo) throw notFound('inspection', photoId);
    await writer.deleteFrom('inspectionPhoto').where('id', '=', photoId).execute();
    context.tell('photo', { id: photoId, item: photo.item, hash: photo.hash });
    await judgePhotos(context, check, photo.item);
    await tellAnswered(context, check);
    return {};
  },

  async photo({ photoId, size }, { reader }) {
    const row = await reader
      .selectFrom('inspectionPhoto')
      .select(['hash', 'thumbnailHash'])
      .where('id', '=', photoId)
      .executeTakeFirst();
    if (!row) throw notFound('inspection', photoId);
    const bytes = await attachments.read(size === 'full' ? row.hash : row.thumbnailHash);
    return new File([new Uint8Array(bytes)], `${photoId}.jpg`, { type: 'image/jpeg' });
  },
});
