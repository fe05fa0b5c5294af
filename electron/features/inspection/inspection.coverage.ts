import { sql, type SqlBool } from 'kysely';
import type { PdiCoverage } from '#shared/features/inspection/inspection.contract.ts';
import { coverageOf, type LeftVehicle } from '#shared/features/inspection/inspection-work.rules.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { compareDays, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { listHandedOver } from '../delivery/delivery.handed-over.ts';
import { listDoneOf, listRepeatRules } from './inspection.repository.ts';

type Span = { readonly from: Day; readonly to: Day };
type Left = Omit<LeftVehicle, 'checks'>;
/** With the order that says so, where the stock does not. */
type LeftRow = Left & { readonly orderId: number | null };

/** Stock vehicles that were handed over, by the day on which they left. */
const leftOfStock = async (reader: Reader, { from, to }: Span): Promise<readonly LeftRow[]> => {
  const rows = (await reader
    .selectFrom('stock')
    .select(['id as stockId', 'vin', 'model', 'kind', 'leftOn'])
    .where('leftOn', '>=', from)
    .where('leftOn', '<=', to)
    .where('state', '!=', 'returned')
    .where('removedAt', 'is', null)
    .execute()) as readonly Left[]; // the day is there: it was asked for
  return rows.map((row) => ({ ...row, orderId: null }));
};

/**
 * Vehicles that an order calls delivered while the stock does not know that they left, or never knew them: what imports
 * bring past the gates.
 */
async function leftByOrder(reader: Reader, { from, to }: Span): Promise<readonly LeftRow[]> {
  const rows = await reader
    .selectFrom('vehicleOrder as sold')
    .leftJoin('stock', (join) =>
      // By the order's own vehicle, or the one living stock record of its VIN: one look each, where an `or` looks at all.
      join
        .on(
          'stock.id',
          '=',
          sql<number>`coalesce(sold.stock_id,
            (select same.id from stock as same where same.vin = sold.vin and same.removed_at is null))`,
        )
        .on('stock.removedAt', 'is', null),
    )
    .select([
      'sold.id as orderId',
      'stock.id as stockId',
      'stock.vin as stockVin',
      'sold.vin',
      'sold.model',
      'sold.kind',
      'stock.kind as stockKind',
      'sold.deliveredOn as leftOn',
    ])
    .where('sold.deliveredOn', '>=', from)
    .where('sold.deliveredOn', '<=', to)
    // The plus sign keeps SQLite off the indices of states, where it would walk through all deliveries of all years.
    .where(sql<SqlBool>`+sold.state = 'delivered'`)
    .where('sold.removedAt', 'is', null)
    .where('stock.leftOn', 'is', null)
    .where(sql<SqlBool>`coalesce(stock.vin, sold.vin) is not null`)
    .execute();
  const byVin = new Map<string, LeftRow>();
  for (const { orderId, stockId, stockVin, vin, model, kind, stockKind, leftOn } of rows) {
    const known = stockVin ?? vin ?? '';
    // Written through the field table only; the day was asked for.
    byVin.set(known, {
      orderId,
      stockId,
      vin: known,
      model,
      kind: (stockKind ?? kind) as VehicleKind,
      leftOn: leftOn ?? '',
    });
  }
  return [...byVin.values()];
}

async function readLeft(reader: Reader, span: Span) {
  const rows = [...(await leftOfStock(reader, span)), ...(await leftByOrder(reader, span))];
  const ids = rows.flatMap(({ stockId }) => (stockId === null ? [] : [stockId]));
  const done = await listDoneOf(reader, 'stockId', ids);
  const vehicles = rows.map(({ orderId: _orderId, ...one }) => ({
    ...one,
    checks: done.get(one.stockId ?? 0) ?? [],
  }));
  return { rows, ids, coverage: coverageOf(vehicles, await listRepeatRules(reader), span) };
}

/** The vehicles that 三检覆盖率 counts, newest first, with what they lack. */
export async function listLeft(
  reader: Reader,
  span: Span,
): Promise<readonly (LeftRow & { readonly isCovered: boolean })[]> {
  const { rows, coverage } = await readLeft(reader, span);
  const missing = new Set(coverage.exceptions.map(({ vin, leftOn }) => `${vin} ${leftOn}`));
  return rows
    .map((row) => ({ ...row, isCovered: !missing.has(`${row.vin} ${row.leftOn}`) }))
    .sort((a, b) => compareDays(b.leftOn, a.leftOn) || a.vin.localeCompare(b.vin));
}

/** 三检覆盖率 with every exception by name, and what left without a signed hand-over. */
export async function readCoverage(reader: Reader, span: Span): Promise<PdiCoverage> {
  const { rows, ids, coverage } = await readLeft(reader, span);
  const handedOver = await listHandedOver(reader, ids);
  const unsigned = rows
    .filter(({ stockId }) => stockId === null || !handedOver.has(stockId))
    .map(({ stockId, vin, model, leftOn }) => ({ stockId, vin, model, leftOn }))
    .sort((a, b) => compareDays(b.leftOn, a.leftOn) || a.vin.localeCompare(b.vin));
  return { ...coverage, unsigned };
}
