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

/** What a part says where it differs from another content of it, for a choice between the two. */
export function usePartWords(
  view: PlanView,
): <Part extends PlanPart>(
  part: Part,
  content: PlanPartContents[Part],
  other: PlanPartContents[Part],
) => string {
  const words = useEntryWords(view.content.people);
  return (part, content, other) =>
    comparePlans({ ...emptyParts, [part]: other }, { ...emptyParts, [part]: content }, words)
      .map(({ words: said }) =>
        said
          .filter(({ kind }) => kind !== 'removed')
          .map(({ text }) => text)
          .join(''),
      )
      .filter((text) => text !== '')
      .join('\n');
}
