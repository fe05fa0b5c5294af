import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconTrophy } from '@tabler/icons-react';
import { clsx } from 'clsx';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { CalendarSession, TrainingCalendar } from '#shared/features/training/training.contract.ts';
import { addDays, formatMonth, weekdayOf, type Day } from '#shared/kernel/day.ts';
import { monthDays, monthOf, type Month } from '#shared/kernel/period.ts';
import { newRecordAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './training.module.css';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The weeks that a month lies in, whole ones. */
function weeksOf(month: Month): Day[][] {
  const { first, last } = monthDays(month);
  const weeks: Day[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push(weekdays.map((_, by) => addDays(monday, by)));
  return weeks;
}

/**
 * One month as a grid of days. Arrows change the day, Home and End go to the ends of its week, PageUp and PageDown turn, Enter
 * opens the first session of the day, N arranges one on it.
 */
export function MonthGrid(props: {
  readonly month: Month;
  readonly at: Day;
  readonly large: boolean;
  readonly calendar: TrainingCalendar | undefined;
  readonly onMove: (day: Day) => void;
  readonly onTurn: (by: number) => void;
}): ReactNode {
  const { month, at, large, calendar, onMove, onTurn } = props;
  const { t, day, language } = useTexts();
  const { today, may } = useSession();
  const go = useGo();
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  const byDay = Map.groupBy(calendar?.sessions ?? [], ({ heldOn }) => heldOn);
  const clashing = new Set((calendar?.clashes ?? []).flatMap(({ id, withId }) => [id, withId]));

  useEffect(() => {
    if (!byKey.current || monthOf(at) !== month) return;
    byKey.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at, month]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const weekday = weekdayOf(at);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -7,
      ArrowDown: 7,
      Home: 1 - weekday,
      End: 7 - weekday,
    };
    const by = steps[event.key];
    const first = byDay.get(at)?.[0];
    if (by !== undefined) onMove(addDays(at, by));
    else if (event.key === 'PageUp') onTurn(-1);
    else if (event.key === 'PageDown') onTurn(1);
    else if (event.key === 'Enter' && first) go(recordAddress('training', first.id));
    else if (event.key.toLowerCase() === 'n' && may('training.write'))
      go(newRecordAddress('training', { heldOn: at }));
    else return;
    byKey.current = true;
    event.preventDefault();
  };

  return (
    <table
      ref={grid}
      // A grid by the keyboard: its days take the focus and hear the keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label={formatMonth(month, language)}
      className={clsx('sheet', classes.month, large && classes.large)}
    >
      {large ? null : <caption>{formatMonth(month, language)}</caption>}
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`training.weekdays.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((one) => {
              const inside = monthOf(one) === month;
              const sessions = inside ? (byDay.get(one) ?? []) : [];
              return (
                <td
                  key={one}
                  data-day={inside ? one : undefined}
                  tabIndex={inside ? (one === at ? 0 : -1) : undefined}
                  aria-selected={inside ? one === at : undefined}
                  aria-current={one === today ? 'date' : undefined}
                  className={clsx(!inside && classes.outside, weekdayOf(one) > 5 && classes.weekend)}
                  onFocus={() => {
                    if (inside && one !== at) onMove(one);
                  }}
                  onKeyDown={onKeyDown}
                >
                  {inside ? (
                    <>
                      <span className={classes.number} aria-hidden>
                        {Number(one.slice(8))}
                      </span>
                      <VisuallyHidden>
                        {t('training.daySessions', { day: day(one), count: sessions.length })}
                      </VisuallyHidden>
                    </>
                  ) : null}
                  {sessions.map((session) => (
                    <Chip key={session.id} session={session} large={large} clash={clashing.has(session.id)} />
                  ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A session in its day: time and name, with a sign where it clashes, is a contest or was held. */
function Chip(props: {
  readonly session: CalendarSession;
  readonly large: boolean;
  readonly clash: boolean;
}): ReactNode {
  const { session, large, clash } = props;
  const { t } = useTexts();
  const link = useLink();
  const { id, name, startsAt, endsAt, state, isContest } = session;
  const words = `${startsAt} ${name} (–${endsAt})`;
  return (
    <a
      tabIndex={-1}
      title={words}
      aria-label={clash ? `${words} · ${t('training.clashOn')}` : words}
      className={clsx(classes.chip, clash && classes.clash, state === 'held' && classes.held)}
      {...link(recordAddress('training', id))}
    >
      {clash ? <IconAlertTriangle size={13} aria-hidden /> : null}
      {isContest && large ? <IconTrophy size={13} aria-hidden /> : null}
      {state === 'held' && large && !clash ? <IconCheck size={13} aria-hidden /> : null}
      <span>{large ? `${startsAt} ${name}` : startsAt}</span>
    </a>
  );
}
