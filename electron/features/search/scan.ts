import { sql, type SqlBool } from 'kysely';
import type { ScanHit } from '#shared/features/search/search.contract.ts';
import { normalPlate } from '#shared/kernel/plate.ts';
import { normalVin } from '#shared/kernel/vin.ts';
import { scopeOf, type Right } from '#shared/rpc/rights.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { normalNumber } from '#shared/features/partner/partner-card.rules.ts';
import { membershipOfCard } from '../membership/membership.finding.ts';
import { findCardsByNumber } from '../partner/partner.repository.ts';

/** Numbers of printed sheets: `2026-Q001`, `2026-A012`; by their letter what they number and who may read it. */
const sheetNumber = /^\d{4}-([QAFHT])\d{3,}$/u;
const sheets = new Map([
  ['Q', ['inspection', 'inspection.read']],
  ['A', ['action', 'action.read']],
  ['F', ['rework', 'repair.read']],
  ['H', ['certificate', 'repair.read']],
  ['T', ['complaint', 'complaint.read']],
] as const);

async function sheetOf({ reader, actor }: QueryContext, code: string): Promise<ScanHit | null> {
  const letter = sheetNumber.exec(code)?.[1];
  const [feature, right] = sheets.get(letter as 'Q') ?? []; // whatever the letter is
  if (!feature || !right || scopeOf(actor.roles, right) === undefined) return null;
  const row = await reader
    .selectFrom(feature)
    .select('id')
    .where('number', '=', code)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return row ? { feature, id: row.id } : null;
}

/** A vehicle of the stock that is still here. */
async function stockOf(reader: Reader, vin: string): Promise<ScanHit | null> {
  const row = await reader
    .selectFrom('stock')
    .select('id')
    .where('vin', '=', vin)
    .where('removedAt', 'is', null)
    .where('leftOn', 'is', null)
    .where(sql<SqlBool>`state not in ('sold', 'returned')`)
    .executeTakeFirst();
  return row ? { feature: 'stock', id: row.id } : null;
}

async function vehicleOf(reader: Reader, vin: string, plate: string): Promise<number | undefined> {
  for (const [column, value] of [
    ['vin', vin],
    ['plate', plate],
  ] as const) {
    if (value === '') continue;
    const row = await reader
      .selectFrom('vehicle')
      .select('id')
      .where(column, '=', value)
      .where('removedAt', 'is', null)
      .orderBy(sql`state = 'inUse'`, 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    if (row) return row.id;
  }
  return undefined;
}

/** The newest order of a vehicle that has not left the workshop. */
async function repairInHouse(reader: Reader, vehicleId: number): Promise<ScanHit | null> {
  const row = await reader
    .selectFrom('repair')
    .select('id')
    .where('vehicleId', '=', vehicleId)
    .where('removedAt', 'is', null)
    .where('state', 'in', ['waiting', 'working', 'done'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ? { feature: 'repair', id: row.id } : null;
}

/** What a scanned code opens for the person. */
export async function scanned(context: QueryContext, code: string): Promise<ScanHit | null> {
  const { reader, actor } = context;
  const mayRead = (right: Right): boolean => scopeOf(actor.roles, right) === 'all';
  const sheet = await sheetOf(context, code.toUpperCase());
  if (sheet) return sheet;
  if (mayRead('membership.read')) {
    const memberId = await membershipOfCard(reader, code);
    if (memberId !== undefined) return { feature: 'membership', id: memberId };
  }
  if (mayRead('partner.read')) {
    const [card, other] = await findCardsByNumber(reader, normalNumber(code));
    // Two partners may use one number: the person then chooses on the page of the cards.
    if (card && !other) return { feature: 'partnerCard', id: card.id };
  }
  const vin = normalVin(code);
  if (mayRead('stock.read')) {
    const stock = await stockOf(reader, vin);
    if (stock) return stock;
  }
  if (!mayRead('vehicle.read')) return null;
  const vehicleId = await vehicleOf(reader, vin, normalPlate(code));
  if (vehicleId === undefined) return null;
  const repair = mayRead('repair.read') ? await repairInHouse(reader, vehicleId) : null;
  return repair ?? { feature: 'vehicle', id: vehicleId };
}
