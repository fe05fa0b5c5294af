import type { MeetingContent, MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { contentSeenBy } from '#shared/features/meeting/meeting.sight.ts';
import type { Role } from '#shared/rpc/rights.ts';
import type { Day } from '#shared/kernel/day.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readReplaced } from '../decision/decision.repository.ts';
import { readContent } from './meeting.content.ts';
import { listSigners } from './meeting.attendance.ts';
import { readVersions } from './meeting.parts.ts';
import { readMeeting, type MeetingHead } from './meeting.repository.ts';
import { readAmendments, readSignatures, readSnapshot, verifyMeeting } from './meeting.signature.ts';

/** Minutes that an older program signed lack what is newer: it is filled in as unknown. The signed text stays as it is. */
function completed(signed: MeetingContent): MeetingContent {
  const { cash } = signed.pack.resources;
  const resources = { ...signed.pack.resources, cash: { ...cash, balance: cash.balance ?? null } };
  const { quality: told } = signed.pack;
  const quality = told ? { ...told, origins: told.origins ?? null } : null;
  const attendance = signed.attendance.map((line) => ({ ...line, signedWith: line.signedWith ?? null }));
  return { ...signed, attendance, pack: { ...signed.pack, resources, quality } };
}

/** The signed content of confirmed minutes. Error: storage `damaged` when it is gone or no longer readable. */
async function frozen(
  reader: Reader,
  head: MeetingHead,
): Promise<{ content: MeetingContent; auditCode: string }> {
  const snapshot = await readSnapshot(reader, head.id);
  if (!snapshot) throw new DeskError({ code: 'storage', reason: 'damaged' });
  try {
    return {
      content: completed(JSON.parse(snapshot.content) as MeetingContent),
      auditCode: snapshot.auditCode,
    };
  } catch {
    throw new DeskError({ code: 'storage', reason: 'damaged' });
  }
}

/**
 * A meeting as screens and paper show it to a person of these roles: a draft with fresh figures, confirmed minutes as they were
 * signed. The verdict is that of the whole.
 */
export async function readView(
  reader: Reader,
  id: number,
  today: Day,
  roles: readonly Role[],
): Promise<MeetingView> {
  const head = await readMeeting(reader, id);
  const { content, auditCode } =
    head.state === 'confirmed'
      ? await frozen(reader, head)
      : { content: await readContent(reader, head, today), auditCode: null };
  return {
    id,
    state: head.state,
    confirmedAt: head.confirmedAt,
    content: contentSeenBy(content, roles),
    versions: await readVersions(reader, id),
    signers: head.state === 'draft' ? await listSigners(reader, id) : [],
    signatures: await readSignatures(reader, id),
    amendments: await readAmendments(reader, id),
    verdict: await verifyMeeting(reader, head),
    auditCode,
    replaced: await readReplaced(reader, id),
  };
}
