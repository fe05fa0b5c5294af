import { Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { ActionItem } from '#shared/features/action/action.contract.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useActionStep, type ActionStep } from './action.queries.ts';

/** Progress, report, closing with evidence, or reopening with a reason. Ctrl+Enter does it. */
export function ActionStepDialog(props: {
  readonly item: ActionItem;
  readonly step: ActionStep;
  readonly meetingId: number | null;
  readonly onClose: () => void;
}): ReactNode {
  const { item, step, meetingId, onClose } = props;
  const { t } = useTexts();
  const [text, setText, drop] = useDraft({ feature: 'action', id: item.id, part: step }, z.string(), '');
  const act = useActionStep();
  const ready = text.trim() !== '';
  const close = (): void => {
    drop();
    onClose();
  };
  const submit = (): void => {
    if (!ready || act.isPending) return;
    act.mutate({ step, id: item.id, meetingId, text: text.trim() }, { onSuccess: close });
  };
  return (
    <FormDialog
      title={t(`action.${step}Title`, { number: item.number })}
      confirm={t(`action.${step}`)}
      busy={act.isPending}
      ready={ready}
      error={act.error}
      onClose={close}
      onSubmit={submit}
    >
      <Text size="sm">{item.text}</Text>
      <Textarea
        data-autofocus
        label={t(`action.${step}Label`)}
        description={
          step === 'close' ? t('action.closeHint') : step === 'report' ? t('action.reportHint') : undefined
        }
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) submit();
        }}
        autosize
        minRows={3}
        maxLength={2000}
      />
    </FormDialog>
  );
}
