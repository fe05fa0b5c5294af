import { Button, Group, Modal, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { monthPeriod } from '#shared/features/goal/goal-period.rules.ts';
import { monthsOfYear } from '#shared/features/goal/goal-tree.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { GoalChange } from './goal.queries.ts';
import type { GridModel } from './grid-model.ts';
import type { Leaver } from './leavers.ts';
import { useRowName } from './row-name.ts';

/** 交接: from which month the goals of a person go to whom. */
export function HandOnDialog(props: {
  readonly model: GridModel;
  readonly leaver: Leaver;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onApply: (change: GoalChange) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { model, leaver, isPending, error, onApply, onClose } = props;
  const { t } = useTexts();
  const nameOf = useRowName();
  const row = model.rows[leaver.row];
  const [from, setFrom] = useState(String(Math.min(leaver.from, monthsOfYear - 1)));
  const people = model.rows.flatMap((one, at) => {
    const isOpen = !model.closed.has(at * monthsOfYear + Number(from));
    const isOffered = one.kind === 'person' && at !== leaver.row && isOpen && model.grid.maySet[at] === true;
    return isOffered && one.nowIn === null ? [{ one, at }] : [];
  });
  // Whoever moved takes the goals along; of whoever leaves the others of the department get them.
  const usual = people.filter(({ one }) =>
    row?.nowIn ? one.personId === row.personId : one.parent === row?.parent && hasGoals(model, one.key),
  );
  const [to, setTo] = useState<string[]>(usual.map(({ one }) => one.key));
  const departmentOf = (parent: number): string => {
    const above = model.rows[parent];
    return above && above.kind === 'department' ? nameOf.row(above) : t('goal.store');
  };
  return (
    <Modal opened onClose={onClose} title={t('goal.handOn.title', { person: row?.name ?? '' })} size="lg">
      <Stack gap="sm">
        <Text size="sm">{t('goal.handOn.hint')}</Text>
        <Select
          label={t('goal.handOn.from')}
          allowDeselect={false}
          value={from}
          onChange={(value) => setFrom(value ?? from)}
          data={Array.from({ length: monthsOfYear }, (_, at) => ({
            value: String(at),
            label: nameOf.period(monthPeriod(model.year, at)),
          }))}
        />
        <MultiSelect
          label={t('goal.handOn.to')}
          searchable
          value={to}
          onChange={setTo}
          data={people.map(({ one }) => ({
            value: one.key,
            label: `${one.name} · ${departmentOf(one.parent)}`,
          }))}
        />
        <ErrorNote error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={to.length === 0 || !row}
            loading={isPending}
            onClick={() =>
              row &&
              onApply({ kind: 'handOn', row: row.key, from: monthPeriod(model.year, Number(from)), to })
            }
          >
            {t('goal.handOn.apply')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Whether a row has a goal in the year. */
function hasGoals(model: GridModel, key: string): boolean {
  const row = model.rows.findIndex((one) => one.key === key);
  return model.sheets.some(({ given }) =>
    given.slice(row * monthsOfYear, (row + 1) * monthsOfYear).some((amount) => (amount ?? 0) > 0),
  );
}
