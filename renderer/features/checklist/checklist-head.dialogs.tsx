import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useRenameChecklist, useRetireChecklist } from './checklist.queries.ts';

type Head = {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly nameEn: string | null;
};

function HeadDialog(props: {
  readonly title: string;
  readonly submit: string;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { title, submit, ready, busy, error, onSubmit, onClose, children } = props;
  const { t } = useTexts();
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) onSubmit();
        }}
      >
        <Stack gap="sm">
          {children}
          <ErrorNote error={error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={busy}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function RenameDialog(props: { readonly head: Head; readonly onClose: () => void }): ReactNode {
  const { head, onClose } = props;
  const { t } = useTexts();
  const rename = useRenameChecklist();
  const [name, setName] = useState(head.name);
  const [nameEn, setNameEn] = useState(head.nameEn ?? '');
  return (
    <HeadDialog
      title={t('checklist.rename')}
      submit={t('common.save')}
      ready={name.trim() !== ''}
      busy={rename.isPending}
      error={rename.error}
      onSubmit={() =>
        rename.mutate(
          { id: head.id, version: head.version, name: name.trim(), nameEn: nameEn.trim() || null },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('checklist.name')}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('checklist.nameEn')}
        value={nameEn}
        maxLength={120}
        onChange={(event) => setNameEn(event.currentTarget.value)}
      />
    </HeadDialog>
  );
}

export function RetireDialog(props: { readonly head: Head; readonly onClose: () => void }): ReactNode {
  const { head, onClose } = props;
  const { t } = useTexts();
  const retire = useRetireChecklist();
  const [reason, setReason] = useState('');
  return (
    <HeadDialog
      title={t('checklist.retireTitle', { name: head.name })}
      submit={t('checklist.retire')}
      ready={reason.trim().length >= 2}
      busy={retire.isPending}
      error={retire.error}
      onSubmit={() => retire.mutate({ id: head.id, reason: reason.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Text size="sm">{t('checklist.retireSentence')}</Text>
      <Textarea
        data-autofocus
        label={t('checklist.retireReason')}
        value={reason}
        maxLength={300}
        autosize
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </HeadDialog>
  );
}
