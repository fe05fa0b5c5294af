import { ActionIcon, Anchor, Badge, Button, Group, Loader, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconChevronLeft, IconChevronRight, IconClock, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Appointment, Slot } from '#shared/features/reminder/reminder-views.ts';
import { addDays, weekdayOf } from '#shared/kernel/day.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAppointments, useCancelAppointment, useSlots } from './reminder.queries.ts';
import { useHours } from './use-hours.ts';
import classes from './reminder.module.css';

const looks = {
  coming: ['blue', IconClock],
  came: ['green', IconCheck],
  missed: ['orange', IconX],
  cancelled: ['gray', IconX],
} as const;

/** 预约: a week of appointments, each with the visit that was found for it. */
export function AppointmentScreen(): ReactNode {
  const { t, day } = useHours();
  const { today } = useSession();
  const link = useLink();
  const [first, setFirst] = useState(addDays(today, 1 - weekdayOf(today)));
  const last = addDays(first, 6);
  const { data, error, isPending, refetch } = useAppointments(first, last);
  const [asked, setAsked] = useState<Appointment | null>(null);
  const days = Array.from({ length: 7 }, (_, index) => addDays(first, index));
  const counted = (data ?? []).filter(({ standing }) => standing !== 'cancelled');
  return (
    <PageFrame
      title={t('reminder.appointment.title')}
      subtitle={
        data
          ? t('reminder.appointment.sentence', {
              from: day(first),
              to: day(last),
              count: counted.length,
              came: counted.filter(({ standing }) => standing === 'came').length,
            })
          : undefined
      }
      actions={
        <>
          <ActionIcon
            size={30}
            variant="default"
            aria-label={t('reminder.appointment.previousWeek')}
            onClick={() => setFirst(addDays(first, -7))}
          >
            <IconChevronLeft size={16} />
          </ActionIcon>
          <Button variant="default" onClick={() => setFirst(addDays(today, 1 - weekdayOf(today)))}>
            {t('reminder.appointment.thisWeek')}
          </Button>
          <ActionIcon
            size={30}
            variant="default"
            aria-label={t('reminder.appointment.nextWeek')}
            onClick={() => setFirst(addDays(first, 7))}
          >
            <IconChevronRight size={16} />
          </ActionIcon>
          <Anchor size="sm" className={classes['link']} {...link(listAddress('reminderCapacity'))}>
            {t('reminder.call.capacity')}
          </Anchor>
        </>
      }
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data ? (
        <div className={classes['days']}>
          {days.map((on) => (
            <Day
              key={on}
              on={on}
              appointments={data.filter(({ onDay }) => onDay === on)}
              onCancel={setAsked}
            />
          ))}
        </div>
      ) : null}
      <Text size="xs" c="dimmed">
        {t('reminder.appointment.hint')}
      </Text>
      {asked ? <CancelDialog appointment={asked} onClose={() => setAsked(null)} /> : null}
    </PageFrame>
  );
}

function CancelDialog(props: { readonly appointment: Appointment; readonly onClose: () => void }): ReactNode {
  const { appointment, onClose } = props;
  const { t, day, time } = useHours();
  const cancelling = useCancelAppointment();
  return (
    <ConfirmDialog
      opened
      title={t('reminder.appointment.cancelTitle')}
      confirm={t('reminder.appointment.cancelTitle')}
      busy={cancelling.isPending}
      onClose={onClose}
      onConfirm={() =>
        cancelling.mutate(appointment.id, {
          onSuccess: () => {
            notifications.show({ message: t('reminder.appointment.cancelled'), color: 'green' });
            onClose();
          },
        })
      }
    >
      {t('reminder.appointment.cancelQuestion', {
        name: appointment.customerName,
        day: day(appointment.onDay),
        hour: time(appointment.hour),
      })}
    </ConfirmDialog>
  );
}

type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7';
const weekdayName = (on: string): Weekday => String(weekdayOf(on)) as Weekday; // 1 … 7

function Day(props: {
  readonly on: string;
  readonly appointments: readonly Appointment[];
  readonly onCancel: (appointment: Appointment) => void;
}): ReactNode {
  const { on, appointments, onCancel } = props;
  const { t, day, time } = useHours();
  const { today } = useSession();
  const { data } = useSlots(on, true);
  const hours = data ? [...data.passed, ...data.slots] : [];
  const loadOf = (slot: Slot | undefined): string =>
    !slot
      ? ''
      : slot.taken < slot.bays
        ? t('reminder.appointment.hourLoad', slot)
        : t('reminder.appointment.hourFull', { bays: slot.bays, count: slot.bays });
  const bays = hours.reduce((sum, slot) => sum + slot.bays, 0);
  const taken = hours.reduce((sum, slot) => sum + slot.taken, 0);
  return (
    <section className={classes['day']} aria-label={day(on)} aria-current={on === today ? 'date' : undefined}>
      <Text size="xs" c="dimmed">
        {t(`common.weekdays.${weekdayName(on)}`)}
      </Text>
      <Title order={2} size="sm">
        {day(on)}
      </Title>
      <Text size="xs" c="dimmed" className="figures">
        {data === undefined
          ? '…'
          : data.holiday !== null
            ? t('reminder.appointment.holiday', { name: data.holiday })
            : on > data.lastDay
              ? t('reminder.appointment.tooFar')
              : bays === 0
                ? t('reminder.appointment.closed')
                : t('reminder.appointment.load', { taken, bays })}
      </Text>
      {data &&
      on <= data.lastDay &&
      bays === 0 &&
      appointments.some(({ standing }) => standing === 'coming') ? (
        <Text size="xs" fw={600} role="status">
          {t('reminder.appointment.move')}
        </Text>
      ) : null}
      {[...Map.groupBy(appointments, ({ hour }) => hour)].map(([hour, ofHour]) => (
        <div key={hour}>
          <h3 className={classes['hour']}>
            <span className="figures">{time(hour)}</span>{' '}
            <small>{loadOf(hours.find((slot) => slot.hour === hour))}</small>
          </h3>
          <ul>
            {ofHour.map((appointment) => (
              <One key={appointment.id} appointment={appointment} onCancel={onCancel} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function One(props: {
  readonly appointment: Appointment;
  readonly onCancel: (appointment: Appointment) => void;
}): ReactNode {
  const { appointment, onCancel } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const [colour, Shown] = looks[appointment.standing];
  return (
    <li>
      <Anchor
        inherit
        className={classes['link']}
        {...link(recordAddress('customer', appointment.customerId))}
      >
        {appointment.customerName}
      </Anchor>
      <div className="code">{appointment.plate}</div>
      {appointment.note ? <div>{appointment.note}</div> : null}
      <Group gap={6} mt={2}>
        <Badge color={colour} leftSection={<Shown size={12} aria-hidden />}>
          {t(`reminder.appointment.standings.${appointment.standing}`)}
        </Badge>
        {appointment.repairId !== null && may('repair.read') ? (
          <Anchor
            size="xs"
            className={classes['link']}
            {...link(recordAddress('repair', appointment.repairId))}
          >
            {appointment.repairNumber}
          </Anchor>
        ) : null}
        {appointment.standing === 'coming' && may('reminder.call') ? (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${t('reminder.appointment.cancelTitle')} · ${appointment.customerName}`}
            onClick={() => onCancel(appointment)}
          >
            {t('reminder.appointment.cancel')}
          </Button>
        ) : null}
      </Group>
    </li>
  );
}
