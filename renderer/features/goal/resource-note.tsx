import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useGoalResources } from './goal.queries.ts';
import { shortOf, useResourceAmount } from './resource-words.ts';
import { useRowName } from './row-name.ts';

/** A warning beside the grid where people, vehicles or money do not suffice for the goals of the month under the cursor. */
export function ResourceNote(props: { readonly planId: number; readonly month: string }): ReactNode {
  const { planId, month } = props;
  const { t } = useTexts();
  const nameOf = useRowName();
  const amount = useResourceAmount();
  const { data } = useGoalResources(planId, month);
  const short = (data?.lines ?? []).filter(({ suffices }) => suffices === false);
  if (!data || short.length === 0) return null;
  const what = short.map((line) =>
    t('goal.resource.shortOf', {
      where: line.departmentName ?? t('goal.store'),
      what: t(`goal.resource.kinds.${line.kind}`),
      indicator: nameOf.indicator(line.indicator),
      amount: amount(line, shortOf(line)),
    }),
  );
  const sentence = t('goal.resource.warning', {
    month: nameOf.period(data.month),
    what: what.join(t('common.between')),
  });
  return (
    <Text size="xs" c="red" fw={600} role="status" maw="100%" lineClamp={2} title={sentence}>
      {sentence}
    </Text>
  );
}
