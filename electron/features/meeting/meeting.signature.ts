import { createHash } from 'node:crypto';
import type {
  Amendment,
  MeetingContent,
  MeetingVerdict,
  SignatureView,
} from '#shared/features/meeting/meeting.contract.ts';
import { canonicalJson, type Plain } from '#shared/kernel/canonical-json.ts';
import type { AuditDetail } from '#electron/kernel/audit.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { readWritten, withoutNames } from './meeting.content.ts';
import type { MeetingHead } from './meeting.repository.ts';

/** Signatures of minutes: a hash of the canonical content and the template's version, held by row and by the audit chain. */

/** Our own plain types, seen as what can be spelled canonically. */
const plain = (value: unknown): Plain => value as Plain;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const contentHash = (templateVersion: number, content: string): string =>
  sha256(`minutes-${templateVersion}\n${content}`);

export const canonicalContent = (content: MeetingContent): string => canonicalJson(plain(content));

/** Hash of an amendment; holds on to the minutes that it amends. */
export const amendmentHash = (minutesHash: string, amendment: Omit<Amendment, 'hash'>): string =>
  sha256(canonicalJson(plain({ minutesHash, ...amendment })));

export type Snapshot = {
  readonly templateVersion: number;
  readonly content: string;
  readonly auditCode: string;
};

export async function readSnapshot(reader: Reader, meetingId: number): Promise<Snapshot | undefined> {
  return reader
    .selectFrom('meetingSnapshot')
    .select(['templateVersion', 'content', 'auditCode'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
}

export async function readSignatures(reader: Reader, meetingId: number): Promise<SignatureView[]> {
  return reader
    .selectFrom('meetingSignature')
    .select(['personId', 'personName', 'meaning', 'signedAt', 'hash', 'amendment'])
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute();
}

export async function readAmendments(reader: Reader, meetingId: number): Promise<Amendment[]> {
  return reader
    .selectFrom('meetingAmendment')
    .select(['number', 'reason', 'text', 'personName', 'at', 'hash'])
    .where('meetingId', '=', meetingId)
    .orderBy('number')
    .execute();
}

export async function saveSignature(
  writer: Writer,
  meetingId: number,
  signature: SignatureView,
): Promise<void> {
  await writer
    .insertInto('meetingSignature')
    .values({ meetingId, ...signature })
    .execute();
}

/** Signatures as the audit chain has them: what a change of the signature rows cannot reach. */
async function auditedSignatures(reader: Reader, meetingId: number): Promise<SignatureView[]> {
  const rows = await reader
    .selectFrom('auditRecord')
    .innerJoin('audit', 'audit.seq', 'auditRecord.seq')
    .select('audit.detail')
    .where('auditRecord.feature', '=', 'meeting')
    .where('auditRecord.recordId', '=', meetingId)
    .where('audit.call', 'in', ['meeting.confirm', 'meeting.sign', 'meeting.amend'])
    .orderBy('audit.seq')
    .execute();
  return rows.flatMap(({ detail }) => {
    const { signature } = JSON.parse(detail) as AuditDetail; // written by appendAudit
    return signature === undefined ? [] : [signature as SignatureView]; // told by the meeting handlers
  });
}

/** Checks signed minutes against what was signed. */
export async function verifyMeeting(reader: Reader, head: MeetingHead): Promise<MeetingVerdict> {
  if (head.state === 'draft') return { state: 'unsigned', problems: [], hash: null };
  const snapshot = await readSnapshot(reader, head.id);
  const signatures = await readSignatures(reader, head.id);
  const audited = await auditedSignatures(reader, head.id);
  const signed = audited.find((one) => one.meaning === 'approve')?.hash ?? null;
  const hash = snapshot ? contentHash(snapshot.templateVersion, snapshot.content) : null;
  const problems = new Set<MeetingVerdict['problems'][number]>();
  if (signed === null) problems.add('audit');
  if (hash === null || hash !== signed) problems.add('content');
  if (canonicalJson(plain(signatures)) !== canonicalJson(plain(audited))) problems.add('signature');
  if (!(await sameRows(reader, head, snapshot))) problems.add('rows');

  const amendments = await readAmendments(reader, head.id);
  const expected = audited.filter((one) => one.amendment !== null);
  const whole = amendments.every(
    ({ hash: stored, ...amendment }, index) =>
      stored === amendmentHash(signed ?? '', amendment) && stored === expected[index]?.hash,
  );
  if (!whole || amendments.length !== expected.length) problems.add('amendment');
  return { state: problems.size === 0 ? 'valid' : 'void', problems: [...problems], hash };
}

/** Whether the rows behind confirmed minutes still say what was signed. */
async function sameRows(reader: Reader, head: MeetingHead, snapshot: Snapshot | undefined): Promise<boolean> {
  if (!snapshot) return false;
  try {
    const {
      storeName: _store,
      raised: _raised,
      carried: _carried,
      pack: _pack,
      ...signed
    } = JSON.parse(snapshot.content) as MeetingContent; // a tampered text fails here or below
    const rows = await readWritten(reader, head);
    return canonicalJson(plain(withoutNames(signed))) === canonicalJson(plain(withoutNames(rows)));
  } catch {
    return false;
  }
}
