import { ActionIcon, Alert, Badge, Group, Loader, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconTrash } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { ComplaintView } from '#shared/features/complaint/complaint.contract.ts';
import { complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { HistoryDrawer } from '#renderer/components/record-form/history-drawer.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { LemonCard } from '#renderer/features/lemon/lemon-card.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ComplaintActions } from './complaint-actions.tsx';
import { SeverityBadge, StateBadge } from './complaint-badges.tsx';
import { ComplaintRecurrences, ComplaintStops } from './complaint-beside.tsx';
import { ComplaintClocks } from './complaint-clocks.tsx';
import { ComplaintFacts } from './complaint-facts.tsx';
import { ComplaintFindings } from './complaint-findings.tsx';
import { complaintLayout } from './complaint.layout.ts';
import { complaintPaper, useComplaint, type AskedStep } from './complaint.queries.ts';
import { ComplaintSteps } from './complaint-steps.tsx';
import { ComplaintAnswer, ComplaintHistory } from './complaint-story.tsx';
import { StepDialog } from './step.dialog.tsx';
import classes from './complaint.module.css';

const noLabels = {};

/** 投诉: a new one as a form, a saved one as a working surface with its clock. */
export function ComplaintScreen(): ReactNode {
  const id = useParams({ strict: false })['id'];
  return id === 'new' ? <RecordForm layout={complaintLayout} /> : <OneComplaint key={id} id={Number(id)} />;
}

/** The data of a complaint as a form. */
export function ComplaintDataScreen(): ReactNode {
  return <RecordForm layout={complaintLayout} />;
}

function OneComplaint({ id }: { readonly id: number }): ReactNode {
  const { t, record } = useTexts();
  const { data, error } = useComplaint(id);
  if (error && !data)
    return (
      <PageFrame title={record('complaint', 'one')}>
        <ErrorNote error={error} />
      </PageFrame>
    );
  if (!data) return <Loader m="xl" size="sm" aria-label={t('common.loading')} />;
  return <Surface view={data} />;
}

function Surface({ view }: { readonly view: ComplaintView }): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const [asked, setAsked] = useState<AskedStep>();
  const [history, setHistory] = useState(false);
  return (
    <PageFrame
      title={`${view.number} ${view.subject}`}
      before={
        <Tooltip label={t('common.back')}>
          <ActionIcon color="gray" aria-label={t('common.back')} onClick={() => go('/complaint')}>
            <IconArrowLeft size={18} />
          </ActionIcon>
        </Tooltip>
      }
      subtitle={
        <Group gap={6}>
          <StateBadge state={view.state} />
          <SeverityBadge severity={view.severity} />
          {view.isRemoved ? (
            <Badge color="orange" leftSection={<IconTrash size={12} />}>
              {t('list.bin')}
            </Badge>
          ) : null}
        </Group>
      }
      actions={
        <>
          <PaperButton
            name={view.number}
            load={complaintPaper(view.id)}
            label={t('complaint.print')}
            icon={30}
            byKey
          />
          <ComplaintActions view={view} onAsk={setAsked} onHistory={() => setHistory(true)} />
        </>
      }
    >
      {view.isRemoved ? <Alert color="orange">{t('complaint.removed')}</Alert> : null}
      <ComplaintSteps view={view} />
      <div className={classes.surface}>
        <div className={classes.main}>
          <ComplaintFacts view={view} />
          <ComplaintFindings view={view} />
          <ComplaintAnswer view={view} />
          <ComplaintHistory view={view} />
        </div>
        <div className={classes.aside}>
          <ComplaintClocks view={view} />
          <ComplaintStops view={view} onDecide={() => setAsked('decide')} />
          <ComplaintRecurrences view={view} />
          {view.vehicleId === null ? null : <LemonCard vehicleId={view.vehicleId} />}
        </div>
      </div>
      {asked ? <StepDialog view={view} step={asked} onClose={() => setAsked(undefined)} /> : null}
      <HistoryDrawer
        feature="complaint"
        fields={complaintFields}
        id={view.id}
        labels={noLabels}
        opened={history}
        onClose={() => setHistory(false)}
      />
    </PageFrame>
  );
}
