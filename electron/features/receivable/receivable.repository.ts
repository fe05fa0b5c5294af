import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Day } from '#shared/kernel/day.ts';

/** What was paid on a receivable after a day. */
const paidAfter = (day: Day): RawBuilder<number> =>
  sql<number>`coalesce((select sum(payment.amount_fen) from payment
    where payment.removed_at is null and payment.receivable_id = receivable.id and payment.paid_on > ${day}), 0)`;

/** Receivables that had arisen by the end of a day. */
export const receivableArisenBy = (day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`receivable.occurred_on <= ${day}`;

/**
 * The living receivables that can be open on a day, to stand beside `openFen` of that day in sums: what is open now or was
 * paid on later, each by its index, while the sums of payments would be asked of every receivable there ever was.
 */
export const receivableMayBeOpenOn = (day: Day): RawBuilder<SqlBool> =>
  sql<SqlBool>`receivable.id in (
    select id from receivable where removed_at is null and open_fen > 0
    union all select receivable_id from payment where removed_at is null and paid_on > ${day})`;

/** 已收 and 未收 at the end of a day: payments made later are taken back. */
export const receivableColumnsOn = {
  settledFen: (day: Day): RawBuilder<number> => sql<number>`(receivable.settled_fen - ${paidAfter(day)})`,
  openFen: (day: Day): RawBuilder<number> => sql<number>`(receivable.open_fen + ${paidAfter(day)})`,
} as const;
