import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
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
    if (!isReady || stepping.isPending) return;
    const full: PlanStep =
      step.kind === 'openDraft'
        ? { ...step, reason }
        : step.kind === 'enforce'
          ? { kind: 'enforce', planId: step.planId, version: step.version, reason }
          : { kind: 'discardDraft', planId: step.planId, version: step.version };
    stepping.mutate(full, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={t(`goal.${words}`)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
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
          <ErrorNote error={stepping.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              color={isDiscard ? 'red' : undefined}
              disabled={!isReady}
              loading={stepping.isPending}
            >
              {t(`goal.${words}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
