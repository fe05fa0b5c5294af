import { sql } from 'kysely';
import type { Evidence } from '#shared/features/income/income-rates.rules.ts';
import type { PayUnit } from '#shared/features/pay/pay.content.ts';
import { addMonthsTo, monthDays, type Month } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** Whole months that own rates are taken from. */
const monthsBack = 3;

export type Span = { readonly from: string; readonly to: string };

/** The three whole months before a month. */
export const evidenceSpan = (month: Month): Span => ({
  from: monthDays(addMonthsTo(month, -monthsBack)).first,
  to: monthDays(addMonthsTo(month, -1)).last,
});

/** What the store's records say that some people did together in a span of days, by what is counted. */
export async function readEvidence(
  reader: Reader | Writer,
  people: readonly number[],
  { from, to }: Span,
): Promise<Readonly<Record<PayUnit, Evidence>>> {
  const { fn } = reader;
  const orders = reader
    .selectFrom('vehicleOrder')
    .where('consultantId', 'in', people)
    .where('removedAt', 'is', null);
  const ordered = await orders
    .select([
      fn.coalesce(fn.sum<number>('quantity'), sql<number>`0`).as('ordered'),
      sql<number>`coalesce(sum(case when state = 'cancelled' then quantity end), 0)`.as('cancelled'),
    ])
    .where('orderedOn', '>=', from)
    .where('orderedOn', '<=', to)
    .executeTakeFirstOrThrow();
  const delivered = await orders
    .select([
      fn.coalesce(fn.sum<number>('quantity'), sql<number>`0`).as('units'),
      fn.coalesce(fn.sum<number>('vehicleFen'), sql<number>`0`).as('vehicle'),
      fn.coalesce(fn.sum<number>('accessoryFen'), sql<number>`0`).as('accessory'),
      fn.coalesce(fn.sum<number>('insuranceFen'), sql<number>`0`).as('insurance'),
      fn.coalesce(fn.sum<number>('loanFen'), sql<number>`0`).as('finance'),
    ])
    .where('state', '=', 'delivered')
    .where('deliveredOn', '>=', from)
    .where('deliveredOn', '<=', to)
    .executeTakeFirstOrThrow();
  const repairs = await reader
    .selectFrom('repair')
    .select([
      fn.countAll<number>().as('units'),
      fn.coalesce(fn.sum<number>('labourFen'), sql<number>`0`).as('labour'),
      fn.coalesce(fn.sum<number>('partsFen'), sql<number>`0`).as('parts'),
    ])
    .where('adviserId', 'in', people)
    .where('state', '=', 'handedOver')
    .where('type', '!=', 'internal')
    .where('handedOverOn', '>=', from)
    .where('handedOverOn', '<=', to)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow();
  // Hours are sold with the hand-over; a line without a technician is that of the order's.
  const hours = await reader
    .selectFrom('repairLine')
    .innerJoin('repair', 'repair.id', 'repairLine.repairId')
    .select([
      fn.coalesce(fn.sum<number>('repairLine.hoursHundredths'), sql<number>`0`).as('hundredths'),
      fn.coalesce(fn.sum<number>('repairLine.amountFen'), sql<number>`0`).as('labour'),
      sql<number>`coalesce(sum(repair_line.hours_hundredths is null), 0)`.as('untold'),
    ])
    .where(sql<number>`coalesce(repair_line.technician_id, repair.technician_id)`, 'in', people)
    .where('repair.state', '=', 'handedOver')
    .where('repair.handedOverOn', '>=', from)
    .where('repair.handedOverOn', '<=', to)
    .where('repair.removedAt', 'is', null)
    .where('repairLine.removedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const leadsOn = async (day: 'arrivedOn' | 'visitedOn' | 'testDrivenOn'): Promise<number> => {
    const { count } = await reader
      .selectFrom('lead')
      .select(fn.countAll<number>().as('count'))
      .where('consultantId', 'in', people)
      .where(day, '>=', from)
      .where(day, '<=', to)
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow();
    return count;
  };
  const contacts = await reader
    .selectFrom('followUp')
    .select([
      sql<number>`coalesce(sum(way = 'call'), 0)`.as('calls'),
      sql<number>`coalesce(sum(way = 'visit'), 0)`.as('calledOn'),
    ])
    .where('personId', 'in', people)
    .where('happenedOn', '>=', from)
    .where('happenedOn', '<=', to)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const common = {
    from,
    to,
    ...ordered,
    leads: await leadsOn('arrivedOn'),
    visits: (await leadsOn('visitedOn')) + contacts.calledOn,
    testDrives: await leadsOn('testDrivenOn'),
    calls: contacts.calls,
  };
  const { units: deals, ...dealSums } = delivered;
  const { units: visits, ...visitSums } = repairs;
  const whole = (units: number) => ({ units, hundredths: units * 100, untold: 0 });
  return {
    deal: { ...common, ...whole(deals), sums: dealSums },
    visit: { ...common, ...whole(visits), sums: visitSums },
    hour: {
      ...common,
      units: Math.floor(hours.hundredths / 100),
      hundredths: hours.hundredths,
      untold: hours.untold,
      sums: { labour: hours.labour },
    },
    fixed: { ...common, ...whole(0), sums: {} },
  };
}
