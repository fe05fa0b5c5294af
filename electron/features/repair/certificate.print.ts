import { maskPlate } from '#shared/kernel/plate.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { may } from '#shared/rpc/rights.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { readSignatures, verifySignatures } from '../signature/signature.repository.ts';
import type { PrintedCertificate } from './certificate.report.ts';
import { readCertificate, readFrozen, type CertificateContent } from './certificate.repository.ts';

/** Frozen content, as far as somebody left it readable. */
function contentOf(frozen: string): CertificateContent | undefined {
  try {
    const content = JSON.parse(frozen) as CertificateContent; // frozen when it was issued
    return typeof content.number === 'string' && Array.isArray(content.checks) ? content : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A certificate as it was frozen, with the state of its signature. Who may issue one sees its plate in full: without it
 * the paper certifies nothing. Errors: not-found, `certificate-unreadable`.
 */
export async function readPrintedCertificate(
  { reader, actor }: QueryContext,
  certificateId: number,
): Promise<PrintedCertificate> {
  const head = await readCertificate(reader, certificateId);
  const frozen = await readFrozen(reader, certificateId);
  const signed = { feature: 'certificate', recordId: certificateId };
  const signatures = await readSignatures(reader, signed);
  const signature = signatures.find(({ meaning }) => meaning === 'approve');
  if (!frozen || !signature) throw notFound('certificate', certificateId);
  const content = contentOf(frozen.content);
  if (!content) throw ruleViolated('certificate-unreadable');
  const problems = await verifySignatures(reader, signed, frozen);
  const seesPlate = may(actor.roles, 'customer.seePhone') || may(actor.roles, 'certificate.issue');
  return {
    ...content,
    plate: content.plate === null || seesPlate ? content.plate : maskPlate(content.plate),
    auditCode: frozen.auditCode,
    voidReason: head.state === 'void' ? (head.voidReason ?? '') : null,
    signature,
    verdict: { state: problems.length === 0 ? 'valid' : 'void', problems },
  };
}
