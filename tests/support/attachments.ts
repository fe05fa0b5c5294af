import { flipByte } from './damage.ts';
import { recordAttachment } from '#electron/kernel/attachment-rows.ts';
import type { AttachmentStore } from '#electron/kernel/attachment-store.ts';
import type { Core } from '#electron/core.ts';

/** Keeps a photo and tells the store that it uses it, as a feature does; gives its hash. */
export async function addPhoto(core: Core, content: string): Promise<string> {
  const { hash, size } = await core.attachments.put(Buffer.from(content));
  await core.database.write((writer) =>
    recordAttachment(writer, {
      hash,
      size,
      mediaType: 'image/jpeg',
      width: 4,
      height: 3,
      createdAt: core.clock.now(),
    }),
  );
  return hash;
}

/** One bit of a kept file turns. */
export const damagePhoto = (store: AttachmentStore, hash: string): void => flipByte(store.path(hash), 1);
