import type { CostPer } from '#shared/features/event/event.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** A cost of one lead or vehicle in words: an amount, or why there is none. */
export function useCostText(): (cost: CostPer, of: 'leads' | 'orders') => string {
  const { t, money } = useTexts();
  return (cost, of) => {
    if (cost.state === 'fen') return money(cost.fen);
    if (cost.state === 'notSpent') return t('channelPlan.noCost');
    return t(of === 'leads' ? 'channelPlan.noLeads' : 'channelPlan.noOrders');
  };
}
