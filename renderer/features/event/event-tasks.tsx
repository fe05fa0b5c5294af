import { Button, Group, Loader, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { EventTask } from '#shared/features/event/event.contract.ts';
import { eventPhases, type EventPhase } from '#shared/features/event/event.fields.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { ActionCard } from '#renderer/features/action/action-card.tsx';
import { ActionNewDialog } from '#renderer/features/action/action-new.dialog.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAddTask, useEventTasks } from './event.queries.ts';
import classes from './event.module.css';

/** 五个阶段: each with its action items, their T±days, and what is done. */
export function EventTasks({ id, record, readOnly }: RecordView): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const { data, error, refetch } = useEventTasks(id);
  const [adding, setAdding] = useState<EventPhase>();
  const add = useAddTask();
  const close = (): void => {
    add.reset();
    setAdding(undefined);
  };
  const owner = typeof record['personId'] === 'number' ? record['personId'] : null;
  const mayPlan = may('event.plan') && !readOnly;
  return (
    <>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data
        ? eventPhases.map((phase) => (
            <Phase
              key={phase}
              phase={phase}
              tasks={data.filter((task) => task.phase === phase)}
              onAdd={mayPlan ? () => setAdding(phase) : undefined}
            />
          ))
        : null}
      {adding ? (
        <ActionNewDialog
          title={t('event.addTaskTitle', { phase: t(`event.phases.${adding}`) })}
          given={{ dueOn: String(record['startsOn']), ownerId: owner }}
          error={add.error}
          busy={add.isPending}
          onSave={(values) => add.mutate({ id, phase: adding, ...values }, { onSuccess: close })}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function Phase(props: {
  readonly phase: EventPhase;
  readonly tasks: readonly EventTask[];
  readonly onAdd: (() => void) | undefined;
}): ReactNode {
  const { phase, tasks, onAdd } = props;
  const { t } = useTexts();
  const done = tasks.filter(({ item }) => item.state !== 'open').length;
  const name = t(`event.phases.${phase}`);
  return (
    <section className={classes.phase} aria-label={name}>
      <Group gap="xs" mb={6}>
        <Title order={2} className={classes.heading}>
          {name}
        </Title>
        <Text size="xs" c="dimmed" className="figures">
          {t('event.phaseDone', { done, count: tasks.length })}
        </Text>
        {onAdd ? (
          <Button
            size="compact-xs"
            variant="light"
            ml="auto"
            leftSection={<IconPlus size={14} />}
            onClick={onAdd}
          >
            {t('event.addTask')}
          </Button>
        ) : null}
      </Group>
      {tasks.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('event.noTasks')}
        </Text>
      ) : null}
      <div>
        {tasks.map(({ offset, item }) => (
          <div key={item.id} className={classes.task}>
            <span className={classes.offset}>
              {t('event.offset', { sign: offset < 0 ? '−' : '+', days: Math.abs(offset) })}
            </span>
            <ul className={classes.tasks}>
              <ActionCard item={item} meetingId={null} atOrigin />
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
