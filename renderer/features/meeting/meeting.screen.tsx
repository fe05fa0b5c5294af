import {
  ActionIcon,
  Alert,
  Badge,
  Box,
  Button,
  Group,
  List,
  Loader,
  Menu,
  Paper,
  Tabs,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArrowLeft,
  IconCalendarWeek,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconEye,
  IconLock,
  IconPencil,
  IconShieldCheck,
  IconShieldX,
  IconSignature,
} from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { addWeeks, isWeek, weekDays } from '#shared/kernel/period.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ActionsPart } from './actions-part.tsx';
import { AgendaRail } from './agenda-rail.tsx';
import { AttendancePart } from './attendance-part.tsx';
import { MeetingHead } from './meeting-head.tsx';
import { useMeeting, useMeetingOfWeek, useOpenMeeting, usePrint, useSavingParts } from './meeting.queries.ts';
import { MinutesDock, RecordPart } from './minutes.tsx';
import { PlanPart } from './plan-part.tsx';
import { PreviewDialog } from './preview.dialog.tsx';
import { ProgressPart } from './progress-part.tsx';
import { ResourcesPart } from './resources-part.tsx';
import { AmendMinutes, ConfirmMinutes, SignMinutes } from './signing.dialog.tsx';
import { meetingTabs, type MeetingTab, type Surface } from './surface.ts';
import classes from './meeting.module.css';

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
      subtitle={<Span week={week} />}
    >
      <ErrorNote error={error ?? open.error} onRetry={() => void found.refetch()} />
      {found.data === null ? (
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
      ) : error ? null : (
        <Loader size="sm" aria-label={t('common.loading')} />
      )}
    </PageFrame>
  );
}

function Span(props: { readonly week: string }): ReactNode {
  const { day } = useTexts();
  const { first, last } = weekDays(props.week);
  return (
    <Text c="dimmed" size="xs" className="figures">
      {day(first)} – {day(last)}
    </Text>
  );
}

function WeekSteps(props: { readonly week: string }): ReactNode {
  const { week } = props;
  const { t, record } = useTexts();
  const link = useLink();
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={record('meeting', 'many')}>
        <ActionIcon component="a" color="gray" aria-label={record('meeting', 'many')} {...link('/meeting')}>
          <IconArrowLeft size={18} />
        </ActionIcon>
      </Tooltip>
      <ActionIcon
        component="a"
        color="gray"
        aria-label={t('meetingPage.previousWeek')}
        {...link(`/meeting/${addWeeks(week, -1)}`)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <ActionIcon
        component="a"
        color="gray"
        aria-label={t('meetingPage.nextWeek')}
        {...link(`/meeting/${addWeeks(week, 1)}`)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}

/** 草稿 or 已确认, and whether the signatures still hold. */
export function StateBadges(props: { readonly view: MeetingView }): ReactNode {
  const { view } = props;
  const { t } = useTexts();
  const { state } = view.verdict;
  return (
    <Group gap={6} wrap="nowrap">
      {view.state === 'draft' ? (
        <Badge color="orange" leftSection={<IconPencil size={12} aria-hidden />}>
          {t('meeting.states.draft')}
        </Badge>
      ) : (
        <Badge color="green" leftSection={<IconLock size={12} aria-hidden />}>
          {t('meeting.states.confirmed')}
        </Badge>
      )}
      {state === 'unsigned' ? null : (
        <Tooltip label={t(`meetingPage.verdictHint.${state}`)}>
          <Badge
            color={state === 'valid' ? 'green' : 'red'}
            variant={state === 'valid' ? 'light' : 'filled'}
            leftSection={
              state === 'valid' ? (
                <IconShieldCheck size={12} aria-hidden />
              ) : (
                <IconShieldX size={12} aria-hidden />
              )
            }
          >
            {t(`meetingPage.verdict.${state}`)}
          </Badge>
        </Tooltip>
      )}
    </Group>
  );
}

type Dialog = 'preview' | 'confirm' | 'amend' | 'sign';

function MeetingPage(props: { readonly view: MeetingView }): ReactNode {
  const { view } = props;
  const { content } = view;
  const { t } = useTexts();
  const { may } = useSession();
  const [tab, setTab] = useState<MeetingTab>('progress');
  const [topic, setTopic] = useState(content.agenda[0]?.title);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const saving = useSavingParts();
  const draft = view.state === 'draft';
  const surface: Surface = { view, editable: draft && may('meeting.write') };
  const week = content.period;
  const close = (): void => setDialog(null);
  useTabKeys((chosen) => setTab(chosen));
  const current =
    topic !== undefined && content.agenda.some(({ title }) => title === topic)
      ? topic
      : content.agenda[0]?.title;
  const late = content.carried.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const counts: Partial<Record<MeetingTab, number>> = {
    record: content.decisions.length,
    actions: content.raised.length + content.carried.length,
  };

  return (
    <PageFrame
      fill
      title={t('meetingPage.name', { week: Number(week.slice(6)) })}
      before={<WeekSteps week={week} />}
      subtitle={
        <Group gap="sm">
          <Span week={week} />
          <StateBadges view={view} />
          {surface.editable ? (
            <Text size="xs" c="dimmed" role="status">
              {saving > 0 ? t('meetingPage.saving') : ''}
            </Text>
          ) : null}
        </Group>
      }
      actions={
        <>
          <Button variant="default" leftSection={<IconEye size={15} />} onClick={() => setDialog('preview')}>
            {t('meetingPage.preview')}
          </Button>
          <PrintMenu view={view} />
          {!draft && may('meeting.write') ? (
            <Button
              variant="default"
              leftSection={<IconSignature size={15} />}
              onClick={() => setDialog('sign')}
            >
              {t('meetingPage.sign')}
            </Button>
          ) : null}
          {may('meeting.confirm') ? (
            draft ? (
              <Button leftSection={<IconLock size={15} />} onClick={() => setDialog('confirm')}>
                {t('meetingPage.confirm')}
              </Button>
            ) : (
              <Button leftSection={<IconPencil size={15} />} onClick={() => setDialog('amend')}>
                {t('meetingPage.amend')}
              </Button>
            )
          ) : null}
        </>
      }
    >
      <div className={classes.page}>
        <MeetingHead surface={surface} />
        {draft ? null : <FrozenNote view={view} />}
        <div className={classes.work}>
          <AgendaRail surface={surface} chosen={current} onChoose={setTopic} />
          <Tabs
            value={tab}
            onChange={(value) => setTab((value ?? 'progress') as MeetingTab)} // values are the keys below
            keepMounted={false}
            className={classes.tabs}
          >
            <Tabs.List aria-label={t('meetingPage.tabList')} className={classes.tabList}>
              {meetingTabs.map((one, index) => (
                <Tabs.Tab
                  key={one}
                  value={one}
                  aria-keyshortcuts={`Alt+${index + 1}`}
                  rightSection={
                    counts[one] ? (
                      <Badge size="sm" variant="light" color={one === 'actions' && late > 0 ? 'red' : 'gray'}>
                        {counts[one]}
                      </Badge>
                    ) : undefined
                  }
                >
                  {t(`meetingPage.tabs.${one}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Box key={tab} className={classes.panel}>
              <Tabs.Panel value="progress" className={classes.stack}>
                <ProgressPart surface={surface} />
              </Tabs.Panel>
              <Tabs.Panel value="resources" className={classes.stack}>
                <ResourcesPart surface={surface} />
              </Tabs.Panel>
              <Tabs.Panel value="plan" className={classes.stack}>
                <PlanPart surface={surface} />
              </Tabs.Panel>
              <Tabs.Panel value="record" className={classes.stack}>
                <RecordPart surface={surface} />
              </Tabs.Panel>
              <Tabs.Panel value="actions" className={classes.stack}>
                <ActionsPart surface={surface} />
              </Tabs.Panel>
              <Tabs.Panel value="attendance" className={classes.stack}>
                <AttendancePart surface={surface} />
              </Tabs.Panel>
            </Box>
            {surface.editable && tab !== 'record' && current !== undefined ? (
              <MinutesDock surface={surface} title={current} />
            ) : null}
          </Tabs>
        </div>
      </div>
      {dialog === 'preview' ? <PreviewDialog id={view.id} number={content.number} onClose={close} /> : null}
      {dialog === 'confirm' ? <ConfirmMinutes surface={surface} onClose={close} /> : null}
      {dialog === 'amend' ? <AmendMinutes surface={surface} onClose={close} /> : null}
      {dialog === 'sign' ? <SignMinutes surface={surface} onClose={close} /> : null}
    </PageFrame>
  );
}

/** Alt+1 … Alt+6 go to the parts, also while somebody types. */
function useTabKeys(onTab: (tab: MeetingTab) => void): void {
  const latest = useRef(onTab);
  useEffect(() => {
    latest.current = onTab;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.isComposing) return;
      const tab = meetingTabs[Number(event.key) - 1];
      if (!tab) return;
      event.preventDefault();
      latest.current(tab);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function PrintMenu(props: { readonly view: MeetingView }): ReactNode {
  const { view } = props;
  const { t } = useTexts();
  const { print, busy, error } = usePrint();
  const start = (format: 'pdf' | 'docx'): void => {
    notifications.show({
      message: t('meetingPage.printing', { name: `${view.content.number}.${format}` }),
      closeButtonProps: { 'aria-label': t('common.close') },
    });
    print({ id: view.id, format });
  };
  return (
    <>
      <Menu shadow="md" position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconDownload size={15} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {t('meetingPage.file')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => start('pdf')}>{t('meetingPage.printPdf')}</Menu.Item>
          <Menu.Item onClick={() => start('docx')}>{t('meetingPage.printDocx')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ErrorNote error={error} />
    </>
  );
}

/** What confirmed minutes carry beside their content: when, who signed, the check, amendments. */
function FrozenNote(props: { readonly view: MeetingView }): ReactNode {
  const { view } = props;
  const { t, instant } = useTexts();
  const isVoid = view.verdict.state === 'void';
  return (
    <>
      <Alert
        color={isVoid ? 'red' : 'green'}
        p="xs"
        icon={isVoid ? <IconShieldX size={18} /> : <IconLock size={18} />}
        role={isVoid ? 'alert' : undefined}
      >
        <Group gap="md">
          <Text size="xs">
            {t('meetingPage.frozen', { at: view.confirmedAt === null ? '' : instant(view.confirmedAt) })}
          </Text>
          {view.signatures
            .filter(({ amendment }) => amendment === null)
            .map((one) => (
              <Text size="xs" key={`${one.personId} ${one.meaning}`}>
                <IconSignature size={13} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
                {t(`meeting.meanings.${one.meaning}`)} {one.personName}
              </Text>
            ))}
          <Text size="xs" className="code">
            {t('meetingPage.hash', { hash: view.verdict.hash?.slice(0, 12) ?? '—' })}
            {view.auditCode === null ? '' : ` · ${t('meeting.labels.auditCode')} ${view.auditCode}`}
          </Text>
        </Group>
        {isVoid ? (
          <List size="xs" mt={4}>
            {view.verdict.problems.map((problem) => (
              <List.Item key={problem}>{t(`meetingPage.problems.${problem}`)}</List.Item>
            ))}
          </List>
        ) : null}
      </Alert>
      {view.amendments.length === 0 ? null : (
        <section className={classes.amendments} aria-label={t('meeting.captions.amendments')}>
          {view.amendments.map((one) => (
            <div key={one.number} className={classes.amendment}>
              <Title order={2} size="h4">
                {t('meetingPage.amending.one', { number: one.number })}
                <Text span size="xs" c="dimmed">
                  {` ${one.personName} ${instant(one.at)} · ${one.reason} · `}
                  <span className="code">{one.hash.slice(0, 12)}</span>
                </Text>
              </Title>
              <Text size="sm" className={classes.written}>
                {one.text}
              </Text>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
