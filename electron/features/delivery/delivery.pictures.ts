import type { deliveryContract, SigningWay } from '#shared/features/delivery/delivery.contract.ts';
import type { DeskFile } from '#shared/features/job/job.contract.ts';
import { editRefusal } from '#shared/features/delivery/delivery.rules.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { recordAttachment } from '#electron/kernel/attachment-rows.ts';
import type { Attachment, AttachmentStore } from '#electron/kernel/attachment-store.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { ActionContext, Actor, CommandContext, HandlersOf, Telling } from '#electron/kernel/handler.ts';
import { cleanPhoto, isBlank, photoLimits, type CleanPhoto } from '#electron/kernel/photo.ts';
import { actorOf, assertSeen, mustBePlanned, readOwn, savePatch } from './delivery.changing.ts';
import { listDisclosures, listPhotos, type Delivery, type StoredSignature } from './delivery.repository.ts';
import { toldSignature } from './delivery.sheet.ts';
import { disclosureHash } from './delivery.standing.ts';

/** Most photos of one ceremony. */
const mostPhotos = 24;

export type KeptPicture = {
  readonly full: Attachment;
  readonly thumbnail: Attachment;
  readonly photo: CleanPhoto;
};

/** Cleans a picture and puts it into the store: files first, a row never names what is not safe on the disk. */
async function keepPicture(attachments: AttachmentStore, file: DeskFile): Promise<KeptPicture> {
  if (file.size > photoLimits.bytes) throw ruleViolated('photo-too-large');
  const photo = await cleanPhoto(new Uint8Array(await file.arrayBuffer()));
  return {
    photo,
    full: await attachments.put(photo.full),
    thumbnail: await attachments.put(photo.thumbnail),
  };
}

async function recordPicture(
  writer: Writer,
  { full, thumbnail, photo }: KeptPicture,
  at: string,
): Promise<void> {
  const { mediaType, width, height } = photo;
  await recordAttachment(writer, { ...full, mediaType, width, height, createdAt: at });
  await recordAttachment(writer, { ...thumbnail, mediaType, width: null, height: null, createdAt: at });
}

/** What the customer gives: the stroke or the photo of the signed paper, and the name. */
export type CustomerSigns = {
  readonly way: SigningWay;
  readonly name: string;
  readonly picture: KeptPicture;
};

/** Takes a signature's picture. Errors: photo errors; `signature-empty` for a picture of one colour. */
export async function takeSignature(
  attachments: AttachmentStore,
  { way, name, file }: { readonly way: SigningWay; readonly name: string; readonly file: DeskFile },
): Promise<CustomerSigns> {
  const picture = await keepPicture(attachments, file);
  if (await isBlank(picture.photo)) throw ruleViolated('signature-empty');
  return { way, name, picture };
}

/** Writes a customer's signature and tells the audit chain of it. */
export async function addSignature(
  { writer, tell }: Telling & { readonly writer: Writer },
  { way, name, picture }: CustomerSigns,
  signed: Pick<StoredSignature, 'deliveryId' | 'purpose' | 'sheetId' | 'contentHash' | 'at'>,
  witness: Actor,
): Promise<void> {
  await recordPicture(writer, picture, signed.at);
  const row = {
    ...signed,
    way,
    name,
    pictureHash: picture.full.hash,
    thumbnailHash: picture.thumbnail.hash,
    witnessId: witness.personId,
    witnessName: witness.name,
  };
  const { id } = await writer
    .insertInto('customerSignature')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow();
  tell(...toldSignature({ id, ...row }));
}

/** Photos belong to the ceremony, not to the sheet: they are taken until the customer has signed. */
async function mustTakePhotos(
  reader: Reader | Writer,
  context: Pick<CommandContext, 'scope' | 'actor'>,
  id: number,
): Promise<Delivery> {
  const delivery = await readOwn(reader, context, id);
  return editRefusal(delivery.state) === 'delivery-signing' ? delivery : mustBePlanned(reader, context, id);
}

/** What is acknowledged: every repair told. Errors: `delivery-not-disclosed`, `delivery-nothing-to-disclose`. */
async function hashToAcknowledge(reader: Reader | Writer, delivery: Delivery): Promise<string> {
  const disclosures = await listDisclosures(reader, delivery);
  if (disclosures.length === 0) throw ruleViolated('delivery-nothing-to-disclose');
  if (disclosures.some(({ disclosedText }) => disclosedText === null))
    throw ruleViolated('delivery-not-disclosed');
  return disclosureHash(delivery.vin ?? '', disclosures);
}

type Pictures = Pick<
  HandlersOf<typeof deliveryContract>,
  'acknowledge' | 'addPhoto' | 'removePhoto' | 'photo' | 'signaturePicture'
>;

const scoped = (context: ActionContext): Pick<CommandContext, 'scope' | 'actor'> => ({
  scope: context.scope,
  actor: actorOf(context),
});

export const pictureHandlers = (attachments: AttachmentStore): Pictures => ({
  async acknowledge({ id, version, ...given }, context) {
    const person = scoped(context);
    await hashToAcknowledge(context.reader, await mustBePlanned(context.reader, person, id));
    const signs = await takeSignature(attachments, given);
    await context.write(async (transaction) => {
      const { writer } = transaction;
      const delivery = await mustBePlanned(writer, person, id);
      await assertSeen(writer, delivery, version);
      const contentHash = await hashToAcknowledge(writer, delivery);
      const at = context.clock.now();
      const signed = { deliveryId: id, purpose: 'disclosure', sheetId: null, contentHash, at } as const;
      await addSignature(transaction, signs, signed, person.actor);
      await savePatch({ ...context, ...transaction }, delivery);
    });
    return {};
  },

  async addPhoto({ id, caption, file }, context) {
    const person = scoped(context);
    await mustTakePhotos(context.reader, person, id);
    const picture = await keepPicture(attachments, file);
    const { result } = await context.write(async (transaction) => {
      const { writer, tell, changed } = transaction;
      await mustTakePhotos(writer, person, id);
      if ((await listPhotos(writer, id)).length >= mostPhotos) throw ruleViolated('delivery-too-many-photos');
      const at = context.clock.now();
      await recordPicture(writer, picture, at);
      const { width, height } = picture.photo;
      const hashes = { hash: picture.full.hash, thumbnailHash: picture.thumbnail.hash };
      const { id: photoId } = await writer
        .insertInto('deliveryPhoto')
        .values({ deliveryId: id, caption, ...hashes, width, height, personName: person.actor.name, at })
        .returning('id')
        .executeTakeFirstOrThrow();
      tell('photo', { id: photoId, hash: hashes.hash });
      changed({ feature: 'delivery', id, changes: [] });
      return { photoId };
    });
    return result;
  },

  async removePhoto({ id, photoId }, context) {
    const { writer } = context;
    await mustTakePhotos(writer, context, id);
    const gone = await writer
      .deleteFrom('deliveryPhoto')
      .where('id', '=', photoId)
      .where('deliveryId', '=', id)
      .returning('hash')
      .executeTakeFirst();
    if (!gone) throw notFound('delivery', photoId);
    context.tell('photo', { id: photoId, hash: gone.hash });
    context.changed({ feature: 'delivery', id, changes: [] });
    return {};
  },

  async photo({ id, photoId, size }, context) {
    await readOwn(context.reader, context, id);
    const row = await context.reader
      .selectFrom('deliveryPhoto')
      .select(['hash', 'thumbnailHash'])
      .where('id', '=', photoId)
      .where('deliveryId', '=', id)
      .executeTakeFirst();
    if (!row) throw notFound('delivery', photoId);
    const bytes = await attachments.read(size === 'full' ? row.hash : row.thumbnailHash);
    return new File([new Uint8Array(bytes)], `${photoId}.jpg`, { type: 'image/jpeg' });
  },

  async signaturePicture({ id, signatureId, size }, context) {
    await readOwn(context.reader, context, id);
    const row = await context.reader
      .selectFrom('customerSignature')
      .select(['pictureHash', 'thumbnailHash'])
      .where('id', '=', signatureId)
      .where('deliveryId', '=', id)
      .executeTakeFirst();
    if (!row) throw notFound('delivery', signatureId);
    const bytes = await attachments.read(size === 'full' ? row.pictureHash : row.thumbnailHash);
    return new File([new Uint8Array(bytes)], `${signatureId}.jpg`, { type: 'image/jpeg' });
  },
});
