import { Anchor, Button, Group, Loader, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { DeskFile } from '#shared/features/job/job.contract.ts';
import type { PaperFormat } from '#shared/rpc/paper.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { platform } from '#renderer/platform/platform.ts';
import classes from './paper-dialog.module.css';

/** Fetches a sheet as a file; in the program's window always the PDF. */
export type LoadPaper = (format: PaperFormat, signal?: AbortSignal) => Promise<DeskFile>;

const blobOf = async (file: DeskFile): Promise<Blob> =>
  new Blob([await file.arrayBuffer()], { type: file.type });

/** Address of the PDF inside this window; given back when the dialog closes. */
function usePaper(name: string, load: LoadPaper) {
  const paper = useQuery({
    queryKey: ['paper', name],
    queryFn: async ({ signal }) => URL.createObjectURL(await blobOf(await load('pdf', signal))),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const address = paper.data;
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  return { address, error: paper.error, retry: () => void paper.refetch() };
}

/** 打印预览: a sheet as it will be printed, in the program, to be kept as PDF or Word as well. */
export function PaperDialog(props: {
  /** What the sheet is called: the record's number. */
  readonly name: string;
  readonly load: LoadPaper;
  /** Whether Word can have it too. */
  readonly word?: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { name, load, word = true, onClose } = props;
  const { t } = useTexts();
  const { address, error, retry } = usePaper(name, load);
  const [failed, setFailed] = useState<unknown>(null);
  const [saving, setSaving] = useState<PaperFormat | null>(null);
  const save = (format: PaperFormat): void => {
    setFailed(null);
    setSaving(format);
    load(format)
      .then(async (file) => platform.saveFile(file.name, await blobOf(file)))
      .then(() => setSaving(null))
      .catch((problem: unknown) => {
        setSaving(null);
        setFailed(problem);
      });
  };
  const title = t('paper.previewOf', { name });
  const button = (format: PaperFormat): ReactNode => (
    <Button
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      loading={saving === format}
      onClick={() => save(format)}
    >
      {t(format === 'pdf' ? 'paper.savePdf' : 'paper.saveDocx')}
    </Button>
  );
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={title}
      classNames={{ body: classes.preview, content: classes.previewContent }}
    >
      <Group gap="xs" p="xs" justify="flex-end" className={classes.bar}>
        {button('pdf')}
        {word ? button('docx') : null}
      </Group>
      <ErrorNote error={error} onRetry={retry} />
      <ErrorNote error={failed} />
      <div className={classes.ground}>
        {address === undefined ? (
          error ? null : (
            <Loader size="sm" aria-label={t('common.loading')} />
          )
        ) : (
          <object data={address} type="application/pdf" aria-label={title} className={classes.paper}>
            <Anchor href={address} target="_blank">
              {t('paper.openTab')}
            </Anchor>
          </object>
        )}
      </div>
    </Modal>
  );
}
