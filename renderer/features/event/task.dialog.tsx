import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { EventPhase } from '#shared/features/event/event.fields.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import {
  ActionFields,
  actionIssues,
  actionValues,
  noAction,
  type ActionTyped,
} from '#renderer/features/action/action-fields.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAddTask } from './event.queries.ts';

/** A new task of a phase: an action item that moves with the event. */
export function TaskDialog(props: {
  readonly eventId: number;
  readonly phase: EventPhase;
  readonly dueOn: string;
  readonly ownerId: number | null;
  readonly onClose: () => void;
}): ReactNode {
  const { eventId, phase, dueOn, ownerId, onClose } = props;
  const { t } = useTexts();
  const add = useAddTask();
  const [typed, setTyped] = useState<ActionTyped>({ ...noAction, dueOn, ownerId });
  const [tried, setTried] = useState(false);
  const refused = actionIssues(add.error);
  const submit = (): void => {
    setTried(true);
    const values = actionValues(typed);
    if (!values || add.isPending) return;
    add.mutate({ id: eventId, phase, ...values }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={t('event.addTaskTitle', { phase: t(`event.phases.${phase}`) })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <ActionFields
            typed={typed}
            onChange={(some) => setTyped({ ...typed, ...some })}
            tried={tried}
            refused={refused}
          />
          {refused.length === 0 ? <ErrorNote error={add.error} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
