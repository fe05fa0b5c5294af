import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Names of the age buckets, youngest first. */
export function useAgeNames(limits: readonly number[]): readonly string[] {
  const { t } = useTexts();
  return [
    ...limits.map((to, index) =>
      t('meeting.ages.upTo', { from: index === 0 ? 0 : (limits[index - 1] ?? 0) + 1, to }),
    ),
    t('meeting.ages.over', { days: limits.at(-1) ?? 0 }),
  ];
}
