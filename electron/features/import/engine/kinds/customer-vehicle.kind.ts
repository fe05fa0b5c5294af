import { matchCustomer, matchVehicle } from '../match-customer.ts';
import { given, put, text, type Apply } from '../row-context.ts';
import { customerKindOf, vehicleKindOf } from '../row-values.ts';
import { RowRefused, type Written } from '../row-writer.ts';

export const applyCustomerVehicle: Apply = (row) => {
  const customer = given(row, 'customer', ['consultantId']);
  const vehicle = given(row, 'vehicle');
  const hasVehicle = vehicle['vin'] !== undefined || vehicle['plate'] !== undefined;
  const hasCustomer =
    customer['name'] !== undefined || customer['code'] !== undefined || customer['phone'] !== undefined;
  if (!hasVehicle && !hasCustomer) throw new RowRefused('nothing-to-match', null);

  const vehicleMatch = hasVehicle ? matchVehicle(row, vehicle) : undefined;
  const written: Written[] = [];
  if (hasCustomer) {
    const match = matchCustomer(row, customer, vehicleMatch);
    if (!match && customer['name'] === undefined) throw new RowRefused('required', 'customer.name');
    const done = put(row, 'customer', match, customer, {
      kind: customerKindOf(String(customer['name'] ?? '')),
    });
    written.push(done);
    vehicle['customerId'] = done.id;
  }
  if (hasVehicle) {
    const kind = vehicleKindOf(text(vehicle['plate']) ?? undefined, text(vehicle['model']) ?? undefined);
    written.push(put(row, 'vehicle', vehicleMatch, vehicle, kind ? { kind } : {}));
  }
  return written;
};
