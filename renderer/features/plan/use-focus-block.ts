import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Leads the keyboard to a block as soon as it is drawn, before the next key comes; without one it stays in the frame. */
export function useFocusBlock(
  frame: RefObject<HTMLElement | null>,
): (block: { readonly key: string } | undefined) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const block = frame.current?.querySelector(`[data-block="${wanted.current}"]`);
    wanted.current = null;
    if (block?.contains(document.activeElement)) return;
    const field = block?.querySelector<HTMLElement>(':is([contenteditable], input)');
    if (field) field.focus();
    else if (!frame.current?.contains(document.activeElement)) frame.current?.focus();
  });
  return (block) => {
    wanted.current = block?.key ?? '';
  };
}
