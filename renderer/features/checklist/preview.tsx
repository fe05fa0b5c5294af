import { Button, Paper, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconMinus, IconX, type Icon } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { useState, type ReactNode } from 'react';
import {
  itemsOf,
  textIn,
  type ChecklistContent,
  type ChecklistItem,
} from '#shared/features/checklist/checklist.content.ts';
import { itemVerdict, noAnswer, type ItemAnswer } from '#shared/features/checklist/checklist.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useChecklistWords } from './checklist-words.ts';
import { LimitInput } from './limit-input.tsx';
import classes from './checklist.module.css';

/** The list as it will be asked; answers are tried out here and kept nowhere. */
export function ChecklistPreview(props: { readonly content: ChecklistContent }): ReactNode {
  const { content } = props;
  const { t, language } = useTexts();
  const [answers, setAnswers] = useState<Readonly<Record<string, ItemAnswer>>>({});
  const answerOf = (item: ChecklistItem): ItemAnswer => answers[item.code] ?? noAnswer;
  const items = itemsOf(content);
  const verdicts = items.map((item) => itemVerdict(item, answerOf(item)));
  const score = {
    answered: verdicts.filter((verdict) => verdict !== 'open').length,
    items: items.length,
    ng: verdicts.filter((verdict) => verdict === 'ng').length,
  };
  return (
    <div className={classes.preview}>
      <Text size="xs" c="dimmed" mb="xs">
        {t('checklist.previewSentence')} <span role="status">{t('checklist.previewScore', score)}</span>
      </Text>
      {content.sections.map((section) => (
        <section key={section.code} aria-label={textIn(section.title, language)}>
          <Title order={2} size="h4" mb={4}>
            {textIn(section.title, language)}
          </Title>
          <Paper component="ul" className={clsx('sheet', classes.asked)} p={0}>
            {section.items.map((item) => (
              <li key={item.code} data-verdict={itemVerdict(item, answerOf(item))}>
                <div className={classes.question}>
                  <Text fw={500}>
                    {textIn(item.title, language)}
                    {item.required ? null : (
                      <Text span size="xs" c="dimmed">
                        {` · ${t('common.optional')}`}
                      </Text>
                    )}
                  </Text>
                  {item.standard ? (
                    <Text size="xs" c="dimmed">
                      {textIn(item.standard, language)}
                    </Text>
                  ) : null}
                </div>
                <Answer
                  item={item}
                  answer={answerOf(item)}
                  onAnswer={(answer) => setAnswers((now) => ({ ...now, [item.code]: answer }))}
                />
              </li>
            ))}
          </Paper>
        </section>
      ))}
    </div>
  );
}

const resultIcons: Readonly<Record<'ok' | 'ng' | 'notApplicable', Icon>> = {
  ok: IconCheck,
  ng: IconX,
  notApplicable: IconMinus,
};

function Answer(props: {
  readonly item: ChecklistItem;
  readonly answer: ItemAnswer;
  readonly onAnswer: (answer: ItemAnswer) => void;
}): ReactNode {
  const { item, answer, onAnswer } = props;
  const { t, language } = useTexts();
  const words = useChecklistWords();
  const title = textIn(item.title, language);
  const result = (value: 'ok' | 'ng' | 'notApplicable', word: string): ReactNode => {
    const Shown = resultIcons[value];
    return (
      <Button
        key={value}
        variant={answer.result === value ? 'filled' : 'default'}
        color={value === 'ok' ? 'green' : value === 'ng' ? 'red' : 'gray'}
        leftSection={<Shown size={15} aria-hidden />}
        aria-pressed={answer.result === value}
        onClick={() => onAnswer({ ...noAnswer, result: answer.result === value ? null : value })}
      >
        {word}
      </Button>
    );
  };
  const notApplicable = result('notApplicable', t('checklist.marks.mayNotApply'));
  switch (item.type) {
    case 'okNg':
      return (
        <Button.Group aria-label={title}>
          {result('ok', t('checklist.previewOk'))}
          {result('ng', t('checklist.previewNg'))}
          {item.mayNotApply ? notApplicable : null}
        </Button.Group>
      );
    case 'number':
      return (
        <div className={classes.tools}>
          <LimitInput
            label={words.bounds(item)}
            aloud={`${title} ${words.bounds(item)}`}
            value={answer.number}
            unit={item.unit}
            onChange={(number) => onAnswer({ ...noAnswer, number })}
          />
          {item.mayNotApply ? notApplicable : null}
        </div>
      );
    case 'choice':
      return (
        <Button.Group aria-label={title}>
          {item.choices.map((choice) => (
            <Button
              key={choice.value}
              variant={answer.choice === choice.value ? 'filled' : 'default'}
              color={choice.isNg ? 'red' : 'green'}
              leftSection={
                choice.isNg ? <IconX size={15} aria-hidden /> : <IconCheck size={15} aria-hidden />
              }
              aria-pressed={answer.choice === choice.value}
              onClick={() =>
                onAnswer({ ...noAnswer, choice: answer.choice === choice.value ? null : choice.value })
              }
            >
              {textIn(choice.title, language)}
            </Button>
          ))}
        </Button.Group>
      );
    case 'text':
      return (
        <TextInput
          aria-label={title}
          value={answer.text ?? ''}
          onChange={(event) => onAnswer({ ...noAnswer, text: event.currentTarget.value })}
        />
      );
    case 'photo':
      return (
        <Text size="xs" c="dimmed">
          {t('checklist.photoHere')}
        </Text>
      );
  }
}
