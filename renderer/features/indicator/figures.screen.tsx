import { Alert, Button, Group, Loader, SegmentedControl } from '@mantine/core';
import { IconClock, IconFileImport, IconListDetails } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Who } from '#shared/features/indicator/indicator.contract.ts';
import { levels } from '#shared/features/indicator/indicator.fields.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FiguresTable, type Narrowed } from './figures-table.tsx';
import { figuresAddress, periodOfSearch, whoOfSearch } from './indicator-address.ts';
import { useFigures } from './indicator.queries.ts';
import { PeriodPick } from './period-pick.tsx';
import { useIndicatorTexts } from './use-indicator-texts.ts';
import classes from './indicator.module.css';

/** 指标实绩: every figure of a period with goal, last year and forecast; what is typed by hand is typed here. */
export function FiguresScreen(): ReactNode {
  const { t, day } = useTexts();
  const { today, may } = useSession();
  const go = useGo();
  const link = useLink();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const period = periodOfSearch(search, today);
  const who = whoOfSearch(search);
  const [narrowed, setNarrowed] = useState<Narrowed>('all');
  const { level, departmentId, personId } = who;
  const chosen = level === 'store' || departmentId !== null || personId !== null;
  const { data, error, refetch } = useFigures(period, who, chosen);
  const texts = useIndicatorTexts();
  const open = (next: string, other: Who): void => go(figuresAddress(next, other), { replace: true });
  return (
    <PageFrame
      title={t('indicator.figures')}
      actions={<PeriodPick period={period} onChange={(next) => open(next, who)} />}
    >
      <Group gap="xs">
        <SegmentedControl
          aria-label={t('indicator.who')}
          value={level}
          data={levels.map((value) => ({ value, label: t(`indicator.levels.${value}`) }))}
          onChange={(value) => {
            const next = levels.find((one) => one === value);
            if (next) open(period, { level: next, departmentId: null, personId: null });
          }}
        />
        {level === 'store' ? null : (
          <ReferenceField
            key={level}
            feature={level}
            aria-label={t(`indicator.${level}`)}
            value={departmentId ?? personId}
            onChange={(id) =>
              open(period, {
                level,
                departmentId: level === 'department' ? id : null,
                personId: level === 'person' ? id : null,
              })
            }
          />
        )}
        <SegmentedControl
          aria-label={t('indicator.columns.name')}
          value={narrowed}
          data={(['all', 'withGoal', 'typedOnly'] as const).map((value) => ({
            value,
            label: t(`indicator.${value}`),
          }))}
          onChange={(value) => setNarrowed(value)}
        />
        {narrowed === 'typedOnly' ? (
          <>
            <Button
              component="a"
              variant="default"
              leftSection={<IconListDetails size={15} />}
              {...link(
                listAddress('indicatorEntry', {
                  filters: [{ field: 'period', operator: 'is', value: period }],
                }),
              )}
            >
              {t('indicator.entries')}
            </Button>
            {may('import.run') && may('indicator.enter') ? (
              <Button
                component="a"
                variant="default"
                leftSection={<IconFileImport size={15} />}
                {...link('/import')}
              >
                {t('indicator.entriesImport')}
              </Button>
            ) : null}
          </>
        ) : null}
      </Group>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {narrowed === 'typedOnly' && data ? (
        <Alert color={data.entryDueOn < today ? 'orange' : 'blue'} icon={<IconClock size={18} />} p="xs">
          {t('indicator.dueOn', { day: day(data.entryDueOn) })}
          {data.entryDueOn < today ? ` ${t('indicator.overdue')}` : ''}
        </Alert>
      ) : null}
      {!chosen ? (
        <EmptyState sentence={t('indicator.whoFirst')} />
      ) : data && texts.definitions.size > 0 ? (
        <div className={`sheet ${classes.scroll} ${classes.tones}`} tabIndex={-1}>
          <FiguresTable figures={data} who={who} narrowed={narrowed} />
        </div>
      ) : error ? null : (
        <Loader m="xl" aria-label={t('common.loading')} />
      )}
    </PageFrame>
  );
}
