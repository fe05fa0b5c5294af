import { useEffect, useEffectEvent, useRef } from 'react';

/** Lists of choices stay in the page while they are closed, so what counts is whether one is seen. */
const overlayIsOpen = (): boolean =>
  [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="listbox"]')].some((one) =>
    one.checkVisibility(),
  );

/**
 * Keys of a form: Ctrl+S, Ctrl+Enter, Esc, Alt+← and Alt+→. Esc first closes what lies above the form (dialogs, lists of
 * choices); nothing happens while an input method is composing.
 */
export function useFormShortcuts(keys: {
  readonly onSave: () => void;
  readonly onSaveNext: () => void;
  readonly onBack: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}): void {
  // Looked at before anything hears of the key: a dialog that closes on Esc is gone by the time that the form hears of it.
  const covered = useRef(false);
  const handle = useEffectEvent((event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
    const mod = ctrlKey || metaKey;
    const act = ((): (() => void) | undefined => {
      if (mod && !altKey && key.toLowerCase() === 's') return keys.onSave;
      if (covered.current) return undefined;
      if (mod && !altKey && key === 'Enter') return keys.onSaveNext;
      if (key === 'Escape' && !mod && !altKey && !shiftKey) return keys.onBack;
      if (altKey && !mod && key === 'ArrowLeft') return keys.onPrevious;
      if (altKey && !mod && key === 'ArrowRight') return keys.onNext;
      return undefined;
    })();
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const look = (): void => {
      covered.current = overlayIsOpen();
    };
    const onKey = (event: KeyboardEvent): void => handle(event);
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
