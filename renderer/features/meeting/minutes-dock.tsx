import { Text, Textarea } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { z } from 'zod';
import type { MeetingView, Topic } from '#shared/features/meeting/meeting.contract.ts';
import { joined } from '#renderer/components/draft/merge-values.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { useAddTopic } from './meeting.queries.ts';
import { PartNote } from '#renderer/components/draft/part-note.tsx';
import { SavedMark } from '#renderer/components/draft/saved-mark.tsx';
import type { Surface } from './surface.ts';
import { joinTopics, useTopic } from './use-topic.ts';
import classes from './minutes.module.css';

/** Below the figures: the minutes of the topic that is spoken of, so that nobody has to leave them to write. */
export function MinutesDock(props: { readonly surface: Surface; readonly title: string }): ReactNode {
  const { surface, title } = props;
  const { t } = useTexts();
  return (
    <section className={classes.dock} aria-label={t('meetingPage.minutes.current')}>
      <TopicDock key={title} view={surface.view} title={title} />
    </section>
  );
}

function TopicDock(props: { readonly view: MeetingView; readonly title: string }): ReactNode {
  const { view, title } = props;
  const topic = view.content.topics.find((one) => one.title === title);
  // Words for a topic that does not exist yet.
  const [begun, setBegun] = useDraft(
    { feature: 'meeting', id: view.id, part: `begun.${title}` },
    z.string(),
    '',
  );
  return topic ? (
    <DockEditor key={topic.id} view={view} topic={topic} begun={begun} onTaken={() => setBegun('')} />
  ) : (
    <DockStart view={view} title={title} text={begun} onText={setBegun} />
  );
}

/** While the core is away, the topic is asked for again after so long. */
const retryMs = 3000;

/** The first word makes the topic; what is typed meanwhile is handed on to its editor. */
function DockStart(props: {
  readonly view: MeetingView;
  readonly title: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { view, title, text, onText } = props;
  const { t } = useTexts();
  const { mutate, isIdle, isError, error } = useAddTopic();
  const wanted = text.trim() !== '';
  const away = isError && errorData(error).code === 'unavailable';
  useEffect(() => {
    if (!wanted || !(isIdle || away)) return undefined;
    const timer = setTimeout(() => mutate({ id: view.id, title }), away ? retryMs : 0);
    return () => clearTimeout(timer);
  }, [wanted, isIdle, away, mutate, view.id, title]);
  return (
    <>
      <div className={classes.dockHead}>
        <Text size="xs" fw={600} truncate>
          {t('meetingPage.minutes.current')} · {title}
        </Text>
        {wanted ? <SavedMark status={away ? 'kept' : 'waiting'} /> : null}
      </div>
      <Textarea
        aria-label={t('meetingPage.minutes.text', { title })}
        placeholder={t('meetingPage.minutes.placeholder', { title })}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={20_000}
      />
      {away ? null : <ErrorNote error={error} />}
    </>
  );
}

function DockEditor(props: {
  readonly view: MeetingView;
  readonly topic: Topic;
  readonly begun: string;
  readonly onTaken: () => void;
}): ReactNode {
  const { view, topic, begun, onTaken } = props;
  const { t } = useTexts();
  const part = useTopic(view, topic);
  const input = useRef<HTMLTextAreaElement>(null);
  const taken = useRef(false);
  useEffect(() => {
    if (begun === '' || taken.current) return;
    taken.current = true;
    part.change({ title: topic.title, minutes: joined(begun, topic.minutes) });
    onTaken();
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(begun.length, begun.length);
  }, [begun, onTaken, part, topic.title, topic.minutes]);
  return (
    <>
      <div className={classes.dockHead}>
        <Text size="xs" fw={600} truncate>
          {t('meetingPage.minutes.current')} · {topic.title}
        </Text>
        <SavedMark status={part.status} />
      </div>
      <Textarea
        ref={input}
        aria-label={t('meetingPage.minutes.text', { title: topic.title })}
        placeholder={t('meetingPage.minutes.placeholder', { title: topic.title })}
        value={part.value.minutes}
        onChange={(event) => part.change({ ...part.value, minutes: event.currentTarget.value })}
        onBlur={part.flush}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={20_000}
      />
      <PartNote part={part} words={({ minutes }) => minutes} join={joinTopics} />
    </>
  );
}
