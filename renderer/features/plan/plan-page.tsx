import { ActionIcon, Alert, Badge, Button, Group, Menu, Select, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconAlertTriangle,
  IconChevronDown,
  IconDownload,
  IconEye,
  IconLock,
  IconTrash,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PlanPart as PartName } from '#shared/features/plan/plan.content.ts';
import { bookFormats, type BookFormat, type PlanView } from '#shared/features/plan/plan.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperDialog } from '#renderer/components/paper/paper-dialog.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CompareDialog } from './compare.dialog.tsx';
import { PartRail } from './part-rail.tsx';
import {
  ApproveDialog,
  DiscardDialog,
  GoalCardDialog,
  PosterDialog,
  ReviseDialog,
  SendBackDialog,
  SubmitDialog,
} from './plan-dialogs.tsx';
import { PlanPart } from './plan-part.tsx';
import { bookOf, usePrintPlan } from './plan.queries.ts';
import classes from './plan.module.css';

type Dialog =
  | 'discard'
  | 'submit'
  | 'sendBack'
  | 'approve'
  | 'revise'
  | 'compare'
  | 'preview'
  | 'poster'
  | 'goalCard';

const stateColours = { draft: 'gray', submitted: 'orange', approved: 'green' } as const;

/** What the present state means, in one sentence. */
function StateNote({ view }: { readonly view: PlanView }): ReactNode {
  const { t, instant } = useTexts();
  const inForce = view.editions.find(({ state }) => state === 'approved');
  if (view.verdict.state === 'void')
    return (
      <Alert color="red" p="xs" icon={<IconAlertTriangle size={18} />} role="alert">
        {t('plan.page.void')}
      </Alert>
    );
  const sentences = [
    ...(view.content.reason ? [t('plan.page.revising', { reason: view.content.reason })] : []),
    ...(view.state === 'submitted'
      ? [t('plan.page.submitted', { name: view.submittedBy ?? '', at: instant(view.submittedAt ?? '') })]
      : []),
    ...(view.state === 'approved' && inForce?.id === view.id
      ? [t('plan.page.approvedNote', { name: view.signatures.at(-1)?.personName ?? '' })]
      : []),
    ...(view.state === 'approved' && inForce && inForce.id !== view.id
      ? [t('plan.page.older', { edition: inForce.edition })]
      : []),
    ...(view.state === 'draft' && view.returned ? [t('plan.page.returned', { reason: view.returned })] : []),
  ];
  if (sentences.length === 0) return null;
  const isReturned = view.state === 'draft' && view.returned !== null;
  return (
    <Alert
      color={isReturned ? 'orange' : 'blue'}
      variant="light"
      p="xs"
      icon={view.state === 'approved' ? <IconLock size={18} /> : undefined}
    >
      {sentences.join(' ')}
    </Alert>
  );
}

/** 年度计划: its parts at the left, the chosen one at the right. */
export function PlanPage({ view }: { readonly view: PlanView }): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const [part, setPart] = useState<PartName>('opening');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { start: print, busy, error } = usePrintPlan();
  const { year, edition } = view.content;
  const editable = view.state === 'draft' && may('plan.write');
  const close = (): void => setDialog(null);
  const make = (format: BookFormat): void => {
    const name = `${t('plan.name', { year })}.${format}`;
    notifications.show({ message: t('plan.page.printing', { name }) });
    print({ id: view.id, format });
  };
  const hasOpen = view.editions.some(({ state }) => state !== 'approved');
  return (
    <PageFrame
      fill
      title={t('plan.name', { year })}
      subtitle={
        <Group gap="xs">
          <Select
            aria-label={t('plan.page.editionOf')}
            w={120}
            allowDeselect={false}
            value={String(view.id)}
            data={view.editions.map((one) => ({
              value: String(one.id),
              label: t('plan.edition', { edition: one.edition }),
            }))}
            onChange={(id) => {
              if (id !== null) go(`/plan/${id}`);
            }}
          />
          <Badge variant="light" color={stateColours[view.state]}>
            {t(`plan.states.${view.state}`)}
          </Badge>
        </Group>
      }
      actions={
        <>
          {view.editions.length > 1 ? (
            <Button variant="default" onClick={() => setDialog('compare')}>
              {t('plan.page.compare')}
            </Button>
          ) : null}
          <Button variant="default" leftSection={<IconEye size={15} />} onClick={() => setDialog('preview')}>
            {t('plan.page.preview')}
          </Button>
          <Menu shadow="md" position="bottom-end">
            <Menu.Target>
              <Button
                variant="default"
                loading={busy}
                leftSection={<IconDownload size={15} />}
                rightSection={<IconChevronDown size={14} />}
              >
                {t('plan.page.file')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {bookFormats.map((format) => (
                <Menu.Item key={format} onClick={() => make(format)}>
                  {t(`plan.page.${format}`)}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item onClick={() => setDialog('poster')}>{t('plan.page.poster')}</Menu.Item>
              <Menu.Item onClick={() => setDialog('goalCard')}>{t('plan.page.goalCard')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {editable && view.submittedAt === null && may('plan.approve') ? (
            <Tooltip label={t('plan.page.discard')}>
              <ActionIcon
                variant="default"
                size={30}
                aria-label={t('plan.page.discard')}
                onClick={() => setDialog('discard')}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Tooltip>
          ) : null}
          {editable ? <Button onClick={() => setDialog('submit')}>{t('plan.page.submit')}</Button> : null}
          {view.state === 'submitted' && may('plan.approve') ? (
            <>
              <Button variant="default" onClick={() => setDialog('sendBack')}>
                {t('plan.page.sendBack')}
              </Button>
              <Button onClick={() => setDialog('approve')}>{t('plan.page.approve')}</Button>
            </>
          ) : null}
          {view.state === 'approved' && !hasOpen && may('plan.write') ? (
            <Button variant="default" onClick={() => setDialog('revise')}>
              {t('plan.page.revise')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={classes.page}>
        <StateNote view={view} />
        <ErrorNote error={error} />
        <div className={classes.work}>
          <PartRail view={view} chosen={part} onChoose={setPart} />
          <PlanPart
            key={`${view.id}.${part}.${String(editable)}`}
            view={view}
            name={part}
            editable={editable}
          />
        </div>
      </div>
      {dialog === 'submit' ? (
        <SubmitDialog
          view={view}
          onClose={close}
          onGo={(missing) => {
            setPart(missing);
            close();
          }}
        />
      ) : null}
      {dialog === 'discard' ? <DiscardDialog view={view} onClose={close} /> : null}
      {dialog === 'sendBack' ? <SendBackDialog view={view} onClose={close} /> : null}
      {dialog === 'approve' ? <ApproveDialog view={view} onClose={close} /> : null}
      {dialog === 'revise' ? <ReviseDialog view={view} onClose={close} /> : null}
      {dialog === 'compare' ? <CompareDialog view={view} onClose={close} /> : null}
      {dialog === 'preview' ? (
        <PaperDialog
          name={`${t('plan.name', { year })} V${edition}`}
          load={bookOf(view.id)}
          word={false}
          onClose={close}
        />
      ) : null}
      {dialog === 'poster' ? <PosterDialog view={view} onClose={close} /> : null}
      {dialog === 'goalCard' ? <GoalCardDialog view={view} onClose={close} /> : null}
    </PageFrame>
  );
}
