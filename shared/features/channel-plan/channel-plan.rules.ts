import { addDays, type Day } from '../../kernel/day.ts';
import type { Fen } from '../../kernel/money.ts';
import { monthDays, type Month } from '../../kernel/period.ts';
import { costPer, type CostPer } from '../event/event.rules.ts';

/** What a channel brought in some months: leads that came, vehicles ordered and not cancelled. */
export type Brought = { readonly leads: number; readonly orders: number };

/** Money of a channel, in fen; null: nothing entered. Spend and budget of events belong to the channel 活动. */
export type ChannelMoney = {
  /** Budget and cost of the plan itself. */
  readonly budgetFen: Fen | null;
  readonly costFen: Fen | null;
  /** Of the events that begin in the month. */
  readonly eventBudgetFen: Fen | null;
  readonly eventCostFen: Fen | null;
};

export type ChannelResult = Brought &
  ChannelMoney & {
    /** The plan's own and that of events together. */
    readonly allBudgetFen: Fen | null;
    readonly allCostFen: Fen | null;
    readonly perLead: CostPer;
    readonly perOrder: CostPer;
  };

/** Days before and after its month in which an action of a plan may be due. */
export const slackDays = 10;

/** Whether a day has nothing to do with the month of a plan, such as one of another year. */
export function isOutside(month: Month, day: Day): boolean {
  const { first, last } = monthDays(month);
  return day < addDays(first, -slackDays) || day > addDays(last, slackDays);
}

/** Sum of what was entered; null where nothing was. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Cost per lead and per vehicle ordered, over what was entered for the plan and spent on events. */
export function channelResult(brought: Brought, money: ChannelMoney): ChannelResult {
  const allCostFen = sumKnown([money.costFen, money.eventCostFen]);
  return {
    ...brought,
    ...money,
    allBudgetFen: sumKnown([money.budgetFen, money.eventBudgetFen]),
    allCostFen,
    perLead: costPer(allCostFen, brought.leads),
    perOrder: costPer(allCostFen, brought.orders),
  };
}

export type ChannelGoals = { readonly goalLeads: number | null; readonly goalOrders: number | null };

/**
 * Several channels or months as one line: sums; cost per lead and order over those lines whose cost is known, so that what
 * nobody entered makes nothing look cheap.
 */
export function channelTotal(lines: readonly (ChannelResult & ChannelGoals)[]): ChannelResult & ChannelGoals {
  const sum = (field: keyof (ChannelMoney & ChannelGoals)): number | null =>
    sumKnown(lines.map((line) => line[field]));
  const all = (field: keyof Brought): number => lines.reduce((total, line) => total + line[field], 0);
  const costed = lines.filter(({ allCostFen }) => allCostFen !== null);
  const of = (field: keyof Brought): number => costed.reduce((total, line) => total + line[field], 0);
  const result = channelResult(
    { leads: all('leads'), orders: all('orders') },
    {
      budgetFen: sum('budgetFen'),
      costFen: sum('costFen'),
      eventBudgetFen: sum('eventBudgetFen'),
      eventCostFen: sum('eventCostFen'),
    },
  );
  return {
    ...result,
    perLead: costPer(result.allCostFen, of('leads')),
    perOrder: costPer(result.allCostFen, of('orders')),
    goalLeads: sum('goalLeads'),
    goalOrders: sum('goalOrders'),
  };
}
