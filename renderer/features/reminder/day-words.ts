import type { VehicleReminder } from '#shared/features/reminder/reminder-views.ts';
import { daysBetween } from '#shared/kernel/day.ts';
import type { ScreenTexts } from '#renderer/hooks/use-texts.ts';

/** How far off a day is, in words. */
export function dayWords(
  { dueOn, state }: Pick<VehicleReminder, 'dueOn' | 'state'>,
  today: string,
  { t }: Pick<ScreenTexts, 't'>,
): string {
  if (state === 'overdue') return t('reminder.overdueDays', { count: daysBetween(dueOn, today) });
  if (state === 'today' || state === 'over') return t(`reminder.states.${state}`);
  return t('reminder.inDays', { count: Math.max(0, daysBetween(today, dueOn)) });
}
