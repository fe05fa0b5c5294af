import {
  ActionIcon,
  Badge,
  Button,
  Group,
  MultiSelect,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
  Tooltip,
} from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { GoalPlan } from '#shared/features/goal/goal.contract.ts';
import { goalIndicators } from '#shared/features/goal/goal-indicator.ts';
import { monthPeriod } from '#shared/features/goal/goal-period.rules.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { GoalWork } from './goal-work.tsx';
import { useGoalGrid } from './goal.queries.ts';
import { columnKinds, gridViews, type ColumnKind, type GridView } from './grid-model.ts';
import { PlanStepDialog, type AskedPlanStep } from './plan-step.dialog.tsx';
import { useRowName } from './row-name.ts';

/** 目标分解: the goals of a year by row and month. Year and edition stand in the address. */
export function GoalTreeScreen(): ReactNode {
  const { t } = useTexts();
  const { today, may } = useSession();
  const go = useGo();
  const nameOf = useRowName();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const asked = Number(search['year']);
  const year = asked >= 2000 && asked <= 2100 ? asked : yearOf(today);
  const edition = Number(search['plan']);
  const [chosen, setChosen] = useState<readonly string[]>(['orders']);
  const [columns, setColumns] = useState<ColumnKind>('months');
  const [month, setMonth] = useState(yearOf(today) === year ? Number(today.slice(5, 7)) - 1 : 0);
  const [view, setView] = useState<GridView>('given');
  const [onlyUsed, setOnlyUsed] = useState(true);
  const [step, setStep] = useState<AskedPlanStep | null>(null);
  const { data, error, refetch, isPlaceholderData } = useGoalGrid({
    year,
    indicators: chosen,
    ...(edition > 0 ? { planId: edition } : {}),
  });
  const grid = data && !(isPlaceholderData && data.plan?.year !== year) ? data : undefined;
  const plan = grid?.plan ?? null;
  const open = (to: number, id?: number): void =>
    go(`/goal/tree?year=${to}${id === undefined ? '' : `&plan=${id}`}`, { replace: true });

  return (
    <PageFrame
      title={t('goal.title')}
      fill
      before={<YearSwitch year={year} onChange={(to) => open(to)} />}
      subtitle={plan ? <PlanBadge plan={plan} /> : null}
      actions={
        grid ? (
          <PlanActions
            plans={grid.plans}
            plan={plan}
            year={year}
            onOpen={(id) => open(year, id)}
            onStep={setStep}
          />
        ) : null
      }
    >
      <Stack gap="xs" h="100%" mih={0}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {grid && plan ? (
          <>
            <Group gap="sm" wrap="wrap">
              <MultiSelect
                aria-label={t('goal.indicator')}
                w={300}
                searchable
                nothingFoundMessage={t('goal.noIndicator')}
                styles={{ pillsList: { flexWrap: 'nowrap', overflow: 'hidden' } }}
                data={[
                  ...goalIndicators.map((value) => ({ value, label: nameOf.indicator(value) })),
                  ...grid.own.map(({ key, name }) => ({ value: key, label: nameOf.named(name) })),
                ]}
                value={[...chosen]}
                onChange={(next) => setChosen(next.length > 0 ? next : ['orders'])}
              />
              <SegmentedControl
                aria-label={t('goal.columns')}
                value={columns}
                onChange={(value) => setColumns(columnKinds.find((one) => one === value) ?? 'months')}
                data={columnKinds.map((value) => ({ value, label: t(`goal.columnKinds.${value}`) }))}
              />
              {columns === 'days' ? (
                <Select
                  aria-label={t('goal.opened')}
                  w={96}
                  allowDeselect={false}
                  value={String(month)}
                  onChange={(value) => setMonth(Number(value ?? 0))}
                  data={Array.from({ length: 12 }, (_, at) => ({
                    value: String(at),
                    label: nameOf.month(monthPeriod(year, at)),
                  }))}
                />
              ) : null}
              <SegmentedControl
                aria-label={t('goal.view')}
                value={view}
                onChange={(value) => setView(gridViews.find((one) => one === value) ?? 'given')}
                data={gridViews.map((value) => ({ value, label: t(`goal.views.${value}`) }))}
              />
              <Switch
                label={t('goal.onlyUsed')}
                checked={onlyUsed}
                onChange={(event) => setOnlyUsed(event.currentTarget.checked)}
              />
            </Group>
            <GoalWork
              key={plan.id}
              grid={grid}
              plan={plan}
              columns={columns}
              opened={month}
              view={view}
              onlyUsed={onlyUsed}
            />
          </>
        ) : null}
        {grid && !plan ? (
          may('goal.write') ? (
            <EmptyState
              sentence={`${t('goal.none', { year })}${t('goal.noneHint')}`}
              action={
                <Button onClick={() => setStep({ kind: 'openDraft', year })}>{t('goal.openDraft')}</Button>
              }
            />
          ) : (
            <Text>{t('goal.noneMine', { year })}</Text>
          )
        ) : null}
      </Stack>
      {step ? <PlanStepDialog step={step} onClose={() => setStep(null)} /> : null}
    </PageFrame>
  );
}

function YearSwitch({
  year,
  onChange,
}: {
  readonly year: number;
  readonly onChange: (year: number) => void;
}): ReactNode {
  const { t } = useTexts();
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon variant="default" aria-label={t('goal.earlier')} onClick={() => onChange(year - 1)}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Text fw={600} miw={64} ta="center">
        {t('goal.year', { year })}
      </Text>
      <ActionIcon variant="default" aria-label={t('goal.later')} onClick={() => onChange(year + 1)}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}

const tones = { draft: 'yellow', inForce: 'green', replaced: 'gray' } as const;

function PlanBadge({ plan }: { readonly plan: GoalPlan }): ReactNode {
  const { t, instant } = useTexts();
  const since =
    plan.inForceAt === null
      ? t('goal.draftSince', { person: plan.createdBy, at: instant(plan.createdAt), reason: plan.reason })
      : t('goal.since', { person: plan.inForceBy ?? '', at: instant(plan.inForceAt), reason: plan.reason });
  return (
    <Tooltip label={since} multiline maw={420}>
      <Badge color={tones[plan.state]} variant="light" tt="none" tabIndex={0}>
        {t('goal.editionName', { edition: plan.edition, state: t(`goal.states.${plan.state}`) })}
      </Badge>
    </Tooltip>
  );
}

function PlanActions(props: {
  readonly plans: readonly GoalPlan[];
  readonly plan: GoalPlan | null;
  readonly year: number;
  readonly onOpen: (id: number) => void;
  readonly onStep: (step: AskedPlanStep) => void;
}): ReactNode {
  const { plans, plan, year, onOpen, onStep } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const draft = plans.find(({ state }) => state === 'draft');
  return (
    <>
      {plans.length > 1 ? (
        <Select
          aria-label={t('goal.edition')}
          w={180}
          allowDeselect={false}
          value={plan ? String(plan.id) : null}
          data={plans.map(({ id, edition, state }) => ({
            value: String(id),
            label: t('goal.editionName', { edition, state: t(`goal.states.${state}`) }),
          }))}
          onChange={(id) => id !== null && onOpen(Number(id))}
        />
      ) : null}
      {may('goal.write') && plan && !draft ? (
        <Button onClick={() => onStep({ kind: 'openDraft', year })}>{t('goal.openDraft')}</Button>
      ) : null}
      {may('goal.write') && plan?.state === 'draft' ? (
        <>
          <Button
            variant="default"
            onClick={() => onStep({ kind: 'discardDraft', planId: plan.id, version: plan.version })}
          >
            {t('goal.discard')}
          </Button>
          <Button onClick={() => onStep({ kind: 'enforce', planId: plan.id, version: plan.version })}>
            {t('goal.enforce')}
          </Button>
        </>
      ) : null}
    </>
  );
}
