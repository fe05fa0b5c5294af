import { Button, Loader, Paper } from '@mantine/core';
import { IconCalendarWeek } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { isWeek } from '#shared/kernel/period.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { DiscardedDrafts } from './discarded-drafts.tsx';
import { MeetingPage } from './meeting-page.tsx';
import { useMeeting, useMeetingOfWeek, useOpenMeeting } from './meeting.queries.ts';
import { WeekSpan, WeekSteps } from './week-steps.tsx';

/** 周例会 of one week: `/meeting/2026-W47`. A record's number, as search finds it, leads to its week. */
export function MeetingScreen(): ReactNode {
  const params = useParams({ strict: false });
  const week = params['week'] ?? '';
  if (/^\d{1,9}$/u.test(week)) return <MeetingById id={Number(week)} />;
  return isWeek(week) ? <WeekScreen key={week} week={week} /> : <NoWeek />;
}

function NoWeek(): ReactNode {
  const { t, record } = useTexts();
  const link = useLink();
  return (
    <PageFrame title={record('meeting', 'many')}>
      <EmptyState
        icon={IconCalendarWeek}
        sentence={t('meetingPage.notAWeek')}
        action={
          <Button component="a" {...link('/meeting')}>
            {t('common.back')}
          </Button>
        }
      />
    </PageFrame>
  );
}

function MeetingById(props: { readonly id: number }): ReactNode {
  const meeting = useMeeting(props.id);
  const go = useGo();
  const week = meeting.data?.content.period;
  useEffect(() => {
    if (week !== undefined) go(`/meeting/${week}`, { replace: true });
  }, [go, week]);
  return <ErrorNote error={meeting.error} />;
}

function WeekScreen(props: { readonly week: string }): ReactNode {
  const { week } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const found = useMeetingOfWeek(week);
  const meeting = useMeeting(found.data?.id);
  const open = useOpenMeeting();
  const error = found.error ?? meeting.error;
  const view = meeting.data;
  if (view && view.content.period === week) return <MeetingPage view={view} />;
  return (
    <PageFrame
      title={t('meetingPage.name', { week: Number(week.slice(6)) })}
      before={<WeekSteps week={week} />}
      subtitle={<WeekSpan week={week} />}
    >
      <ErrorNote error={error ?? open.error} onRetry={() => void found.refetch()} />
      {found.data === null ? (
        <>
          <Paper className="sheet">
            <EmptyState
              icon={IconCalendarWeek}
              sentence={`${t('meetingPage.notOpened')}${may('meeting.write') ? t('meetingPage.notOpenedHint') : ''}`}
              action={
                may('meeting.write') ? (
                  <Button loading={open.isPending} onClick={() => open.mutate({ week })} autoFocus>
                    {t('meetingPage.open')}
                  </Button>
                ) : null
              }
            />
          </Paper>
          <DiscardedDrafts week={week} />
        </>
      ) : error ? null : (
        <Loader size="sm" aria-label={t('common.loading')} />
      )}
    </PageFrame>
  );
}
