import { Button, Group, Loader } from '@mantine/core';
import { useFullscreenDocument } from '@mantine/hooks';
import { IconArrowsMaximize, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ComplaintWall, WallLine } from '#shared/features/complaint/complaint.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { MissingYears } from '#renderer/features/calendar/missing-years.tsx';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { SeverityBadge, StateBadge } from './complaint-badges.tsx';
import { useComplaintWall } from './complaint.queries.ts';
import { shortTimeLeft } from './time-left.ts';
import classes from './complaint-wall.module.css';

/** Lines that the wall knows; more are told by their number only. */
const mostLines = 120;
const turnEveryMs = 15_000;

/** 投诉看板: the open complaints by time left, to be read from three metres. */
export function ComplaintWallScreen(): ReactNode {
  const { t, record } = useTexts();
  const go = useGo();
  const { data, error, dataUpdatedAt, refetch } = useComplaintWall(mostLines);
  const { toggle } = useFullscreenDocument();
  const leave = (): void => go('/complaint');
  useShortcut('Escape', leave);
  return (
    <div className={classes.wall}>
      <header className={classes.head}>
        <h1>{t('complaint.wall')}</h1>
        {data ? <Counts wall={data} at={dataUpdatedAt} /> : null}
        <Group gap="xs" ml="auto" className="not-printed">
          <Button
            variant="default"
            leftSection={<IconArrowsMaximize size={15} />}
            onClick={() => void toggle()}
          >
            {t('complaint.wallPage.full')}
          </Button>
          <Button variant="default" leftSection={<IconX size={15} />} onClick={leave}>
            {t('complaint.wallPage.leave')}
          </Button>
        </Group>
      </header>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? <MissingYears years={data.missingYears} /> : null}
      {data ? <Pages lines={data.lines} /> : <Loader m="xl" aria-label={t('common.loading')} />}
      {data?.open === 0 ? <p className={classes.empty}>{t('complaint.wallPage.empty')}</p> : null}
      <span className="only-read-aloud">{record('complaint', 'many')}</span>
    </div>
  );
}

function Counts({ wall, at }: { readonly wall: ComplaintWall; readonly at: number }): ReactNode {
  const { t, instant } = useTexts();
  const time = instant(new Date(at).toISOString()).slice(-5);
  return (
    <ul className={classes.counts} aria-live="polite">
      <li>{t('complaint.wallPage.open', { count: wall.open })}</li>
      <li data-tone={wall.late > 0 ? 'late' : undefined}>
        {t('complaint.wallPage.late', { count: wall.late })}
      </li>
      <li data-tone={wall.dueToday > 0 ? 'today' : undefined}>
        {t('complaint.wallPage.dueToday', { count: wall.dueToday })}
      </li>
      <li>{t('complaint.wallPage.paused', { count: wall.paused })}</li>
      <li className={classes.time}>{t('complaint.wallPage.updated', { time })}</li>
    </ul>
  );
}

/** As many lines as the height has room for; pages turn by themselves until somebody stops them. */
function Pages({ lines }: { readonly lines: readonly WallLine[] }): ReactNode {
  const { t } = useTexts();
  const body = useRef<HTMLTableSectionElement>(null);
  const [perPage, setPerPage] = useState(8);
  const [page, setPage] = useState(0);
  const [isTurning, setTurning] = useState(true);
  const pages = Math.max(1, Math.ceil(lines.length / perPage));
  const at = Math.min(page, pages - 1);

  useEffect(() => {
    const measure = (): void => {
      const section = body.current;
      const row = section?.rows[0];
      if (!section || !row) return;
      const room = window.innerHeight - section.getBoundingClientRect().top - 56;
      setPerPage(Math.max(1, Math.floor(room / row.getBoundingClientRect().height)));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);

  useEffect(() => {
    if (!isTurning || pages === 1) return undefined;
    const timer = setInterval(() => setPage((old) => (Math.min(old, pages - 1) + 1) % pages), turnEveryMs);
    return () => clearInterval(timer);
  }, [isTurning, pages]);

  if (lines.length === 0) return null;
  const columns = ['left', 'number', 'subject', 'customer', 'handler', 'due'] as const;
  return (
    <>
      <table className={classes.table} aria-label={t('complaint.wall')}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`complaint.wallPage.columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {lines.slice(at * perPage, (at + 1) * perPage).map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </tbody>
      </table>
      {pages > 1 ? (
        <Group className={classes.foot} gap="md">
          <span>{t('complaint.wallPage.pages', { page: at + 1, pages })}</span>
          <Button
            variant="default"
            className="not-printed"
            leftSection={isTurning ? <IconPlayerPause size={15} /> : <IconPlayerPlay size={15} />}
            onClick={() => setTurning(!isTurning)}
          >
            {t(isTurning ? 'complaint.wallPage.pause' : 'complaint.wallPage.play')}
          </Button>
        </Group>
      ) : null}
    </>
  );
}

function Line({ line }: { readonly line: WallLine }): ReactNode {
  const texts = useTexts();
  const { t, day, choice } = texts;
  const { clock } = line;
  const { tone, icon: Shown, words } = shortTimeLeft(clock, texts);
  return (
    <tr data-tone={tone}>
      <td className={classes.left}>
        <Shown size="1em" stroke={2} aria-hidden /> {words}
      </td>
      <td className={classes.number}>
        {line.number}
        <small>{choice('complaint', 'kind', line.kind)}</small>
      </td>
      <td>
        <span className={classes.subject}>{line.subject}</span>
        <span className={classes.badges}>
          <StateBadge state={line.state} />
          {line.severity === 'normal' ? null : <SeverityBadge severity={line.severity} />}
          {line.escalation.level === 'none' ? null : (
            <small>{t(`complaint.escalation.${line.escalation.level}`)}</small>
          )}
        </span>
      </td>
      <td>
        {line.customer}
        <small>{line.plate}</small>
      </td>
      <td>{line.handlerName ?? t('complaint.noHandler')}</td>
      <td className={classes.due}>
        {clock ? day(clock.dueOn) : ''}
        {clock ? (
          <small>
            {t(`complaint.stages.${clock.stage}`)} · {clock.name}
          </small>
        ) : null}
      </td>
    </tr>
  );
}
