import { Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { ReminderTerms } from '#shared/features/reminder/reminder-call.rules.ts';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useSaveTerms, useTerms } from './reminder.queries.ts';

const fields = [
  ['restDays', 0, 180],
  ['retryDays', 0, 60],
  ['wrongNumberDays', 1, 365],
  ['visitDays', 1, 180],
] as const;

/** 名单设置: how long customers are left in peace, and how long a visit counts for a call, in days. */
export function TermsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTexts();
  const terms = useTerms();
  const saving = useSaveTerms();
  // What nobody changed is as it is kept; null: a field that stands empty.
  const [changed, setChanged] = useState<Readonly<Partial<Record<keyof ReminderTerms, number | null>>>>({});
  const {
    restDays = null,
    retryDays = null,
    wrongNumberDays = null,
    visitDays = null,
  } = { ...terms.data, ...changed };
  const typed = { restDays, retryDays, wrongNumberDays, visitDays };
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
    <FormDialog
      title={t('reminder.call.terms')}
      confirm={t('reminder.terms.save')}
      busy={saving.isPending}
      ready={!Object.values(typed).includes(null)}
      error={terms.error ?? saving.error}
      onClose={onClose}
      onSubmit={save}
    >
      {terms.isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {terms.data
        ? fields.map(([name, ...limits], index) => (
            <NumberField
              key={name}
              data-autofocus={index === 0 || undefined}
              label={t(`reminder.terms.${name}`)}
              required
              limits={limits}
              value={typed[name]}
              onChange={(value) => setChanged({ ...changed, [name]: value })}
            />
          ))
        : null}
    </FormDialog>
  );
}
