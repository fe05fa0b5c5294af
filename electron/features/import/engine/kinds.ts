import { daysNamedIn, yearNamedIn } from '#shared/features/calendar/calendar.rules.ts';
import type { ImportKind } from '#shared/features/import/import.kinds.ts';
import type { Lookups, Stored } from './lookups.ts';
import {
  customerKindOf,
  dayAndInstant,
  vehicleKindOf,
  type RowProblem,
  type RowValues,
} from './row-values.ts';
import { RowRefused, type RowWriter, type Written } from './row-writer.ts';

/** More than one record could be meant: a person must say. */
export class RowAsks extends Error {
  readonly feature: string;
  readonly candidates: readonly Stored[];

  constructor(feature: string, candidates: readonly Stored[]) {
    super('ask');
    this.feature = feature;
    this.candidates = candidates;
  }
}

/** What applying a row has at hand. */
export type RowContext = {
  readonly values: RowValues;
  readonly lookups: Lookups;
  readonly writer: RowWriter;
  /** feature → record id, or 0 for a new one: what a person answered to a question about this row. */
  readonly decisions: ReadonlyMap<string, number>;
  warn(problem: Omit<RowProblem, 'warning'> & { address?: string }): void;
  /** How many rows with this key came before in this run; counts the row. */
  ordinal(key: string): number;
  readonly today: string;
};

type Given = Record<string, string | number | null>;
type Apply = (row: RowContext) => readonly Written[];

/** Addresses in their two parts, split once: there are few, and every row has them. */
const splitAddresses = new Map<string, { readonly feature: string; readonly field: string }>();

function partsOf(address: string): { readonly feature: string; readonly field: string } {
  let parts = splitAddresses.get(address);
  if (!parts) {
    const dot = address.indexOf('.');
    parts = { feature: address.slice(0, dot), field: address.slice(dot + 1) };
    splitAddresses.set(address, parts);
  }
  return parts;
}

const nobody: readonly string[] = [];

/** The values of one feature, references of people resolved by name. */
function given(row: RowContext, feature: string, people: readonly string[] = nobody): Given {
  const found: Given = {};
  for (const [address, value] of row.values) {
    const parts = partsOf(address);
    if (parts.feature !== feature) continue;
    const { field } = parts;
    if (!people.includes(field)) {
      found[field] = value;
      continue;
    }
    const person = row.lookups.person(String(value));
    if (typeof person === 'number') found[field] = person;
    else row.warn({ column: null, code: person, address });
  }
  return found;
}

const text = (value: string | number | null | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

/** Creates or updates by a match; a decision of the person goes before it. */
function put(
  row: RowContext,
  feature: string,
  match: Stored | undefined,
  values: Given,
  fresh: Given = {},
): Written {
  return match
    ? row.writer.update(feature, match, values)
    : row.writer.create(feature, { ...fresh, ...values });
}

/**
 * A state that follows from the dates of a file that names none. On a record that is there already it moves forward only:
 * a delivered order stays delivered, a cancelled one cancelled.
 */
function derivedState(
  values: Given,
  match: Stored | undefined,
  derived: string,
  order: readonly string[],
): Given {
  if (values['state'] !== undefined) return {};
  const present = match ? order.indexOf(String(match['state'])) : -1;
  const moves = !match || (present >= 0 && order.indexOf(derived) > present);
  return moves ? { state: derived } : {};
}

function only(row: RowContext, feature: string, found: readonly Stored[]): Stored | undefined {
  const decided = row.decisions.get(feature);
  if (decided !== undefined) return decided === 0 ? undefined : row.lookups.byId(feature, decided);
  if (found.length > 1) throw new RowAsks(feature, found);
  return found[0];
}

/** The vehicle of a row: by VIN, then by plate. A plate that stands on another VIN is refused, not guessed. */
function matchVehicle(row: RowContext, vehicle: Given): Stored | undefined {
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
 * customer code. An update needs surer matching than a creation: where only one thing agrees, the person is asked.
 */
function matchCustomer(row: RowContext, customer: Given, vehicle: Stored | undefined): Stored | undefined {
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
    if (both) return both;
  }
  if (code !== null) {
    const byCode = lookups.find('customer', [['code', code]], 1)[0];
    if (byCode && !agrees(byCode)) throw new RowAsks('customer', [byCode]);
    if (byCode) return byCode;
  }
  if (owner) throw new RowAsks('customer', [owner]);
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

const applyCustomerVehicle: Apply = (row) => {
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

/** Vehicle and customer that a repair order or another paper names; nothing is created for them. */
function refer(row: RowContext, values: Given): void {
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

const applyRepair: Apply = (row) => {
  const repair = given(row, 'repair', ['adviserId', 'technicianId']);
  for (const [instant, day] of [
    ['checkedInAt', 'checkedInOn'],
    ['handedOverAt', 'handedOverOn'],
  ] as const) {
    if (typeof repair[instant] !== 'string') continue;
    const moment = dayAndInstant(repair[instant]);
    repair[day] = moment.day;
    repair[instant] = moment.instant;
  }
  for (const instant of ['startedAt', 'finishedAt']) {
    if (typeof repair[instant] === 'string') repair[instant] = dayAndInstant(repair[instant]).instant;
  }
  if (repair['handedOverOn'] && repair['checkedInOn'] && repair['handedOverOn'] < repair['checkedInOn'])
    throw new RowRefused('ends-before-start', 'repair.handedOverAt');
  refer(row, repair);
  const match = row.lookups.find('repair', [['number', text(repair['number'])]], 1)[0];
  const total = row.values.get('lookup.totalFen');
  if (typeof total === 'number' && repair['otherFen'] === undefined) {
    // What the file does not say of labour and parts, the store may know from an earlier one.
    const known = (field: string): number => Number(repair[field] ?? match?.[field] ?? 0);
    const rest = total - known('labourFen') - known('partsFen');
    if (rest >= 0) repair['otherFen'] = rest;
    else row.warn({ column: null, code: 'sum-differs', address: 'lookup.totalFen' });
  }
  const state = derivedState(repair, match, repair['handedOverOn'] ? 'handedOver' : 'working', [
    'waiting',
    'working',
    'done',
    'handedOver',
  ]);
  return [put(row, 'repair', match, { ...repair, ...state })];
};

/** Lines and parts hang on a repair order that must be there; the nth equal line of a file is the nth in the store. */
const applyChild =
  (feature: 'repairLine' | 'repairPart', people: readonly string[]): Apply =>
  (row) => {
    const number = text(row.values.get('lookup.repairNumber'));
    if (!number) throw new RowRefused('required', 'lookup.repairNumber');
    const repair = row.lookups.find('repair', [['number', number]], 1)[0];
    if (!repair) throw new RowRefused('repair-unknown', 'lookup.repairNumber');
    const line = given(row, feature, people);
    line['repairId'] = repair.id;
    line['name'] ??= line['code'] ?? null;
    if (feature === 'repairPart' && line['amountFen'] === undefined && typeof line['unitFen'] === 'number') {
      line['amountFen'] = Math.round((line['unitFen'] * Number(line['quantityHundredths'] ?? 100)) / 100);
    }
    const nth = row.ordinal(`${feature}|${repair.id}|${line['code'] ?? ''}|${line['name'] ?? ''}`);
    const match = row.lookups.find(
      feature,
      [
        ['repairId', repair.id],
        ['code', line['code'] ?? null],
        ['name', line['name'] ?? null],
      ],
      1,
      nth,
    )[0];
    return [put(row, feature, match, line)];
  };

const applyStock: Apply = (row) => {
  const stock = given(row, 'stock');
  const match = row.lookups.find('stock', [['vin', text(stock['vin'])]], 1)[0];
  const kind = vehicleKindOf(undefined, text(stock['model']) ?? undefined);
  if (!stock['vin']) throw new RowRefused('required', 'stock.vin');
  return [
    put(
      row,
      'stock',
      match,
      {
        ...stock,
        ...derivedState(stock, match, stock['leftOn'] ? 'sold' : 'inStock', [
          'inTransit',
          'inStock',
          'reserved',
          'sold',
        ]),
      },
      kind ? { kind } : {},
    ),
  ];
};

const applyOrder: Apply = (row) => {
  const order = given(row, 'order', ['consultantId']);
  if (!order['number']) throw new RowRefused('required', 'order.number');
  if (order['deliveredOn'] && order['orderedOn'] && order['deliveredOn'] < order['orderedOn'])
    throw new RowRefused('ends-before-start', 'order.deliveredOn');
  refer(row, order);
  delete order['vehicleId'];
  const stock =
    typeof order['vin'] === 'string' ? row.lookups.find('stock', [['vin', order['vin']]], 1)[0] : undefined;
  if (stock) order['stockId'] = stock.id;
  const match = row.lookups.find('order', [['number', text(order['number'])]], 1)[0];
  const kind = vehicleKindOf(undefined, text(order['model']) ?? undefined);
  const state = order['cancelledOn']
    ? 'cancelled'
    : order['deliveredOn']
      ? 'delivered'
      : order['vin']
        ? 'allocated'
        : 'open';
  // 退订 wins over everything but a delivery.
  const steps = ['open', 'allocated', ...(state === 'cancelled' ? ['cancelled'] : []), 'delivered'];
  return [
    put(row, 'order', match, { ...order, ...derivedState(order, match, state, steps) }, kind ? { kind } : {}),
  ];
};

const applyLead: Apply = (row) => {
  const lead = given(row, 'lead', ['consultantId']);
  lead['customerName'] ??= lead['phone'] ?? null;
  const nth = row.ordinal(
    `lead|${lead['phone'] ?? ''}|${lead['customerName'] ?? ''}|${lead['arrivedOn'] ?? ''}`,
  );
  const key = [
    ['phone', lead['phone'] ?? null],
    ['customerName', lead['customerName'] ?? null],
    ['arrivedOn', lead['arrivedOn'] ?? null],
  ] as const;
  return [put(row, 'lead', row.lookups.find('lead', key, 1, nth)[0], lead)];
};

const applyReceivable: Apply = (row) => {
  const receivable = given(row, 'receivable', ['personId']);
  if (!receivable['number']) throw new RowRefused('required', 'receivable.number');
  refer(row, receivable);
  const match = row.lookups.find('receivable', [['number', text(receivable['number'])]], 1)[0];
  const written = [
    put(row, 'receivable', match, receivable, { occurredOn: receivable['dueOn'] ?? null, settledFen: 0 }),
  ];
  const settled = row.values.get('lookup.settledFen');
  const id = written[0]?.id ?? 0;
  const before = Number(match?.['settledFen'] ?? 0);
  if (typeof settled === 'number' && settled < before)
    row.warn({ column: null, code: 'settled-shrinks', address: 'lookup.settledFen' });
  if (typeof settled === 'number' && settled > before) {
    const amount = Number(receivable['amountFen'] ?? match?.['amountFen'] ?? 0);
    if (settled > amount) throw new RowRefused('more-than-open', 'lookup.settledFen');
    const paidOn =
      text(row.values.get('lookup.settledOn')) ??
      text(receivable['occurredOn'] ?? match?.['occurredOn']) ??
      row.today;
    written.push(
      row.writer.create('payment', { receivableId: id, paidOn, amountFen: settled - before }),
      settle(row, id),
    );
  }
  return written;
};

/** 已收 and 未收 follow from the payments. */
function settle(row: RowContext, receivableId: number): Written {
  const receivable = row.lookups.byId('receivable', receivableId);
  if (!receivable) throw new RowRefused('receivable-unknown', null);
  const paid = row.lookups
    .find('payment', [['receivableId', receivableId]], 10_000)
    .reduce((sum, payment) => sum + Number(payment['amountFen']), 0);
  if (paid > Number(receivable['amountFen'])) throw new RowRefused('more-than-open', 'payment.amountFen');
  return row.writer.update('receivable', receivable, { settledFen: paid });
}

const applyPayment: Apply = (row) => {
  const number = text(row.values.get('lookup.receivableNumber'));
  const receivable = number ? row.lookups.find('receivable', [['number', number]], 1)[0] : undefined;
  if (!receivable) throw new RowRefused('receivable-unknown', 'lookup.receivableNumber');
  const payment = given(row, 'payment');
  payment['receivableId'] = receivable.id;
  const nth = row.ordinal(
    `payment|${receivable.id}|${payment['paidOn'] ?? ''}|${payment['amountFen'] ?? ''}`,
  );
  const key = [
    ['receivableId', receivable.id],
    ['paidOn', payment['paidOn'] ?? null],
    ['amountFen', payment['amountFen'] ?? null],
  ] as const;
  return [
    put(row, 'payment', row.lookups.find('payment', key, 1, nth)[0], payment),
    settle(row, receivable.id),
  ];
};

const applyCash: Apply = (row) => {
  const cash = given(row, 'cash', ['personId']);
  const [incoming, outgoing] = [row.values.get('lookup.inFen'), row.values.get('lookup.outFen')];
  if (typeof incoming === 'number' && incoming > 0)
    Object.assign(cash, { direction: 'in', amountFen: incoming });
  else if (typeof outgoing === 'number' && outgoing > 0)
    Object.assign(cash, { direction: 'out', amountFen: outgoing });
  if (cash['direction'] === undefined) throw new RowRefused('required', 'cash.direction');
  if (cash['number'])
    return [put(row, 'cash', row.lookups.find('cash', [['number', text(cash['number'])]], 1)[0], cash)];
  const fields = ['occurredOn', 'direction', 'amountFen', 'counterparty', 'note'];
  const nth = row.ordinal(`cash|${fields.map((field) => cash[field] ?? '').join('|')}`);
  return [
    put(
      row,
      'cash',
      row.lookups.find(
        'cash',
        fields.map((field) => [field, cash[field] ?? null] as const),
        1,
        nth,
      )[0],
      cash,
    ),
  ];
};

/** The person of a row: by code, then by name. */
function matchPerson(row: RowContext, person: Given): Stored | undefined {
  const byCode = person['code']
    ? row.lookups.find('person', [['code', text(person['code'])]], 1)[0]
    : undefined;
  if (byCode) return byCode;
  // Without a code a name alone must do; a person of that name who has a code is somebody else's.
  const byName = row.lookups
    .find('person', [['name', text(person['name'])]])
    .filter((found) => person['code'] === undefined || found['code'] === null);
  return only(row, 'person', byName);
}

/**
 * The post of a name: the person's own, that of the department, one without a department; where no department is known, the
 * only one of that name. `undefined`: there is none yet.
 */
function matchPost(
  row: RowContext,
  name: string,
  person: Stored | undefined,
  departmentId: number | null,
): Stored | 'post-ambiguous' | undefined {
  const { lookups } = row;
  const own = typeof person?.['postId'] === 'number' ? lookups.byId('post', person['postId']) : undefined;
  const fits = departmentId === null || own?.['departmentId'] === departmentId;
  if (own?.['name'] === name && fits) return own;
  const of = (department: number | null): Stored | undefined =>
    lookups.find(
      'post',
      [
        ['name', name],
        ['departmentId', department],
      ],
      1,
    )[0];
  if (departmentId !== null) return of(departmentId) ?? of(null);
  const named = lookups.find('post', [['name', name]], 2);
  return named.length > 1 ? (of(null) ?? 'post-ambiguous') : named[0];
}

/** Departments and posts that a row names are made when they are not there yet. */
const applyPerson: Apply = (row) => {
  const person = given(row, 'person');
  if (!person['name']) throw new RowRefused('required', 'person.name');
  const match = matchPerson(row, person);
  const written: Written[] = [];
  const department = text(row.values.get('department.name'));
  if (department) {
    const found = row.lookups.find('department', [['name', department]], 1)[0];
    const done = put(row, 'department', found, { name: department });
    written.push(done);
    person['departmentId'] = done.id;
  }
  const post = text(row.values.get('post.name'));
  if (post) {
    const departmentId = person['departmentId'] ?? match?.['departmentId'] ?? null;
    const found = matchPost(row, post, match, departmentId === null ? null : Number(departmentId));
    if (found === 'post-ambiguous') row.warn({ column: null, code: found, address: 'post.name' });
    else {
      const done = put(row, 'post', found, { name: post }, { departmentId });
      written.push(done);
      person['postId'] = done.id;
    }
  }
  written.push(put(row, 'person', match, person));
  return written;
};

/** The days of a holiday plan: one row may name a range, and the weekend days that are worked for it. */
const applyCalendar: Apply = (row) => {
  const { name, kind, source } = given(row, 'calendarDay');
  const year =
    Number(text(row.values.get('lookup.year'))?.replace(/年$/u, '')) || yearNamedIn(text(source) ?? '');
  const written: Written[] = [];
  const putDays = (address: string, as: string | number | null | undefined): void => {
    const named = text(row.values.get(address));
    if (named === null) return;
    const read = daysNamedIn(named, year);
    if ('problem' in read) throw new RowRefused(read.problem, address);
    if (!as) throw new RowRefused('required', 'calendarDay.kind');
    for (const day of read.days) {
      const match = row.lookups.find('calendarDay', [['day', day]], 1)[0];
      const values = {
        day,
        kind: as,
        ...(name ? { name } : {}),
        ...(source ? { source } : {}),
        confirmed: 1,
      };
      written.push(put(row, 'calendarDay', match, values));
    }
  };
  putDays('lookup.days', kind);
  putDays('lookup.offDays', 'holiday');
  putDays('lookup.makeUpDays', 'working');
  if (written.length === 0) throw new RowRefused('required', 'lookup.days');
  return written;
};

/** How each kind of row is applied. */
export const applyRow: Readonly<Record<ImportKind, Apply>> = {
  customerVehicle: applyCustomerVehicle,
  repair: applyRepair,
  repairLine: applyChild('repairLine', ['technicianId']),
  repairPart: applyChild('repairPart', []),
  stock: applyStock,
  order: applyOrder,
  lead: applyLead,
  receivable: applyReceivable,
  payment: applyPayment,
  cash: applyCash,
  person: applyPerson,
  calendar: applyCalendar,
};
