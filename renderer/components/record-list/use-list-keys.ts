import { useEffect, useEffectEvent } from 'react';

/** Ctrl+F goes to the search, Ctrl+N to a new record, Ctrl+P prints the list and not the window. */
export function useListKeys({
  search,
  add,
  print,
}: {
  search: { current: HTMLInputElement | null };
  add: (() => void) | undefined;
  print: () => void;
}): void {
  const printNow = useEffectEvent(print);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.isComposing || !event.ctrlKey || event.altKey || event.shiftKey) return;
      const key = event.key.toLowerCase();
      if (key === 'f') {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      }
      if (key === 'n' && add) {
        event.preventDefault();
        add();
      }
      if (key === 'p') {
        event.preventDefault();
        printNow();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [search, add]);
}
