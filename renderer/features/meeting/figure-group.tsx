import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CommentTopic } from '#shared/features/meeting/meeting.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { Comment } from './comment.tsx';
import type { Surface } from './surface.ts';
import classes from './figures.module.css';

/** A group of figures with its heading and the person's comment. */
export function FigureGroup(props: {
  readonly surface: Surface;
  readonly title: string;
  readonly topic: CommentTopic;
  readonly note?: string;
  readonly children: ReactNode;
}): ReactNode {
  const { surface, title, topic, note, children } = props;
  const { t } = useTexts();
  return (
    <Paper className="sheet" p="sm" component="section" aria-label={title}>
      <div className={classes.groupHead}>
        <Title order={2} size="h3">
          {title}
        </Title>
        {note ? (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        ) : null}
      </div>
      {children}
      <div className={classes.groupComment}>
        <Comment surface={surface} topic={topic} name={t('meetingPage.minutes.comment', { title })} />
      </div>
    </Paper>
  );
}
