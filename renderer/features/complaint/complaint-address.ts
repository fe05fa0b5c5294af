import { newRecordAddress } from '#renderer/components/record-list/list-address.ts';

const fields: Readonly<Record<string, string>> = {
  customer: 'customerId',
  vehicle: 'vehicleId',
  repair: 'repairId',
  order: 'orderId',
};

/** Where a complaint is registered from a page: the record that stands on it is filled in. */
export function intakeAddress(pathname: string): string {
  const [, feature = '', id = ''] = pathname.split('/');
  const field = fields[feature];
  return newRecordAddress('complaint', field && /^\d+$/u.test(id) ? { [field]: Number(id) } : {});
}
