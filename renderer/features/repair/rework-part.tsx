import { Badge, Button, Group, Text, Textarea } from '@mantine/core';
import { IconCircleCheck, IconRotateClockwise } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ReworkLine } from '#shared/features/repair/repair.contract.ts';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { reworkPaper, useFinishRework } from './repair.queries.ts';
import classes from './repair-checks.module.css';

/** 返工单 of an order, oldest first; an open one is finished by the technician. */
export function ReworkPart(props: { readonly reworks: readonly ReworkLine[] }): ReactNode {
  const { reworks } = props;
  const { t, day } = useTexts();
  const { may } = useSession();
  const [finishing, setFinishing] = useState<ReworkLine>();
  if (reworks.length === 0) return null;
  return (
    <>
      <Text component="h3" size="sm" fw={600} mt="sm">
        {t('repairQuality.reworks')}
      </Text>
      <ul className={classes.lines}>
        {reworks.map((rework) => (
          <li key={rework.id} className={classes.line}>
            <div className={classes.what}>
              <Text size="sm">
                <span className="figures">
                  {t('repairQuality.reworkOf', { number: rework.number, round: rework.round })}
                </span>
                {rework.technicianName === null ? '' : ` · ${rework.technicianName}`} · {day(rework.raisedOn)}
              </Text>
              <Text size="sm">{rework.reason}</Text>
              {rework.doneNote === null ? null : (
                <Text size="xs" c="dimmed">
                  {rework.doneNote}
                  {rework.doneOn === null ? '' : ` · ${day(rework.doneOn)}`}
                </Text>
              )}
            </div>
            {rework.state === 'done' ? (
              <Group gap="xs">
                <Badge color="green" leftSection={<IconCircleCheck size={12} aria-hidden />}>
                  {t('repairQuality.reworkDone')}
                </Badge>
                <PaperButton name={rework.number} load={reworkPaper(rework.id)} />
              </Group>
            ) : (
              <Group gap="xs">
                <PaperButton name={rework.number} load={reworkPaper(rework.id)} />
                <Badge color="orange" leftSection={<IconRotateClockwise size={12} aria-hidden />}>
                  {t('repairQuality.reworkOpen')}
                </Badge>
                {may('repair.write') ? (
                  <Button size="compact-sm" onClick={() => setFinishing(rework)}>
                    {t('repairQuality.finishRework')}
                  </Button>
                ) : null}
              </Group>
            )}
          </li>
        ))}
      </ul>
      {finishing ? <FinishRework rework={finishing} onClose={() => setFinishing(undefined)} /> : null}
    </>
  );
}

function FinishRework(props: { readonly rework: ReworkLine; readonly onClose: () => void }): ReactNode {
  const { rework, onClose } = props;
  const { t, field } = useTexts();
  const [note, setNote] = useState('');
  const [hoursHundredths, setHours] = useState<number | null>(null);
  const [costFen, setCost] = useState<number | null>(null);
  const finish = useFinishRework();
  return (
    <FormDialog
      title={`${t('repairQuality.finishRework')} ${rework.number}`}
      confirm={t('repairQuality.finishRework')}
      busy={finish.isPending}
      ready={note.trim() !== ''}
      error={finish.error}
      onClose={onClose}
      onSubmit={() => {
        finish.mutate(
          { reworkId: rework.id, note: note.trim(), hoursHundredths, costFen },
          { onSuccess: onClose },
        );
      }}
    >
      <Text size="sm" className={classes.what}>
        {rework.reason}
      </Text>
      <Textarea
        data-autofocus
        label={t('repairQuality.finishReworkNote')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={1000}
      />
      <Group grow>
        <NumberField
          label={field('rework', 'hoursHundredths')}
          scale={2}
          value={hoursHundredths}
          onChange={setHours}
        />
        <MoneyField label={field('rework', 'costFen')} value={costFen} onChange={setCost} />
      </Group>
    </FormDialog>
  );
}
