import { useEffect, useEffectEvent } from 'react';
import { afterStroke, noScan } from '#shared/features/search/scan.rules.ts';

/** Fields that a scan belongs to, whatever it holds; a search is no such field. */
const isTextField = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)) return true;
  return target instanceof HTMLInputElement && target.type !== 'search' && target.dataset['scan'] !== 'take';
};

/** Calls the handler with what a keyboard-wedge scanner read, outside of text fields or in a search. */
export function useScanner(handler: (code: string) => void, enabled = true): void {
  const take = useEffectEvent(handler);
  useEffect(() => {
    if (!enabled) return undefined;
    let scan = noScan;
    const onKey = (event: KeyboardEvent): void => {
      if (isTextField(event.target)) {
        scan = noScan;
        return;
      }
      const isOther = event.isComposing || event.ctrlKey || event.altKey || event.metaKey;
      const next = afterStroke(scan, { key: event.key, at: event.timeStamp, isOther });
      ({ scan } = next);
      if (next.code === undefined) return;
      // The Enter at its end presses no button and opens no row.
      event.preventDefault();
      event.stopPropagation();
      take(next.code);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [enabled]);
}
