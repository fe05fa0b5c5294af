import { Button, Loader, Text } from '@mantine/core';
import { IconCamera, IconCloudOff } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { InspectionPhoto } from '#shared/features/inspection/inspection.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { FileInput } from '#renderer/components/file-input.tsx';
import { PhotoDialog } from '#renderer/components/photo/photo-dialog.tsx';
import { Thumbnail, Thumbnails } from '#renderer/components/photo/thumbnail.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { usePhoto, useRemovePhoto } from './inspection.queries.ts';
import { placeKey } from './photo-queue.ts';
import type { PhotoPlace } from './photo-shelf.ts';
import { usePhotoQueue } from './photo.queries.ts';

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
    <Thumbnails>
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
          <FileInput
            input={input}
            multiple
            accept="image/jpeg,image/png,image/webp"
            capture="environment"
            testId={`photo-input-${title}`}
            onFiles={(files) => sender.send(files)}
          />
        </>
      )}
      {photos.map((photo, index) => (
        <SmallPhoto
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
        <LargePhoto
          id={id}
          photo={opened}
          title={title}
          readOnly={readOnly}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Thumbnails>
  );
}

function SmallPhoto(props: {
  readonly photo: InspectionPhoto;
  readonly name: string;
  readonly onOpen: () => void;
}): ReactNode {
  const { photo, name, onOpen } = props;
  const { t } = useTexts();
  const picture = usePhoto(photo.id, 'thumbnail');
  return (
    <Thumbnail picture={picture} name={t('inspection.check.photoOf', { title: name })} onOpen={onOpen} />
  );
}

function LargePhoto(props: {
  readonly id: number;
  readonly photo: InspectionPhoto;
  readonly title: string;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { id, photo, title, readOnly, onClose } = props;
  const picture = usePhoto(photo.id, 'full');
  const { mutate, isPending, error } = useRemovePhoto();
  const onRemove = (): void => mutate({ id, photoId: photo.id }, { onSuccess: onClose });
  return (
    <PhotoDialog
      picture={picture}
      title={title}
      takenBy={photo}
      {...(readOnly ? {} : { removing: { isPending, error, onRemove } })}
      onClose={onClose}
    />
  );
}
