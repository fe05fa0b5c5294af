import { useMemo } from 'react';
import { goalIndicatorName } from '#shared/features/goal/goal-indicator.ts';
import { comparePlans, type EntryWords } from '#shared/features/plan/plan-compare.rules.ts';
import { emptyParts, type PlanPart, type PlanPartContents } from '#shared/features/plan/plan.content.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { fieldNames } from './field-names.ts';

/** How people, amounts and fields of a plan read in the person's language. */
export function useEntryWords(people: PlanView['content']['people']): EntryWords {
  const { t, language, money } = useTexts();
  return useMemo(
    () => ({
      person: (id) => people[String(id)] ?? String(id),
      money,
      goal: (key) => goalIndicatorName(key, language),
      field: (name) => {
        const known = fieldNames.find((one) => one === name);
        return known ? t(`plan.fields.${known}`) : name;
      },
    }),
    [people, t, language, money],
  );
}

/** The content of a part in words, for a choice between two of them. */
export function usePartWords(
  view: PlanView,
): (part: PlanPart, content: PlanPartContents[PlanPart]) => string {
  const words = useEntryWords(view.content.people);
  return (part, content) =>
    comparePlans(emptyParts, { ...emptyParts, [part]: content }, words)
      .map(({ words: said }) => said.map(({ text }) => text).join(''))
      .join('\n');
}
