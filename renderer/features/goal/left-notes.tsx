import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { GridModel } from './grid-model.ts';
import { amountShown } from './grid-typing.ts';
import { leftGoals, type Leaver } from './leavers.ts';

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
  const notes = leftGoals(model, today).flatMap(({ leaver, sheet, amount }) => {
    const row = model.rows[leaver.row];
    if (!row) return [];
    const about = { person: row.name, amount: amountShown(amount, sheet.view.unit) };
    const text =
      row.leftOn === null
        ? t('goal.movedNote', { ...about, department: row.nowIn ?? '' })
        : t('goal.leftNote', { ...about, day: day(row.leftOn) });
    return [{ leaver, key: `${sheet.view.indicator} ${row.key}`, text }];
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
