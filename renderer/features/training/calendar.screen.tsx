import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { TrainingCalendar } from '#shared/features/training/training.contract.ts';
import { seasonOf } from '#shared/features/training/training.rules.ts';
import { addMonths, formatMonth, type Day } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, quarterDays, quarterOf } from '#shared/kernel/period.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { newRecordAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { MonthGrid } from './month-grid.tsx';
import { useTrainingCalendar } from './training.queries.ts';
import { Part } from './year-parts.tsx';
import classes from './training.module.css';

type View = 'month' | 'quarter';

/** 培训日历: a month, or the three of a season, with what clashes. */
export function TrainingCalendarScreen(): ReactNode {
  const { t, day, language, choice } = useTexts();
  const { today, may } = useSession();
  const link = useLink();
  const [view, setView] = useState<View>('month');
  const [at, setAt] = useState<Day>(today);
  const span = view === 'month' ? monthDays(monthOf(at)) : quarterDays(quarterOf(at));
  const { data, error, refetch } = useTrainingCalendar(span);
  const months =
    view === 'month' ? [monthOf(at)] : [0, 1, 2].map((by) => addMonthsTo(monthOf(span.first), by));
  const season = choice('trainingSubject', 'season', seasonOf(at));
  const turn = (by: number): void => setAt(addMonths(at, view === 'month' ? by : by * 3));
  return (
    <PageFrame
      title={t('training.calendar')}
      subtitle={`${view === 'month' ? formatMonth(monthOf(at), language) : at.slice(0, 4)} · ${season}`}
      actions={
        <>
          <SegmentedControl
            aria-label={t('training.calendar')}
            value={view}
            data={(['month', 'quarter'] as const).map((value) => ({ value, label: t(`training.${value}`) }))}
            onChange={setView}
          />
          <Button.Group>
            <Button variant="default" px={8} aria-label={t('training.previous')} onClick={() => turn(-1)}>
              <IconChevronLeft size={16} aria-hidden />
            </Button>
            <Button variant="default" onClick={() => setAt(today)}>
              {t('training.today')}
            </Button>
            <Button variant="default" px={8} aria-label={t('training.next')} onClick={() => turn(1)}>
              <IconChevronRight size={16} aria-hidden />
            </Button>
          </Button.Group>
          {may('training.write') ? (
            <Button
              component="a"
              leftSection={<IconPlus size={15} aria-hidden />}
              {...link(newRecordAddress('training', { heldOn: at }))}
            >
              {t('training.newSession')}
            </Button>
          ) : null}
        </>
      }
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <div className={view === 'month' ? undefined : classes.months}>
        {months.map((month) => (
          <MonthGrid
            key={month}
            month={month}
            at={at}
            large={view === 'month'}
            calendar={data}
            onMove={setAt}
            onTurn={turn}
          />
        ))}
      </div>
      <Text size="xs" c="dimmed">
        {t('training.calendarHint')}
      </Text>
      <ClashPart calendar={data} />
      <Part title={t('training.allSessions')}>
        {data?.sessions.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('training.noneOn')}
          </Text>
        ) : null}
        <ul className={classes.places}>
          {data?.sessions.map((one) => (
            <li key={one.id}>
              <a className={classes.line} {...link(recordAddress('training', one.id))}>
                <span className="figures">
                  {day(one.heldOn)} {one.startsAt}–{one.endsAt}
                </span>{' '}
                {one.name}
              </a>{' '}
              <Text span size="sm" c="dimmed">
                {[
                  one.trainerName,
                  one.place,
                  t('training.peopleCount', { count: one.people }),
                  t(`training.states.${one.state}`),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      </Part>
    </PageFrame>
  );
}

/** 时间冲突 in words: who or what is wanted twice, with both sessions. */
function ClashPart({ calendar }: { readonly calendar: TrainingCalendar | undefined }): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  if (!calendar) return null;
  const byId = new Map(calendar.sessions.map((one) => [one.id, one]));
  return (
    <Part title={t('training.clashes')}>
      {calendar.clashes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('training.noClashes')}
        </Text>
      ) : null}
      <ul className={classes.places}>
        {calendar.clashes.map(({ id, withId, kind, personId, personName }) => {
          const one = byId.get(id);
          const other = byId.get(withId);
          if (!one || !other) return null;
          const name = kind === 'place' ? (one.place ?? '') : (personName ?? '');
          return (
            <li key={`${id} ${withId} ${kind} ${personId ?? ''}`}>
              <IconAlertTriangle size={15} aria-hidden className={classes.warning} />{' '}
              {t(`training.clash.${kind}`, { name })} · {day(one.heldOn)}
              {[one, other].map((session) => (
                <a key={session.id} className={classes.line} {...link(recordAddress('training', session.id))}>
                  {session.startsAt}–{session.endsAt} {session.name}
                </a>
              ))}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
