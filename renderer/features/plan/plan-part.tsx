import { Group, Paper, Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlanPart as PartName } from '#shared/features/plan/plan.content.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { PartNote } from '#renderer/components/draft/part-note.tsx';
import { SavedMark } from '#renderer/components/draft/saved-mark.tsx';
import type { PartEditing } from '#renderer/components/draft/use-part.ts';
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
import { usePlanPart } from './use-plan-part.ts';
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

/** One part of the plan: its figures, its measures, its text; saved by itself while it is written. */
export function PlanPart({ view, name, editable }: Shown): ReactNode {
  const { t } = useTexts();
  const part = usePlanPart(view, name, editable);
  const words = usePartWords(view);
  const { value, change, flush } = part;
  const put = (patch: object): void => change({ ...value, ...patch }); // fields of this part
  return (
    <Paper className={`sheet ${classes.content}`} component="section" aria-label={t(`plan.parts.${name}`)}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Title order={2} size="h3">
            {t(`plan.parts.${name}`)}
          </Title>
          <Text size="xs" c="dimmed">
            {t(`plan.hints.${name}`)}
          </Text>
        </div>
        {editable ? <SavedMark status={part.status} /> : null}
      </Group>
      <PartNote part={part} words={(content) => words(name, content)} />
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
