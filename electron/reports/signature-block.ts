import type { SignatureLine, SignatureVerdict } from '#shared/features/signature/signature.schema.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlockOf } from '#shared/kernel/print-document.ts';
import { filled } from '#shared/text/filled.ts';
import { inspectionPageText } from '#shared/text/inspection.text.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { momentText } from './paper-words.ts';

type SignedSheet = {
  readonly signatures: readonly SignatureLine[];
  readonly verdict: SignatureVerdict;
};

/** The words that mark a sheet whose content was changed behind its signature; null while it is sound. */
export const signatureMark = ({ verdict }: SignedSheet, language: Language): string | null =>
  verdict.state === 'void' ? paperText[language].signatureVoid : null;

/** Signatures of a sheet, each with the reason why it no longer counts; a line to sign by hand where nobody has signed. */
export function signatureBlock(
  { signatures, verdict }: SignedSheet,
  language: Language,
  unsignedRole: string,
): PrintBlockOf<'signatures'> {
  const { signature: labels, signatureVoidBecause, listed } = paperText[language];
  const { meanings, problems } = inspectionPageText[language].sheet;
  const because = verdict.problems.map((problem) => problems[problem]).join(listed);
  const invalid =
    verdict.state === 'void' ? { invalid: filled(signatureVoidBecause, { problems: because }) } : {};
  return {
    kind: 'signatures',
    labels,
    signers:
      signatures.length === 0
        ? [{ role: unsignedRole, name: '' }]
        : signatures.map(({ meaning, personName, signedAt, hash }) => ({
            role: meanings[meaning],
            name: personName,
            signed: { at: momentText(signedAt, language), hash: hash.slice(0, 12).toUpperCase(), ...invalid },
          })),
  };
}
