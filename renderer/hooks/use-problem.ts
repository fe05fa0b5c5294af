import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { textAt } from '#shared/text/texts.ts';

/** The sentence of a reason that comes as data; the plainest one when nobody wrote it. */
export function useProblem(): (reason: string) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (reason) =>
      textAt(
        i18n,
        i18n.exists(`problem.reasons.${reason}`) ? `problem.reasons.${reason}` : 'problem.codes.unavailable',
      ),
    [i18n],
  );
}
