import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ComplaintLine, ComplaintView } from '#shared/features/complaint/complaint.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './complaint.module.css';

/** 答复与回访: what the customer was told and said. */
export function ComplaintAnswer({ view }: { readonly view: ComplaintView }): ReactNode {
  const { t, day, choice } = useTexts();
  const { answer, answeredOn, calledBackOn, callBackResult, customerWords, closedOn } = view;
  return (
    <section className={classes.sheet} aria-labelledby="complaint-answer">
      <Title order={2} id="complaint-answer" className={classes.heading}>
        {t('complaint.sections.answer')}
      </Title>
      {answer === null ? <Text c="dimmed">{t('complaint.noAnswer')}</Text> : null}
      {answer === null ? null : (
        <Text className={classes.words}>
          {answeredOn ? (
            <Text span inherit c="dimmed">
              {t('complaint.answeredOn', { day: day(answeredOn) })} ·{' '}
            </Text>
          ) : null}
          {answer}
        </Text>
      )}
      {calledBackOn && callBackResult ? (
        <Text mt={6}>
          {t('complaint.calledBack', {
            day: day(calledBackOn),
            name: view.calledBackByName ?? '',
            result: choice('complaint', 'callBackResult', callBackResult),
          })}
        </Text>
      ) : null}
      {customerWords ? <blockquote className={classes.quote}>{customerWords}</blockquote> : null}
      {closedOn ? (
        <Text mt={6}>
          {view.forced
            ? t('complaint.closedByForce', {
                day: day(closedOn),
                name: view.closedByName ?? '',
                reason: view.closeReason ?? '',
              })
            : t('complaint.closed', { day: day(closedOn), name: view.closedByName ?? '' })}
        </Text>
      ) : null}
      {view.reopened > 0 ? (
        <Text c="dimmed" size="xs" mt={4}>
          {t('complaint.reopened', { count: view.reopened })}
        </Text>
      ) : null}
    </section>
  );
}

/** 经过: every step, oldest first. */
export function ComplaintHistory({ view }: { readonly view: ComplaintView }): ReactNode {
  const { t, instant } = useTexts();
  return (
    <section className={classes.sheet} aria-labelledby="complaint-lines">
      <Title order={2} id="complaint-lines" className={classes.heading}>
        {t('complaint.sections.lines')}
      </Title>
      <ol className={classes.lines}>
        {view.lines.map((line) => (
          <li key={line.id}>
            <span className={classes.when}>{instant(line.at)}</span>
            <span>
              <strong>{line.personName}</strong> {t(`complaint.lines.${line.kind}`)}
              <LineText line={line} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was said with a line; names of fields and severities are put into words. */
function LineText({ line }: { readonly line: ComplaintLine }): ReactNode {
  const { field, choice, language } = useTexts();
  if (line.text === '') return null;
  const stop = language === 'en' ? ': ' : '：';
  if (line.kind === 'severity') {
    const [before = '', after = ''] = line.text.split(' ');
    return `${stop}${choice('complaint', 'severity', before)} → ${choice('complaint', 'severity', after)}`;
  }
  if (line.kind === 'edited')
    return `${stop}${line.text
      .split(',')
      .map((name) => field('complaint', name))
      .join(language === 'en' ? ', ' : '、')}`;
  return `${stop}${line.text}`;
}
