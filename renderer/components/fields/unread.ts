/**
 * Puts the keyboard into the first field within `root` whose text is no value, where the field says why; false: there is none.
 * Asked before anything is saved: a field that may be empty would otherwise be stored as empty.
 */
export function toUnread(root: ParentNode): boolean {
  const field = root.querySelector<HTMLElement>('[data-unread]');
  field?.blur(); // a field says what it cannot read when it is left
  field?.focus();
  return field !== null;
}
