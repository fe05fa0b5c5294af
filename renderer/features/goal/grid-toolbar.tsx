import { Button, SegmentedControl, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { goalModes, type GoalMode } from '#shared/features/goal/goal-edit.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { GridCommands } from './grid-keys.ts';
import type { Block } from './use-grid-place.ts';
import type { GridWriting } from './use-grid-writing.ts';

/** Buttons of a draft's grid: how changes spread, distribution, locks, undo, fill. */
export function GridToolbar(props: {
  readonly mode: GoalMode;
  readonly onMode: (mode: GoalMode) => void;
  readonly onDistribute: (() => void) | null;
  readonly lockable: 'none' | 'lock' | 'unlock';
  readonly isLocking: boolean;
  readonly block: Block;
  readonly commands: GridCommands;
}): ReactNode {
  const { mode, onMode, onDistribute, lockable, isLocking, block, commands } = props;
  const { t } = useTexts();
  return (
    <>
      <Tooltip label={t(`goal.modeHints.${mode}`)} multiline maw={340}>
        <SegmentedControl
          aria-label={t('goal.mode')}
          value={mode}
          onChange={(value) => onMode(goalModes.find((one) => one === value) ?? 'topDown')}
          data={goalModes.map((value) => ({ value, label: t(`goal.modes.${value}`) }))}
        />
      </Tooltip>
      <Button variant="default" onClick={onDistribute ?? undefined} disabled={!onDistribute}>
        {t('goal.distribute')}
      </Button>
      <Button variant="default" onClick={commands.lock} disabled={lockable === 'none'} loading={isLocking}>
        {lockable === 'unlock' ? t('goal.unlock') : t('goal.lock')}
      </Button>
      <Button
        variant="default"
        onClick={() => commands.fill('down')}
        disabled={block.lines[0] === block.lines[1]}
      >
        {t('goal.fillDown')}
      </Button>
      <Button
        variant="default"
        onClick={() => commands.fill('right')}
        disabled={block.columns[0] === block.columns[1]}
      >
        {t('goal.fillRight')}
      </Button>
    </>
  );
}

/** Undo and redo of what was done in this window. */
export function UndoButtons({ writing }: { readonly writing: GridWriting }): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <Button variant="default" onClick={() => void writing.takeBack()} disabled={!writing.mayTakeBack}>
        {t('goal.undo')}
      </Button>
      <Button variant="default" onClick={() => void writing.redo()} disabled={!writing.mayRedo}>
        {t('goal.redo')}
      </Button>
    </>
  );
}
