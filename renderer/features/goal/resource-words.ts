import { useCallback } from 'react';
import type { GoalResource } from '#shared/features/goal/goal.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** An amount of a resource: people, vehicles or money; — where it is unknown. */
export function useResourceAmount(): (line: GoalResource, value: number | null) => string {
  const { t, money } = useTexts();
  return useCallback(
    ({ kind }, value) => {
      if (value === null) return '—';
      if (kind === 'money') return money(value);
      return t(kind === 'people' ? 'goal.resource.people' : 'goal.resource.vehicles', { count: value });
    },
    [t, money],
  );
}

/** What is missing of a resource. */
export const shortOf = ({ needs, has }: GoalResource): number => (needs ?? 0) - (has ?? 0);
