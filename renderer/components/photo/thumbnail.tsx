import { Loader, UnstyledButton } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FileAddress } from '#renderer/hooks/use-file-address.ts';
import classes from './photo.module.css';

/** Small pictures and what stands among them, in rows. */
export function Thumbnails({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={classes.thumbnails}>{children}</div>;
}

/** A small picture that opens the large one; a sign while it is on its way or gone. */
export function Thumbnail(props: {
  readonly picture: FileAddress;
  readonly name: string;
  readonly large?: boolean;
  readonly onOpen: () => void;
}): ReactNode {
  const { picture, name, large = false, onOpen } = props;
  const { address, error } = picture;
  return (
    <UnstyledButton
      className={classes.thumbnail}
      data-large={large || undefined}
      aria-label={name}
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
