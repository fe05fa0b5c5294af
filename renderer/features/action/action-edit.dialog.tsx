import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ActionItem } from '#shared/features/action/action.contract.ts';
import { useLiveEdit } from '#renderer/components/draft/use-live-edit.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ActionFields, actionIssues, actionTyped, actionValues } from './action-fields.tsx';
import { useUpdateAction } from './action.queries.ts';

/** 修改行动事项: every change becomes a line of its history. Ctrl+Enter saves. */
export function ActionEditDialog(props: {
  readonly item: ActionItem;
  /** The draft in which it is spoken of; null outside of a meeting. */
  readonly meetingId: number | null;
  readonly onClose: () => void;
}): ReactNode {
  const { item, meetingId, onClose } = props;
  const { t, day } = useTexts();
  const { text, ownerId, ownerName, dueOn, check } = item;
  const edit = useLiveEdit({ feature: 'action', id: item.id }, actionTyped, { text, ownerId, dueOn, check });
  const [tried, setTried] = useState(false);
  const update = useUpdateAction();
  const refused = actionIssues(update.error);
  const close = (): void => {
    edit.done();
    onClose();
  };
  const submit = (): void => {
    setTried(true);
    if (!actionValues(edit.value) || update.isPending) return;
    const settled = edit.settle();
    const values = settled && actionValues(settled);
    if (!values) return;
    update.mutate({ item, meetingId, values }, { onSuccess: close });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const { clash } = edit;
  return (
    <Modal opened onClose={close} title={t('action.edit', { number: item.number })}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- takes the key that its fields let through */}
      <form
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          {clash ? (
            <Alert color="orange" p="xs" role="alert">
              {t('action.changedMeanwhile', {
                text: clash.text,
                owner: ownerName,
                due: clash.dueOn === null ? '' : day(clash.dueOn),
                check: clash.check,
              })}
            </Alert>
          ) : null}
          <ActionFields
            typed={edit.value}
            onChange={edit.set}
            ownerName={edit.value.ownerId === ownerId ? ownerName : undefined}
            tried={tried}
            refused={refused}
          />
          {refused.length === 0 ? <ErrorNote error={update.error} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={update.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
