import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CommentTopic, MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { indicators } from '#shared/features/goal/goal.fields.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDropPart, usePartDraft, type UnsavedPart } from './part-drafts.ts';
import partClasses from '#renderer/components/draft/part.module.css';
import classes from './minutes.module.css';

/** Captions of the groups of figures that have a comment. */
const captions = {
  stock: 'stock',
  people: 'people',
  receivables: 'receivables',
  cash: 'cash',
  goals: 'goals',
  actions: 'actionsDue',
  deliveriesAhead: 'deliveries',
  events: 'events',
} as const satisfies Partial<Record<CommentTopic, string>>;

/** A part in words. */
export function usePartName(view: MeetingView): (part: string) => string {
  const { t } = useTexts();
  return (part) => {
    const [kind = '', rest] = [part.split('.', 1)[0], part.slice(part.indexOf('.') + 1)];
    const indicator = indicators.find((one) => one === rest);
    const group = (Object.keys(captions) as (keyof typeof captions)[]).find((one) => one === rest);
    if (kind === 'comment' && indicator)
      return t('meetingPage.progress.commentOf', { name: t(`meeting.indicators.${indicator}`) });
    if (kind === 'comment' && group)
      return t('meetingPage.minutes.comment', { title: t(`meeting.captions.${captions[group]}`) });
    if (kind === 'topic') {
      const title = view.content.topics.find(({ id }) => String(id) === rest)?.title ?? rest;
      return t('meetingPage.minutes.text', { title });
    }
    if (kind === 'begun') return t('meetingPage.minutes.text', { title: rest });
    if (kind === 'decision') return t('meetingPage.decision.text');
    if (kind === 'action') return t('action.raised');
    if (kind === 'attendance') return t('meetingPage.tabs.attendance');
    return kind === 'agenda' ? t('meetingPage.agenda.title') : t('meetingPage.headEdit');
  };
}

/** Words that have not reached the store and are not on the screen: where they are. */
export function UnsavedNote(props: {
  readonly view: MeetingView;
  readonly parts: readonly UnsavedPart[];
  readonly onGo: (part: UnsavedPart) => void;
}): ReactNode {
  const { view, parts, onGo } = props;
  const { t } = useTexts();
  const nameOf = usePartName(view);
  if (parts.length === 0) return null;
  return (
    <Alert color="orange" p="xs" icon={<IconCloudOff size={18} />} role="status">
      <Group gap="xs">
        <Text size="xs">{t('meetingPage.unsaved', { count: parts.length })}</Text>
        {parts.map((part) => (
          <Button key={part.part} size="compact-xs" variant="default" onClick={() => onGo(part)}>
            {nameOf(part.part)}
          </Button>
        ))}
      </Group>
    </Alert>
  );
}

/** Words that came too late: the minutes were confirmed before they were saved. */
export function LateWords(props: {
  readonly view: MeetingView;
  readonly parts: readonly UnsavedPart[];
}): ReactNode {
  const { view, parts } = props;
  const { t } = useTexts();
  if (parts.length === 0) return null;
  return (
    <Alert color="orange" p="xs" icon={<IconCloudOff size={18} />} role="status">
      <Text size="xs">{t('meetingPage.lateWords')}</Text>
      {parts.map(({ part }) => (
        <LateWord key={part} view={view} part={part} />
      ))}
    </Alert>
  );
}

function LateWord(props: { readonly view: MeetingView; readonly part: string }): ReactNode {
  const { view, part } = props;
  const { t } = useTexts();
  const nameOf = usePartName(view);
  const words = usePartDraft(view.id, part);
  const drop = useDropPart(view.id);
  return (
    <div className={classes.lateWord}>
      <Text size="xs" fw={600}>
        {nameOf(part)}
      </Text>
      {words === '' ? null : <div className={partClasses.theirs}>{words}</div>}
      <Button size="compact-xs" variant="default" onClick={() => drop(part)}>
        {t('meetingPage.dropWords')}
      </Button>
    </div>
  );
}
