import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { collectSample, type SampleStore } from '#electron/features/sample/sample-store.ts';
import { sampleTotals } from '#electron/features/sample/sample-totals.ts';
import { addDays, daysBetween } from '#shared/kernel/day.ts';
import { weekDays, addWeeks, weekOf } from '#shared/kernel/period.ts';
import { normalPhone } from '#shared/kernel/phone.ts';
import { classifyPlate } from '#shared/kernel/plate.ts';
import { checkVin } from '#shared/kernel/vin.ts';
import { sampleOptions } from './sample-options.ts';

const hashOf = (store: SampleStore): string =>
  createHash('sha256').update(JSON.stringify(store)).digest('hex');

const full = sampleOptions({ customers: 1200 });
const store = collectSample(full);
const { today } = full;

function countBy<Row>(rows: readonly Row[], of: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[of(row)] = (counts[of(row)] ?? 0) + 1;
  return counts;
}

describe('the sample is made again the same', () => {
  it('gives the same records for the same choice and others for another seed or day', () => {
    const first = hashOf(collectSample(sampleOptions()));
    expect(hashOf(collectSample(sampleOptions()))).toBe(first);
    expect(hashOf(collectSample(sampleOptions({ seed: 2 })))).not.toBe(first);
    expect(hashOf(collectSample(sampleOptions({ today: '2026-11-19' })))).not.toBe(first);
  });

  it.each([
    { customers: 10, years: 1, seed: 7, today: '2024-02-29' },
    { customers: 60, years: 10, seed: 0, today: '2026-01-01' },
    { customers: 200, years: 5, seed: 2_147_483_647, today: '2025-12-31' },
  ])('is whole for $customers customers, $years years, seed $seed on $today', (choice) => {
    const made = collectSample(sampleOptions(choice));
    expect(made.customer).toHaveLength(choice.customers);
    expect(made.cash.length).toBeGreaterThan(0);
    expect(made.goal.every((goal) => goal.value >= 0 && Number.isSafeInteger(goal.value))).toBe(true);
  });
});

describe('the sample hangs together', () => {
  const has = (feature: keyof SampleStore): Set<number> => new Set(store[feature].map((row) => row.id));

  it('counts ids from 1 without gaps, and every reference leads somewhere', () => {
    for (const [feature, rows] of Object.entries(store))
      expect([feature, rows.every((row, at) => row.id === at + 1)]).toEqual([feature, true]);
    const refers: readonly [keyof SampleStore, string, keyof SampleStore][] = [
      ['department', 'leaderId', 'person'],
      ['person', 'departmentId', 'department'],
      ['person', 'postId', 'post'],
      ['post', 'departmentId', 'department'],
      ['customer', 'consultantId', 'person'],
      ['contact', 'customerId', 'customer'],
      ['followUp', 'customerId', 'customer'],
      ['followUp', 'orderId', 'order'],
      ['vehicle', 'customerId', 'customer'],
      ['order', 'customerId', 'customer'],
      ['order', 'stockId', 'stock'],
      ['lead', 'customerId', 'customer'],
      ['repair', 'vehicleId', 'vehicle'],
      ['repair', 'technicianId', 'person'],
      ['repairLine', 'repairId', 'repair'],
      ['repairPart', 'repairId', 'repair'],
      ['receivable', 'customerId', 'customer'],
      ['payment', 'receivableId', 'receivable'],
      ['goal', 'personId', 'person'],
      ['event', 'personId', 'person'],
    ];
    for (const [feature, field, target] of refers) {
      const known = has(target);
      const lost = (store[feature] as unknown as Record<string, number | null>[]).filter(
        (row) => row[field] !== null && !known.has(row[field] ?? 0),
      );
      expect([feature, field, lost]).toEqual([feature, field, []]);
    }
  });

  it('knows nothing of the future but plans', () => {
    const future = (days: readonly (string | null)[]): number =>
      days.filter((day) => day !== null && day > today).length;
    expect({
      ordered: future(store.order.map((order) => order.orderedOn)),
      delivered: future(store.order.map((order) => order.deliveredOn)),
      cancelled: future(store.order.map((order) => order.cancelledOn)),
      leads: future(store.lead.flatMap((lead) => [lead.arrivedOn, lead.closedOn])),
      repairs: future(store.repair.flatMap((repair) => [repair.checkedInOn, repair.handedOverOn])),
      stock: future(store.stock.flatMap((stock) => [stock.arrivedOn, stock.leftOn])),
      debts: future(store.receivable.map((row) => row.occurredOn)),
      payments: future(store.payment.map((row) => row.paidOn)),
      cash: future(store.cash.map((row) => row.occurredOn)),
      calls: future(store.followUp.map((row) => row.happenedOn)),
      vehicles: future(store.vehicle.flatMap((row) => [row.purchasedOn, row.registeredOn])),
    }).toEqual({
      ordered: 0,
      delivered: 0,
      cancelled: 0,
      leads: 0,
      repairs: 0,
      stock: 0,
      debts: 0,
      payments: 0,
      cash: 0,
      calls: 0,
      vehicles: 0,
    });
  });

  it('puts days and states in order', () => {
    const wrong = {
      deliveredBeforeOrdered: store.order.filter(
        (order) => order.deliveredOn && order.deliveredOn < order.orderedOn,
      ),
      stateOfDelivered: store.order.filter(
        (order) => (order.state === 'delivered') !== (order.deliveredOn !== null),
      ),
      stateOfCancelled: store.order.filter(
        (order) => (order.state === 'cancelled') !== (order.cancelledOn !== null),
      ),
      deliveredWithoutVehicle: store.order.filter(
        (order) => order.state === 'delivered' && (!order.vin || !order.stockId),
      ),
      handedOverBeforeIn: store.repair.filter(
        (row) => row.handedOverOn && row.handedOverOn < row.checkedInOn,
      ),
      instants: store.repair.filter((row) => {
        const times = [row.checkedInAt, row.startedAt, row.finishedAt, row.handedOverAt].filter(
          (time) => time !== null,
        );
        return times.some((time, at) => at > 0 && time < (times[at - 1] ?? ''));
      }),
      dayOfInstant: store.repair.filter(
        (row) =>
          row.checkedInAt?.slice(0, 10) !== row.checkedInOn ||
          (row.handedOverAt ?? '').slice(0, 10) !== (row.handedOverOn ?? ''),
      ),
      leftBeforeArrived: store.stock.filter((row) => row.leftOn && row.leftOn < row.arrivedOn),
      soldInStock: store.stock.filter((row) => (row.state === 'sold') !== (row.leftOn !== null)),
      registeredBeforePurchase: store.vehicle.filter(
        (row) => row.registeredOn && row.purchasedOn && row.registeredOn < row.purchasedOn,
      ),
      closedBeforeArrived: store.lead.filter((row) => row.closedOn && row.closedOn < row.arrivedOn),
      leftBeforeHired: store.person.filter((row) => row.leftOn && row.hiredOn && row.leftOn < row.hiredOn),
      dueBeforeOccurred: store.receivable.filter((row) => row.dueOn && row.dueOn < row.occurredOn),
    };
    expect(Object.entries(wrong).filter(([, rows]) => rows.length > 0)).toEqual([]);
  });

  it('has a vehicle of its customer for every delivery, and its stock record', () => {
    const vehicles = new Map(store.vehicle.map((row) => [row.vin, row]));
    const stock = new Map(store.stock.map((row) => [row.id, row]));
    for (const order of store.order.filter((row) => row.state === 'delivered')) {
      const vehicle = vehicles.get(order.vin);
      expect([order.customerId, order.deliveredOn, order.vin]).toEqual([
        vehicle?.customerId,
        vehicle?.purchasedOn,
        stock.get(order.stockId ?? 0)?.vin,
      ]);
    }
  });

  it('adds up: repair orders, orders, receivables', () => {
    const lines = Map.groupBy(store.repairLine, (row) => row.repairId);
    const parts = Map.groupBy(store.repairPart, (row) => row.repairId);
    const sum = (rows: readonly { amountFen: number }[] | undefined): number =>
      (rows ?? []).reduce((all, row) => all + row.amountFen, 0);
    const payments = Map.groupBy(store.payment, (row) => row.receivableId);
    expect(
      store.repair.filter(
        (row) => row.labourFen !== sum(lines.get(row.id)) || row.partsFen !== sum(parts.get(row.id)),
      ),
    ).toEqual([]);
    expect(
      store.repair.filter((row) => row.totalFen !== row.labourFen + row.partsFen + row.otherFen),
    ).toEqual([]);
    expect(
      store.repairPart.filter((row) => row.amountFen !== ((row.unitFen ?? 0) * row.quantityHundredths) / 100),
    ).toEqual([]);
    expect(
      store.order.filter(
        (row) =>
          row.totalFen !==
          row.vehicleFen + row.accessoryFen + row.insuranceFen + row.loanFen + row.registrationFen,
      ),
    ).toEqual([]);
    expect(
      store.receivable.filter(
        (row) =>
          row.settledFen !== sum(payments.get(row.id)) ||
          row.openFen !== row.amountFen - row.settledFen ||
          row.openFen < 0,
      ),
    ).toEqual([]);
  });

  it('books every payment and every counter bill as cash', () => {
    const cash = (category: string): number =>
      store.cash
        .filter((row) => row.direction === 'in' && row.category === category)
        .reduce((all, row) => all + row.amountFen, 0);
    const paid = (kind: string): number => {
      const ids = new Set(store.receivable.filter((row) => row.kind === kind).map((row) => row.id));
      return store.payment
        .filter((row) => ids.has(row.receivableId))
        .reduce((all, row) => all + row.amountFen, 0);
    };
    const owed = new Set(
      store.receivable.filter((row) => row.kind === 'service').map((row) => (row.note ?? '').split(' ')[0]),
    );
    const counter = store.repair
      .filter((row) => row.payer === 'customer' && row.handedOverOn && !owed.has(row.number))
      .reduce((all, row) => all + row.totalFen, 0);
    expect(cash('service')).toBe(counter + paid('service'));
    expect(cash('insurance')).toBe(paid('insurance'));
    expect(cash('loan')).toBe(paid('loan'));
    expect(cash('deposit')).toBe(store.order.reduce((all, row) => all + row.depositFen, 0));
  });

  it('gives every vehicle, plate and document a number of its own', () => {
    const doubled = (texts: readonly (string | null)[]): string[] =>
      Object.entries(
        countBy(
          texts.filter((text) => text !== null),
          (text) => text,
        ),
      ).flatMap(([text, count]) => (count > 1 ? [text] : []));
    expect({
      vin: doubled(store.vehicle.map((row) => row.vin)),
      stock: doubled(store.stock.map((row) => row.vin)),
      plate: doubled(store.vehicle.map((row) => row.plate)),
      order: doubled(store.order.map((row) => row.number)),
      repair: doubled(store.repair.map((row) => row.number)),
      receivable: doubled(store.receivable.map((row) => row.number)),
      cash: doubled(store.cash.map((row) => row.number)),
      customer: doubled(store.customer.map((row) => row.code)),
      person: doubled(store.person.map((row) => row.name)),
    }).toEqual({
      vin: [],
      stock: [],
      plate: [],
      order: [],
      repair: [],
      receivable: [],
      cash: [],
      customer: [],
      person: [],
    });
  });

  it('has VINs of right form, a few with a wrong check digit, plates of several classes and telephones that are telephones', () => {
    const checks = countBy(store.vehicle, (row) => {
      const check = checkVin(row.vin ?? '');
      return check.ok ? (check.warning ?? 'right') : check.problem;
    });
    expect(Object.keys(checks).sort()).toEqual(['check-digit', 'right']);
    expect(checks['check-digit'] ?? 0).toBeLessThan(store.vehicle.length * 0.02);
    const classes = countBy(
      store.vehicle.filter((row) => row.plate),
      (row) => classifyPlate(row.plate ?? ''),
    );
    expect(Object.keys(classes).sort()).toEqual(['newEnergyLarge', 'newEnergySmall', 'ordinary', 'trailer']);
    expect(
      store.vehicle.filter(
        (row) => row.plate && (row.kind === 'trailer') !== (classifyPlate(row.plate) === 'trailer'),
      ),
    ).toEqual([]);
    expect(
      new Set(store.vehicle.flatMap((row) => (row.plate ? [row.plate.charAt(0)] : []))).size,
    ).toBeGreaterThan(4);
    expect(store.customer.filter((row) => normalPhone(row.phone ?? '') !== row.phone)).toEqual([]);
    expect(store.person.filter((row) => normalPhone(row.phone ?? '') !== row.phone)).toEqual([]);
  });
});

describe('the sample is believable', () => {
  it('has persons and companies, fleets, people who left and came', () => {
    const kinds = countBy(store.customer, (row) => row.kind);
    expect(kinds['company']).toBeGreaterThan(300);
    expect(kinds['person']).toBeGreaterThan(780);
    const fleets = [...Map.groupBy(store.vehicle, (row) => row.customerId).values()].map(
      (rows) => rows.length,
    );
    expect(Math.max(...fleets)).toBeGreaterThan(20);
    expect(Math.max(...fleets)).toBeLessThanOrEqual(75);
    expect(store.department.map((row) => row.name)).toEqual([
      '总经办',
      '销售部',
      '售后部',
      '市场部',
      '客服部',
      '财务部',
      '配件部',
    ]);
    expect(store.person.length).toBeGreaterThanOrEqual(30);
    expect(store.person.filter((row) => row.leftOn).length).toBeGreaterThan(1);
    expect(
      store.person.filter((row) => row.hiredOn && daysBetween(row.hiredOn, today) < 200).length,
    ).toBeGreaterThan(0);
    expect(new Set(store.vehicle.map((row) => row.kind)).size).toBe(8);
  });

  it('sells most in spring and autumn and is closed around the lunar New Year', () => {
    // Five years and several seeds: the curve, not one year's luck.
    const months = new Map<number, number>();
    for (const seed of [1, 2, 3]) {
      const made = collectSample(sampleOptions({ customers: 1200, years: 5, seed }));
      for (const lead of made.lead) {
        if (lead.arrivedOn < '2022-01-01' || lead.arrivedOn > '2025-12-31') continue;
        const month = Number(lead.arrivedOn.slice(5, 7));
        months.set(month, (months.get(month) ?? 0) + 1);
      }
    }
    const of = (month: number): number => months.get(month) ?? 0;
    expect(of(3)).toBeGreaterThan(of(2) * 2);
    expect(Math.min(of(3), of(4), of(9), of(10))).toBeGreaterThan(Math.max(of(6), of(7), of(8)));
    const festival = store.repair.filter(
      (row) => row.checkedInOn >= '2026-02-16' && row.checkedInOn <= '2026-02-22',
    ).length;
    const ordinary = store.repair.filter(
      (row) => row.checkedInOn >= '2026-03-16' && row.checkedInOn <= '2026-03-22',
    ).length;
    expect(festival).toBeLessThan(ordinary / 3);
  });

  it('has misspelt duplicates: another spelling with the same telephone, one digit changed, another legal form', () => {
    const byPhone = [...Map.groupBy(store.customer, (row) => row.phone).values()].filter(
      (rows) => rows.length > 1,
    );
    expect(byPhone.length).toBeGreaterThan(5);
    expect(byPhone.every((rows) => new Set(rows.map((row) => row.name)).size === rows.length)).toBe(true);
    const forms = byPhone.filter(
      (rows) =>
        rows.some((row) => row.name.endsWith('有限责任公司')) &&
        rows.some((row) => row.name.endsWith('有限公司')),
    );
    expect(forms.length).toBeGreaterThan(0);
    const byName = [...Map.groupBy(store.customer, (row) => row.name).values()].filter(
      (rows) => rows.length > 1,
    );
    const oneDigit = byName.filter(
      ([a, b]) =>
        (a?.phone ?? '').split('').filter((digit, at) => digit !== b?.phone?.charAt(at)).length === 1,
    );
    expect(oneDigit.length).toBeGreaterThan(0);
  });

  it('has something for every list of the meeting: overdue, aged, planned, open', () => {
    const nextWeek = weekDays(addWeeks(weekOf(today), 1));
    const figures = {
      callsAfterDelivery: store.followUp.filter((row) => row.orderId !== null && row.score !== null).length,
      callsTriedInVain: store.followUp.filter((row) => row.orderId !== null && row.result === 'notReached')
        .length,
      agedStock: store.stock.filter(
        (row) => row.state === 'inStock' && daysBetween(row.arrivedOn, today) > 90,
      ).length,
      freshStock: store.stock.filter(
        (row) => row.state === 'inStock' && daysBetween(row.arrivedOn, today) <= 30,
      ).length,
      openOrders: store.order.filter((row) => row.state === 'open' || row.state === 'allocated').length,
      deliveriesNextWeek: store.order.filter(
        (row) =>
          row.deliveredOn === null &&
          (row.plannedOn ?? '') >= nextWeek.first &&
          (row.plannedOn ?? '') <= nextWeek.last,
      ).length,
      overdueDebts: store.receivable.filter((row) => row.openFen > 0 && (row.dueOn ?? '') < today).length,
      overdueTests: store.vehicle.filter((row) => (row.annualTestDueOn ?? today) < today).length,
      eventsAhead: store.event.filter((row) => row.startsOn > today && row.startsOn <= addDays(today, 21))
        .length,
      inWorkshop: store.repair.filter((row) => row.state === 'waiting' || row.state === 'working').length,
      openLeads: store.lead.filter((row) => row.state === 'new' || row.state === 'following').length,
      goalsNextWeek: store.goal.filter(
        (row) => row.periodKind === 'week' && row.period === addWeeks(weekOf(today), 1),
      ).length,
      lostCustomers:
        store.customer.length -
        new Set(
          store.repair.filter((row) => row.checkedInOn > addDays(today, -365)).map((row) => row.customerId),
        ).size,
    };
    expect(Object.entries(figures).filter(([, count]) => count === 0)).toEqual([]);
    expect(store.vehicle.filter((row) => (row.annualTestDueOn ?? today) < today).length).toBeLessThan(
      store.vehicle.length * 0.15,
    );
  });

  it('sets goals that add up: store = department = its people', () => {
    const groups = [...Map.groupBy(store.goal, (row) => `${row.indicator} ${row.period}`).values()];
    for (const goals of groups) {
      const own = goals.find((row) => row.level === 'store')?.value;
      expect(goals.filter((row) => row.level === 'department').map((row) => row.value)).toEqual([own]);
      const people = goals.filter((row) => row.level === 'person');
      if (people.length > 0) expect(people.reduce((all, row) => all + row.value, 0)).toBe(own);
    }
    const monthly =
      store.goal.filter(
        (row) => row.level === 'store' && row.indicator === 'serviceVisits' && row.period === '2026-10',
      )[0]?.value ?? 0;
    const reached = store.repair.filter(
      (row) => row.checkedInOn.startsWith('2026-10') && row.state !== 'cancelled',
    ).length;
    expect(reached / monthly).toBeGreaterThan(0.6);
    expect(reached / monthly).toBeLessThan(1.6);
  });

  it('does only fitting work: no engine oil for trailers and electric vehicles', () => {
    const oiled = new Set(store.repairPart.filter((row) => row.code === 'YP1001').map((row) => row.repairId));
    const vehicles = new Map(store.vehicle.map((row) => [row.id, row]));
    const wrong = store.repair
      .filter((row) => oiled.has(row.id))
      .filter((row) => {
        const vehicle = vehicles.get(row.vehicleId ?? 0);
        return vehicle?.kind === 'trailer' || vehicle?.brand === '蓝程';
      });
    expect(wrong).toEqual([]);
  });
});

describe('sampleTotals', () => {
  it('tells what the records say, week by week', () => {
    const { weeks, counts, openReceivableFen } = sampleTotals(full);
    expect(counts).toEqual(
      Object.fromEntries(Object.entries(store).map(([feature, rows]) => [feature, rows.length])),
    );
    const week = weeks.find((one) => one.week === '2026-W40');
    const { first, last } = weekDays('2026-W40');
    const inWeek = (day: string | null): boolean => day !== null && day >= first && day <= last;
    const orders = store.order.filter((row) => inWeek(row.orderedOn));
    expect(week).toMatchObject({
      orders: orders.filter((row) => row.state !== 'cancelled').length,
      ordersCancelled: orders.filter((row) => row.state === 'cancelled').length,
      deliveries: store.order.filter((row) => inWeek(row.deliveredOn)).length,
      leads: store.lead.filter((row) => inWeek(row.arrivedOn)).length,
      serviceVisits: store.repair.filter((row) => inWeek(row.checkedInOn) && row.state !== 'cancelled')
        .length,
      serviceRevenueFen: store.repair
        .filter((row) => inWeek(row.handedOverOn))
        .reduce((all, row) => all + row.totalFen, 0),
      receivablesCollectedFen: store.payment
        .filter((row) => inWeek(row.paidOn))
        .reduce((all, row) => all + row.amountFen, 0),
    });
    expect(openReceivableFen).toBe(store.receivable.reduce((all, row) => all + row.openFen, 0));
  });
});
