import { ActionIcon, Button, Group, Paper, Text, Textarea, TextInput, Title, Tooltip } from '@mantine/core';
import { IconCloudCheck, IconCloudUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { MeetingView, Topic } from '#shared/features/meeting/meeting.contract.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DecisionList } from '#renderer/features/decision/decision-list.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAddTopic, useRemoveTopic } from './meeting.queries.ts';
import { PartNote } from './part-note.tsx';
import type { Surface } from './surface.ts';
import { usePart, type PartEditing, type PartStatus } from './use-part.ts';
import classes from './meeting.module.css';

type TopicText = { readonly title: string; readonly minutes: string };

function useTopic(view: MeetingView, topic: Topic): PartEditing<TopicText> {
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

/** Whether what was typed has reached the store. */
export function SavedMark(props: { readonly status: PartStatus }): ReactNode {
  const { status } = props;
  const { t } = useTexts();
  if (status === 'conflict' || status === 'failed') return null;
  const Shown = status === 'saved' ? IconCloudCheck : IconCloudUp;
  return (
    <span className={classes.savedMark}>
      <Shown size={15} aria-hidden />
      {t(status === 'saved' ? 'common.saved' : 'meetingPage.saving')}
    </span>
  );
}

/** 纪要与决议: what was said, topic by topic, and what was decided. */
export function RecordPart(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { view, editable } = surface;
  const { t } = useTexts();
  const add = useAddTopic();
  const [title, setTitle] = useState('');
  const { topics, agenda } = view.content;
  const missing = agenda
    .map((item) => item.title)
    .filter((one) => !topics.some((topic) => topic.title === one));
  const addTopic = (name: string): void => {
    if (name.trim() === '' || add.isPending) return;
    add.mutate({ id: view.id, title: name.trim() }, { onSuccess: () => setTitle('') });
  };
  return (
    <>
      <Paper className="sheet" p="sm" component="section" aria-label={t('meetingPage.minutes.topics')}>
        <Title order={2} size="h3" mb="xs">
          {t('meetingPage.minutes.topics')}
        </Title>
        {topics.length === 0 && !editable ? (
          <Text size="xs" c="dimmed">
            {t('meetingPage.minutes.none')}
          </Text>
        ) : null}
        {topics.map((topic) =>
          editable ? (
            <TopicEditor key={topic.id} view={view} topic={topic} />
          ) : (
            <div key={topic.id} className={classes.topic}>
              <Title order={3} size="h4">
                {topic.title}
              </Title>
              <div className={classes.written}>{topic.minutes}</div>
            </div>
          ),
        )}
        {editable ? (
          <Group gap="xs" mt="xs">
            {missing.map((name) => (
              <Button
                key={name}
                variant="light"
                leftSection={<IconPlus size={14} />}
                onClick={() => addTopic(name)}
              >
                {name}
              </Button>
            ))}
            <TextInput
              aria-label={t('meetingPage.minutes.newTopic')}
              placeholder={t('meetingPage.minutes.newTopic')}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) addTopic(title);
              }}
              maxLength={200}
            />
            <Button
              variant="default"
              disabled={title.trim() === ''}
              loading={add.isPending}
              onClick={() => addTopic(title)}
            >
              {t('meetingPage.minutes.add')}
            </Button>
          </Group>
        ) : null}
        <ErrorNote error={add.error} />
      </Paper>
      <Paper className="sheet" p="sm" component="section" aria-label={t('meeting.captions.decisions')}>
        <Title order={2} size="h3" mb="xs">
          {t('meeting.captions.decisions')}
        </Title>
        <DecisionList decisions={view.content.decisions} meetingId={view.id} editable={editable} />
      </Paper>
    </>
  );
}

function TopicEditor(props: { readonly view: MeetingView; readonly topic: Topic }): ReactNode {
  const { view, topic } = props;
  const { t } = useTexts();
  const part = useTopic(view, topic);
  const remove = useRemoveTopic();
  const [asking, setAsking] = useState(false);
  const { title, minutes } = part.value;
  const gone = (): void =>
    remove.mutate({ id: view.id, topicId: topic.id, version: view.versions[`topic.${topic.id}`] ?? 0 });
  return (
    <div className={classes.topic}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          aria-label={t('meetingPage.agenda.topic')}
          value={title}
          onChange={(event) => part.change({ ...part.value, title: event.currentTarget.value })}
          onBlur={part.flush}
          maxLength={200}
          classNames={{ input: classes.topicTitle }}
          flex={1}
        />
        <SavedMark status={part.status} />
        <Tooltip label={t('meetingPage.minutes.remove', { title })}>
          <ActionIcon
            color="gray"
            aria-label={t('meetingPage.minutes.remove', { title })}
            loading={remove.isPending}
            onClick={() => (minutes === '' ? gone() : setAsking(true))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Textarea
        aria-label={t('meetingPage.minutes.text', { title })}
        placeholder={t('meetingPage.minutes.placeholder', { title })}
        value={minutes}
        onChange={(event) => part.change({ ...part.value, minutes: event.currentTarget.value })}
        onBlur={part.flush}
        autosize
        minRows={3}
        maxLength={20_000}
        mt={4}
      />
      <PartNote part={part} shown={(theirs) => theirs.minutes} />
      <ErrorNote error={remove.error} />
      <ConfirmDialog
        opened={asking}
        danger
        title={t('meetingPage.minutes.remove', { title })}
        confirm={t('common.remove')}
        busy={remove.isPending}
        onConfirm={() => {
          setAsking(false);
          gone();
        }}
        onClose={() => setAsking(false)}
      >
        {t('meetingPage.minutes.removeQuestion')}
      </ConfirmDialog>
    </div>
  );
}

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
