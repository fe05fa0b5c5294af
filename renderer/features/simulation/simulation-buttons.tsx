import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRocket, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { SimulationView } from '#shared/features/simulation/simulation.contract.ts';
import { addMonths } from '#shared/kernel/day.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useFieldIssue } from '#renderer/hooks/use-field-issue.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useGoLive, useRemoveSimulation } from './simulation.queries.ts';

/** 删除 a draft, after a question. */
export function RemoveButton({ view }: { readonly view: SimulationView }): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const [open, setOpen] = useState(false);
  const removing = useRemoveSimulation();
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('simulation.remove')}
      </Button>
      <ConfirmDialog
        opened={open}
        title={t('simulation.remove')}
        confirm={t('simulation.remove')}
        danger
        busy={removing.isPending}
        onClose={() => setOpen(false)}
        onConfirm={() =>
          removing.mutate(
            { id: view.id },
            {
              onSuccess: () => {
                notifications.show({ message: t('simulation.removed') });
                go('/simulation', { replace: true });
              },
            },
          )
        }
      >
        <>
          <Text>{t('simulation.removeSentence', { name: view.name })}</Text>
          <ErrorNote error={removing.error} />
        </>
      </ConfirmDialog>
    </>
  );
}

/** 生效 from the first day of the next month, or another day. */
export function GoLiveButton(props: {
  readonly view: SimulationView;
  readonly disabled: boolean;
}): ReactNode {
  const { t } = useTexts();
  const { may, today } = useSession();
  const [open, setOpen] = useState(false);
  const [fromDay, setFromDay] = useState<string | null>(addMonths(`${today.slice(0, 7)}-01`, 1));
  const going = useGoLive();
  const late = useFieldIssue(going.error)('fromDay');
  if (!may('membership.design'))
    return (
      <Text size="xs" c="dimmed">
        {t('simulation.goLiveOwner')}
      </Text>
    );
  return (
    <>
      <Button
        leftSection={<IconRocket size={15} aria-hidden />}
        disabled={props.disabled}
        onClick={() => setOpen(true)}
      >
        {t('simulation.goLive')}
      </Button>
      <ConfirmDialog
        opened={open}
        title={t('simulation.goLiveTitle')}
        confirm={t('simulation.goLive')}
        busy={going.isPending}
        onClose={() => {
          going.reset();
          setOpen(false);
        }}
        onConfirm={() => {
          if (fromDay === null) return;
          going.mutate(
            { id: props.view.id, fromDay },
            {
              onSuccess: ({ edition }) => {
                setOpen(false);
                notifications.show({ message: t('simulation.wentLive', { edition }), color: 'green' });
              },
            },
          );
        }}
      >
        <>
          <Text mb="xs">{t('simulation.goLiveSentence')}</Text>
          <DayInput label={t('simulation.goLiveFrom')} value={fromDay} error={late} onChange={setFromDay} />
          {late === undefined ? <ErrorNote error={going.error} /> : null}
        </>
      </ConfirmDialog>
    </>
  );
}
