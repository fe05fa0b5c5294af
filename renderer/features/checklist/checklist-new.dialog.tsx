import { Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ChecklistLine } from '#shared/features/checklist/checklist.contract.ts';
import { checkPurposes } from '#shared/features/checklist/checklist.content.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useChecklistWords } from './checklist-words.ts';
import { useCreateChecklist } from './checklist.queries.ts';

/** A new list, empty or with what another one asks. */
export function NewChecklistDialog(props: {
  readonly lists: readonly ChecklistLine[];
  readonly copyOf?: ChecklistLine | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const { lists, copyOf, onClose } = props;
  const { t, choice } = useTexts();
  const words = useChecklistWords();
  const go = useGo();
  const create = useCreateChecklist();
  const [name, setName] = useState(copyOf ? t('checklist.copyName', { name: copyOf.name }) : '');
  const [nameEn, setNameEn] = useState('');
  const [purpose, setPurpose] = useState<string>(copyOf?.purpose ?? 'arrival');
  const [source, setSource] = useState<string | null>(copyOf ? String(copyOf.id) : null);
  const chosen = checkPurposes.find((one) => one === purpose);
  const ready = name.trim() !== '' && chosen !== undefined;
  const submit = (): void => {
    if (chosen === undefined) return;
    const copied = source === null ? {} : { copyOf: Number(source) };
    create.mutate(
      { name: name.trim(), nameEn: nameEn.trim() || null, purpose: chosen, ...copied },
      { onSuccess: ({ id }) => go(`/checklist/${id}`) },
    );
  };
  return (
    <FormDialog
      title={t('checklist.create')}
      confirm={t('common.add')}
      busy={create.isPending}
      ready={ready}
      error={create.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        data-autofocus
        required
        label={t('checklist.name')}
        description={t('checklist.nameHint')}
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
      <Select
        label={t('checklist.purpose')}
        allowDeselect={false}
        value={purpose}
        onChange={(value) => value !== null && setPurpose(value)}
        data={checkPurposes.map((value) => ({ value, label: choice('checklist', 'purpose', value) }))}
      />
      <Select
        label={t('checklist.copyOf')}
        placeholder={t('checklist.copyNothing')}
        clearable
        searchable
        value={source}
        onChange={setSource}
        data={lists.map((list) => ({ value: String(list.id), label: words.name(list) }))}
      />
    </FormDialog>
  );
}
