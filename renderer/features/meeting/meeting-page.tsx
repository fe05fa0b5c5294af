import { Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperDialog } from '#renderer/components/paper/paper-dialog.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AgendaRail } from './agenda-rail.tsx';
import { followRun, placeOfRun, type AgendaRun } from './agenda-run.ts';
import { FrozenNote } from './frozen-note.tsx';
import { MeetingButtons, type MeetingDialog } from './meeting-buttons.tsx';
import { MeetingHead } from './meeting-head.tsx';
import { MeetingTabs } from './meeting-tabs.tsx';
import { minutesOf, useSavingParts } from './meeting.queries.ts';
import { useUnsavedParts, type UnsavedPart } from './part-drafts.ts';
import { AmendMinutes, ConfirmMinutes, SignMinutes } from './signing.dialog.tsx';
import { StateBadges } from './state-badges.tsx';
import type { MeetingTab, Surface } from './surface.ts';
import { LateWords, UnsavedNote } from './unsaved-note.tsx';
import { WeekSpan, WeekSteps } from './week-steps.tsx';
import classes from './meeting.module.css';

/** One meeting: head, agenda at the left, its parts in tabs. */
export function MeetingPage(props: { readonly view: MeetingView }): ReactNode {
  const { view } = props;
  const { content } = view;
  const { t } = useTexts();
  const { may } = useSession();
  const titles = content.agenda.map(({ title }) => title);
  const [topic, setTopic] = useState<AgendaRun>({ place: 0, titles });
  const followed = followRun(topic, titles);
  if (followed !== topic) setTopic(followed);
  const choose = (place: number): void => setTopic({ place, titles });
  const [tab, setTab] = useState<MeetingTab>('progress');
  const unsaved = useUnsavedParts(view.id);
  const [dialog, setDialog] = useState<MeetingDialog | null>(null);
  const saving = useSavingParts();
  const surface: Surface = { view, editable: view.state === 'draft' && may('meeting.write') };
  const close = (): void => setDialog(null);
  const place = placeOfRun(followed, titles) ?? 0;
  const current = titles[place];
  // Its minutes are edited below the figures.
  const currentTopic = content.topics.find(({ title }) => title === current);
  const isShown = (part: UnsavedPart): boolean =>
    part.tab === null ||
    part.tab === tab ||
    (part.title !== undefined && part.title === current) ||
    part.part === `topic.${currentTopic?.id}`;
  return (
    <PageFrame
      fill
      title={t('meetingPage.name', { week: Number(content.period.slice(6)) })}
      before={<WeekSteps week={content.period} />}
      subtitle={
        <Group gap="sm">
          <WeekSpan week={content.period} />
          <StateBadges view={view} />
          {surface.editable ? (
            <Text size="xs" c="dimmed" role="status">
              {saving > 0 ? t('form.part.saving') : ''}
            </Text>
          ) : null}
        </Group>
      }
      actions={<MeetingButtons view={view} onDialog={setDialog} />}
    >
      <div className={classes.page}>
        <MeetingHead surface={surface} />
        {view.state === 'draft' ? null : <FrozenNote view={view} />}
        {view.state === 'draft' ? (
          <UnsavedNote
            view={view}
            parts={unsaved.filter((part) => !isShown(part))}
            onGo={(part) => {
              if (part.tab) setTab(part.tab);
              const at = part.title === undefined ? -1 : titles.indexOf(part.title);
              if (at >= 0) choose(at);
            }}
          />
        ) : (
          <LateWords view={view} parts={unsaved} />
        )}
        <div className={classes.work}>
          <AgendaRail surface={surface} chosen={place} onChoose={choose} />
          <MeetingTabs surface={surface} tab={tab} onTab={setTab} current={current} />
        </div>
      </div>
      {dialog === 'preview' ? (
        <PaperDialog name={content.number} load={minutesOf(view.id)} word={false} onClose={close} />
      ) : null}
      {dialog === 'confirm' ? <ConfirmMinutes surface={surface} unsaved={unsaved} onClose={close} /> : null}
      {dialog === 'amend' ? <AmendMinutes surface={surface} onClose={close} /> : null}
      {dialog === 'sign' ? <SignMinutes surface={surface} onClose={close} /> : null}
    </PageFrame>
  );
}
