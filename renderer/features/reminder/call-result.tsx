import { Button, Checkbox, Group, Text, Textarea, Title } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { CallEntry } from '#shared/features/reminder/reminder-views.ts';
import { groupOf } from '#shared/features/reminder/reminder-call.rules.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import list from '#renderer/features/follow-up/follow-up.module.css';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useRefusals } from '#renderer/hooks/use-refusals.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { answersOf, CallAnswers } from './call-answers.tsx';
import { CallCodes } from './call-codes.tsx';
import type { CallEntered } from './call-entered.ts';
import { CallGone } from './call-gone.tsx';
import { CallSlots } from './call-slots.tsx';
import { callTypedSchema, type CallTyped } from './call-typed.ts';
import { useEnterCall, useSlots } from './reminder.queries.ts';
import classes from './reminder.module.css';

/** Fields of the appointment beside which a refusal stands. */
const refusedAt = {
  'appointment-full': 'appointment.hour',
  'appointment-hour-closed': 'appointment.hour',
  'appointment-day-full': 'appointment.onDay',
  'appointment-closed': 'appointment.onDay',
  'appointment-holiday': 'appointment.onDay',
};

/** 登记结果: a key for the result, Enter saves. An appointment takes the first hour that is free: 2, Enter. */
export function CallResult(props: {
  readonly entry: CallEntry;
  readonly turn: number;
  readonly onEntered: (entered: CallEntered) => void;
}): ReactNode {
  const { entry, turn, onEntered } = props;
  const { t, choice } = useTexts();
  const { today, may } = useSession();
  const mayGive = may('membership.redeem');
  const vehicles = [
    ...new Map(
      entry.reasons.flatMap(({ vehicleId, plate }) =>
        vehicleId === null ? [] : [[vehicleId, plate] as const],
      ),
    ),
  ];
  const onlyVehicle = vehicles.length === 1 ? (vehicles[0]?.[0] ?? null) : null;
  const empty = useMemo(
    (): CallTyped => ({
      code: 'willing',
      nextOn: null,
      words: '',
      silence: false,
      gone: onlyVehicle === null ? [] : [onlyVehicle],
      onDay: null,
      hour: null,
      vehicleId: onlyVehicle,
      answers: {},
      gifts: {},
    }),
    [onlyVehicle],
  );
  const where = { feature: 'reminder', id: entry.customerId };
  const [typed, setTyped, drop] = useDraft(where, callTypedSchema, empty);
  const { code, nextOn, words, silence, gone, onDay } = typed;
  const saving = useEnterCall();
  const { problem, rest } = useRefusals(saving.error, refusedAt);
  const slots = useSlots(onDay, code === 'booked');
  const free = (slots.data?.slots ?? []).filter(({ bays, taken }) => taken < bays);
  // An hour that somebody took meanwhile is not kept.
  const hour = free.find((slot) => slot.hour === typed.hour)?.hour ?? free[0]?.hour ?? null;
  const slotDay = onDay ?? slots.data?.onDay ?? null;
  const appointment =
    code === 'booked' && slotDay !== null && hour !== null && !slots.isFetching
      ? { onDay: slotDay, hour, vehicleId: typed.vehicleId }
      : null;
  const isGone = code === 'transferred' || code === 'givenAway';
  const isReady = (code !== 'booked' || appointment !== null) && (!isGone || gone.length > 0);
  const group = groupOf(code);
  const save = (): void => {
    if (!isReady || saving.isPending) return;
    saving.mutate(
      {
        customerId: entry.customerId,
        reasons: [],
        code,
        nextOn: group === 'void' || code === 'booked' ? null : nextOn,
        words: words.trim(),
        appointment,
        goneVehicleIds: isGone ? gone : [],
        silence,
        ruleId: entry.script?.ruleId ?? null,
        answers: answersOf(entry, typed, mayGive),
      },
      {
        onSuccess: () => {
          drop();
          setTyped(empty);
          onEntered({ name: entry.customerName, appointment });
        },
      },
    );
  };
  useShortcut('mod+s', save);
  return (
    <section className={list['sheet']} aria-labelledby="call-entry">
      <Title order={2} id="call-entry" size="sm" mb={6}>
        {t('reminder.call.entry')}
      </Title>
      <CallCodes
        code={code}
        turn={turn}
        onChange={(value) => setTyped({ ...typed, code: value })}
        onSave={save}
      />
      {code === 'booked' ? (
        <CallSlots
          typed={typed}
          setTyped={setTyped}
          slotDay={slotDay}
          hour={hour}
          shown={slots.data ?? null}
          vehicles={vehicles}
          problem={problem}
        />
      ) : null}
      {isGone ? (
        <CallGone
          vehicles={vehicles}
          gone={gone}
          onChange={(values) => setTyped({ ...typed, gone: values })}
        />
      ) : null}
      {group === 'void' || code === 'booked' ? null : (
        <DayInput
          label={t('reminder.call.nextOn')}
          w={220}
          mb="xs"
          value={nextOn}
          minDate={today}
          onChange={(day) => setTyped({ ...typed, nextOn: day })}
        />
      )}
      <CallAnswers entry={entry} typed={typed} setTyped={setTyped} mayGive={mayGive} />
      <Textarea
        label={t('reminder.call.words')}
        value={words}
        maxLength={1000}
        autosize
        minRows={2}
        maxRows={6}
        onChange={(event) => setTyped({ ...typed, words: event.currentTarget.value })}
      />
      {group === 'void' ? (
        <Checkbox
          mt="xs"
          label={t('reminder.call.silence')}
          checked={silence}
          onChange={(event) => setTyped({ ...typed, silence: event.currentTarget.checked })}
        />
      ) : null}
      <ErrorNote error={rest} />
      <Group justify="space-between" gap={6} mt="xs">
        <Text size="xs" c="dimmed">
          {t('reminder.call.keys')}
        </Text>
        <Button
          className={classes['save']}
          leftSection={<IconDeviceFloppy size={15} />}
          disabled={!isReady}
          loading={saving.isPending}
          onClick={save}
          aria-label={`${t('reminder.call.save')} · ${entry.customerName} · ${choice('reminderCall', 'code', code)}`}
        >
          {t('reminder.call.save')}
        </Button>
      </Group>
    </section>
  );
}
