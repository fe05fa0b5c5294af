import { compareDays, daysBetween, isOverdue, type Day } from '../../kernel/day.ts';
import type { ActionState } from './action.fields.ts';

/** Why an item may not be closed by a person: the key of a sentence in the `problem` texts. */
export type CloseRefusal = 'action-closed' | 'action-closed-by-owner';

/**
 * Who may close an action item (MT-4): anybody with the right except whoever owns it or ever owned it, so that nobody
 * hands an item over just to tick it off.
 */
export function closeRefusal(
  item: { readonly state: ActionState; readonly ownerId: number; readonly formerOwnerIds: readonly number[] },
  closerId: number,
): CloseRefusal | null {
  if (item.state === 'closed') return 'action-closed';
  if (closerId === item.ownerId || item.formerOwnerIds.includes(closerId)) return 'action-closed-by-owner';
  return null;
}

/** Days by which an item is late on a day; 0 when it is due today, later, or closed. */
export function daysOverdue(item: { readonly state: ActionState; readonly dueOn: Day }, today: Day): number {
  if (item.state === 'closed' || !isOverdue(item.dueOn, today)) return 0;
  return daysBetween(item.dueOn, today);
}

/** Order in which a meeting goes through items: overdue first, then by due day, then as they were raised. */
export function byUrgency(
  a: { readonly dueOn: Day; readonly id: number },
  b: { readonly dueOn: Day; readonly id: number },
): number {
  return compareDays(a.dueOn, b.dueOn) || a.id - b.id;
}
