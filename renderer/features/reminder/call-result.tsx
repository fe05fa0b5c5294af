import { Button, Checkbox, Group, NativeSelect, Text, Textarea, Title } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { z } from 'zod';
import type { CallEntry } from '#shared/features/reminder/reminder.contract.ts';
import { groupOf } from '#shared/features/reminder/reminder-call.rules.ts';
import { callCodes, callGroups, type CallCode } from '#shared/features/reminder/reminder.fields.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import list from '#renderer/features/follow-up/follow-up.module.css';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { CallEntered } from './call-entered.ts';
import { useEnterCall, useSlots } from './reminder.queries.ts';
import { useHours } from './use-hours.ts';
import classes from './reminder.module.css';

/** The key of each result, in their order. */
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'q', 'w', 'e', 'r'] as const;

const typedSchema = z.strictObject({
  code: z.enum(callCodes),
  nextOn: z.string().nullable(),
  words: z.string(),
  silence: z.boolean(),
  gone: z.array(z.number()),
  onDay: z.string().nullable(),
  hour: z.number().nullable(),
  vehicleId: z.number().nullable(),
});
type Typed = z.infer<typeof typedSchema>;

/** 登记结果: a key for the result, Enter saves. An appointment takes the first hour that is free: 2, Enter. */
export function CallResult(props: {
  readonly entry: CallEntry;
  readonly turn: number;
  readonly onEntered: (entered: CallEntered) => void;
}): ReactNode {
  const { entry, turn, onEntered } = props;
  const { t, choice } = useTexts();
  const { today } = useSession();
  const vehicles = [
    ...new Map(
      entry.reasons.flatMap(({ vehicleId, plate }) =>
        vehicleId === null ? [] : [[vehicleId, plate] as const],
      ),
    ),
  ];
  const onlyVehicle = vehicles.length === 1 ? (vehicles[0]?.[0] ?? null) : null;
  const empty = useMemo(
    (): Typed => ({
      code: 'willing',
      nextOn: null,
      words: '',
      silence: false,
      gone: onlyVehicle === null ? [] : [onlyVehicle],
      onDay: null,
      hour: null,
      vehicleId: onlyVehicle,
    }),
    [onlyVehicle],
  );
  const where = { feature: 'reminder', id: entry.customerId };
  const [typed, setTyped, drop] = useDraft(where, typedSchema, empty);
  const { code, nextOn, words, silence, gone, onDay } = typed;
  const saving = useEnterCall();
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
      <Codes
        code={code}
        turn={turn}
        onChange={(value) => setTyped({ ...typed, code: value })}
        onSave={save}
      />
      {code === 'booked' ? (
        <Slots
          typed={typed}
          setTyped={setTyped}
          slotDay={slotDay}
          hour={hour}
          slots={slots.data?.slots ?? null}
          vehicles={vehicles}
        />
      ) : null}
      {isGone ? (
        <Checkbox.Group
          label={t('reminder.call.gone')}
          mb="xs"
          value={gone.map(String)}
          onChange={(values) => setTyped({ ...typed, gone: values.map(Number) })}
        >
          <Group gap="sm" mt={4}>
            {vehicles.map(([id, plate]) => (
              <Checkbox key={id} value={String(id)} label={plate ?? t('reminder.fleet.noPlate')} />
            ))}
          </Group>
        </Checkbox.Group>
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
      <ErrorNote error={saving.error} />
      <Group justify="space-between" mt="xs" wrap="nowrap">
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

/** The results in their three groups; one key each, arrows move, Enter saves. */
function Codes(props: {
  readonly code: CallCode;
  readonly turn: number;
  readonly onChange: (code: CallCode) => void;
  readonly onSave: () => void;
}): ReactNode {
  const { code, turn, onChange, onSave } = props;
  const { t, choice } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const focus = (value: CallCode): void =>
    box.current?.querySelector<HTMLElement>(`[data-code="${value}"]`)?.focus();
  useEffect(() => {
    if (turn > 0) box.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }, [turn]);
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = callCodes.indexOf(code);
    const next =
      step === undefined
        ? callCodes[keys.findIndex((key) => key === event.key.toLowerCase())]
        : callCodes[(at + step + callCodes.length) % callCodes.length];
    if (event.key === 'Enter') {
      event.preventDefault();
      onSave();
    } else if (next) {
      event.preventDefault();
      onChange(next);
      focus(next);
    }
  };
  return (
    <div ref={box} role="radiogroup" aria-label={t('reminder.call.result')} className={classes['codes']}>
      {callGroups.map((group) => (
        <div key={group} className={classes['codeGroup']}>
          <Text span size="xs" c="dimmed" className={classes['groupName']}>
            {t(`reminder.call.groups.${group}`)}
          </Text>
          {callCodes.map((value, index) =>
            groupOf(value) === group ? (
              <button
                key={value}
                type="button"
                role="radio"
                aria-checked={value === code}
                tabIndex={value === code ? 0 : -1}
                data-code={value}
                className={classes['code']}
                onKeyDown={press}
                onClick={() => onChange(value)}
              >
                <kbd aria-hidden>{keys[index]?.toUpperCase()}</kbd> {choice('reminderCall', 'code', value)}
              </button>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}

function Slots(props: {
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
  readonly slotDay: string | null;
  readonly hour: number | null;
  readonly slots: readonly { readonly hour: number; readonly bays: number; readonly taken: number }[] | null;
  readonly vehicles: readonly (readonly [number, string | null])[];
}): ReactNode {
  const { typed, setTyped, slotDay, hour, slots, vehicles } = props;
  const { t, time } = useHours();
  const { today } = useSession();
  return (
    <Group gap="sm" mb="xs" align="end">
      <DayInput
        label={t('reminder.call.slotDay')}
        w={190}
        value={slotDay}
        minDate={today}
        onChange={(day) => setTyped({ ...typed, onDay: day, hour: null })}
      />
      <NativeSelect
        label={t('reminder.call.slot')}
        value={hour === null ? '' : String(hour)}
        onChange={(event) => setTyped({ ...typed, hour: Number(event.currentTarget.value) })}
        data={(slots ?? []).map((slot) => ({
          value: String(slot.hour),
          label:
            slot.taken < slot.bays
              ? t('reminder.call.free', { hour: time(slot.hour), count: slot.bays - slot.taken })
              : t('reminder.call.full', { hour: time(slot.hour) }),
          disabled: slot.taken >= slot.bays,
        }))}
      />
      {vehicles.length > 0 ? (
        <NativeSelect
          label={t('reminder.call.slotVehicle')}
          value={typed.vehicleId === null ? '' : String(typed.vehicleId)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setTyped({ ...typed, vehicleId: value === '' ? null : Number(value) });
          }}
          data={[
            { value: '', label: t('reminder.call.noVehicle') },
            ...vehicles.map(([id, plate]) => ({
              value: String(id),
              label: plate ?? t('reminder.fleet.noPlate'),
            })),
          ]}
        />
      ) : null}
      {slots?.length === 0 ? (
        <Text size="sm" c="dimmed" role="status">
          {t('reminder.call.closed')}
        </Text>
      ) : null}
    </Group>
  );
}
