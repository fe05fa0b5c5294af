import type { Stored } from '../lookups.ts';
import { given, only, put, RowAsks, text, type Apply, type RowContext } from '../row-context.ts';
import { RowRefused } from '../row-writer.ts';

/** The owner of the vehicle that a row names. A plate that several vehicles carry names none. */
function ownerOf({ values, lookups }: RowContext): Stored | undefined {
  const [vin, plate] = [text(values.get('vehicle.vin')), text(values.get('vehicle.plate'))];
  const byVin = vin ? lookups.find('vehicle', [['vin', vin]], 1) : [];
  const found = byVin.length === 0 && plate ? lookups.find('vehicle', [['plate', plate]], 2) : byVin;
  const owner = found.length === 1 ? found[0]?.['customerId'] : null;
  return typeof owner === 'number' ? lookups.byId('customer', owner) : undefined;
}

/**
 * The customer that a row hangs on; nobody is made for it. By code, by name where the telephone does not speak against it, by
 * vehicle, by telephone. Where they point to different ones, or to several, the person is asked.
 */
function customerOf(row: RowContext): Stored {
  const { values, lookups } = row;
  const code = text(values.get('customer.code'));
  const name = text(values.get('customer.name'));
  const phone = text(values.get('lookup.phone'));
  const candidates = (): readonly Stored[] => {
    const byCode = code ? lookups.find('customer', [['code', code]], 1) : [];
    if (byCode.length > 0) return byCode;
    const owner = ownerOf(row);
    const named = name ? lookups.find('customer', [['name', name]], 10) : [];
    const agrees = (one: Stored): boolean =>
      one.id === owner?.id || (phone !== null && (one['phone'] === phone || one['secondPhone'] === phone));
    const sure = named.filter(agrees);
    if (sure.length > 0) return sure;
    const silent = named.filter((one) => phone === null || one['phone'] === null);
    if (silent.length > 0) return silent;
    if (named.length > 0) throw new RowAsks('customer', named.slice(0, 3));
    if (owner && name !== null) throw new RowAsks('customer', [owner]);
    if (owner) return [owner];
    return name === null && phone ? lookups.find('customer', [['phone', phone]], 3) : [];
  };
  const decided = row.decisions.has('customer');
  const customer = only(row, 'customer', decided ? [] : candidates());
  if (!customer) throw new RowRefused('customer-unknown', code ? 'customer.code' : 'customer.name');
  return customer;
}

export const applyContact: Apply = (row) => {
  const contact = given(row, 'contact');
  const name = text(contact['name']);
  if (name === null) throw new RowRefused('required', 'contact.name');
  const customer = customerOf(row);
  const named = row.lookups.find(
    'contact',
    [
      ['customerId', customer.id],
      ['name', name],
    ],
    10,
  );
  const alike = named.filter((one) => one['phone'] === (contact['phone'] ?? null));
  const match = only(row, 'contact', alike.length > 0 ? alike : named);
  return [put(row, 'contact', match, { ...contact, customerId: customer.id })];
};

/** The nth follow-up of one customer, day and content in a file is the nth in the store. */
export const applyFollowUp: Apply = (row) => {
  const followUp = given(row, 'followUp', ['personId']);
  for (const field of ['happenedOn', 'content'])
    if (followUp[field] === undefined) throw new RowRefused('required', `followUp.${field}`);
  const customer = customerOf(row);
  const key = [
    ['customerId', customer.id],
    ['happenedOn', followUp['happenedOn'] ?? null],
    ['content', followUp['content'] ?? null],
  ] as const;
  const nth = row.ordinal(key.map(([, value]) => value).join('|'));
  const match = row.lookups.find('followUp', key, 1, nth)[0];
  return [put(row, 'followUp', match, { ...followUp, customerId: customer.id })];
};
