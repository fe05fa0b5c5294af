import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { monthsOfYear } from '#shared/features/goal/goal-tree.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { type GridModel } from './grid-model.ts';
import { amountShown } from './grid-typing.ts';

/** People who leave in the year and have goals after that: where, how much, what to do. */
export function LeftNotes({ model }: { readonly model: GridModel }): ReactNode {
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
