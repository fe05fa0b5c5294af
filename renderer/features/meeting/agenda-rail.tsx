import { ActionIcon, Button, Progress, Text, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconPencil,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { AgendaItem } from '#shared/features/meeting/meeting.contract.ts';
import { twoDigits } from '#shared/kernel/day.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { endRun, minutesWithRun } from './agenda-run.ts';
import { AgendaDialog } from './agenda.dialog.tsx';
import { mergeAgenda } from './part-merge.ts';
import { PartNote } from '#renderer/components/draft/part-note.tsx';
import type { Surface } from './surface.ts';
import { useTimer } from './timer.ts';
import type { PartEditing } from '#renderer/components/draft/use-part.ts';
import { usePart } from './use-part.ts';
import classes from './agenda.module.css';

type Agenda = PartEditing<readonly AgendaItem[]>;

/** The agenda as it is edited and timed. */
function useAgenda(surface: Surface): Agenda {
  const { view } = surface;
  const plain = (items: readonly AgendaItem[]): readonly AgendaItem[] =>
    items.map(({ title, plannedMinutes, actualMinutes, presenterId }) => ({
      title,
      plannedMinutes,
      actualMinutes,
      presenterId,
    }));
  return usePart<readonly AgendaItem[]>(view, {
    meetingId: view.id,
    name: 'agenda',
    read: (fresh) => plain(fresh.content.agenda),
    merge: mergeAgenda,
    enabled: surface.editable,
    toChange: (items) =>
      items.some(({ title }) => title.trim() === '') ? undefined : { part: 'agenda', items: [...items] },
  });
}

/** Left: the topics with planned and used time; the running one ticks. */
export function AgendaRail(props: {
  readonly surface: Surface;
  /** Place of the item whose minutes are shown. */
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}): ReactNode {
  const { surface, chosen, onChoose } = props;
  const { view, editable } = surface;
  const { t } = useTexts();
  const agenda = useAgenda(surface);
  const items = agenda.value;
  const timer = useTimer(
    view.id,
    items.map(({ title }) => title),
  );
  const [editing, setEditing] = useState(false);
  const names = new Map(view.content.agenda.map((item) => [item.presenterId, item.presenterName]));
  const planned = items.reduce((sum, item) => sum + item.plannedMinutes, 0);
  const used = items.reduce((sum, item) => sum + (item.actualMinutes ?? 0), 0);

  const toggle = (place: number): void => {
    const { running } = timer;
    const isRunning = timer.place === place;
    if (running) agenda.change(endRun(items, running, timer.stop()));
    if (!isRunning) {
      timer.start(place);
      onChoose(place);
    }
  };

  return (
    <nav className={classes.rail} aria-label={t('meetingPage.agenda.title')}>
      <div className={classes.railHead}>
        <Text fw={600} size="sm">
          {t('meetingPage.agenda.title')}
        </Text>
        {editable ? (
          <Tooltip label={t('meetingPage.agenda.edit')}>
            <ActionIcon
              size="sm"
              color="gray"
              aria-label={t('meetingPage.agenda.edit')}
              onClick={() => setEditing(true)}
            >
              <IconPencil size={15} />
            </ActionIcon>
          </Tooltip>
        ) : null}
      </div>
      {items.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('meetingPage.agenda.empty')}
        </Text>
      ) : null}
      <ol className={classes.agenda}>
        {items.map((item, index) => {
          const isRunning = timer.place === index;
          const seconds = isRunning ? timer.seconds : 0;
          const total = minutesWithRun(item, seconds);
          const over = item.plannedMinutes > 0 && total > item.plannedMinutes;
          return (
            <li
              key={`${item.title} ${index}`}
              data-chosen={index === chosen || undefined}
              data-running={isRunning || undefined}
            >
              <div className={classes.agendaLine}>
                <UnstyledButton
                  className={classes.agendaTitle}
                  aria-pressed={index === chosen}
                  onClick={() => onChoose(index)}
                >
                  <span className={classes.agendaNumber}>{index + 1}</span>
                  <span>{item.title}</span>
                </UnstyledButton>
                {editable ? (
                  <ActionIcon
                    size="sm"
                    variant={isRunning ? 'filled' : 'light'}
                    aria-label={t(isRunning ? 'meetingPage.agenda.pause' : 'meetingPage.agenda.start', {
                      title: item.title,
                    })}
                    onClick={() => toggle(index)}
                  >
                    {isRunning ? <IconPlayerPauseFilled size={13} /> : <IconPlayerPlayFilled size={13} />}
                  </ActionIcon>
                ) : null}
              </div>
              <div className={classes.agendaTime} data-over={over || undefined}>
                <span>
                  {t('meetingPage.agenda.used', { used: total, planned: item.plannedMinutes })}
                  {isRunning ? (
                    <strong className={classes.clock}>
                      {` ${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`}
                    </strong>
                  ) : null}
                </span>
                {over ? (
                  <span>
                    <IconAlertTriangle size={12} aria-hidden /> {t('meetingPage.agenda.over')}
                  </span>
                ) : null}
                {item.presenterId === null ? null : <span>{names.get(item.presenterId) ?? ''}</span>}
              </div>
              {total > 0 && item.plannedMinutes > 0 ? (
                <Progress
                  size={3}
                  color={over ? 'red' : 'desk'}
                  value={Math.min(100, (total / item.plannedMinutes) * 100)}
                  aria-label={item.title}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      <Text size="xs" c="dimmed" className="figures">
        {t('meetingPage.agenda.total', { planned, used })}
      </Text>
      <PartNote part={agenda} />
      {editing ? <AgendaDialog agenda={agenda} names={names} onClose={() => setEditing(false)} /> : null}
      {editable && items.length === 0 ? (
        <Button variant="default" onClick={() => setEditing(true)}>
          {t('meetingPage.agenda.add')}
        </Button>
      ) : null}
    </nav>
  );
}
