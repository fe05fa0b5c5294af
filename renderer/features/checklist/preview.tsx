import { Paper, Text, Title } from '@mantine/core';
import { clsx } from 'clsx';
import { useState, type ReactNode } from 'react';
import {
  itemsOf,
  textIn,
  type ChecklistContent,
  type ChecklistItem,
} from '#shared/features/checklist/checklist.content.ts';
import {
  itemVerdict,
  noAnswer,
  type ItemAnswer as Answered,
} from '#shared/features/checklist/checklist.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { emptyAnswer, type GivenAnswer } from '../inspection/answer-queue.ts';
import { ItemAnswer } from '../inspection/item-answer.tsx';
import classes from './checklist.module.css';

/** The list as it will be asked, with the controls of a check; answers are tried out here and kept nowhere. */
export function ChecklistPreview(props: { readonly content: ChecklistContent }): ReactNode {
  const { content } = props;
  const { t, language } = useTexts();
  const [answers, setAnswers] = useState<Readonly<Record<string, GivenAnswer>>>({});
  const givenTo = (item: ChecklistItem): GivenAnswer => answers[item.code] ?? emptyAnswer;
  const answerOf = (item: ChecklistItem): Answered => ({ ...noAnswer, ...givenTo(item) });
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
                {item.type === 'photo' ? (
                  <Text size="xs" c="dimmed">
                    {t('checklist.photoHere')}
                  </Text>
                ) : (
                  <ItemAnswer
                    item={item}
                    answer={givenTo(item)}
                    readOnly={false}
                    onAnswer={(answer) => setAnswers((now) => ({ ...now, [item.code]: answer }))}
                  />
                )}
              </li>
            ))}
          </Paper>
        </section>
      ))}
    </div>
  );
}
