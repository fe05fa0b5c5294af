import { Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AskedItem } from '#shared/features/exam/exam.contract.ts';
import { letters } from '#shared/features/exam/exam.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { QuestionText } from './question-text.tsx';
import classes from './exam.module.css';

/** A question with what is right, and with what somebody answered where that is told. */
export function AnswerShown(props: {
  readonly item: AskedItem;
  readonly number: number;
  readonly answer: string | null;
  readonly given?: string;
  readonly children?: ReactNode;
}): ReactNode {
  const { item, number, answer, given, children } = props;
  const { t } = useTexts();
  const word = (text: string): string => {
    if (text === '') return t('exam.noAnswer');
    return item.kind === 'judge' ? t(text === 'T' ? 'exam.yes' : 'exam.no') : text;
  };
  const chooses = item.kind === 'single' || item.kind === 'multiple';
  return (
    <li>
      <QuestionText item={item} number={number} />
      {chooses ? (
        <ul className={classes.options}>
          {item.options.map((option, at) => {
            const letter = letters[at] ?? '';
            const right = answer?.includes(letter) ?? false;
            return (
              <li key={option} className={right ? classes.right : undefined}>
                {letter}. {option}{' '}
                {right ? <IconCheck size={14} role="img" aria-label={t('exam.rightAnswer')} /> : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {given === undefined ? null : (
        <Text size="sm" className={classes.question}>
          {t('exam.yourAnswer')}: {word(given)}
        </Text>
      )}
      {answer === null || chooses ? null : (
        <Text size="sm" c="dimmed" className={classes.question}>
          {t('exam.rightAnswer')}: {word(answer)}
        </Text>
      )}
      {children}
    </li>
  );
}
