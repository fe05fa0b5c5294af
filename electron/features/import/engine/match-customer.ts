import type { Stored } from './lookups.ts';
import { only, RowAsks, text, type Given, type RowContext } from './row-context.ts';
import { RowRefused } from './row-writer.ts';

/** The vehicle of a row: by VIN, then by plate. A plate that stands on another VIN is refused, not guessed. */
export function matchVehicle(row: RowContext, vehicle: Given): Stored | undefined {
  const vin = text(vehicle['vin']);
  const plate = text(vehicle['plate']);
  const byVin = vin ? row.lookups.find('vehicle', [['vin', vin]], 1)[0] : undefined;
  if (!plate) return byVin;
  const onPlate = row.lookups.find('vehicle', [['plate', plate]]);
  if (byVin) {
    if (onPlate.some((other) => other.id !== byVin.id))
      throw new RowRefused('plate-on-other-vin', 'vehicle.plate');
    return byVin;
  }
  const match = only(row, 'vehicle', onPlate);
  if (match && vin && match['vin'] !== null && match['vin'] !== vin)
    throw new RowRefused('plate-on-other-vin', 'vehicle.plate');
  return match;
}

/**
 * The customer of a row: the owner of the matched vehicle when name or telephone agrees, then telephone + name, then the
 * customer code. An update needs surer matching than a creation: where only one thing agrees, the person is asked; so too
 * where the vehicle belongs to somebody else, since the row would take it from its owner.
 */
export function matchCustomer(
  row: RowContext,
  customer: Given,
  vehicle: Stored | undefined,
): Stored | undefined {
  const { lookups } = row;
  const decided = row.decisions.get('customer');
  if (decided !== undefined) return decided === 0 ? undefined : lookups.byId('customer', decided);
  const name = text(customer['name']);
  const phone = text(customer['phone']);
  const code = text(customer['code']);
  const agrees = (found: Stored): boolean =>
    (name === null && phone === null) ||
    (name !== null && found['name'] === name) ||
    (phone !== null && (found['phone'] === phone || found['secondPhone'] === phone));

  const owner =
    typeof vehicle?.['customerId'] === 'number' ? lookups.byId('customer', vehicle['customerId']) : undefined;
  if (owner && agrees(owner)) return owner;
  if (name !== null && phone !== null) {
    const both = only(
      row,
      'customer',
      lookups.find('customer', [
        ['phone', phone],
        ['name', name],
      ]),
    );
    if (both) return newOwner(owner, both);
  }
  if (code !== null) {
    const byCode = lookups.find('customer', [['code', code]], 1)[0];
    if (byCode && !agrees(byCode)) throw new RowAsks('customer', [byCode]);
    if (byCode) return newOwner(owner, byCode);
  }
  if (owner) throw new RowAsks('customer', [owner], 'plate-other-owner');
  if (name !== null && phone === null && code === null) {
    // Nothing but a name: the same row of an earlier file, as long as nobody gave that customer a telephone.
    return only(
      row,
      'customer',
      lookups.find('customer', [
        ['name', name],
        ['phone', null],
        ['code', null],
      ]),
    );
  }
  if (phone !== null && lookups.find('customer', [['phone', phone]], 1).length > 0)
    row.warn({ column: null, code: 'same-phone', address: 'customer.phone' });
  return undefined;
}

/** A customer who is on file already as the owner of a vehicle; asks whether it changes hands. */
function newOwner(owner: Stored | undefined, found: Stored): Stored {
  if (owner && owner.id !== found.id) throw new RowAsks('customer', [owner, found], 'plate-other-owner');
  return found;
}
