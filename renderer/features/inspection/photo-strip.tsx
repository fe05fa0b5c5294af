import { ActionIcon, Button, Loader, Modal, Text, UnstyledButton } from '@mantine/core';
import { IconCamera, IconCloudOff, IconPhotoOff, IconTrash } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { InspectionPhoto } from '#shared/features/inspection/inspection.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { usePhoto, useRemovePhoto } from './inspection.queries.ts';
import { placeKey } from './photo-queue.ts';
import type { PhotoPlace } from './photo-shelf.ts';
import { usePhotoQueue } from './photo.queries.ts';
import classes from './check.module.css';

/** Photos of one place on their way: what waits, and why the last one was refused. */
export function usePhotoSender({ id, item, markId }: PhotoPlace & { readonly id: number }): PhotoSender {
  const { queue, state } = usePhotoQueue(id);
  const own = placeKey({ item, markId });
  return {
    send: (files) => void queue.give({ item, markId }, files),
    waiting: state.waiting.filter(({ place }) => placeKey(place) === own).length,
    isAway: state.isAway,
    error: state.refused.get(own) ?? null,
  };
}

export type PhotoSender = {
  readonly send: (files: readonly File[]) => void;
  readonly waiting: number;
  readonly isAway: boolean;
  readonly error: unknown;
};

/** Photos of an item or mark, and the key that takes more. The camera of a tablet opens by itself. */
export function PhotoStrip(props: {
  readonly id: number;
  readonly title: string;
  readonly photos: readonly InspectionPhoto[];
  readonly sender: PhotoSender;
  readonly readOnly: boolean;
  readonly isWanted?: boolean;
}): ReactNode {
  const { id, title, photos, sender, readOnly, isWanted = false } = props;
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<InspectionPhoto | null>(null);
  if (readOnly && photos.length === 0) return null;
  return (
    <div className={classes.photos}>
      {readOnly ? null : (
        <>
          <Button
            size="lg"
            variant={isWanted ? 'filled' : 'default'}
            leftSection={<IconCamera size={20} aria-hidden />}
            aria-label={t('inspection.check.addPhotoOf', { title })}
            onClick={() => input.current?.click()}
          >
            {t('inspection.check.addPhoto')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            accept="image/jpeg,image/png,image/webp"
            capture="environment"
            data-testid={`photo-input-${title}`}
            onChange={(event) => {
              sender.send([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </>
      )}
      {photos.map((photo, index) => (
        <Thumbnail
          key={photo.id}
          photo={photo}
          name={`${title} ${index + 1}`}
          onOpen={() => setOpened(photo)}
        />
      ))}
      {sender.waiting > 0 ? (
        <Text span size="sm" role="status">
          {sender.isAway ? <IconCloudOff size={16} aria-hidden /> : <Loader size={14} aria-hidden />}{' '}
          {t(sender.isAway ? 'inspection.check.photoWaiting' : 'inspection.check.uploading')}
        </Text>
      ) : null}
      <ErrorNote error={sender.error} />
      {opened ? (
        <PhotoDialog
          id={id}
          photo={opened}
          title={title}
          readOnly={readOnly}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </div>
  );
}

function Thumbnail(props: {
  readonly photo: InspectionPhoto;
  readonly name: string;
  readonly onOpen: () => void;
}): ReactNode {
  const { photo, name, onOpen } = props;
  const { t } = useTexts();
  const { address, error } = usePhoto(photo.id, 'thumbnail');
  return (
    <UnstyledButton
      className={classes.thumbnail}
      aria-label={t('inspection.check.photoOf', { title: name })}
      onClick={onOpen}
    >
      {address !== undefined ? (
        <img src={address} alt="" />
      ) : error ? (
        <IconPhotoOff size={24} aria-hidden />
      ) : (
        <Loader size={16} aria-hidden />
      )}
    </UnstyledButton>
  );
}

function PhotoDialog(props: {
  readonly id: number;
  readonly photo: InspectionPhoto;
  readonly title: string;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { id, photo, title, readOnly, onClose } = props;
  const { t, instant } = useTexts();
  const { address, error } = usePhoto(photo.id, 'full');
  const remove = useRemovePhoto();
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={title}
      closeButtonProps={{ 'aria-label': t('inspection.check.closePhoto') }}
    >
      {address !== undefined ? (
        <img className={classes.photo} src={address} alt={title} />
      ) : error ? (
        <ErrorNote error={error} />
      ) : (
        <Loader size="sm" aria-label={t('common.loading')} />
      )}
      <Text size="sm" c="dimmed" mt="xs">
        {t('inspection.check.answeredBy', { name: photo.personName, time: instant(photo.at) })}
      </Text>
      <ErrorNote error={remove.error} />
      {readOnly ? null : (
        <ActionIcon
          size={48}
          color="red"
          variant="light"
          aria-label={t('inspection.check.removePhoto')}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id, photoId: photo.id }, { onSuccess: onClose })}
        >
          <IconTrash size={22} />
        </ActionIcon>
      )}
    </Modal>
  );
}
