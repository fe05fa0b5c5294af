import type { CommentTopic, MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import type { PrintBlock, PrintColumn } from '#shared/kernel/print-document.ts';

/** What the printed parts of the weekly pack share. */

/** A column of figures. */
export const right = (title: string, width: number | 'auto' = 1): PrintColumn => ({
  title,
  width,
  align: 'right',
});

/** The comment that a person wrote beside a group of figures. */
export const commentOf = (content: MeetingContent, topic: CommentTopic): PrintBlock[] => {
  const comment = content.comments[topic];
  return comment === undefined ? [] : [{ kind: 'paragraphs', texts: comment.split(/\n+/u) }];
};
