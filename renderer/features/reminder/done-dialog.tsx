import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import {
  donePlaces,
  type DonePlace,
  type VehicleReminderKind,
} from '#shared/features/reminder/reminder.fields.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useEnterDone } from './reminder.queries.ts';

/** 已办: the day, here or elsewhere, and what told it. */
export function DoneDialog(props: {
  readonly vehicleId: number;
  readonly kind: VehicleReminderKind;
  readonly onClose: () => void;
}): ReactNode {
  const { vehicleId, kind, onClose } = props;
  const { t, day, choice } = useTexts();
  const { today } = useSession();
  const [doneOn, setDoneOn] = useState<string | null>(today);
  const [where, setWhere] = useState<DonePlace>('here');
  const [odometerKm, setOdometer] = useState<number | null>(null);
  const [nextOn, setNextOn] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const saving = useEnterDone();
  const isReady = doneOn !== null && (where === 'here' || source.trim() !== '');
  const save = (): void => {
    if (!isReady || doneOn === null) return;
    saving.mutate(
      { vehicleId, kind, doneOn, place: where, odometerKm, nextOn, source: source.trim() },
      {
        onSuccess: ({ nextOn: next }) => {
          notifications.show({
            message:
              next === null ? t('reminder.done.savedOpen') : t('reminder.done.saved', { day: day(next) }),
            color: 'green',
          });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('reminder.done.title', { what: choice('reminderRule', 'kind', kind) })}
      confirm={t('reminder.done.save')}
      busy={saving.isPending}
      ready={isReady}
      error={saving.error}
      onClose={onClose}
      onSubmit={save}
    >
      <DayInput
        label={t('reminder.done.doneOn')}
        required
        data-autofocus
        value={doneOn}
        maxDate={today}
        onChange={setDoneOn}
      />
      <Text size="sm" fw={500}>
        {t('reminder.done.place')}
      </Text>
      <SegmentedControl
        aria-label={t('reminder.done.place')}
        value={where}
        onChange={(value) => setWhere(donePlaces.find((one) => one === value) ?? 'here')}
        data={donePlaces.map((value) => ({ value, label: choice('reminderDone', 'place', value) }))}
      />
      <TextInput
        label={t('reminder.done.source')}
        required={where === 'elsewhere'}
        placeholder={t('reminder.done.sourceHint')}
        value={source}
        maxLength={100}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <NumberField
        label={t('reminder.done.odometerKm')}
        value={odometerKm}
        limits={[0, 9_999_999]}
        onChange={setOdometer}
      />
      <DayInput
        label={t('reminder.done.nextOn')}
        description={t('reminder.done.nextHint')}
        value={nextOn}
        onChange={setNextOn}
      />
    </FormDialog>
  );
}
