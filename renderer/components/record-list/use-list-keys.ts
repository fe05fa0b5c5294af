import { useEffect } from 'react';

/** Ctrl+F goes to the search, Ctrl+N to a new record. */
export function useListKeys({
  search,
  add,
}: {
  search: { current: HTMLInputElement | null };
  add: (() => void) | undefined;
}): void {
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
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [search, add]);
}
