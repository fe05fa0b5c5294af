import { Button, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { FileInput } from '#renderer/components/file-input.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Files by drag and drop or by the button; what they hold is judged by content in the core, so any name is taken. */
export function FileDrop(props: {
  readonly sentence: string;
  readonly hint?: string;
  readonly multiple?: boolean;
  /** Endings offered first by the file dialog, e.g. `.xlsx,.csv`. */
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactNode {
  const { sentence, hint, multiple = true, accept, disabled = false, onFiles } = props;
  const { t } = useTexts();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const take = (files: readonly File[]): void => {
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };

  return (
    <Stack
      align="center"
      gap="xs"
      p="xl"
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      bd={`2px dashed ${over ? 'var(--mantine-primary-color-filled)' : 'var(--mantine-color-default-border)'}`}
      bdrs="md"
      bg={over ? 'var(--desk-chosen)' : undefined}
    >
      <ThemeIcon variant="light" size={44} radius="xl" aria-hidden>
        <IconUpload size={24} stroke={1.5} />
      </ThemeIcon>
      <Text ta="center">{sentence}</Text>
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {t('common.chooseFiles')}
      </Button>
      {hint ? (
        <Text c="dimmed" size="xs" ta="center">
          {hint}
        </Text>
      ) : null}
      <FileInput input={input} testId="file-input" multiple={multiple} accept={accept} onFiles={take} />
    </Stack>
  );
}
