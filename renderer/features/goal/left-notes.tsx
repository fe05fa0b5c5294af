import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#shared/kernel/day.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { monthsOfYear } from '#shared/features/goal/goal-tree.rules.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { GridModel } from './grid-model.ts';
import { amountShown } from './grid-typing.ts';

/** A person whose goals have to be handed on: from which month. */
export type Leaver = { readonly row: number; readonly from: number };

/** The first month of a year without a day of work, 0–12, of who leaves on a day: the first day without work. */
const firstMonthAfter = (leftOn: Day, year: number): number =>
  yearOf(leftOn) < year
    ? 0
    : yearOf(leftOn) > year
      ? monthsOfYear
      : Number(leftOn.slice(5, 7)) - (leftOn.endsWith('-01') ? 1 : 0);

/**
 * People who leave in the year, or work in another department by now, and have goals after that: where, how much, what to do.
 * `onHandOn`: null where the edition cannot be changed.
 */
export function LeftNotes(props: {
  readonly model: GridModel;
  readonly onHandOn: ((leaver: Leaver) => void) | null;
}): ReactNode {
  const { model, onHandOn } = props;
  const { t, day } = useTexts();
  const { today } = useSession();
  const now =
    model.year > yearOf(today)
      ? 0
      : model.year < yearOf(today)
        ? monthsOfYear
        : Number(today.slice(5, 7)) - 1;
  const notes = model.rows.flatMap((row, at) => {
    if (row.kind !== 'person' || (row.leftOn === null && row.nowIn === null)) return [];
    const from = row.leftOn === null ? now : firstMonthAfter(row.leftOn, model.year);
    const lost = model.sheets.flatMap((sheet) => {
      let sum = 0;
      for (let month = from; month < monthsOfYear; month += 1)
        sum += sheet.given[at * monthsOfYear + month] ?? 0;
      return sum === 0 || sheet.kind !== 'sum' ? [] : [{ sheet, sum }];
    });
    return lost.map(({ sheet, sum }) => {
      const amount = amountShown(sum, sheet.view.unit);
      const about = { person: row.name, amount };
      return {
        leaver: { row: at, from },
        key: `${sheet.view.indicator} ${row.key}`,
        text:
          row.leftOn === null
            ? t('goal.movedNote', { ...about, department: row.nowIn ?? '' })
            : t('goal.leftNote', { ...about, day: day(row.leftOn) }),
      };
    });
  });
  if (notes.length === 0) return null;
  return (
    <Alert color="orange" p="xs" role="status">
      {notes.slice(0, 3).map(({ key, text, leaver }) => (
        <Group key={key} gap="xs" justify="space-between" wrap="nowrap">
          <Text size="xs">{text}</Text>
          {onHandOn ? (
            <Button size="compact-xs" variant="default" onClick={() => onHandOn(leaver)}>
              {t('goal.handOn.open')}
            </Button>
          ) : null}
        </Group>
      ))}
      {notes.length > 3 ? <Text size="xs">{t('goal.moreNotes', { count: notes.length - 3 })}</Text> : null}
    </Alert>
  );
}
