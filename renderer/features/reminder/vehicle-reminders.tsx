import { Anchor, Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCalendarDue, IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { VehicleReminder } from '#shared/features/reminder/reminder-views.ts';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { listAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { dayWords } from './day-words.ts';
import { DoneDialog } from './done-dialog.tsx';
import { useVehicleReminders } from './reminder.queries.ts';
import classes from './reminder.module.css';

/** 到期事项 of a vehicle and of its other half, each with the way to say that it was done here or elsewhere. */
export function VehicleReminders({ vehicleId }: { readonly vehicleId: number }): ReactNode {
  const { t } = useTexts();
  const link = useLink();
  const { data, error } = useVehicleReminders(vehicleId);
  return (
    <Paper className="sheet" component="section" p="sm" aria-labelledby="vehicle-reminders">
      <Group gap="xs" mb={4}>
        <Title order={2} size="sm" id="vehicle-reminders">
          {t('reminder.due')}
        </Title>
        <Anchor
          size="xs"
          ml="auto"
          className={classes.link}
          {...link(
            listAddress('reminderDone', {
              filters: [{ field: 'vehicleId', operator: 'is', value: vehicleId }],
            }),
          )}
        >
          {t('reminder.history')}
        </Anchor>
      </Group>
      <ErrorNote error={error} />
      {data && !data.inUse ? <Text c="dimmed">{t('reminder.notInUse')}</Text> : null}
      {data?.inUse && data.reminders.length === 0 ? <Text c="dimmed">{t('reminder.nothing')}</Text> : null}
      {data && data.reminders.length > 0 ? <Lines vehicleId={vehicleId} reminders={data.reminders} /> : null}
      {data?.mate && data.mate.reminders.length > 0 ? (
        <>
          <Anchor size="sm" className={classes.link} {...link(recordAddress('vehicle', data.mate.vehicleId))}>
            {t('reminder.mate', { plate: data.mate.plate ?? '' })}
          </Anchor>
          <Lines vehicleId={data.mate.vehicleId} reminders={data.mate.reminders} />
        </>
      ) : null}
    </Paper>
  );
}

function Lines(props: {
  readonly vehicleId: number;
  readonly reminders: readonly VehicleReminder[];
}): ReactNode {
  const { vehicleId, reminders } = props;
  const [asked, setAsked] = useState<VehicleReminder | null>(null);
  return (
    <>
      <ul className={classes.lines}>
        {reminders.map((reminder) => (
          <Line key={reminder.kind} reminder={reminder} onDone={() => setAsked(reminder)} />
        ))}
      </ul>
      {asked ? <DoneDialog vehicleId={vehicleId} kind={asked.kind} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function Line(props: { readonly reminder: VehicleReminder; readonly onDone: () => void }): ReactNode {
  const { reminder, onDone } = props;
  const { kind, dueOn, earliestOn, basis, state, done, confirmed, ruleName, source } = reminder;
  const texts = useTexts();
  const { t, day, choice } = texts;
  const { today, may } = useSession();
  const colour = state === 'overdue' ? 'red' : state === 'today' || state === 'open' ? 'orange' : 'gray';
  const name = choice('reminderRule', 'kind', kind);
  return (
    <li>
      <span className={classes.what}>
        <strong>{name}</strong>
        <small title={`${ruleName} · ${source}`}>
          {t(`reminder.bases.${basis}`)}
          {done
            ? ` · ${t('reminder.lastDone', { day: day(done.on), place: choice('reminderDone', 'place', done.place) })}`
            : ''}
          {earliestOn && earliestOn > today ? ` · ${t('reminder.earliest', { day: day(earliestOn) })}` : ''}
        </small>
      </span>
      {confirmed ? null : <CheckedMark checked={false} />}
      <span className="figures">{day(dueOn)}</span>
      <Badge
        color={colour}
        leftSection={
          state === 'overdue' ? (
            <IconAlertTriangle size={12} aria-hidden />
          ) : (
            <IconCalendarDue size={12} aria-hidden />
          )
        }
      >
        {dayWords(reminder, today, texts)}
      </Badge>
      {may('vehicle.write') ? (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconCheck size={13} />}
          aria-label={`${t('reminder.done.button')} · ${name}`}
          onClick={onDone}
        >
          {t('reminder.done.button')}
        </Button>
      ) : null}
    </li>
  );
}
