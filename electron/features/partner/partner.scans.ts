import type { partnerAgreementContract } from '#shared/features/partner/partner.contract.ts';
import type { DeskFile } from '#shared/features/job/job.contract.ts';
import { DeskError, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { recordAttachment } from '#electron/kernel/attachment-rows.ts';
import type { AttachmentStore } from '#electron/kernel/attachment-store.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { cleanPhoto } from '#electron/kernel/photo.ts';

/** Most papers of one agreement, and the largest PDF. */
const mostScans = 20;
const mostBytes = 20 * 1024 * 1024;

const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-' &&
  new TextDecoder('latin1').decode(bytes.subarray(-1024)).includes('%%EOF');

/** What is kept of a file: a whole PDF as it is, else a photo. What it is follows from its content. */
async function kept(file: DeskFile): Promise<{ bytes: Uint8Array; mediaType: string; ending: string }> {
  if (file.size > mostBytes) throw ruleViolated('partner-scan-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isPdf(bytes)) return { bytes, mediaType: 'application/pdf', ending: '.pdf' };
  const { full, mediaType } = await cleanPhoto(bytes).catch((error: unknown) => {
    if (
      error instanceof DeskError &&
      error.data.code === 'rule-violated' &&
      error.data.reason === 'not-a-photo'
    )
      throw ruleViolated('partner-scan-kind');
    throw error;
  });
  return { bytes: full, mediaType, ending: '.jpg' };
}

async function mustFindAgreement(reader: Reader | Writer, id: number): Promise<void> {
  const found = await reader
    .selectFrom('partnerAgreement')
    .select('id')
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!found) throw notFound('partnerAgreement', id);
}

/** The name under which a person knows the file, with the ending of what is kept. */
const nameOf = (name: string, ending: string): string =>
  `${(name.split(/[\\/]/u).at(-1) ?? '').replace(/\.[^.]*$/u, '').slice(0, 80) || 'scan'}${ending}`;

type Scans = Pick<HandlersOf<typeof partnerAgreementContract>, 'scans' | 'addScan' | 'scan' | 'removeScan'>;

/** 协议扫描件 signed papers of an agreement among the store's attachments. */
export const scanHandlers = (attachments: AttachmentStore): Scans => ({
  scans: ({ id }, { reader }) =>
    reader
      .selectFrom('partnerAgreementScan')
      .select(['id', 'name', 'mediaType', 'size', 'personName', 'at'])
      .where('agreementId', '=', id)
      .orderBy('id', 'desc')
      .execute(),

  async addScan({ id, file }, context) {
    const { actor } = context;
    if (!actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
    await mustFindAgreement(context.reader, id);
    const { bytes, mediaType, ending } = await kept(file);
    const attachment = await attachments.put(bytes);
    const { result } = await context.write(async ({ writer, tell, changed }) => {
      await mustFindAgreement(writer, id);
      const { count } = await writer
        .selectFrom('partnerAgreementScan')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('agreementId', '=', id)
        .executeTakeFirstOrThrow();
      if (count >= mostScans) throw ruleViolated('partner-scan-many', { most: mostScans });
      const at = context.clock.now();
      await recordAttachment(writer, { ...attachment, mediaType, width: null, height: null, createdAt: at });
      const row = { agreementId: id, name: nameOf(file.name, ending), ...attachment, mediaType };
      const { id: scanId } = await writer
        .insertInto('partnerAgreementScan')
        .values({ ...row, personName: actor.name, at })
        .returning('id')
        .executeTakeFirstOrThrow();
      tell('scan', { id: scanId, name: row.name, hash: attachment.hash });
      changed({ feature: 'partnerAgreement', id, changes: [] });
      return { scanId };
    });
    return result;
  },

  async scan({ id, scanId }, { reader }) {
    const row = await reader
      .selectFrom('partnerAgreementScan')
      .select(['hash', 'name', 'mediaType'])
      .where('id', '=', scanId)
      .where('agreementId', '=', id)
      .executeTakeFirst();
    if (!row) throw notFound('partnerAgreement', scanId);
    return new File([new Uint8Array(await attachments.read(row.hash))], row.name, { type: row.mediaType });
  },

  async removeScan({ id, scanId }, { writer, tell, changed }) {
    const gone = await writer
      .deleteFrom('partnerAgreementScan')
      .where('id', '=', scanId)
      .where('agreementId', '=', id)
      .returning(['name', 'hash'])
      .executeTakeFirst();
    if (!gone) throw notFound('partnerAgreement', scanId);
    tell('scan', { id: scanId, ...gone });
    changed({ feature: 'partnerAgreement', id, changes: [] });
    return {};
  },
});
