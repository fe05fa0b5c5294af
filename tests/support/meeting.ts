// The tables that the rows go into.
import '#electron/features/cash/cash.table.ts';
import '#electron/features/lead/lead.table.ts';
import '#electron/features/order/order.table.ts';
import '#electron/features/receivable/receivable.table.ts';
import '#electron/features/repair/repair.table.ts';
import '#electron/features/stock/stock.table.ts';
import type { Core } from '#electron/core.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { Tables } from '#electron/kernel/tables.ts';
import type { Insertable } from 'kysely';

/** Rows for the weekly meeting, put straight into the tables: many, and repeatable by seed. */

export type Amounts = {
  readonly orders: number;
  readonly repairs: number;
  readonly cash: number;
  readonly receivables: number;
  readonly leads: number;
  readonly stock: number;
};

/** Pseudo-random whole numbers below a limit (mulberry32); the same seed gives the same row of numbers. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const at = '2026-01-01T00:00:00.000Z';

async function insert<Table extends keyof Tables>(
  writer: Writer,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 500)
    await writer
      .insertInto(table)
      .values(rows.slice(start, start + 500))
      .execute();
}

/** Fills the sources of the pack with rows between two days; a twentieth of them lies in the bin. */
export async function fillSources(
  core: Core,
  span: { first: Day; days: number },
  amounts: Amounts,
  seed = 7,
): Promise<void> {
  const roll = dice(seed);
  const on = (more = 0): Day => addDays(span.first, roll(span.days) + more);
  const head = (): { createdAt: string; updatedAt: string; removedAt: string | null } => ({
    createdAt: at,
    updatedAt: at,
    removedAt: roll(20) === 0 ? at : null,
  });
  const times = <Row>(count: number, row: (index: number) => Row): Row[] =>
    Array.from({ length: count }, (_, index) => row(index));
  const pick = <Value>(values: readonly Value[]): Value => values[roll(values.length)] as Value;

  await core.database.write(async (writer) => {
    await insert(
      writer,
      'vehicleOrder',
      times(amounts.orders, (index) => {
        const orderedOn = on();
        // What is old is settled: open orders and receivables are of the last months.
        const recent = orderedOn > addDays(span.first, span.days - 150);
        const state = recent
          ? pick(['delivered', 'delivered', 'open', 'allocated', 'cancelled'])
          : pick(['delivered', 'delivered', 'delivered', 'cancelled']);
        return {
          ...head(),
          number: `D${index}`,
          orderedOn,
          customerName: `客户${roll(500)}`,
          kind: 'heavyTruck',
          model: `车型${roll(12)}`,
          quantity: 1 + roll(3),
          vehicleFen: 30_000_000,
          accessoryFen: 0,
          insuranceFen: 0,
          loanFen: 0,
          registrationFen: 0,
          totalFen: 30_000_000,
          depositFen: 0,
          state,
          plannedOn: roll(3) === 0 ? null : addDays(orderedOn, roll(60)),
          deliveredOn: state === 'delivered' ? addDays(orderedOn, roll(40)) : null,
        };
      }),
    );
    await insert(
      writer,
      'repair',
      times(amounts.repairs, (index) => {
        const checkedInOn = on();
        const totalFen = 10_000 + roll(900_000);
        return {
          ...head(),
          number: `R${index}`,
          type: pick(['maintenance', 'general', 'accident', 'warranty', 'internal']),
          state: pick(['handedOver', 'handedOver', 'handedOver', 'working', 'cancelled']),
          checkedInOn,
          handedOverOn: roll(10) === 0 ? null : addDays(checkedInOn, roll(6)),
          labourFen: totalFen,
          partsFen: 0,
          otherFen: 0,
          totalFen,
        };
      }),
    );
    await insert(
      writer,
      'cash',
      times(amounts.cash, (index) => ({
        ...head(),
        number: `C${index}`,
        occurredOn: on(),
        direction: pick(['in', 'out']),
        amountFen: 1 + roll(5_000_000),
        category: 'other',
      })),
    );
    await insert(
      writer,
      'lead',
      times(amounts.leads, (index) => ({
        ...head(),
        customerName: `线索${index}`,
        arrivedOn: on(),
        state: pick(['new', 'following', 'won', 'lost']),
      })),
    );
    await insert(
      writer,
      'receivable',
      times(amounts.receivables, (index) => {
        const occurredOn = on();
        const amountFen = 1 + roll(9_000_000);
        const recent = occurredOn > addDays(span.first, span.days - 300);
        const settledFen = recent ? pick([0, amountFen, amountFen, Math.floor(amountFen / 2)]) : amountFen;
        return {
          ...head(),
          number: `Y${index}`,
          customerName: `客户${roll(500)}`,
          kind: 'service',
          occurredOn,
          dueOn: roll(10) === 0 ? null : addDays(occurredOn, roll(90)),
          amountFen,
          settledFen,
          openFen: amountFen - settledFen,
        };
      }),
    );
    const ids = await writer.selectFrom('receivable').select('id').execute();
    await insert(
      writer,
      'payment',
      times(ids.length === 0 ? 0 : amounts.receivables * 2, () => ({
        ...head(),
        receivableId: pick(ids).id,
        paidOn: on(),
        amountFen: 1 + roll(900_000),
      })),
    );
    await insert(
      writer,
      'stock',
      times(amounts.stock, (index) => ({
        ...head(),
        vin: `V${String(index).padStart(16, '0')}`,
        kind: 'heavyTruck',
        model: `车型${roll(14)}`,
        arrivedOn: on(),
        state: pick(['inStock', 'reserved', 'sold', 'sold', 'inTransit']),
      })),
    );
  });
}
