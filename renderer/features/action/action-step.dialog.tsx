import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { ActionItem } from '#shared/features/action/action.contract.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
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
    <Modal opened onClose={close} title={t(`action.${step}Title`, { number: item.number })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{item.text}</Text>
          <Textarea
            data-autofocus
            label={t(`action.${step}Label`)}
            description={
              step === 'close'
                ? t('action.closeHint')
                : step === 'report'
                  ? t('action.reportHint')
                  : undefined
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
          <ErrorNote error={act.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={act.isPending}>
              {t(`action.${step}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
