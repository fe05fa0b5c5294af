import { ActionIcon, Group, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { MeetingView, Topic } from '#shared/features/meeting/meeting.contract.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useRemoveTopic } from './meeting.queries.ts';
import { PartNote } from '#renderer/components/draft/part-note.tsx';
import { SavedMark } from '#renderer/components/draft/saved-mark.tsx';
import { joinTopics, useTopic } from './use-topic.ts';
import classes from './minutes.module.css';

/** One topic of the minutes: its title and what was said. */
export function TopicEditor(props: { readonly view: MeetingView; readonly topic: Topic }): ReactNode {
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
      <PartNote part={part} words={({ minutes }) => minutes} join={joinTopics} />
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
