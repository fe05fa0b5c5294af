import { useEffect, useEffectEvent } from 'react';

/** A key with its modifiers: `mod+k` (Ctrl or Command), `?`, `Escape`. */
export type Shortcut = string;

/** Whether a key pressed there belongs to what is being typed. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/**
 * Calls the handler for a key anywhere in the window. Keys without a modifier, beside F1 to F12, are left alone while
 * somebody types; nothing happens while an input method is composing.
 */
export function useShortcut(shortcut: Shortcut, handler: () => void, enabled = true): void {
  const act = useEffectEvent(handler);
  useEffect(() => {
    if (!enabled) return undefined;
    const mod = shortcut.startsWith('mod+');
    const key = (mod ? shortcut.slice(4) : shortcut).toLowerCase();
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.key.toLowerCase() !== key) return;
      if (mod !== (event.ctrlKey || event.metaKey) || event.altKey) return;
      if (!mod && !/^f\d+$/u.test(key) && isTyping(event.target)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shortcut, enabled]);
}
