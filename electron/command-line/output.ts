import { DeskError, type DeskErrorData } from '#shared/rpc/desk-error.ts';
import { createTexts, textAt } from '#shared/text/texts.ts';
import type { Language } from '#shared/kernel/language.ts';

/** Exit status: done, refused (nothing written), done in part. */
export type ExitStatus = 0 | 1 | 3;

export type CommandResult = {
  readonly status: ExitStatus;
  readonly value: unknown;
  /** For people; the value where missing. */ readonly text?: string;
};

/** One sentence for a refused command. */
export function sentenceOf(data: DeskErrorData, language: Language): string {
  const texts = createTexts(language);
  if ('reason' in data && texts.exists(`problem.reasons.${data.reason}`)) {
    return textAt(texts, `problem.reasons.${data.reason}`, 'params' in data ? data.params : undefined);
  }
  if (data.code === 'not-found' && texts.exists(`problem.gone.${data.feature}`))
    return textAt(texts, `problem.gone.${data.feature}`);
  const { code: _code, ...params } = data;
  const sentence = textAt(texts, `problem.codes.${data.code}`, params as Record<string, string>);
  if (data.code !== 'invalid-input') return sentence;
  const places = data.issues.map(
    ({ field, issue, params: limits }) => `${field}: ${textAt(texts, `problem.issues.${issue}`, limits)}`,
  );
  return `${sentence} ${places.join(' ')}`;
}

export const dataOf = (error: unknown): DeskErrorData =>
  error instanceof DeskError
    ? error.data
    : { code: 'internal', incident: error instanceof Error ? error.message : 'unknown' };
