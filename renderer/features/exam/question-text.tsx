import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AskedItem } from '#shared/features/exam/exam.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './exam.module.css';

/** A question with its number, kind and points. */
export function QuestionText(props: {
  readonly item: AskedItem;
  readonly number: number;
  readonly id?: string;
}): ReactNode {
  const { item, number, id } = props;
  const { t, choice } = useTexts();
  return (
    <Text className={classes.question} fw={600} {...(id === undefined ? {} : { id })}>
      {number}. {item.text}{' '}
      <Badge variant="light" color="gray" size="sm">
        {choice('examQuestion', 'kind', item.kind)} · {t('exam.points', { count: item.points })}
      </Badge>
    </Text>
  );
}
