import type { DuplicatePage, DuplicateSide } from '#shared/features/customer/customer.contract.ts';
import {
  findDuplicates,
  type DuplicateCandidate,
} from '#shared/features/customer/customer-duplicates.rules.ts';
import { dayOfInstant } from '#shared/kernel/day.ts';
import { normalText } from '#shared/kernel/normal-text.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { soundOf } from '#electron/kernel/search-tokens.ts';

const shownCommon = 10;

/** One spelling for names: 南岭（深圳）物流有限公司 and 南岭(深圳)物流有限公司 are one. */
const nameKey = (name: string): string =>
  normalText(name)
    .replaceAll(/[\s()（）.·]/gu, '')
    .toUpperCase();

/** Every living customer with what is compared: telephones of its own, plates and VINs of its vehicles. */
async function readCandidates(reader: Reader): Promise<DuplicateCandidate[]> {
  const customers = await reader
    .selectFrom('customer')
    .select(['id', 'kind', 'name', 'phone', 'secondPhone', 'identityNumber'])
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  const vehicles = await reader
    .selectFrom('vehicle')
    .select(['customerId', 'plate', 'vin'])
    .where('customerId', 'is not', null)
    .where('removedAt', 'is', null)
    .execute();
  const owned = new Map<number, { plates: string[]; vins: string[] }>();
  for (const { customerId, plate, vin } of vehicles) {
    const own = owned.get(customerId ?? 0) ?? { plates: [], vins: [] };
    if (plate) own.plates.push(plate);
    if (vin) own.vins.push(vin);
    owned.set(customerId ?? 0, own);
  }
  const nothing = { plates: [], vins: [] };
  return customers.map((row) => ({
    id: row.id,
    kind: row.kind === 'company' ? 'company' : 'person',
    name: nameKey(row.name),
    sound: soundOf(row.name),
    phones: [...new Set([row.phone, row.secondPhone].filter((phone) => phone !== null))],
    identityNumber: row.identityNumber === null ? null : nameKey(row.identityNumber),
    ...(owned.get(row.id) ?? nothing),
  }));
}

async function readApart(reader: Reader): Promise<ReadonlySet<string>> {
  const rows = await reader.selectFrom('customerDistinct').select(['firstId', 'secondId']).execute();
  return new Set(rows.map(({ firstId, secondId }) => `${firstId} ${secondId}`));
}

/** What a page shows of its customers. */
async function readSides(
  reader: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, DuplicateSide>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('customer')
    .select(({ selectFrom, fn }) => [
      'id',
      'name',
      'kind',
      'phone',
      'region',
      'createdAt',
      selectFrom('repair')
        .select(fn.countAll<number>().as('count'))
        .whereRef('repair.customerId', '=', 'customer.id')
        .where('repair.removedAt', 'is', null)
        .as('repairs'),
      selectFrom('vehicleOrder')
        .select(fn.countAll<number>().as('count'))
        .whereRef('vehicleOrder.customerId', '=', 'customer.id')
        .where('vehicleOrder.removedAt', 'is', null)
        .as('orders'),
    ])
    .where('id', 'in', ids)
    .execute();
  const vehicles = await reader
    .selectFrom('vehicle')
    .select(['customerId', 'plate', 'vin'])
    .where('customerId', 'in', ids)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        kind: row.kind === 'company' ? 'company' : 'person',
        phone: row.phone,
        region: row.region,
        createdOn: dayOfInstant(row.createdAt, storeOffsetMinutes),
        vehicles: vehicles
          .filter(({ customerId }) => customerId === row.id)
          .map(({ plate, vin }) => plate ?? vin ?? ''),
        repairs: row.repairs ?? 0,
        orders: row.orders ?? 0,
      },
    ]),
  );
}

/** A page of likely duplicates. Looks at every customer: some hundred milliseconds at 100,000. */
export async function readDuplicates(
  reader: Reader,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<DuplicatePage> {
  const { pairs, common } = findDuplicates(await readCandidates(reader));
  const apart = await readApart(reader);
  const open = apart.size === 0 ? pairs : pairs.filter(({ ids }) => !apart.has(ids.join(' ')));
  const shown = open.slice((page - 1) * pageSize, page * pageSize);
  const sides = await readSides(reader, [...new Set(shown.flatMap(({ ids }) => ids))]);
  return {
    total: open.length,
    pairs: shown.flatMap(({ ids, ...pair }) => {
      const [first, second] = ids.map((id) => sides.get(id));
      return first && second ? [{ ...pair, first, second }] : [];
    }),
    common: common.slice(0, shownCommon),
  };
}
