import { Text, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useRenameChecklist, useRetireChecklist } from './checklist.queries.ts';

type Head = {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly nameEn: string | null;
};

export function RenameDialog(props: { readonly head: Head; readonly onClose: () => void }): ReactNode {
  const { head, onClose } = props;
  const { t } = useTexts();
  const rename = useRenameChecklist();
  const [name, setName] = useState(head.name);
  const [nameEn, setNameEn] = useState(head.nameEn ?? '');
  return (
    <FormDialog
      title={t('checklist.rename')}
      confirm={t('common.save')}
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
    </FormDialog>
  );
}

export function RetireDialog(props: { readonly head: Head; readonly onClose: () => void }): ReactNode {
  const { head, onClose } = props;
  const { t } = useTexts();
  const retire = useRetireChecklist();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('checklist.retireTitle', { name: head.name })}
      confirm={t('checklist.retire')}
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
    </FormDialog>
  );
}
