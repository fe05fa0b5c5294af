import type { KeyboardEvent } from 'react';

const fieldsIn = (form: HTMLElement): HTMLElement[] =>
  [...form.querySelectorAll<HTMLElement>('input, select, textarea')].filter(
    (one) => one.tabIndex >= 0 && !one.hasAttribute('disabled') && one.offsetParent !== null,
  );

/** Goes to the field after (or before) this one; false at the end. */
export function focusNext(form: HTMLElement, from: HTMLElement, by: 1 | -1 = 1): boolean {
  const all = fieldsIn(form);
  const next = all[all.indexOf(from) + by];
  next?.focus();
  // As with Tab: what is typed replaces what stands there.
  if (next instanceof HTMLInputElement) next.select();
  return next !== undefined;
}

/** Goes to a field by its name (`data-field`). */
export function focusField(form: HTMLElement | null, name: string): void {
  form
    ?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"] :is(input, select, textarea)`)
    ?.focus();
}

export const focusFirst = (form: HTMLElement | null): void => {
  if (!form) return;
  const [first] = fieldsIn(form);
  first?.focus();
};

/** A field that takes Enter. What lies in a dialog is heard here too (React's tree), but does not belong to the form. */
export const isFieldOf = (
  form: HTMLElement,
  target: EventTarget,
): target is HTMLInputElement | HTMLSelectElement =>
  (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && form.contains(target);

/**
 * Enter goes to the next field, Shift+Enter to the one before. Not in notes and on buttons, not while an input method is
 * composing, and not while a list of choices is open: there it chooses. `atEnd` runs after the last field.
 */
export function onEnterKey(event: KeyboardEvent<HTMLElement>, atEnd: () => void): void {
  const { target, nativeEvent } = event;
  if (event.key !== 'Enter' || nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (!isFieldOf(event.currentTarget, target)) return;
  if (target.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  event.stopPropagation();
  if (!focusNext(event.currentTarget, target, event.shiftKey ? -1 : 1) && !event.shiftKey) atEnd();
}
