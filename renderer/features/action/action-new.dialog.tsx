import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ActionFields, actionIssues, actionValues, noAction, type ActionTyped } from './action-fields.tsx';

/** A new item that belongs to something: what it begins with is given, the feature that it belongs to saves it. */
export function ActionNewDialog(props: {
  readonly title: string;
  readonly given: Partial<ActionTyped>;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onSave: (values: NonNullable<ReturnType<typeof actionValues>>) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { title, given, error, busy, onSave, onClose } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useState<ActionTyped>({ ...noAction, ...given });
  const [tried, setTried] = useState(false);
  const refused = actionIssues(error);
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          const values = actionValues(typed);
          if (values && !busy) onSave(values);
        }}
      >
        <Stack gap="sm">
          <ActionFields
            typed={typed}
            onChange={(some) => setTyped({ ...typed, ...some })}
            tried={tried}
            refused={refused}
          />
          {refused.length === 0 ? <ErrorNote error={error} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
