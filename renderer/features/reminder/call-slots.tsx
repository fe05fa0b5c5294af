import { Button, Group, NativeSelect, Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SlotDay } from '#shared/features/reminder/reminder-views.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import type { CallTyped } from './call-typed.ts';
import { mostFound, mostTicked, vehicleChoices } from './call-gone.tsx';
import { useHours } from './use-hours.ts';

/** Day, hour and vehicle of an appointment; hours that are full cannot be chosen, and for a day without any others are named. */
export function CallSlots(props: {
  readonly typed: CallTyped;
  readonly setTyped: (typed: CallTyped) => void;
  readonly slotDay: string | null;
  readonly hour: number | null;
  readonly shown: SlotDay | null;
  readonly vehicles: readonly (readonly [number, string | null])[];
  /** Why the appointment was refused, by the name of the field. */
  readonly problem: (field: string) => string | undefined;
}): ReactNode {
  const { typed, setTyped, slotDay, hour, shown, vehicles, problem } = props;
  const { t, day: written, time } = useHours();
  const { today } = useSession();
  return (
    <Group gap="sm" mb="xs" align="start">
      <DayInput
        label={t('reminder.call.slotDay')}
        w={190}
        value={slotDay}
        minDate={today}
        maxDate={shown?.lastDay}
        error={problem('appointment.onDay')}
        onChange={(day) => setTyped({ ...typed, onDay: day, hour: null })}
      />
      <NativeSelect
        label={t('reminder.call.slot')}
        error={problem('appointment.hour')}
        value={hour === null ? '' : String(hour)}
        onChange={(event) => setTyped({ ...typed, hour: Number(event.currentTarget.value) })}
        data={(shown?.slots ?? []).map((slot) => ({
          value: String(slot.hour),
          label:
            slot.taken < slot.bays
              ? t('reminder.call.free', { hour: time(slot.hour), count: slot.bays - slot.taken })
              : t('reminder.call.full', { hour: time(slot.hour) }),
          disabled: slot.taken >= slot.bays,
        }))}
      />
      {vehicles.length > mostTicked ? (
        <Select
          label={t('reminder.call.slotVehicle')}
          error={problem('appointment.vehicleId')}
          w={190}
          searchable
          clearable
          limit={mostFound}
          placeholder={t('reminder.call.noVehicle')}
          nothingFoundMessage={t('reminder.call.noPlateFound')}
          clearButtonProps={{ 'aria-label': t('reminder.call.noVehicle') }}
          data={vehicleChoices(vehicles, t('reminder.fleet.noPlate'))}
          value={typed.vehicleId === null ? null : String(typed.vehicleId)}
          onChange={(value) => setTyped({ ...typed, vehicleId: value === null ? null : Number(value) })}
        />
      ) : vehicles.length > 0 ? (
        <NativeSelect
          label={t('reminder.call.slotVehicle')}
          error={problem('appointment.vehicleId')}
          value={typed.vehicleId === null ? '' : String(typed.vehicleId)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setTyped({ ...typed, vehicleId: value === '' ? null : Number(value) });
          }}
          data={[
            { value: '', label: t('reminder.call.noVehicle') },
            ...vehicleChoices(vehicles, t('reminder.fleet.noPlate')),
          ]}
        />
      ) : null}
      {shown && shown.onDay <= shown.lastDay && !shown.slots.some(({ bays, taken }) => taken < bays) ? (
        <Group gap={6} w="100%" role="status">
          <Text size="sm">
            {shown.holiday !== null
              ? t('reminder.call.holiday', { day: written(shown.onDay), name: shown.holiday })
              : t(
                  shown.slots.length > 0
                    ? 'reminder.call.allTaken'
                    : shown.passed.length > 0
                      ? 'reminder.call.over'
                      : 'reminder.call.closed',
                )}
            {shown.otherDays.length > 0 ? ` ${t('reminder.call.otherDays')}` : ''}
          </Text>
          {shown.otherDays.map((other) => (
            <Button
              key={other}
              size="compact-sm"
              variant="default"
              onClick={() => setTyped({ ...typed, onDay: other, hour: null })}
            >
              {written(other)}
            </Button>
          ))}
        </Group>
      ) : null}
    </Group>
  );
}
