import { Alert, Badge, Button, Group, Loader, Text, Textarea } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { GapView } from '#shared/features/gap/gap.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useIndicatorTexts } from '#renderer/features/indicator/use-indicator-texts.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { GapBack } from './gap-head.tsx';
import { GapCounters } from './gap-counters.tsx';
import { GapDrivers } from './gap-drivers.tsx';
import { GapFigures } from './gap-figures.tsx';
import { GapShares } from './gap-shares.tsx';
import { GapWhys } from './gap-whys.tsx';
import { useAnalysis, useCloseGap, useGap, useReopenGap } from './gap.queries.ts';
import classes from './gap.module.css';
import tones from '#renderer/features/indicator/indicator.module.css';

/** 差异分析: the comparison as it stands now, why it came to this, and what is done about it. */
export function GapScreen(): ReactNode {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const id = Number(params['id']);
  const { t, record } = useTexts();
  const { data, error } = useGap(id);
  if (error && !data)
    return (
      <PageFrame title={record('gap', 'one')}>
        <ErrorNote error={error} />
      </PageFrame>
    );
  if (!data) return <Loader m="xl" size="sm" aria-label={t('common.loading')} />;
  return <Surface key={id} view={data} />;
}

function Surface({ view }: { readonly view: GapView }): ReactNode {
  const { t, day, choice } = useTexts();
  const { may } = useSession();
  const texts = useIndicatorTexts();
  const analysis = useAnalysis({ key: view.key, period: view.period, who: view.who });
  const reopening = useReopenGap();
  const [closing, setClosing] = useState(false);
  const writes = may('gap.write') && !view.isRemoved;
  const isOpen = view.state === 'open';
  const definition = texts.definitions.get(view.key);
  const figure = (value: number | null): string =>
    value === null ? t('indicator.noForecast') : texts.figure(value, definition);
  return (
    <PageFrame
      title={`${view.number} ${texts.name(view.key)}`}
      before={<GapBack />}
      subtitle={
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {texts.period(view.period)} · {texts.who(view.who, analysis.data?.whoName ?? null)}
          </Text>
          <Badge color={isOpen ? 'orange' : 'green'}>{choice('gap', 'state', view.state)}</Badge>
        </Group>
      }
      actions={
        writes ? (
          isOpen ? (
            <Button variant="default" onClick={() => setClosing(true)}>
              {t('gap.close')}
            </Button>
          ) : (
            <Button
              variant="default"
              loading={reopening.isPending}
              onClick={() => reopening.mutate({ id: view.id, version: view.version })}
            >
              {t('gap.reopen')}
            </Button>
          )
        ) : undefined
      }
    >
      {view.isRemoved ? <Alert color="orange">{t('gap.removed')}</Alert> : null}
      <ErrorNote error={analysis.error ?? reopening.error} />
      <Text size="xs" c="dimmed">
        {t('gap.raised', { name: view.ownerName, day: day(view.raisedOn) })} ·{' '}
        {t('gap.atFirst', { goal: figure(view.goal), actual: figure(view.actual) })}
        {view.closedOn === null
          ? ''
          : ` · ${t('gap.closed', { name: view.closedByName ?? '', day: day(view.closedOn) })}`}
      </Text>
      {view.result === null ? null : (
        <Alert color="green" title={t('gap.result')}>
          {view.result}
        </Alert>
      )}
      <div className={`${classes.surface} ${tones.tones}`}>
        <div className={classes.column}>
          {analysis.data ? (
            <>
              <GapFigures analysis={analysis.data} />
              <GapDrivers analysis={analysis.data} />
              <GapShares analysis={analysis.data} />
            </>
          ) : null}
        </div>
        <div className={classes.column}>
          <GapWhys view={view} frozen={!writes || !isOpen} />
          <GapCounters view={view} frozen={!writes || !isOpen} />
        </div>
      </div>
      {closing ? <Closing view={view} onClose={() => setClosing(false)} /> : null}
    </PageFrame>
  );
}

function Closing(props: { readonly view: GapView; readonly onClose: () => void }): ReactNode {
  const { view, onClose } = props;
  const { t } = useTexts();
  const [result, setResult] = useState('');
  const closing = useCloseGap();
  return (
    <FormDialog
      title={t('gap.closeTitle', { number: view.number })}
      confirm={t('gap.close')}
      busy={closing.isPending}
      error={closing.error}
      onClose={onClose}
      onSubmit={() => closing.mutate({ id: view.id, version: view.version, result }, { onSuccess: onClose })}
    >
      <Textarea
        data-autofocus
        label={t('gap.result')}
        description={t('gap.resultHint')}
        value={result}
        autosize
        minRows={2}
        maxLength={1000}
        onChange={(event) => setResult(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
