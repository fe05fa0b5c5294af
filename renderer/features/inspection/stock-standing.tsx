import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { mayCheck, type PdiStanding } from '#shared/features/inspection/inspection.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useStanding, useStart } from './inspection.queries.ts';
import { StandingBadge } from './standing-marks.tsx';
import classes from './waiting.module.css';

/** 三次检查 of a stock vehicle below its form: where each stands, and the way to it. */
export function StockStanding(props: { readonly stockId: number }): ReactNode {
  const { stockId } = props;
  const { t, choice, day } = useTexts();
  const link = useLink();
  const { data, error, refetch } = useStanding(stockId);
  const place = useRef<HTMLDivElement>(null);
  const isKnown = data !== undefined;
  // A scanned vehicle opens with its checks in sight.
  useEffect(() => {
    if (isKnown && window.location.hash === '#checks') place.current?.scrollIntoView({ block: 'start' });
  }, [isKnown]);
  return (
    <Paper className="sheet" p="sm" ref={place}>
      <Title order={2} mb="xs">
        {t('inspection.standing.title')}
      </Title>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <div className={classes.three}>
        {data?.standings.map((standing, index) => (
          <OneStanding
            key={standing.purpose}
            stockId={stockId}
            standing={standing}
            isFirst={data.standings.slice(0, index).every(({ state }) => state === 'passed')}
          />
        ))}
      </div>
      {data && data.inspections.length > 0 ? (
        <details>
          <summary>
            {t('inspection.standing.all')}（{data.inspections.length}）
          </summary>
          <ul className={classes.past}>
            {data.inspections.map(({ id, number, purpose, state, startedOn, finishedOn }) => (
              <li key={id}>
                <a {...link(`/inspection/${id}`)}>{number}</a> {choice('inspection', 'purpose', purpose)} ·{' '}
                {choice('inspection', 'state', state)} · {day(finishedOn ?? startedOn)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Paper>
  );
}

function OneStanding(props: {
  readonly stockId: number;
  readonly standing: PdiStanding;
  readonly isFirst: boolean;
}): ReactNode {
  const { stockId, standing, isFirst } = props;
  const { purpose, state, inspectionId, goodUntil } = standing;
  const { t, choice, day } = useTexts();
  const { me, may } = useSession();
  const go = useGo();
  const link = useLink();
  const start = useStart();
  const name = choice('inspection', 'purpose', purpose);
  const mayBegin = may('inspection.write') && mayCheck(me.roles, purpose) && isFirst && state !== 'passed';
  const act = t(
    state === 'open' ? 'inspection.goOn' : state === 'failed' ? 'inspection.again' : 'inspection.start',
  );
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Text fw={600}>{name}</Text>
        <StandingBadge state={state} />
      </Group>
      {goodUntil !== null ? (
        <Text size="sm" c="dimmed">
          {t('inspection.standing.goodUntil', { day: day(goodUntil) })}
        </Text>
      ) : null}
      <Group gap="xs">
        {inspectionId !== null && state !== 'open' ? (
          <Button
            component="a"
            size="md"
            variant="default"
            aria-label={`${t('inspection.standing.open')} ${name}`}
            {...link(`/inspection/${inspectionId}`)}
          >
            {t('inspection.standing.open')}
          </Button>
        ) : null}
        {mayBegin ? (
          <Button
            size="md"
            rightSection={<IconArrowRight size={16} aria-hidden />}
            aria-label={`${act} ${name}`}
            loading={start.isPending}
            onClick={() =>
              start.mutate({ purpose, stockId }, { onSuccess: ({ id }) => go(`/inspection/${id}`) })
            }
          >
            {act}
          </Button>
        ) : null}
      </Group>
      {start.error ? (
        <Alert color="orange" p="xs">
          <ErrorNote error={start.error} />
        </Alert>
      ) : null}
    </Stack>
  );
}
