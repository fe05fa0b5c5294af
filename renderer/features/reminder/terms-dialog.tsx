import { Button, Group, Modal, NumberInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { ReminderTerms } from '#shared/features/reminder/reminder-call.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useSaveTerms, useTerms } from './reminder.queries.ts';

const fields = [
  ['restDays', 0],
  ['retryDays', 0],
  ['wrongNumberDays', 1],
  ['visitDays', 1],
] as const;

/** 名单设置: how long customers are left in peace, and how long a visit counts for a call. */
export function TermsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTexts();
  const { data } = useTerms();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('reminder.call.terms')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {data ? <Terms terms={data} onClose={onClose} /> : null}
    </Modal>
  );
}

function Terms(props: { readonly terms: ReminderTerms; readonly onClose: () => void }): ReactNode {
  const { terms, onClose } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useState<Readonly<Record<keyof ReminderTerms, number | null>>>(terms);
  const saving = useSaveTerms();
  const { restDays, retryDays, wrongNumberDays, visitDays } = typed;
  const save = (): void => {
    if (restDays === null || retryDays === null || wrongNumberDays === null || visitDays === null) return;
    saving.mutate(
      { restDays, retryDays, wrongNumberDays, visitDays },
      {
        onSuccess: () => {
          notifications.show({ message: t('reminder.terms.saved'), color: 'green' });
          onClose();
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="xs">
        {fields.map(([name, min], index) => (
          <NumberInput
            key={name}
            data-autofocus={index === 0 || undefined}
            label={t(`reminder.terms.${name}`)}
            required
            min={min}
            max={180}
            allowDecimal={false}
            value={typed[name] ?? ''}
            onChange={(value) => setTyped({ ...typed, [name]: typeof value === 'number' ? value : null })}
          />
        ))}
        <ErrorNote error={saving.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={Object.values(typed).includes(null)}>
            {t('reminder.terms.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
