import { keepSignIns } from '#shared/features/meeting/meeting.rules.ts';
import { partName, type MeetingPart, type MeetingView } from '#shared/features/meeting/meeting.contract.ts';

/** A view with one part as it was just saved. Names that only the core knows stay as they were until it is read again. */
export function withPart(view: MeetingView, change: MeetingPart, version: number): MeetingView {
  const { content } = view;
  const versions = { ...view.versions, [partName(change)]: version };
  switch (change.part) {
    case 'head': {
      const { heldOn, startsAt, endsAt, place, chairId, recorderId } = change.values;
      const person = (id: number | null, before: typeof content.chair): typeof content.chair =>
        id === null ? null : before?.id === id ? before : { id, name: '' };
      return {
        ...view,
        versions,
        content: {
          ...content,
          heldOn: heldOn ?? null,
          startsAt: startsAt ?? null,
          endsAt: endsAt ?? null,
          place: place ?? null,
          chair: person(chairId ?? null, content.chair),
          recorder: person(recorderId ?? null, content.recorder),
        },
      };
    }
    case 'agenda': {
      const names = new Map(content.agenda.map((item) => [item.presenterId, item.presenterName]));
      const agenda = change.items.map((item) => ({
        ...item,
        presenterName: names.get(item.presenterId) ?? null,
      }));
      return { ...view, versions, content: { ...content, agenda } };
    }
    case 'attendance': {
      const known = new Map(content.attendance.map((line) => [line.personId, line]));
      const attendance = keepSignIns(content.attendance, change.people).people.map((line) => ({
        name: '',
        departmentName: null,
        post: null,
        ...known.get(line.personId),
        ...line,
      }));
      return { ...view, versions, content: { ...content, attendance } };
    }
    case 'topic': {
      const topics = content.topics.map((topic) =>
        topic.id === change.topicId ? { ...topic, title: change.title, minutes: change.minutes } : topic,
      );
      return { ...view, versions, content: { ...content, topics } };
    }
    case 'comment':
      return {
        ...view,
        versions,
        content: { ...content, comments: { ...content.comments, [change.topic]: change.text } },
      };
  }
}
