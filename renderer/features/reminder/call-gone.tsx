import { Checkbox, Group, MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Vehicles up to so many are ticked; those of a larger fleet are found by typing some of the plate. */
export const mostTicked = 12;
/** How many of those that fit are shown at once. */
export const mostFound = 50;

/** Vehicles by id with their plates, each called so that it is told from the others. */
export const vehicleChoices = (
  vehicles: readonly (readonly [number, string | null])[],
  noPlate: string,
): { value: string; label: string }[] =>
  vehicles.map(([id, plate]) => ({ value: String(id), label: plate ?? `${noPlate} ${id}` }));

/** 转让、转赠: which of the customer's vehicles are gone. */
export function CallGone(props: {
  readonly vehicles: readonly (readonly [number, string | null])[];
  readonly gone: readonly number[];
  readonly onChange: (gone: number[]) => void;
}): ReactNode {
  const { vehicles, gone, onChange } = props;
  const { t } = useTexts();
  const label = t('reminder.call.gone');
  const choices = vehicleChoices(vehicles, t('reminder.fleet.noPlate'));
  const value = gone.map(String);
  const change = (values: readonly string[]): void => onChange(values.map(Number));
  if (vehicles.length > mostTicked)
    return (
      <MultiSelect
        label={label}
        description={t('reminder.call.goneHint', { count: vehicles.length })}
        placeholder={gone.length === 0 ? t('reminder.call.plateHint') : undefined}
        mb="xs"
        searchable
        hidePickedOptions
        limit={mostFound}
        nothingFoundMessage={t('reminder.call.noPlateFound')}
        data={choices}
        value={value}
        onChange={change}
      />
    );
  return (
    <Checkbox.Group label={label} mb="xs" value={value} onChange={change}>
      <Group gap="sm" mt={4}>
        {choices.map((choice) => (
          <Checkbox key={choice.value} {...choice} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
