import type { MeetingView, Topic } from '#shared/features/meeting/meeting.contract.ts';
import { usePart, type PartEditing } from './use-part.ts';

export type TopicText = { readonly title: string; readonly minutes: string };

/** Title and minutes of one topic while they are edited. */
export function useTopic(view: MeetingView, topic: Topic): PartEditing<TopicText> {
  const { id } = topic;
  const name = `topic.${id}`;
  return usePart<TopicText>({
    meetingId: view.id,
    version: view.versions[name] ?? 0,
    saved: { title: topic.title, minutes: topic.minutes },
    read: (fresh) => {
      const found = fresh.content.topics.find((one) => one.id === id);
      return {
        value: { title: found?.title ?? topic.title, minutes: found?.minutes ?? '' },
        version: fresh.versions[name] ?? 0,
      };
    },
    toChange: ({ title, minutes }) =>
      title.trim() === ''
        ? undefined
        : { part: 'topic', topicId: id, title: title.trim(), minutes: minutes.trim() },
  });
}
