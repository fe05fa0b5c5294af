import { ActionIcon, Group, Paper, Text, TextInput, Title, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import type { PlanBlock, PlanPart as PartName } from '#shared/features/plan/plan.content.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { mergeDeep } from '#renderer/components/draft/merge-values.ts';
import { PartNote } from '#renderer/components/draft/part-note.tsx';
import { SavedMark } from '#renderer/components/draft/saved-mark.tsx';
import type { PartEditing } from '#renderer/components/draft/use-part.ts';
import { useUndo } from '#renderer/components/draft/use-undo.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { BlockEditor } from './block-editor.tsx';
import { ClosingPart } from './closing-part.tsx';
import { GoalsPart } from './goals-part.tsx';
import { InvestmentPart } from './investment-part.tsx';
import { MarketPart } from './market-part.tsx';
import { MeasuresGrid } from './measures-grid.tsx';
import { PayPart } from './pay-part.tsx';
import type { PartProps } from './part-props.ts';
import { StaffingPart } from './staffing-part.tsx';
import { useFocusBlock } from './use-focus-block.ts';
import { bothOf, usePlanPart } from './use-plan-part.ts';
import { usePartWords } from './use-part-words.ts';
import classes from './plan.module.css';

function OpeningPart({ part, editable }: PartProps<'opening'>): ReactNode {
  const { t } = useTexts();
  const { value, change, flush } = part;
  if (!editable)
    return (
      <Text size="lg" fw={600}>
        {value.theme}
      </Text>
    );
  return (
    <TextInput
      label={t('plan.fields.theme')}
      value={value.theme}
      maxLength={300}
      onChange={(event) => change({ ...value, theme: event.currentTarget.value })}
      onBlur={flush}
    />
  );
}

type Shown = { readonly view: PlanView; readonly name: PartName; readonly editable: boolean };

/** What a part has beside its text: figures and rows. */
function Figures({ view, name, part, editable }: Shown & { readonly part: PartEditing<never> }): ReactNode {
  // One content belongs to one name.
  const of = <Part extends PartName>(): PartProps<Part> =>
    ({ view, part, editable }) as unknown as PartProps<Part>;
  switch (name) {
    case 'opening':
      return <OpeningPart {...of<'opening'>()} />;
    case 'closing':
      return <ClosingPart {...of<'closing'>()} />;
    case 'market':
      return <MarketPart {...of<'market'>()} />;
    case 'staffing':
      return <StaffingPart {...of<'staffing'>()} />;
    case 'goals':
      return <GoalsPart view={view} />;
    case 'investment':
      return <InvestmentPart {...of<'investment'>()} />;
    case 'pay':
      return <PayPart view={view} />;
    case 'measures':
    case 'talent':
    case 'customer':
      return null;
  }
  return name satisfies never;
}

/** The block that a step back or forward brought or changed; where it took one away, the one before that. */
function changedBlock(before: readonly PlanBlock[], after: readonly PlanBlock[]): PlanBlock | undefined {
  const changed = after.find((block) => !before.some((one) => JSON.stringify(one) === JSON.stringify(block)));
  const gone = before.findIndex(({ key }) => !after.some((one) => one.key === key));
  return changed ?? (gone === -1 ? undefined : after[Math.max(0, gone - 1)]);
}

function StepButton(props: {
  readonly label: string;
  readonly keys: string;
  readonly onClick: (() => void) | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { label, keys, onClick, children } = props;
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon color="gray" aria-label={label} disabled={!onClick} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** One part of the plan: its figures, its measures, its text; saved by itself while it is written. */
export function PlanPart({ view, name, editable }: Shown): ReactNode {
  const { t } = useTexts();
  const frame = useRef<HTMLElement>(null);
  const focusBlock = useFocusBlock(frame);
  const { part, undo, redo, onKeyDown } = useUndo(
    usePlanPart(view, name, editable),
    mergeDeep,
    (before, after) => focusBlock(changedBlock(before.blocks, after.blocks)),
  );
  const words = usePartWords(view);
  const both = bothOf(name, part);
  const { value, change, flush } = part;
  const put = (patch: object): void => change({ ...value, ...patch }); // fields of this part
  return (
    <Paper
      ref={frame}
      tabIndex={-1}
      className={`sheet ${classes.content}`}
      component="section"
      aria-label={t(`plan.parts.${name}`)}
      {...(editable ? { onKeyDown } : {})}
    >
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Title order={2} size="h3">
            {t(`plan.parts.${name}`)}
          </Title>
          <Text size="xs" c="dimmed">
            {t(`plan.hints.${name}`)}
          </Text>
        </div>
        {editable ? (
          <Group gap={2} wrap="nowrap">
            <SavedMark status={part.status} />
            <StepButton label={t('plan.blocks.undo')} keys="Ctrl+Z" onClick={undo}>
              <IconArrowBackUp size={16} />
            </StepButton>
            <StepButton label={t('plan.blocks.redo')} keys="Ctrl+Y" onClick={redo}>
              <IconArrowForwardUp size={16} />
            </StepButton>
          </Group>
        ) : null}
      </Group>
      <PartNote
        part={part}
        words={(content) => words(name, content, part.conflict?.mine ?? content)}
        {...(both ? { join: () => both } : {})}
      />
      <Figures view={view} name={name} part={part as unknown as PartEditing<never>} editable={editable} />
      {'measures' in value ? (
        <MeasuresGrid
          view={view}
          measures={value.measures}
          editable={editable}
          onChange={(measures) => put({ measures })}
          onLeave={flush}
        />
      ) : null}
      <BlockEditor
        blocks={value.blocks}
        editable={editable}
        onChange={(blocks) => put({ blocks })}
        onLeave={flush}
      />
    </Paper>
  );
}
