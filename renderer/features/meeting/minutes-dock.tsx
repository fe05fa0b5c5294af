import { Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { MeetingView, Topic } from '#shared/features/meeting/meeting.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAddTopic } from './meeting.queries.ts';
import { PartNote } from './part-note.tsx';
import { SavedMark } from './saved-mark.tsx';
import type { Surface } from './surface.ts';
import { useTopic } from './use-topic.ts';
import classes from './minutes.module.css';

/** Below the figures: the minutes of the topic that is spoken of, so that nobody has to leave them to write. */
export function MinutesDock(props: { readonly surface: Surface; readonly title: string }): ReactNode {
  const { surface, title } = props;
  const { view } = surface;
  const { t } = useTexts();
  const topic = view.content.topics.find((one) => one.title === title);
  const [begun, setBegun] = useState({ title: '', text: '' });
  const text = begun.title === title ? begun.text : '';
  return (
    <section className={classes.dock} aria-label={t('meetingPage.minutes.current')}>
      {topic ? (
        <DockEditor
          key={topic.id}
          view={view}
          topic={topic}
          begun={text}
          onTaken={() => setBegun({ title: '', text: '' })}
        />
      ) : (
        <DockStart
          key={title}
          view={view}
          title={title}
          text={text}
          onText={(typed) => setBegun({ title, text: typed })}
        />
      )}
    </section>
  );
}

/** The first word makes the topic; what is typed meanwhile is handed on to its editor. */
function DockStart(props: {
  readonly view: MeetingView;
  readonly title: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { view, title, text, onText } = props;
  const { t } = useTexts();
  const add = useAddTopic();
  return (
    <>
      <div className={classes.dockHead}>
        <Text size="xs" fw={600} truncate>
          {t('meetingPage.minutes.current')} · {title}
        </Text>
      </div>
      <Textarea
        aria-label={t('meetingPage.minutes.text', { title })}
        placeholder={t('meetingPage.minutes.placeholder', { title })}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          if (event.currentTarget.value.trim() !== '' && add.isIdle) add.mutate({ id: view.id, title });
        }}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={20_000}
      />
      <ErrorNote error={add.error} />
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
    part.change({ title: topic.title, minutes: begun });
    onTaken();
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(begun.length, begun.length);
  }, [begun, onTaken, part, topic.title]);
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
      <PartNote part={part} shown={(theirs) => theirs.minutes} />
    </>
  );
}
