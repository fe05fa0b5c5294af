import { Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CommentTopic } from '#shared/features/meeting/meeting.contract.ts';
import { joined } from '#renderer/components/draft/merge-values.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { Surface } from './surface.ts';
import { PartNote } from '#renderer/components/draft/part-note.tsx';
import { usePart } from './use-part.ts';
import classes from './minutes.module.css';

/** The person's words beside a figure or a group of figures. */
export function Comment(props: {
  readonly surface: Surface;
  readonly topic: CommentTopic;
  readonly name: string;
}): ReactNode {
  const { surface, topic, name } = props;
  const { t } = useTexts();
  const { view, editable } = surface;
  const saved = view.content.comments[topic] ?? '';
  const part = usePart<string>(view, {
    meetingId: view.id,
    name: `comment.${topic}`,
    enabled: editable,
    read: (fresh) => fresh.content.comments[topic] ?? '',
    toChange: (text) => ({ part: 'comment', topic, text: text.trim() }),
  });
  if (!editable)
    return saved === '' ? null : (
      <Text size="xs" className={classes.written}>
        {saved}
      </Text>
    );
  return (
    <>
      <Textarea
        aria-label={name}
        placeholder={t('meetingPage.progress.commentHint')}
        value={part.value}
        onChange={(event) => part.change(event.currentTarget.value)}
        onBlur={part.flush}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        classNames={{ input: classes.comment }}
      />
      <PartNote part={part} words={(text) => text} join={joined} />
    </>
  );
}
