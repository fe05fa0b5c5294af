import { Alert, Button, Group, Loader, Modal, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLiveEdit } from '#renderer/components/draft/use-live-edit.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AspectFields } from './aspect-fields.tsx';
import { aspects, decisionTyped, decisionValues, emptyDecision, type DecisionText } from './decision-text.ts';
import { useDecision, useUpdateDecision } from './decision.queries.ts';

/** 修改决议 while the minutes are a draft. */
export function DecisionDialog(props: { readonly id: number; readonly onClose: () => void }): ReactNode {
  const { id, onClose } = props;
  const { t } = useTexts();
  const decision = useDecision(id);
  const record = decision.data?.record;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('meetingPage.decision.edit', { number: record?.number ?? '' })}
    >
      <ErrorNote error={decision.error} />
      {record && decision.isFetchedAfterMount ? (
        <DecisionForm
          id={id}
          version={record.version}
          given={{
            ...emptyDecision,
            text: record.text,
            ...Object.fromEntries(aspects.map((aspect) => [aspect, record[aspect] ?? ''])),
          }}
          onClose={onClose}
        />
      ) : (
        <Loader size="sm" aria-label={t('common.loading')} />
      )}
    </Modal>
  );
}

function DecisionForm(props: {
  readonly id: number;
  readonly version: number;
  readonly given: DecisionText;
  readonly onClose: () => void;
}): ReactNode {
  const { id, version, given, onClose } = props;
  const { t } = useTexts();
  const edit = useLiveEdit({ feature: 'decision', id }, decisionTyped, given);
  const typed = edit.value;
  const update = useUpdateDecision();
  const close = (): void => {
    edit.done();
    onClose();
  };
  const submit = (): void => {
    if (typed.text.trim() === '' || update.isPending) return;
    const settled = edit.settle();
    if (settled) update.mutate({ id, version, values: decisionValues(settled) }, { onSuccess: close });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Textarea
          data-autofocus
          label={t('meetingPage.decision.text')}
          value={typed.text}
          onChange={(event) => edit.set({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) submit();
          }}
          autosize
          minRows={2}
          maxLength={1000}
        />
        <AspectFields typed={typed} onChange={edit.set} />
        {edit.clash ? (
          <Alert color="orange" p="xs" role="alert">
            {t('meetingPage.decision.changedMeanwhile', { text: edit.clash.text })}
          </Alert>
        ) : null}
        <ErrorNote error={update.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={typed.text.trim() === ''} loading={update.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
