import { Alert, Box, Button, Group, Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { GoalGrid as GridAnswer, GoalPlan } from '#shared/features/goal/goal.contract.ts';
import type { GoalMode } from '#shared/features/goal/goal-edit.rules.ts';
import { monthPeriod } from '#shared/features/goal/goal-period.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { DistributionDrawer, type DistributionPlace } from './distribution-drawer.tsx';
import { distributionPlace } from './distribution-place.ts';
import { GoalGrid } from './goal-grid.tsx';
import { useGoalChange, type GoalChange } from './goal.queries.ts';
import { filledTexts, lockCells, takenPromises } from './grid-commands.ts';
import { gridLines, gridModel, type ColumnKind, type GridView } from './grid-model.ts';
import { GridStatus } from './grid-status.tsx';
import { GridToolbar, UndoButtons } from './grid-toolbar.tsx';
import { HandOnDialog } from './hand-on.dialog.tsx';
import type { Leaver } from './leavers.ts';
import { LeftNotes } from './left-notes.tsx';
import { PendingNote } from './pending-note.tsx';
import { ResourceDrawer } from './resource-drawer.tsx';
import { ResourceNote } from './resource-note.tsx';
import { useRowName } from './row-name.ts';
import { blockOf, placesOf, useGridPlace } from './use-grid-place.ts';
import { useGridWriting } from './use-grid-writing.ts';

/** The grid with what is done in it: modes, undo, fill, locks, distribution, resources. */
export function GoalWork(props: {
  readonly grid: GridAnswer;
  readonly plan: GoalPlan;
  readonly columns: ColumnKind;
  /** Month 0–11 that is opened into its days. */
  readonly opened: number;
  readonly view: GridView;
  readonly onlyUsed: boolean;
}): ReactNode {
  const { grid, plan, columns, opened, view, onlyUsed } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const nameOf = useRowName();
  const [mode, setMode] = useState<GoalMode>('topDown');
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<string | null>(null);
  const [distributing, setDistributing] = useState<DistributionPlace | null>(null);
  const [leaver, setLeaver] = useState<Leaver | null>(null);
  const [resources, setResources] = useState(false);
  const model = useMemo(
    () => gridModel(grid, plan.year, columns, opened),
    [grid, plan.year, columns, opened],
  );
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

  const lockable = lockCells(model, lines, places);
  const isLocked = lockable.length > 0 && lockable.every((one) => one.isLocked);
  const commands = {
    fill: (direction: 'down' | 'right'): void => {
      const texts = filledTexts(direction, { model, lines, view, chosen });
      if (texts.length > 0) void writing.write(texts);
    },
    lock: (): void => {
      if (lockable.length === 0) return;
      const cells = lockable.map(({ indicator, row, period }) => ({ indicator, row, period }));
      changing.mutate({ kind: 'lock', locked: !isLocked, cells });
    },
  };
  const distribute = (): void => {
    if (!line || !sheet) return;
    changing.reset();
    setDistributing(
      distributionPlace({ model, line, column: chosen.cursor.column, planId: plan.id, nameOf }),
    );
  };
  /** Sends what a drawer or dialog asks for, notes what it changed for undo, and shuts it. */
  const applied =
    (shutIt: () => void) =>
    (change: GoalChange): void =>
      changing.mutate(change, {
        onSuccess: (result) => {
          writing.note(result);
          shutIt();
        },
      });
  const promises = view === 'difference' ? takenPromises(model, lines, places) : [];
  const takePromises = (): void =>
    changing.mutate({ kind: 'set', cells: promises, mode }, { onSuccess: (result) => writing.note(result) });
  const column = model.columns[chosen.cursor.column];
  const month = monthPeriod(plan.year, column?.span.from ?? 0);
  // What stands against typed cells is told beside them; a set of promises has no cell of its own.
  const isTold =
    changing.variables?.kind === 'set' && changing.variables.cells !== promises && view !== 'difference';
  const otherError =
    changing.error !== null && !(errorData(changing.error).code === 'invalid-input' && isTold)
      ? changing.error
      : null;

  return (
    <>
      <Group gap="xs" wrap="wrap">
        {isDraft && grid.maySet.some(Boolean) ? (
          <GridToolbar
            mode={mode}
            onMode={setMode}
            onDistribute={!line || line.isOwn || sheet?.kind !== 'sum' ? null : distribute}
            lockable={lockable.length === 0 ? 'none' : isLocked ? 'unlock' : 'lock'}
            isLocking={changing.isPending && changing.variables.kind === 'lock'}
            block={block}
            commands={commands}
          />
        ) : null}
        {view === 'difference' && isDraft && grid.maySet.some(Boolean) ? (
          <Button variant="default" onClick={takePromises} disabled={promises.length === 0}>
            {t('goal.takePromises', { count: promises.length })}
          </Button>
        ) : null}
        {(isDraft && grid.maySet.some(Boolean)) || grid.mayPromise.some(Boolean) ? (
          <UndoButtons writing={writing} />
        ) : null}
        <Button variant="default" onClick={() => setResources(true)}>
          {t('goal.resources')}
        </Button>
        <ResourceNote planId={plan.id} month={month} />
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
      <PendingNote writing={writing} isPending={changing.isPending} />
      <LeftNotes
        model={model}
        onHandOn={
          isDraft && grid.maySet.some(Boolean)
            ? (leaver) => {
                changing.reset();
                setLeaver(leaver);
              }
            : null
        }
      />
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
          commands={commands}
          onRefused={setRefused}
        />
      </Box>
      <GridStatus
        model={model}
        lines={lines}
        places={places}
        view={view}
        columns={columns}
        writing={writing}
      />
      {distributing ? (
        <DistributionDrawer
          place={distributing}
          isPending={changing.isPending}
          error={changing.error}
          onApply={applied(() => setDistributing(null))}
          onClose={() => setDistributing(null)}
        />
      ) : null}
      {leaver ? (
        <HandOnDialog
          model={model}
          leaver={leaver}
          isPending={changing.isPending}
          error={changing.error}
          onApply={applied(() => setLeaver(null))}
          onClose={() => setLeaver(null)}
        />
      ) : null}
      {resources ? (
        <ResourceDrawer planId={plan.id} month={month} onClose={() => setResources(false)} />
      ) : null}
    </>
  );
}
