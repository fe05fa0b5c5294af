import { Chip, Group, Text, Textarea } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { mostRecommend } from '#shared/features/evaluation/evaluation.rules.ts';
import { bestScore } from '#shared/features/standard/standard.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { GivenAnswer } from './given-answer.ts';
import classes from './evaluation.module.css';

const scoreChoices = Array.from({ length: bestScore }, (_, at) => String(at + 1));
const recommendChoices = Array.from({ length: mostRecommend + 1 }, (_, at) => String(at));

const chip = { iconWrapper: classes.noIcon ?? '', label: classes.number ?? '' };

/** The questions of an evaluation, filled in by the customer or from a slip. Nothing must be answered. */
export function AnswerFields(props: {
  readonly questions: readonly { readonly standardId: number; readonly text: string }[];
  readonly answer: GivenAnswer;
  readonly onChange: (answer: GivenAnswer) => void;
}): ReactNode {
  const { questions, answer, onChange } = props;
  const { t } = useTexts();
  const setScore = (standardId: number, value: number | null): void => {
    const { [standardId]: _before, ...others } = answer.scores;
    onChange({ ...answer, scores: value === null ? others : { ...others, [standardId]: value } });
  };
  return (
    <div className={classes.questions}>
      {questions.map(({ standardId, text }) => (
        <Choice
          key={standardId}
          label={text}
          choices={scoreChoices}
          value={answer.scores[standardId] ?? null}
          onChange={(value) => setScore(standardId, value)}
        />
      ))}
      <Choice
        label={t('evaluation.recommend')}
        choices={recommendChoices}
        value={answer.recommend}
        onChange={(recommend) => onChange({ ...answer, recommend })}
      />
      <Textarea
        label={t('evaluation.words')}
        value={answer.words}
        onChange={(event) => onChange({ ...answer, words: event.currentTarget.value })}
        maxLength={1000}
        autosize
        minRows={2}
        maxRows={6}
      />
    </div>
  );
}

/** One question: a row of large numbers. */
function Choice(props: {
  readonly label: string;
  readonly choices: readonly string[];
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}): ReactNode {
  const { label, choices, value, onChange } = props;
  const { t } = useTexts();
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <Text id={id} fw={500} mb={6}>
        {label}
      </Text>
      <Chip.Group
        value={value === null ? '' : String(value)}
        onChange={(chosen) => onChange(chosen === '' ? null : Number(chosen))}
      >
        <Group gap={6}>
          {choices.map((one) => (
            <Chip key={one} value={one} size="md" classNames={chip}>
              {one}
            </Chip>
          ))}
          <Chip value="" size="md" variant="light" classNames={chip}>
            {t('evaluation.noScore')}
          </Chip>
        </Group>
      </Chip.Group>
    </div>
  );
}
