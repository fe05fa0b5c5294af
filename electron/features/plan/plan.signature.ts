import type { PlanContent } from '#shared/features/plan/plan.contract.ts';
import type { SignatureVerdict } from '#shared/features/signature/signature.schema.ts';
import { canonicalJson, type Plain } from '#shared/kernel/canonical-json.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { frozenHash, verifySignatures, type Frozen } from '../signature/signature.repository.ts';
import { readParts, type PlanHead } from './plan.repository.ts';

/** What the owner signs: the plan's canonical content, and the version of the book that shows it. */

/** Version of the book as a form; signed together with its content. */
const bookVersion = 1;

/** Our own plain types, seen as what can be spelled canonically. */
const plain = (value: unknown): Plain => value as Plain;

export const freezePlan = (content: PlanContent): Frozen => ({
  templateVersion: bookVersion,
  content: canonicalJson(plain(content)),
});

export type FrozenPlan = Frozen & {
  readonly auditCode: string;
  /** undefined: it can no longer be read. */
  readonly parsed: PlanContent | undefined;
  readonly hash: string;
};

/** What an older program signed lacks what is newer. */
type SignedContent = Omit<PlanContent, 'pay' | 'closing' | 'goalEdition'> & {
  readonly goalEdition?: PlanContent['goalEdition'];
  readonly pay?: PlanContent['pay'];
  readonly closing: Omit<PlanContent['closing'], 'others'> & {
    readonly others?: PlanContent['closing']['others'];
  };
};

const completed = ({ pay = [], closing, goalEdition = null, ...content }: SignedContent): PlanContent => ({
  ...content,
  pay,
  goalEdition,
  closing: { ...closing, others: closing.others ?? [] },
});

/** What was frozen when the owner signed; undefined where the row is gone. */
export async function readFrozenPlan(
  reader: Reader | Writer,
  planId: number,
): Promise<FrozenPlan | undefined> {
  const row = await reader
    .selectFrom('planSnapshot')
    .select(['templateVersion', 'content', 'auditCode'])
    .where('planId', '=', planId)
    .executeTakeFirst();
  if (!row) return undefined;
  const hash = frozenHash('plan', row);
  try {
    return { ...row, hash, parsed: completed(JSON.parse(row.content) as SignedContent) }; // written by freezePlan
  } catch {
    return { ...row, hash, parsed: undefined };
  }
}

/** The signature of an edition against its frozen content, its rows and the audit chain. */
export async function verifyPlan(reader: Reader, head: PlanHead): Promise<SignatureVerdict> {
  if (head.state !== 'approved') return { state: 'unsigned', problems: [] };
  const frozen = await readFrozenPlan(reader, head.id);
  const problems = new Set(await verifySignatures(reader, { feature: 'plan', recordId: head.id }, frozen));
  const { parts } = await readParts(reader, head.id);
  if (!frozen?.parsed || canonicalJson(plain(parts)) !== canonicalJson(plain(frozen.parsed.parts)))
    problems.add('content');
  return { state: problems.size === 0 ? 'valid' : 'void', problems: [...problems] };
}
