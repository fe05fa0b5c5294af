import type { FollowUpLine } from '#shared/features/follow-up/follow-up.contract.ts';
import { daysBetween } from '#shared/kernel/day.ts';
import type { ScreenTexts } from '#renderer/hooks/use-texts.ts';

/** Names one due call among all. */
export const keyOf = ({ orderId, ruleId, dueOn }: FollowUpLine): string => `${orderId}-${ruleId}-${dueOn}`;

/** How late a call is, in words; its tone for the colour beside them. */
export function lateness(
  { callOn, state }: Pick<FollowUpLine, 'callOn' | 'state'>,
  today: string,
  { t, day }: Pick<ScreenTexts, 't' | 'day'>,
): { readonly tone: 'late' | 'today' | 'none'; readonly words: string } {
  if (state === 'late')
    return { tone: 'late', words: t('followUp.late', { count: daysBetween(callOn, today) }) };
  return callOn === today
    ? { tone: 'today', words: t('followUp.today') }
    : { tone: 'none', words: day(callOn) };
}
