import { useEffect, useEffectEvent } from 'react';
import { isTyping } from './use-shortcut.ts';

/**
 * Single keys that choose something on the page, wherever the keyboard stands: the person who has just opened it need not
 * go to the choices first. Left alone while somebody types, composes or has a dialog open, and when the focused element
 * has used the key itself. `choose` gets the key in small letters and says whether it was one of its own.
 */
export function useChoiceKeys(choose: (key: string) => boolean): void {
  const act = useEffectEvent(choose);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isTyping(event.target) || document.querySelector('[role="dialog"]') !== null) return;
      if (act(event.key.toLowerCase())) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
