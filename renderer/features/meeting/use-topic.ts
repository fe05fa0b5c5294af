import type { MeetingView, Topic } from '#shared/features/meeting/meeting.contract.ts';
import { joined, mergeFields } from '#renderer/components/draft/merge-values.ts';
import type { PartEditing } from '#renderer/components/draft/use-part.ts';
import { usePart } from './use-part.ts';

export type TopicText = { readonly title: string; readonly minutes: string };

/** Title and minutes of one topic while they are edited. */
export function useTopic(view: MeetingView, topic: Topic): PartEditing<TopicText> {
  const { id } = topic;
  return usePart<TopicText>(view, {
    meetingId: view.id,
    name: `topic.${id}`,
    read: (fresh) => {
      const found = fresh.content.topics.find((one) => one.id === id);
      return { title: found?.title ?? topic.title, minutes: found?.minutes ?? '' };
    },
    merge: mergeFields,
    enabled: true,
    toChange: ({ title, minutes }) =>
      title.trim() === ''
        ? undefined
        : { part: 'topic', topicId: id, title: title.trim(), minutes: minutes.trim() },
  });
}

/** Both minutes below each other, under my title. */
export const joinTopics = (mine: TopicText, theirs: TopicText): TopicText => ({
  title: mine.title,
  minutes: joined(mine.minutes, theirs.minutes),
});
