import type { PayCost } from '#shared/features/income/income.contract.ts';
import { payCostFen } from '#shared/features/pay/pay.rules.ts';
import { dayOfInstant } from '#shared/kernel/day.ts';
import { addMonthsTo, monthOf } from '#shared/kernel/period.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { departmentsLedBy } from '../department/department.leading.ts';
import { listPayRules } from '../pay/pay.repository.ts';
import { readActual } from './income.actual.ts';

/** Whole months that the average cost is taken from. */
const monthsBack = 3;

/**
 * 每人每月成本 of posts with a rule: the average of what its people earned in the last three whole months, welfare in kind
 * included; a month that cannot be reckoned is left out. For posts that the person may see.
 */
export async function readPayCosts({
  reader,
  actor,
  scope,
  clock,
}: QueryContext): Promise<readonly PayCost[]> {
  const sight = scope === 'all' ? null : await departmentsLedBy(reader, actor.personId);
  const thisMonth = monthOf(dayOfInstant(clock.now(), storeOffsetMinutes));
  const months = Array.from({ length: monthsBack }, (_, at) => addMonthsTo(thisMonth, at - monthsBack));
  const rules = (await listPayRules(reader, sight)).filter(
    ({ fromMonth, toMonth }) => fromMonth <= thisMonth && (toMonth === null || toMonth >= thisMonth),
  );
  const costs: PayCost[] = [];
  for (const { postId, postName, content } of rules) {
    const people = await reader
      .selectFrom('person')
      .select(['id', 'hiredOn'])
      .where('postId', '=', postId)
      .where('removedAt', 'is', null)
      .where('leftOn', 'is', null)
      .execute();
    const earned: number[] = [];
    for (const { id: personId, hiredOn } of people)
      for (const month of months) {
        // Part of a first month says nothing about a whole one.
        if (hiredOn !== null && hiredOn > `${month}-01`) continue;
        // Whoever sees the rule of a post sees what its people earn by it.
        const { slip } = await readActual({ reader, actor, scope: 'all' }, clock.now(), { personId, month });
        if (slip) earned.push(slip.totalFen + slip.inKind.reduce((sum, { amountFen }) => sum + amountFen, 0));
      }
    costs.push({
      postName,
      fixedFen: payCostFen(content),
      averageFen:
        earned.length === 0 ? null : Math.round(earned.reduce((sum, fen) => sum + fen, 0) / earned.length),
      months: earned.length,
    });
  }
  return costs;
}
