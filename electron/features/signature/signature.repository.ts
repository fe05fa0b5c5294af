import { createHash } from 'node:crypto';
import type {
  SignatureLine,
  SignatureMeaning,
  SignatureVerdict,
} from '#shared/features/signature/signature.schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { AuditDetail } from '#electron/kernel/audit.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Telling } from '#electron/kernel/handler.ts';
import { patchAccount } from '../session/session.repository.ts';

/**
 * 签字 signatures of records: a hash of the canonical content and of its template's version, held by a row and by the audit
 * chain, so that a change of either shows.
 */

/** Which record is signed. */
export type Signed = { readonly feature: string; readonly recordId: number };

/** Content as it was signed: canonical JSON, and the version of the sheet that shows it. */
export type Frozen = { readonly templateVersion: number; readonly content: string };

/** Who signs: as `proveAgain` gives it. */
type Signer = { readonly personId: number; readonly name: string };

type Transaction = Telling & { readonly writer: Writer };

/** What a signature of this content says. */
export const frozenHash = (feature: string, { templateVersion, content }: Frozen): string =>
  createHash('sha256').update(`${feature}-${templateVersion}\n${content}`).digest('hex');

const keyPrefix = 'signature.';

/** Under what a signature is told to the audit chain. */
export const signatureKey = (
  { feature, recordId }: Signed,
  { meaning, personId }: Pick<SignatureLine, 'meaning' | 'personId'>,
): string => `${keyPrefix}${feature}.${recordId}.${meaning}.${personId}`;

/**
 * Signs a record inside the command that freezes it. The person has proven themselves (`proveAgain`), and the command tells
 * the record as `changed`: the check of signatures finds its audit row by that.
 */
export async function signRecord(
  { writer, tell }: Transaction,
  { feature, recordId }: Signed,
  signer: Signer,
  what: Frozen & { readonly meaning: SignatureMeaning; readonly at: string },
): Promise<{ hash: string }> {
  const hash = frozenHash(feature, what);
  const line: SignatureLine = {
    personId: signer.personId,
    personName: signer.name,
    meaning: what.meaning,
    signedAt: what.at,
    hash,
  };
  await writer
    .insertInto('signature')
    .values({ feature, recordId, ...line, templateVersion: what.templateVersion })
    .execute();
  await patchAccount(writer, signer.personId, { failures: 0, blockedUntil: null });
  tell(signatureKey({ feature, recordId }, line), line);
  return { hash };
}

/** In the order in which they were given. */
export async function readSignatures(
  reader: Reader | Writer,
  { feature, recordId }: Signed,
): Promise<readonly SignatureLine[]> {
  return reader
    .selectFrom('signature')
    .select(['personId', 'personName', 'meaning', 'signedAt', 'hash'])
    .where('feature', '=', feature)
    .where('recordId', '=', recordId)
    .orderBy('id')
    .execute();
}

/** What commands told the audit chain of a record under keys with a prefix, in their order: no change of rows reaches it. */
export async function toldOf(
  reader: Reader,
  { feature, recordId }: Signed,
  prefix: string,
): Promise<readonly unknown[]> {
  const rows = await reader
    .selectFrom('auditRecord')
    .innerJoin('audit', 'audit.seq', 'auditRecord.seq')
    .select('audit.detail')
    .where('auditRecord.feature', '=', feature)
    .where('auditRecord.recordId', '=', recordId)
    .where('audit.detail', 'like', `%"${prefix}%`)
    .orderBy('audit.seq')
    .execute();
  return rows.flatMap(({ detail }) =>
    Object.entries(JSON.parse(detail) as AuditDetail) // written by appendAudit
      .filter(([key]) => key.startsWith(prefix))
      .map(([, value]) => value),
  );
}

/** Signatures as the audit chain has them. */
const auditedSignatures = async (reader: Reader, signed: Signed): Promise<readonly SignatureLine[]> =>
  // Told by signRecord.
  (await toldOf(reader, signed, `${keyPrefix}${signed.feature}.${signed.recordId}.`)) as SignatureLine[];

/**
 * Compares the signatures of a record with the audit chain and with the content that they signed. Voiding signatures say
 * something of their own and are compared with the chain alone. The caller adds whether the rows still say the same.
 */
export async function verifySignatures(
  reader: Reader,
  signed: Signed,
  frozen: Frozen | undefined,
): Promise<SignatureVerdict['problems']> {
  const rows = await readSignatures(reader, signed);
  const audited = await auditedSignatures(reader, signed);
  const problems: SignatureVerdict['problems'][number][] = [];
  const results = audited.filter(({ meaning }) => meaning !== 'void');
  if (frozen !== undefined && results.length === 0) problems.push('audit');
  const hash = frozen && frozenHash(signed.feature, frozen);
  if (results.some((one) => one.hash !== hash)) problems.push('content');
  if (canonicalJson(rows.map((one) => ({ ...one }))) !== canonicalJson(audited.map((one) => ({ ...one }))))
    problems.push('signature');
  return problems;
}
