import { Anchor, Loader, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { usePreview } from './meeting.queries.ts';
import classes from './preview.module.css';

/** The minutes as they will be printed, in the program. */
export function PreviewDialog(props: {
  readonly id: number;
  readonly number: string;
  readonly onClose: () => void;
}): ReactNode {
  const { id, number, onClose } = props;
  const { t } = useTexts();
  const { address, error, retry } = usePreview(id);
  const name = t('meetingPage.previewOf', { name: `${number}.pdf` });
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={name}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.preview, content: classes.previewContent }}
    >
      <ErrorNote error={error} onRetry={retry} />
      {address === undefined ? (
        error ? null : (
          <Loader size="sm" aria-label={t('common.loading')} />
        )
      ) : (
        <object data={address} type="application/pdf" aria-label={name} className={classes.paper}>
          <Anchor href={address} target="_blank">
            {t('meetingPage.openTab')}
          </Anchor>
        </object>
      )}
    </Modal>
  );
}
