import { Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DecisionList } from '#renderer/features/decision/decision-list.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAddTopic } from './meeting.queries.ts';
import type { Surface } from './surface.ts';
import { TopicEditor } from './topic-editor.tsx';
import classes from './minutes.module.css';

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
        <DecisionList
          decisions={view.content.decisions}
          replaced={view.replaced}
          meetingId={view.id}
          editable={editable}
        />
      </Paper>
    </>
  );
}
