import { may } from '#shared/rpc/rights.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { readChannelBudget } from '../channel-plan/channel-plan.repository.ts';
import { readEventBudget } from '../event/event.repository.ts';
import { readYear } from '../training/training.repository.ts';

/** 预算 of a year beside the plan's own: events and channels by month, training for the year, in fen; null: nothing is planned. */
export type PlanBudget = {
  readonly events: readonly (number | null)[] | null;
  readonly channels: readonly (number | null)[] | null;
  readonly trainingFen: number | null;
};

const byMonth = (
  year: number,
  rows: readonly { readonly month: string; readonly budgetFen: number | null }[],
): (number | null)[] | null => {
  const known = new Map(rows.map(({ month, budgetFen }) => [month, budgetFen]));
  const months = Array.from(
    { length: 12 },
    (_, index) => known.get(`${year}-${String(index + 1).padStart(2, '0')}`) ?? null,
  );
  return months.every((value) => value === null) ? null : months;
};

/** What the person may see of it. */
export async function readPlanBudget(
  reader: Reader,
  year: number,
  { roles }: Pick<Actor, 'roles'>,
): Promise<PlanBudget> {
  const training = may(roles, 'training.read') ? await readYear(reader, year) : undefined;
  return {
    events: may(roles, 'event.seeCost') ? byMonth(year, await readEventBudget(reader, year)) : null,
    channels: may(roles, 'channelPlan.read') ? byMonth(year, await readChannelBudget(reader, year)) : null,
    trainingFen: training?.budgetFen ?? null,
  };
}
