import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ComplaintView } from '#shared/features/complaint/complaint.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import type { FormValues } from '#renderer/components/record-form/draft-store.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { useComplaintStep, type AskedStep } from './complaint.queries.ts';
import { StepFields } from './step-fields.tsx';
import { useStepDraft } from './use-step-draft.ts';

const dangerous: ReadonlySet<AskedStep> = new Set<AskedStep>(['force']);

/** What a dialog begins with. */
function startOf(step: AskedStep, view: ComplaintView): FormValues {
  switch (step) {
    case 'pause':
      return { reason: 'customer', text: '' };
    case 'extend':
      return { stage: view.answeredOn === null ? 'answer' : 'finish', days: 3, reason: '', consent: '' };
    case 'decide':
      return { approved: true, text: '' };
    case 'callBack':
      return { result: 'satisfied', customerWords: '' };
    case 'close':
      return { customerWords: view.customerWords ?? '' };
    case 'answer':
      return { answer: view.answer ?? '' };
    case 'assign':
      return { handlerId: null, text: '' };
    case 'force':
    case 'reopen':
      return { reason: '' };
    case 'note':
    case 'resume':
      return { text: '' };
  }
}

/** Names that must say something before a step can be taken. */
const needed: Readonly<Record<AskedStep, readonly string[]>> = {
  pause: ['text'],
  extend: ['days', 'reason'],
  decide: ['text'],
  callBack: ['customerWords'],
  close: ['customerWords'],
  answer: ['answer'],
  assign: ['handlerId'],
  force: ['reason'],
  reopen: ['reason'],
  note: ['text'],
  resume: [],
};

const says = (value: FormValues[string] | undefined): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.trim().length > 1);

/** One step with what must be said about it. Ctrl+Enter submits; what is typed is kept until then. */
export function StepDialog(props: {
  readonly view: ComplaintView;
  readonly step: AskedStep;
  readonly onClose: () => void;
}): ReactNode {
  const { view, step, onClose } = props;
  const { t } = useTexts();
  const draft = useStepDraft(view, step, startOf(step, view));
  const taking = useComplaintStep();
  const { values, version } = draft;
  const isReady = needed[step].every((name) => says(values[name]));
  const isStale = taking.error !== null && errorData(taking.error).code === 'conflict';
  const submit = (): void => {
    if (!isReady || taking.isPending) return;
    taking.mutate(
      { step, one: { id: view.id, version }, values },
      {
        onSuccess: () => {
          draft.drop();
          onClose();
        },
        onError: draft.follow,
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={`${t(`complaint.steps.${step}`)} · ${view.number}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm" role="presentation" onKeyDown={onKeyDown}>
          <Text size="sm">{view.subject}</Text>
          <StepFields step={step} view={view} values={values} onChange={draft.set} />
          <ErrorNote error={taking.error} />
          {isStale ? <Text size="xs">{t('complaint.dialog.seen')}</Text> : null}
          <Group justify="space-between" gap="xs">
            <Text size="xs" c="dimmed">
              {t('complaint.dialog.submitHint')}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button
                type="submit"
                color={dangerous.has(step) ? 'red' : undefined}
                disabled={!isReady}
                loading={taking.isPending}
              >
                {t(`complaint.steps.${step}`)}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
