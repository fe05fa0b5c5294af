import { sql, type SqlBool } from 'kysely';
import type {
  CustomerSignature,
  DeliveryItem,
  DeliveryView,
} from '#shared/features/delivery/delivery.contract.ts';
import type { DeliveryState, HandOverSheetState } from '#shared/features/delivery/delivery.fields.ts';
import type { Disclosure, ListedItem } from '#shared/features/delivery/delivery.rules.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { repairLineNames } from '../repair/repair-line-names.ts';
import type { CustomerSignatureTable } from './delivery.table.ts';

/** A delivery's own row. */
export type Delivery = Omit<
  Awaited<ReturnType<typeof readRow>>,
  'state' | 'createdAt' | 'updatedAt' | 'removedAt'
> & { readonly state: DeliveryState };

const readRow = (reader: Reader | Writer, id: number) =>
  reader
    .selectFrom('delivery')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow(() => notFound('delivery', id));

/** Error: not-found. */
export async function readDelivery(reader: Reader | Writer, id: number): Promise<Delivery> {
  const { createdAt: _c, updatedAt: _u, removedAt: _r, ...row } = await readRow(reader, id);
  return { ...row, state: row.state as DeliveryState }; // written by the core only
}

export async function listItems(
  reader: Reader | Writer,
  deliveryId: number,
): Promise<readonly DeliveryItem[]> {
  const rows = await reader
    .selectFrom('deliveryItem')
    .select(['id', 'kind', 'name', 'quantity', 'ready', 'note'])
    .where('deliveryId', '=', deliveryId)
    .orderBy(sql`case kind when 'document' then 0 when 'tool' then 1 when 'key' then 2 else 3 end`)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, ready: row.ready === 1 }));
}

/** The shipped list of what goes along, in its order. */
export async function listHandOverItems(writer: Writer): Promise<readonly ListedItem[]> {
  const rows = await writer
    .selectFrom('handOverItem')
    .select(['vehicleKind', 'kind', 'name', 'quantity', 'validFrom', 'validTo'])
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows as unknown as readonly ListedItem[]; // choices written through the field table only
}

/** The words that were written for repairs, by repair. */
export async function listWords(
  reader: Reader | Writer,
  deliveryId: number,
): Promise<readonly { readonly repairId: number; readonly text: string }[]> {
  return reader
    .selectFrom('deliveryDisclosure')
    .select(['repairId', 'text'])
    .where('deliveryId', '=', deliveryId)
    .orderBy('repairId')
    .execute();
}

/** Repairs of the vehicle that are to be told, oldest first: every one that is not cancelled, here or under an earlier plate. */
export async function listDisclosures(
  reader: Reader | Writer,
  { id, vin }: Pick<Delivery, 'id' | 'vin'>,
): Promise<readonly Disclosure[]> {
  const repairs = await reader
    .selectFrom('repair')
    .select(['id', 'number', 'checkedInOn', 'state', 'fault'])
    .where(sql<SqlBool>`removed_at is null and state != 'cancelled'`)
    .where(sql<SqlBool>`(vin = ${vin} or vehicle_id in (select id from vehicle where vin = ${vin}))`)
    .orderBy('checkedInOn')
    .orderBy('id')
    .execute();
  if (repairs.length === 0) return [];
  const named = await repairLineNames(
    reader,
    repairs.map((repair) => repair.id),
  );
  const words = new Map((await listWords(reader, id)).map(({ repairId, text }) => [repairId, text]));
  return repairs.map(({ id: repairId, number, checkedInOn, state, fault }) => ({
    repairId,
    number,
    on: checkedInOn,
    open: state !== 'handedOver' && state !== 'done',
    text: [fault, (named.get(repairId) ?? []).join('、')].filter(Boolean).join('；'),
    disclosedText: words.get(repairId) ?? null,
  }));
}

export async function listPhotos(
  reader: Reader | Writer,
  deliveryId: number,
): Promise<DeliveryView['photos']> {
  return reader
    .selectFrom('deliveryPhoto')
    .select(['id', 'caption', 'width', 'height', 'personName', 'at'])
    .where('deliveryId', '=', deliveryId)
    .orderBy('id')
    .execute();
}

/** Planned hand-over days of vehicles whose delivery is not done. */
export async function listPlannedDays(
  reader: Reader,
): Promise<readonly { readonly stockId: number; readonly plannedOn: string }[]> {
  return reader
    .selectFrom('delivery')
    .select(['stockId', 'plannedOn'])
    .where(sql<SqlBool>`state in ('planned', 'signing') and removed_at is null`)
    .execute();
}

export type StoredSignature = Omit<CustomerSignatureTable, 'id'> & { readonly id: number };

/** Every signature of the customer, oldest first. */
export async function listCustomerSignatures(
  reader: Reader | Writer,
  deliveryId: number,
): Promise<readonly StoredSignature[]> {
  return reader
    .selectFrom('customerSignature')
    .selectAll()
    .where('deliveryId', '=', deliveryId)
    .orderBy('id')
    .execute();
}

export const shownSignature = ({ id, way, name, at, witnessName }: StoredSignature): CustomerSignature => ({
  id,
  way,
  name,
  at,
  witnessName,
});

export type Sheet = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly state: HandOverSheetState;
  readonly drawnById: number;
  readonly voidedOn: string | null;
  readonly voidReason: string | null;
};

/** The sheets of a delivery, oldest first; the last is in force unless it is void. */
export async function listSheets(reader: Reader | Writer, deliveryId: number): Promise<readonly Sheet[]> {
  const rows = await reader
    .selectFrom('handOverSheet')
    .select(['id', 'version', 'number', 'state', 'drawnById', 'voidedOn', 'voidReason'])
    .where('deliveryId', '=', deliveryId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as HandOverSheetState })); // written by the core only
}

/** The stock vehicle of a delivery, also when it left or lies in the bin. */
export async function readVehicleOf(
  reader: Reader | Writer,
  stockId: number,
): Promise<{
  readonly id: number;
  readonly vin: string;
  readonly kind: VehicleKind;
  readonly brand: string | null;
  readonly model: string;
  readonly colour: string | null;
  readonly engineNumber: string | null;
  readonly hasLeft: boolean;
}> {
  const { state, leftOn, removedAt, kind, ...row } = await reader
    .selectFrom('stock')
    .select(['id', 'vin', 'kind', 'brand', 'model', 'colour', 'engineNumber', 'state', 'leftOn', 'removedAt'])
    .where('id', '=', stockId)
    .executeTakeFirstOrThrow(() => notFound('stock', stockId));
  const hasLeft = leftOn !== null || state === 'sold' || state === 'returned' || removedAt !== null;
  return { ...row, kind: kind as VehicleKind, hasLeft }; // written through the field table only
}

/** The order of a delivery, also when it lies in the bin. */
export async function readOrderOf(
  reader: Reader | Writer,
  orderId: number,
): Promise<{
  readonly id: number;
  readonly number: string;
  readonly customerId: number | null;
  readonly customerName: string;
  readonly vin: string | null;
  readonly stockId: number | null;
  readonly quantity: number;
  readonly consultantId: number | null;
  readonly isOpen: boolean;
}> {
  const { state, removedAt, ...row } = await reader
    .selectFrom('vehicleOrder')
    .select([
      'id',
      'number',
      'customerId',
      'customerName',
      'vin',
      'stockId',
      'quantity',
      'consultantId',
      'state',
      'removedAt',
    ])
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow(() => notFound('order', orderId));
  return { ...row, isOpen: removedAt === null && (state === 'open' || state === 'allocated') };
}
