import { Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { AskedItem } from '#shared/features/exam/exam.contract.ts';
import { letters } from '#shared/features/exam/exam.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { QuestionText } from './question-text.tsx';

/** One question to answer: by keys as well, arrows choose, space ticks. The answer is its letters, `T` or `F`, or text. */
export function AnswerInput(props: {
  readonly item: AskedItem;
  readonly number: number;
  readonly value: string;
  readonly onChange: (answer: string) => void;
}): ReactNode {
  const { item, number, value, onChange } = props;
  const { t } = useTexts();
  const id = useId();
  const { kind, options } = item;
  const head = <QuestionText item={item} number={number} id={id} />;
  if (kind === 'open')
    return (
      <div>
        {head}
        <Textarea
          aria-labelledby={id}
          mt={4}
          minRows={3}
          autosize
          maxLength={2000}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
    );
  if (kind === 'multiple')
    return (
      <Checkbox.Group
        aria-labelledby={id}
        value={value.split('')}
        onChange={(chosen) => onChange(chosen.toSorted().join(''))}
      >
        {head}
        <Text size="xs" c="dimmed">
          {t('exam.chooseMany')}
        </Text>
        <Stack gap={10} mt={6}>
          {options.map((option, at) => (
            <Checkbox key={option} value={letters[at] ?? ''} label={`${letters[at] ?? ''}. ${option}`} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  const offered =
    kind === 'judge'
      ? [
          ['T', t('exam.yes')],
          ['F', t('exam.no')],
        ]
      : options.map((option, at) => [letters[at] ?? '', `${letters[at] ?? ''}. ${option}`]);
  const List = kind === 'judge' ? Group : Stack;
  return (
    <Radio.Group aria-labelledby={id} value={value} onChange={onChange}>
      {head}
      <List gap={kind === 'judge' ? 'lg' : 10} mt={6}>
        {offered.map(([letter = '', label = '']) => (
          <Radio key={letter} value={letter} label={label} />
        ))}
      </List>
    </Radio.Group>
  );
}
