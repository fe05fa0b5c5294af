import { Button, Group, Text, Title } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { DeliveryView } from '#shared/features/delivery/delivery.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { FileInput } from '#renderer/components/file-input.tsx';
import { PhotoDialog } from '#renderer/components/photo/photo-dialog.tsx';
import { Thumbnail, Thumbnails } from '#renderer/components/photo/thumbnail.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAddPhoto, usePhoto, useRemovePhoto } from './delivery.queries.ts';
import classes from './delivery.module.css';

type Photo = DeliveryView['photos'][number];

/** 合影 and other photos of the ceremony, until the customer has signed. */
export function DeliveryPhotos(props: { readonly view: DeliveryView; readonly mayAdd: boolean }): ReactNode {
  const { view, mayAdd } = props;
  const { t } = useTexts();
  const add = useAddPhoto();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<Photo>();
  const send = async (files: readonly File[]): Promise<void> => {
    for (const file of files) await add.mutateAsync({ id: view.id, caption: null, file });
  };
  return (
    <section className={classes.sheet} aria-labelledby="delivery-photos">
      <Group gap="xs" mb={6}>
        <Title order={2} id="delivery-photos" className={classes.heading}>
          {t('delivery.sections.photos')}
        </Title>
        {mayAdd ? (
          <Button
            ml="auto"
            variant="default"
            className={classes.key}
            leftSection={<IconCamera size={15} aria-hidden />}
            loading={add.isPending}
            onClick={() => input.current?.click()}
          >
            {t('delivery.photos.add')}
          </Button>
        ) : null}
      </Group>
      <FileInput
        input={input}
        multiple
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        testId="delivery-photo-input"
        onFiles={(files) => {
          // What fails is told below.
          send(files).catch(() => undefined);
        }}
      />
      <ErrorNote error={add.error} />
      {view.photos.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('delivery.photos.none')}
        </Text>
      ) : null}
      <Thumbnails>
        {view.photos.map((photo, index) => (
          <SmallPhoto
            key={photo.id}
            deliveryId={view.id}
            photo={photo}
            name={t('delivery.photos.photo', { at: index + 1 })}
            onOpen={() => setOpened(photo)}
          />
        ))}
      </Thumbnails>
      {opened ? (
        <LargePhoto
          deliveryId={view.id}
          photo={opened}
          mayRemove={mayAdd}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </section>
  );
}

function SmallPhoto(props: {
  readonly deliveryId: number;
  readonly photo: Photo;
  readonly name: string;
  readonly onOpen: () => void;
}): ReactNode {
  const { deliveryId, photo, name, onOpen } = props;
  const picture = usePhoto(deliveryId, photo.id, 'thumbnail');
  return <Thumbnail large picture={picture} name={name} onOpen={onOpen} />;
}

function LargePhoto(props: {
  readonly deliveryId: number;
  readonly photo: Photo;
  readonly mayRemove: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { deliveryId, photo, mayRemove, onClose } = props;
  const { t } = useTexts();
  const picture = usePhoto(deliveryId, photo.id, 'full');
  const { mutate, isPending, error } = useRemovePhoto();
  const onRemove = (): void => mutate({ id: deliveryId, photoId: photo.id }, { onSuccess: onClose });
  return (
    <PhotoDialog
      picture={picture}
      title={photo.caption ?? t('delivery.sections.photos')}
      takenBy={photo}
      {...(mayRemove ? { removing: { isPending, error, onRemove } } : {})}
      onClose={onClose}
    />
  );
}
