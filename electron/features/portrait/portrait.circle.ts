import { contactFields, customerFields } from '#shared/features/customer/customer.fields.ts';
import type { Circle, CircleTie } from '#shared/features/portrait/portrait-views.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';

/** So many are named of each tie; a number that hundreds share is nobody's. */
const mostNamed = 20;
/** An address shorter than this is a town, in characters. */
const shortestAddress = 6;

type Owner = {
  readonly id: number;
  readonly phone: string | null;
  readonly secondPhone: string | null;
  readonly address: string | null;
  readonly introducedById: number | null;
};
type Owned = {
  readonly id: number;
  readonly kind: string;
  readonly state: string;
  readonly plate: string | null;
  readonly pairedId: number | null;
};

/** 关系圈: contacts, who introduced the customer and whom the customer did, customers who share a telephone or an address, owners of the other half of a truck, and the fleet. */
export async function readCircle(
  { reader, actor }: QueryContext,
  customer: Owner,
  vehicles: readonly Owned[],
): Promise<Circle> {
  const contacts = await reader
    .selectFrom('contact')
    .select(['id', 'name', 'post', 'phone'])
    .where('customerId', '=', customer.id)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  const others: Circle['others'][number][] = [];
  const seen = new Set([customer.id]);
  const add = (
    by: CircleTie,
    rows: readonly { readonly id: number; readonly name: string; readonly shared: string | null }[],
  ): void => {
    for (const { id, name, shared } of rows) {
      if (seen.has(id)) continue;
      seen.add(id);
      const field = by === 'pair' ? vehicleFields.plate : customerFields.phone;
      others.push({
        customerId: id,
        name,
        by,
        shared: by === 'address' ? shared : shownTo(actor, field, shared),
      });
    }
  };
  const named = reader
    .selectFrom('customer')
    .select((select) => ['id', 'name', select.val<string | null>(null).as('shared')])
    .where('removedAt', 'is', null)
    .orderBy('id')
    .limit(mostNamed);
  if (customer.introducedById !== null)
    add('introducedBy', await named.where('id', '=', customer.introducedById).execute());
  add('introduced', await named.where('introducedById', '=', customer.id).execute());
  const phones = [customer.phone, customer.secondPhone].filter((phone) => phone !== null);
  const all = [...phones, ...contacts.map(({ phone }) => phone).filter((phone) => phone !== null)];
  if (all.length > 0) {
    const living = reader
      .selectFrom('customer')
      .where('removedAt', 'is', null)
      .orderBy('id')
      .limit(mostNamed);
    add('phone', await living.select(['id', 'name', 'phone as shared']).where('phone', 'in', all).execute());
    add(
      'phone',
      await living.select(['id', 'name', 'secondPhone as shared']).where('secondPhone', 'in', all).execute(),
    );
    add(
      'contactPhone',
      await reader
        .selectFrom('contact')
        .innerJoin('customer', 'customer.id', 'contact.customerId')
        .select(['customer.id', 'customer.name', 'contact.phone as shared'])
        .where('contact.phone', 'in', all)
        .where('contact.removedAt', 'is', null)
        .where('customer.removedAt', 'is', null)
        .orderBy('customer.id')
        .limit(mostNamed)
        .execute(),
    );
  }
  const mates = vehicles.map(({ pairedId }) => pairedId).filter((id) => id !== null);
  const ids = vehicles.map(({ id }) => id);
  if (ids.length > 0)
    add(
      'pair',
      await reader
        .selectFrom('vehicle')
        .innerJoin('customer', 'customer.id', 'vehicle.customerId')
        .select(['customer.id', 'customer.name', 'vehicle.plate as shared'])
        .where((where) =>
          where.or([
            where('vehicle.pairedId', 'in', ids),
            where('vehicle.id', 'in', mates.length > 0 ? mates : [0]),
          ]),
        )
        .where('vehicle.removedAt', 'is', null)
        .where('customer.removedAt', 'is', null)
        .orderBy('customer.id')
        .limit(mostNamed)
        .execute(),
    );
  if (customer.address !== null && customer.address.length >= shortestAddress)
    add(
      'address',
      await reader
        .selectFrom('customer')
        .select(['id', 'name', 'address as shared'])
        .where('address', '=', customer.address)
        .where('removedAt', 'is', null)
        .orderBy('id')
        .limit(mostNamed)
        .execute(),
    );
  const fleet = new Map<string, number>();
  for (const { kind, state } of vehicles) if (state === 'inUse') fleet.set(kind, (fleet.get(kind) ?? 0) + 1);
  return {
    contacts: contacts.map(({ phone, ...rest }) => ({
      ...rest,
      phone: shownTo(actor, contactFields.phone, phone),
    })),
    others,
    fleet: [...fleet].map(([kind, count]) => ({ kind, count })),
  };
}
