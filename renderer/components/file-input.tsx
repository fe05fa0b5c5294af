import type { ComponentProps, ReactNode, RefObject } from 'react';

/** The browser's question for files, unseen: a button clicks it. The same file may be chosen again. */
export function FileInput(
  props: {
    readonly input: RefObject<HTMLInputElement | null>;
    readonly testId?: string;
    readonly onFiles: (files: readonly File[]) => void;
  } & Pick<ComponentProps<'input'>, 'accept' | 'multiple' | 'capture'>,
): ReactNode {
  const { input, testId, onFiles, ...asked } = props;
  return (
    <input
      ref={input}
      type="file"
      hidden
      data-testid={testId}
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        event.currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
      {...asked}
    />
  );
}
