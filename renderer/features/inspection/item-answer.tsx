import type { ReactNode } from 'react';
import { textIn } from '#shared/features/checklist/checklist.content.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { emptyAnswer, type GivenAnswer } from './answer-queue.ts';
import { AnswerKey, type AnswerProps } from './answer-key.tsx';
import { DelayedText } from './delayed-text.tsx';
import { NumberAnswer } from './number-answer.tsx';
import classes from './check.module.css';

/** The control of an item, by its type. Photos are answered by taking them. */
export function ItemAnswer(props: AnswerProps): ReactNode {
  const { item, ...rest } = props;
  switch (item.type) {
    case 'okNg':
      return <OkNg item={item} {...rest} />;
    case 'number':
      return <NumberAnswer item={item} {...rest} />;
    case 'choice':
      return <Choices item={item} {...rest} />;
    case 'text':
      return <TextAnswer item={item} {...rest} />;
    case 'photo':
      return null;
  }
}

function OkNg(props: AnswerProps<'okNg'>): ReactNode {
  const { item, answer, readOnly, onAnswer } = props;
  const { t, language } = useTexts();
  const give = (result: GivenAnswer['result']) => (): void =>
    onAnswer({ ...emptyAnswer, note: answer.note, result: answer.result === result ? null : result });
  return (
    <div
      role="group"
      className={classes.keys}
      aria-label={t('inspection.check.answerOf', { title: textIn(item.title, language) })}
    >
      <AnswerKey
        tone="ok"
        word={t('inspection.check.ok')}
        hint="1"
        isChosen={answer.result === 'ok'}
        disabled={readOnly}
        onChoose={give('ok')}
      />
      <AnswerKey
        tone="ng"
        word={t('inspection.check.bad')}
        hint="2"
        isChosen={answer.result === 'ng'}
        disabled={readOnly}
        onChoose={give('ng')}
      />
      {item.mayNotApply ? (
        <AnswerKey
          tone="none"
          word={t('inspection.check.notApplicable')}
          hint="3"
          isChosen={answer.result === 'notApplicable'}
          disabled={readOnly}
          onChoose={give('notApplicable')}
        />
      ) : null}
    </div>
  );
}

function Choices(props: AnswerProps<'choice'>): ReactNode {
  const { item, answer, readOnly, onAnswer } = props;
  const { t, language } = useTexts();
  return (
    <div
      role="group"
      className={classes.keys}
      aria-label={t('inspection.check.answerOf', { title: textIn(item.title, language) })}
    >
      {item.choices.map(({ value, title, isNg }) => (
        <AnswerKey
          key={value}
          tone={isNg ? 'ng' : 'ok'}
          word={textIn(title, language)}
          isChosen={answer.choice === value}
          disabled={readOnly}
          onChoose={() =>
            onAnswer({ ...emptyAnswer, note: answer.note, choice: answer.choice === value ? null : value })
          }
        />
      ))}
    </div>
  );
}

function TextAnswer(props: AnswerProps<'text'>): ReactNode {
  const { item, answer, readOnly, onAnswer } = props;
  const { t, language } = useTexts();
  return (
    <DelayedText
      label={t('inspection.check.text', { title: textIn(item.title, language) })}
      value={answer.text ?? ''}
      readOnly={readOnly}
      maxLength={2000}
      onText={(text) => onAnswer({ ...emptyAnswer, note: answer.note, text: text === '' ? null : text })}
    />
  );
}
