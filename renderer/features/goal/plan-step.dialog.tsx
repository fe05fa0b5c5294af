import { Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { usePlanStep, type PlanStep } from './goal.queries.ts';

export type AskedPlanStep =
  | { readonly kind: 'openDraft'; readonly year: number }
  | { readonly kind: 'enforce' | 'discardDraft'; readonly planId: number; readonly version: number };

/** Drafting an edition, putting it in force with its reason, or throwing it away. */
export function PlanStepDialog(props: {
  readonly step: AskedPlanStep;
  readonly onClose: () => void;
}): ReactNode {
  const { step, onClose } = props;
  const { t } = useTexts();
  const stepping = usePlanStep();
  const [reason, setReason] = useState('');
  const isDiscard = step.kind === 'discardDraft';
  const words = isDiscard ? 'discard' : step.kind;
  const isReady = isDiscard || reason.trim().length > 1;
  const submit = (): void => {
    const full: PlanStep =
      step.kind === 'openDraft'
        ? { ...step, reason }
        : step.kind === 'enforce'
          ? { kind: 'enforce', planId: step.planId, version: step.version, reason }
          : { kind: 'discardDraft', planId: step.planId, version: step.version };
    stepping.mutate(full, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t(`goal.${words}`)}
      confirm={t(`goal.${words}`)}
      color={isDiscard ? 'red' : undefined}
      busy={stepping.isPending}
      ready={isReady}
      error={stepping.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="sm">{t(`goal.${words}Hint`)}</Text>
      {isDiscard ? null : (
        <Textarea
          label={t('goal.reason')}
          placeholder={t('goal.reasonPlaceholder')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
