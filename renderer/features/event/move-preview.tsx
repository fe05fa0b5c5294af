import { Alert, Text } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isDay } from '#shared/kernel/day.ts';
import { endsTooEarly, movedTasks } from '#shared/features/event/event.rules.ts';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useEventTasks } from './event.queries.ts';
import classes from './event.module.css';

/** What moves along when the dates that are typed are saved; nothing while they are as stored. */
export function MovePreview({ id, form }: RecordView): ReactNode {
  const { t, day } = useTexts();
  const tasks = useEventTasks(id).data ?? [];
  const { startsOn, endsOn } = form.values;
  const isSame = startsOn === form.base['startsOn'] && endsOn === form.base['endsOn'];
  if (isSame || tasks.length === 0 || typeof startsOn !== 'string' || !isDay(startsOn)) return null;
  const days = { startsOn, endsOn: typeof endsOn === 'string' && isDay(endsOn) ? endsOn : null };
  if (endsTooEarly(days)) return null;
  const planned = tasks.map(({ phase, offset, item }) => ({
    id: item.id,
    phase,
    offset,
    dueOn: item.dueOn,
    isDone: item.state !== 'open',
  }));
  const moved = movedTasks(planned, days);
  const stay = planned.filter(({ isDone }) => isDone).length;
  const nameOf = (task: number): string => tasks.find(({ item }) => item.id === task)?.item.text ?? '';
  return (
    <Alert color="blue" icon={<IconCalendarEvent size={18} aria-hidden />} p="sm">
      <Text size="sm" fw={600}>
        {moved.length === 0 ? t('event.movesNone') : t('event.moves', { moved: moved.length, stay })}
      </Text>
      <ul className={classes.moves}>
        {moved.map((one) => (
          <li key={one.id}>
            <span className="figures">{t('event.moveLine', { from: day(one.from), to: day(one.to) })}</span>{' '}
            {nameOf(one.id)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
