import { ActionIcon, Alert, Badge, Loader, Text, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconArrowLeft, IconHistory } from '@tabler/icons-react';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { inspectionFields } from '#shared/features/inspection/inspection.fields.ts';
import type { InspectionView } from '#shared/features/inspection/inspection.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { HistoryDrawer } from '#renderer/components/record-form/history-drawer.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useProblem } from '#renderer/hooks/use-problem.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CheckBar } from './check-bar.tsx';
import { CheckGeneral } from './check-general.tsx';
import { SignedHead } from './check-head.tsx';
import { CheckSection } from './check-section.tsx';
import { firstOpenStep, itemStates, nextLack, stepsOf } from './check-state.ts';
import { CheckSteps } from './check-steps.tsx';
import { DamageMap } from './damage-map.tsx';
import { FinishDialog } from './finish.dialog.tsx';
import { checkPaper, useAnswerQueue, useInspection } from './inspection.queries.ts';
import { usePhotoQueue } from './photo.queries.ts';
import classes from './check.module.css';

/** One check: carried out while it is open, read when it is signed. */
export function InspectionScreen(): ReactNode {
  const { t, record } = useTexts();
  const id = Number(useParams({ strict: false })['id']);
  const known = Number.isInteger(id) && id > 0 ? id : undefined;
  const check = useInspection(known);
  if (check.data) return <Check key={check.data.id} view={check.data} />;
  return (
    <PageFrame title={record('inspection', 'one')}>
      <ErrorNote error={check.error} onRetry={() => void check.refetch()} />
      {check.isPending && known !== undefined ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
    </PageFrame>
  );
}

/** Puts the keyboard on an item; false while it is not on the page. */
function focusItem(code: string): boolean {
  const card = document.getElementById(`item-${code}`);
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'center' });
  return card !== null;
}

function Check(props: { readonly view: InspectionView }): ReactNode {
  const { view } = props;
  const { t, choice } = useTexts();
  const { me, may, state: session } = useSession();
  const go = useGo();
  const problem = useProblem();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { queue, entries } = useAnswerQueue(view.id, me, session.sample);
  const photosWaiting = usePhotoQueue(view.id).state.waiting.length;
  const [tried, setTried] = useState(false);
  const [signing, setSigning] = useState(false);
  const [history, setHistory] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const states = useMemo(() => itemStates(view, entries), [view, entries]);
  const steps = useMemo(() => stepsOf(view, states), [view, states]);
  const [start] = useState(() => firstOpenStep(steps));
  const step =
    steps.find(({ key }) => key === search['step']) ?? steps.find(({ key }) => key === start) ?? steps[0];
  const readOnly =
    view.state !== 'open' || !may('inspection.write') || view.refusal === 'check-not-your-post';
  const lacking = steps.reduce((sum, one) => sum + one.lacking, 0);

  const wanted = useRef<string | null>(null);
  const openStep = (key: string): void => {
    go(`/inspection/${view.id}?step=${encodeURIComponent(key)}`, { replace: true });
    body.current?.scrollTo({ top: 0 });
  };
  const toMissing = (): void => {
    setTried(true);
    const after = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item'];
    const next = nextLack(steps, after);
    if (!next) return;
    if (next.step === step?.key) focusItem(next.item);
    else {
      wanted.current = next.item;
      openStep(next.step);
    }
  };
  useEffect(() => {
    if (wanted.current !== null && focusItem(wanted.current)) wanted.current = null;
  });
  const sign = (): void => {
    if (lacking > 0) toMissing();
    else if (entries.size > 0 || photosWaiting > 0)
      notifications.show({ color: 'orange', message: t('inspection.check.waitsFirst') });
    else setSigning(true);
  };
  useShortcut('mod+s', sign, !readOnly && !signing);

  const purpose = choice('inspection', 'purpose', view.purpose);
  const thing = [view.model, view.plate ?? view.vin?.slice(-8)].filter((one) => one !== null).join(' · ');
  return (
    <PageFrame
      title={t('inspection.check.title', { purpose, number: view.number })}
      subtitle={
        <Text c="dimmed" truncate>
          {thing}{' '}
          {view.round > 1 ? <Badge>{t('inspection.check.round', { round: view.round })}</Badge> : null}
        </Text>
      }
      before={
        <ActionIcon
          size={40}
          variant="default"
          aria-label={t('common.back')}
          onClick={() => (window.history.length > 1 ? window.history.back() : go('/inspection/waiting'))}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
      }
      actions={
        <>
          <PaperButton name={view.number} load={checkPaper(view.id)} icon={40} byKey />
          <Tooltip label={t('inspection.sheet.history')}>
            <ActionIcon
              size={40}
              variant="default"
              aria-label={t('inspection.sheet.history')}
              onClick={() => setHistory(true)}
            >
              <IconHistory size={20} />
            </ActionIcon>
          </Tooltip>
        </>
      }
      fill
    >
      <div className={classes.frame}>
        <CheckSteps view={view} steps={steps} present={step?.key ?? ''} onStep={openStep} />
        <div ref={body} className={classes.body}>
          <div className={classes.inner}>
            <SignedHead view={view} />
            {view.refusal ? (
              <Alert color="orange" mb="sm" icon={<IconAlertTriangle size={18} />}>
                {t('inspection.check.refusal', { sentence: problem(view.refusal) })}
              </Alert>
            ) : null}
            {step?.kind === 'general' ? <CheckGeneral view={view} readOnly={readOnly} /> : null}
            {step?.kind === 'map' ? <DamageMap view={view} readOnly={readOnly} /> : null}
            {step?.kind === 'section' ? (
              <CheckSection
                key={step.key}
                id={view.id}
                step={step}
                queue={queue}
                readOnly={readOnly}
                tried={tried}
              />
            ) : null}
          </div>
        </div>
        {readOnly ? null : (
          <CheckBar
            steps={steps}
            present={step?.key ?? ''}
            entries={entries}
            photosWaiting={photosWaiting}
            onStep={openStep}
            onMissing={toMissing}
            onSign={sign}
          />
        )}
      </div>
      {signing ? (
        <FinishDialog
          view={view}
          ng={[...states.values()].filter(({ verdict }) => verdict === 'ng')}
          onClose={() => setSigning(false)}
        />
      ) : null}
      <HistoryDrawer
        opened={history}
        feature="inspection"
        id={view.id}
        fields={inspectionFields}
        labels={{}}
        onClose={() => setHistory(false)}
      />
    </PageFrame>
  );
}
