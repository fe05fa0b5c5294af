import { Button, Menu, Text } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDotsVertical,
  IconDownload,
  IconPencil,
  IconSend,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Edition } from '#shared/features/checklist/checklist.contract.ts';
import type { Place } from '#shared/features/checklist/checklist-edit.rules.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { RenameDialog, RetireDialog } from './checklist-head.dialogs.tsx';
import { NewChecklistDialog } from './checklist-new.dialog.tsx';
import { useChecklistWords, type ChecklistHead } from './checklist-words.ts';
import {
  formPaper,
  useChecklists,
  useDiscardDraft,
  useExportChecklist,
  useRestoreChecklist,
} from './checklist.queries.ts';
import { ImportDialog } from './import.dialog.tsx';
import { PublishDialog } from './publish.dialog.tsx';
import type { DraftEditing } from './use-draft.ts';

type Open = 'publish' | 'import' | 'rename' | 'retire' | 'discard' | 'copy';

/** What can be done with a whole list. */
export function ChecklistActions(props: {
  readonly head: ChecklistHead;
  readonly draft: DraftEditing;
  readonly current: Edition | null;
  readonly editable: boolean;
  readonly hasDraft: boolean;
  readonly onGoTo: (place: Place | null) => void;
  readonly onAnew: () => void;
}): ReactNode {
  const { head, draft, current, editable, hasDraft, onGoTo, onAnew } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const words = useChecklistWords();
  const lists = useChecklists();
  const exporting = useExportChecklist(head.id);
  const restore = useRestoreChecklist();
  const discard = useDiscardDraft();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const isSaved = draft.status === 'saved' && draft.version > 0;
  const what = isSaved ? ('draft' as const) : head.currentEdition;
  return (
    <>
      <ErrorNote error={exporting.error ?? restore.error ?? discard.error} />
      {what === null ? null : (
        <PaperButton
          name={`${words.name(head)}-${what}`}
          load={formPaper(head.id, what)}
          label={t('paper.form.print')}
          icon={30}
          byKey
        />
      )}
      {what === null ? null : (
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate(what)}
        >
          {t('checklist.exportFile')}
        </Button>
      )}
      {editable ? (
        <Button
          variant="default"
          leftSection={<IconUpload size={15} aria-hidden />}
          onClick={() => setOpen('import')}
        >
          {t('checklist.importFile')}
        </Button>
      ) : null}
      {editable && may('checklist.publish') ? (
        <Button
          leftSection={<IconSend size={15} aria-hidden />}
          disabled={!isSaved}
          onClick={() => setOpen('publish')}
        >
          {t('checklist.publish')}
        </Button>
      ) : null}
      {may('checklist.write') ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px={8} aria-label={t('checklist.more')}>
              <IconDotsVertical size={16} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setOpen('rename')}>
              {t('checklist.rename')}
            </Menu.Item>
            <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => setOpen('copy')}>
              {t('checklist.copy')}
            </Menu.Item>
            {editable && hasDraft && head.currentEdition !== null ? (
              <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => setOpen('discard')}>
                {t('checklist.discard')}
              </Menu.Item>
            ) : null}
            {may('checklist.publish') ? (
              head.state === 'retired' ? (
                <Menu.Item
                  leftSection={<IconArchiveOff size={15} />}
                  onClick={() => restore.mutate({ id: head.id }, { onSuccess: onAnew })}
                >
                  {t('checklist.restore')}
                </Menu.Item>
              ) : (
                <Menu.Item leftSection={<IconArchive size={15} />} onClick={() => setOpen('retire')}>
                  {t('checklist.retire')}
                </Menu.Item>
              )
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {open === 'publish' ? (
        <PublishDialog
          id={head.id}
          name={words.name(head)}
          version={draft.version}
          content={draft.content}
          current={current}
          onGoTo={(place) => {
            close();
            onGoTo(place);
          }}
          onPublished={() => {
            close();
            onAnew();
          }}
          onClose={close}
        />
      ) : null}
      {open === 'import' ? (
        <ImportDialog
          id={head.id}
          present={draft.content}
          onUse={(content, fileName) => {
            draft.change(content, { fileName });
            close();
            onGoTo(null);
          }}
          onClose={close}
        />
      ) : null}
      {open === 'rename' ? <RenameDialog head={head} onClose={close} /> : null}
      {open === 'retire' ? <RetireDialog head={head} onClose={close} /> : null}
      {open === 'copy' ? (
        <NewChecklistDialog
          lists={lists.data ?? []}
          copyOf={lists.data?.find(({ id }) => id === head.id)}
          onClose={close}
        />
      ) : null}
      <ConfirmDialog
        opened={open === 'discard'}
        title={t('checklist.discardTitle')}
        confirm={t('checklist.discard')}
        danger
        busy={discard.isPending}
        onConfirm={() =>
          discard.mutate(
            { id: head.id, version: draft.version },
            {
              onSuccess: () => {
                close();
                draft.forget();
                onAnew();
              },
            },
          )
        }
        onClose={close}
      >
        <Text>{t('checklist.discardSentence', { edition: head.currentEdition ?? 0 })}</Text>
      </ConfirmDialog>
    </>
  );
}
