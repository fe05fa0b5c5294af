import type { Language } from '#shared/kernel/language.ts';
import type { PrintDocument } from '#shared/kernel/print-document.ts';
import { paperText } from '#shared/text/paper.text.ts';

type Frame = Pick<
  PrintDocument,
  'language' | 'labels' | 'auditCode' | 'createdAt' | 'paper' | 'orientation' | 'form'
>;

/**
 * What papers of every feature have alike around their title and blocks: upright A4 where nothing else is said.
 * `createdAt`: instant in UTC ISO.
 */
export const paperFrame = (
  language: Language,
  createdAt: string,
  given: Partial<Pick<Frame, 'auditCode' | 'orientation' | 'form'>>,
): Frame => ({
  language,
  labels: paperText[language].labels,
  createdAt,
  paper: 'A4',
  orientation: 'portrait',
  ...given,
});
