import { Alert, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { textIn } from '#shared/features/checklist/checklist.content.ts';
import type { InspectionView } from '#shared/features/inspection/inspection.contract.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { isGiven, noSecret, SecretFields, secretOf } from '#renderer/features/signature/secret-fields.tsx';
import { useFieldIssue } from '#renderer/hooks/use-field-issue.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { ItemState } from './check-state.ts';
import { useFinish } from './inspection.queries.ts';

/** Usual time to mend what was found, in days. */
const usualDays = 2;

/** 签字: what it comes to, who mends what is not OK by when, and the secret. */
export function FinishDialog(props: {
  readonly view: InspectionView;
  readonly ng: readonly ItemState[];
  readonly onClose: () => void;
}): ReactNode {
  const { view, ng, onClose } = props;
  const { t, choice, language } = useTexts();
  const { today } = useSession();
  const finish = useFinish();
  const [secret, setSecret] = useState(noSecret);
  const [ownerId, setOwnerId] = useState<number | null>(null);
  const [dueOn, setDueOn] = useState<Day | null>(addDays(today, usualDays));
  // What was found before and is not mended yet keeps its task.
  const fresh = ng.filter(
    ({ earlier }) => !earlier.some(({ actionId, closed }) => actionId !== null && !closed),
  );
  const needsTasks = fresh.length > 0;
  const beside = useFieldIssue(finish.error);
  const purpose = choice('inspection', 'purpose', view.purpose);
  const submit = (): void =>
    finish.mutate(
      {
        id: view.id,
        secret: secretOf(secret),
        tasks: needsTasks && ownerId !== null && dueOn !== null ? { ownerId, dueOn } : null,
      },
      {
        onSuccess: ({ state, actionIds }) => {
          notifications.show({
            color: state === 'passed' ? 'green' : 'orange',
            message:
              state === 'passed'
                ? t('inspection.finish.passed', { number: view.number })
                : t('inspection.finish.failed', { number: view.number, count: actionIds.length }),
          });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t('inspection.finish.title', { purpose, number: view.number })}
      confirm={t('inspection.finish.submit')}
      ready={isGiven(secret) && (!needsTasks || (ownerId !== null && dueOn !== null))}
      busy={finish.isPending}
      error={beside('tasks.ownerId') || beside('tasks.dueOn') ? null : finish.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {ng.length === 0 ? (
        <Alert color="green" icon={<IconCheck size={18} />}>
          {t('inspection.finish.passes')}
        </Alert>
      ) : (
        <Alert color="orange" icon={<IconX size={18} />}>
          {t('inspection.finish.fails', { count: ng.length })}
          <ul>
            {ng.map(({ item, answer }) => (
              <li key={item.code}>
                {answer.note
                  ? t('common.named', { name: textIn(item.title, language), value: answer.note })
                  : textIn(item.title, language)}
              </li>
            ))}
          </ul>
          {needsTasks ? null : <Text size="sm">{t('inspection.finish.known')}</Text>}
        </Alert>
      )}
      {needsTasks ? (
        <Group grow align="flex-start">
          <ReferenceField
            feature="person"
            label={t('inspection.finish.owner')}
            value={ownerId}
            onChange={setOwnerId}
            error={beside('tasks.ownerId')}
            required
          />
          <DayInput
            label={t('inspection.finish.due')}
            value={dueOn}
            onChange={setDueOn}
            minDate={today}
            error={beside('tasks.dueOn')}
            required
          />
        </Group>
      ) : null}
      <SecretFields secret={secret} onChange={setSecret} autoFocus={!needsTasks} />
    </FormDialog>
  );
}
