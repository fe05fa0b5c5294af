import { Alert, Box, Button, Group, SegmentedControl, Text, Tooltip } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { GoalGrid as GridAnswer, GoalPlan } from '#shared/features/goal/goal.contract.ts';
import { goalModes, type GoalMode } from '#shared/features/goal/goal-edit.rules.ts';
import { monthPeriod } from '#shared/features/goal/goal-period.rules.ts';
import { monthsOfYear } from '#shared/features/goal/goal-tree.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { DistributionDrawer, type DistributionPlace } from './distribution-drawer.tsx';
import { GoalGrid } from './goal-grid.tsx';
import classes from './goal-grid.module.css';
import { useGoalChange } from './goal.queries.ts';
import {
  amountAt,
  amountShown,
  amountToType,
  columnAmount,
  gridLines,
  gridModel,
  wholeYear,
  type ColumnKind,
  type GridModel,
  type GridView,
} from './grid-model.ts';
import { ResourceDrawer } from './resource-drawer.tsx';
import { useRowName } from './row-name.ts';
import { distributionPlace } from './distribution-place.ts';
import { blockOf, placesOf, useGridPlace, type Place } from './use-grid-place.ts';
import { useGridWriting } from './use-grid-writing.ts';

/** The grid with what is done in it: modes, undo, fill, locks, distribution, resources. */
export function GoalWork(props: {
  readonly grid: GridAnswer;
  readonly plan: GoalPlan;
  readonly columns: ColumnKind;
  readonly view: GridView;
  readonly onlyUsed: boolean;
}): ReactNode {
  const { grid, plan, columns, view, onlyUsed } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const nameOf = useRowName();
  const [mode, setMode] = useState<GoalMode>('topDown');
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<string | null>(null);
  const [distributing, setDistributing] = useState<DistributionPlace | null>(null);
  const [resources, setResources] = useState(false);
  const model = useMemo(() => gridModel(grid, plan.year, columns), [grid, plan.year, columns]);
  const lines = useMemo(() => {
    const found = gridLines(model, { shut, onlyUsed });
    // Nothing is used yet: every row is offered.
    return found.length > model.sheets.length || !onlyUsed
      ? found
      : gridLines(model, { shut, onlyUsed: false });
  }, [model, shut, onlyUsed]);
  const { chosen, choose } = useGridPlace(lines.length, model.columns.length);
  const changing = useGoalChange(plan.id);
  const writing = useGridWriting({ model, lines, view, mode, changing });
  const block = blockOf(chosen);
  const places = placesOf(block);
  const line = lines[chosen.cursor.line];
  const sheet = line && model.sheets[line.sheet];
  const isDraft = plan.state === 'draft';
  const mayAny = grid.maySet.some(Boolean);

  const textAt = ({ line: at, column }: Place): string => {
    const one = lines[at];
    const own = one && model.sheets[one.sheet];
    if (!one || !own) return '';
    const value = column < 0 ? amountAt(model, one, wholeYear, view) : columnAmount(model, one, column, view);
    return amountToType(value, own.view.unit);
  };
  const fill = (direction: 'down' | 'right'): void => {
    const texts = places.flatMap((place) => {
      const from =
        direction === 'down'
          ? { line: block.lines[0], column: place.column }
          : { line: place.line, column: block.columns[0] };
      const isFirst =
        direction === 'down' ? place.line === block.lines[0] : place.column === block.columns[0];
      // Sums in the way follow by themselves.
      const isSum = place.column < 0 || model.columns[place.column]?.kind !== 'month';
      return isFirst || isSum ? [] : [{ place, text: textAt(from) }];
    });
    if (texts.length > 0) void writing.write(texts);
  };
  const lockCells = places.flatMap(({ line: at, column }) => {
    const one = lines[at];
    const own = one && model.sheets[one.sheet];
    const period = column < 0 ? String(model.year) : model.columns[column]?.period;
    if (!one || !own || one.isOwn || !period || model.grid.maySet[one.row] !== true) return [];
    if (column >= 0 && model.columns[column]?.kind === 'week') return [];
    return [
      {
        indicator: own.view.indicator,
        row: model.rows[one.row]?.key ?? '',
        period,
        name: `${one.row} ${period}`,
        own,
      },
    ];
  });
  const isLocked = lockCells.length > 0 && lockCells.every(({ own, name }) => own.locked.has(name));
  const lock = (): void => {
    if (lockCells.length === 0) return;
    const cells = lockCells.map(({ indicator, row, period }) => ({ indicator, row, period }));
    changing.mutate({ kind: 'lock', locked: !isLocked, cells });
  };
  const distribute = (): void => {
    if (!line || !sheet) return;
    changing.reset();
    setDistributing(
      distributionPlace({ model, line, column: chosen.cursor.column, planId: plan.id, nameOf }),
    );
  };
  const column = model.columns[chosen.cursor.column];
  const month = column?.kind === 'month' ? column.period : monthPeriod(plan.year, column?.span?.from ?? 0);
  const otherError =
    changing.error !== null && errorData(changing.error).code !== 'invalid-input' ? changing.error : null;

  return (
    <>
      <Group gap="xs" wrap="wrap">
        {isDraft && mayAny ? (
          <>
            <Tooltip label={t(`goal.modeHints.${mode}`)} multiline maw={340}>
              <SegmentedControl
                aria-label={t('goal.mode')}
                value={mode}
                onChange={(value) => setMode(goalModes.find((one) => one === value) ?? 'topDown')}
                data={goalModes.map((value) => ({ value, label: t(`goal.modes.${value}`) }))}
              />
            </Tooltip>
            <Button
              variant="default"
              onClick={distribute}
              disabled={!line || line.isOwn || sheet?.kind === 'rate'}
            >
              {t('goal.distribute')}
            </Button>
            <Button
              variant="default"
              onClick={lock}
              disabled={lockCells.length === 0}
              loading={changing.isPending && changing.variables.kind === 'lock'}
            >
              {isLocked ? t('goal.unlock') : t('goal.lock')}
            </Button>
            <Button variant="default" onClick={() => void writing.takeBack()} disabled={!writing.mayTakeBack}>
              {t('goal.undo')}
            </Button>
            <Button variant="default" onClick={() => void writing.redo()} disabled={!writing.mayRedo}>
              {t('goal.redo')}
            </Button>
            <Button
              variant="default"
              onClick={() => fill('down')}
              disabled={block.lines[0] === block.lines[1]}
            >
              {t('goal.fillDown')}
            </Button>
            <Button
              variant="default"
              onClick={() => fill('right')}
              disabled={block.columns[0] === block.columns[1]}
            >
              {t('goal.fillRight')}
            </Button>
          </>
        ) : null}
        <Button variant="default" onClick={() => setResources(true)}>
          {t('goal.resources')}
        </Button>
      </Group>
      {!isDraft && may('goal.write') ? (
        <Text size="xs" c="dimmed">
          {t('goal.readOnly')}
        </Text>
      ) : null}
      <ErrorNote error={otherError} />
      {refused ? (
        <Alert color="red" p="xs" withCloseButton onClose={() => setRefused(null)} role="alert">
          {refused}
        </Alert>
      ) : null}
      {writing.pending.size > 0 ? (
        <Alert color="yellow" p="xs" role="status">
          <Group justify="space-between" gap="xs">
            <Text size="sm">{t('goal.pending.title', { count: writing.pending.size })}</Text>
            <Group gap="xs">
              <Button size="compact-sm" variant="default" onClick={writing.dropPending}>
                {t('goal.pending.drop')}
              </Button>
              <Button
                size="compact-sm"
                loading={changing.isPending}
                onClick={() => void writing.writePending()}
              >
                {t('goal.pending.write', { count: writing.pending.size })}
              </Button>
            </Group>
          </Group>
          {[...new Set([...writing.pending.values()].flatMap(({ problem }) => problem ?? []))]
            .slice(0, 3)
            .map((problem) => (
              <Text key={problem} size="xs">
                {problem}
              </Text>
            ))}
        </Alert>
      ) : null}
      <LeftNotes model={model} />
      <Box flex={1} mih={140}>
        <GoalGrid
          model={model}
          lines={lines}
          view={view}
          chosen={chosen}
          choose={choose}
          writing={writing}
          shut={shut}
          onToggle={(key) =>
            setShut((before) => {
              const after = new Set(before);
              if (!after.delete(key)) after.add(key);
              return after;
            })
          }
          commands={{ fill, lock }}
          onRefused={setRefused}
        />
      </Box>
      <Status model={model} lines={lines} places={places} view={view} columns={columns} writing={writing} />
      {distributing ? (
        <DistributionDrawer
          place={distributing}
          isPending={changing.isPending}
          error={changing.error}
          onApply={(change) =>
            changing.mutate(change, {
              onSuccess: (result) => {
                writing.note(result);
                setDistributing(null);
              },
            })
          }
          onClose={() => setDistributing(null)}
        />
      ) : null}
      {resources ? (
        <ResourceDrawer planId={plan.id} month={month} onClose={() => setResources(false)} />
      ) : null}
    </>
  );
}

/** People who leave in the year and have goals after that: where, how much, what to do. */
function LeftNotes({ model }: { readonly model: GridModel }): ReactNode {
  const { t, day } = useTexts();
  const notes = model.rows.flatMap((row, at) => {
    if (row.kind !== 'person' || row.leftOn === null) return [];
    return model.sheets.flatMap((sheet) => {
      let lost = 0;
      for (let month = 0; month < monthsOfYear; month += 1)
        if (model.closed.has(at * monthsOfYear + month)) lost += sheet.given[at * monthsOfYear + month] ?? 0;
      if (lost === 0 || sheet.kind === 'rate') return [];
      const amount = amountShown(lost, sheet.view.unit);
      return [t('goal.leftNote', { person: row.name, day: day(row.leftOn ?? ''), amount })];
    });
  });
  if (notes.length === 0) return null;
  return (
    <Alert color="orange" p="xs">
      {notes.slice(0, 3).map((note) => (
        <Text key={note} size="xs">
          {note}
        </Text>
      ))}
    </Alert>
  );
}

/** Sum of the chosen cells, what rounding did, and the keys. */
function Status(props: {
  readonly model: GridModel;
  readonly lines: ReturnType<typeof gridLines>;
  readonly places: readonly Place[];
  readonly view: GridView;
  readonly columns: ColumnKind;
  readonly writing: ReturnType<typeof useGridWriting>;
}): ReactNode {
  const { model, lines, places, view, columns, writing } = props;
  const { t } = useTexts();
  const nameOf = useRowName();
  const first = lines[places[0]?.line ?? 0];
  const unit = first && model.sheets[first.sheet]?.view.unit;
  let sum = 0;
  let count = 0;
  for (const { line, column } of places.slice(0, 5000)) {
    const one = lines[line];
    if (!one || model.sheets[one.sheet]?.view.unit !== unit) continue;
    const value = column < 0 ? amountAt(model, one, wholeYear, view) : columnAmount(model, one, column, view);
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  const raised = writing.last?.raised ?? [];
  const rows = new Map(model.rows.map((row) => [row.key, row]));
  const named = raised.slice(0, 4).map(({ row, period }) => {
    const one = rows.get(row);
    return `${one ? nameOf.row(one) : row} ${nameOf.period(period)}`;
  });
  const promised = model.sheets
    .flatMap((sheet) => sheet.view.promised)
    .filter((value) => value !== null).length;
  return (
    <div className={classes['status']} role="status">
      {writing.last && writing.last.changes.length > 0 ? (
        <span>{t('goal.saved', { count: writing.last.changes.length })}</span>
      ) : null}
      {count > 1 && unit && unit !== 'rate' ? (
        <span>{t('goal.sum', { sum: amountShown(sum, unit), count })}</span>
      ) : null}
      {named.length > 0 ? (
        <Tooltip label={t('goal.raisedHint')} multiline maw={420}>
          <Text span size="xs" td="underline dotted" tabIndex={0}>
            {t('goal.raised', { places: named.join(t('common.between')) })}
            {raised.length > named.length ? t('goal.raisedMore', { count: raised.length }) : ''}
          </Text>
        </Tooltip>
      ) : null}
      {promised > 0 ? <span>{t('goal.differenceHint', { count: promised })}</span> : null}
      <Text span size="xs" c="dimmed">
        {columns === 'weeks' ? t('goal.weeksHint') : t('goal.keys')}
      </Text>
    </div>
  );
}
