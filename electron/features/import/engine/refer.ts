import type { Stored } from './lookups.ts';
import { text, type Given, type RowContext } from './row-context.ts';

/** Vehicle and customer that a repair order or another paper names; nothing is created for them. */
export function refer(row: RowContext, values: Given): void {
  const vin = text(values['vin']);
  const plate = text(values['plate']);
  const name = text(values['customerName']);
  const phone = text(row.values.get('lookup.phone'));
  const byVin = vin ? row.lookups.find('vehicle', [['vin', vin]], 1) : [];
  const byPlate = byVin.length === 0 && plate ? row.lookups.find('vehicle', [['plate', plate]], 2) : byVin;
  const vehicle = byPlate.length === 1 ? byPlate[0] : undefined;
  if (vehicle && 'plate' in values) values['vehicleId'] = vehicle.id;
  else if (vehicle && vin && values['vehicleId'] === undefined && row.values.has('repair.number'))
    values['vehicleId'] = vehicle.id;

  const owner =
    typeof vehicle?.['customerId'] === 'number'
      ? row.lookups.byId('customer', vehicle['customerId'])
      : undefined;
  if (owner && (name === null || owner['name'] === name || (phone !== null && owner['phone'] === phone))) {
    values['customerId'] = owner.id;
    values['customerName'] ??= owner['name'] ?? null;
    return;
  }
  if (name === null) return;
  const both =
    phone === null
      ? []
      : row.lookups.find(
          'customer',
          [
            ['phone', phone],
            ['name', name],
          ],
          2,
        );
  // The name alone does where no telephone speaks against it.
  const byName = (): readonly Stored[] =>
    row.lookups
      .find('customer', [['name', name]], 3)
      .filter((customer) => phone === null || customer['phone'] === null);
  const found = both.length === 0 ? byName() : both;
  if (found.length === 1 && found[0]) values['customerId'] = found[0].id;
}
