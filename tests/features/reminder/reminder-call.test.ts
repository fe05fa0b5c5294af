import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import type { repairFields } from '#shared/features/repair/repair.fields.ts';
import { calendarDayFields } from '#shared/features/calendar/calendar.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { type DeskClient } from '#renderer/transport/client.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  type Carrier,
} from '#tests/support/core.ts';
import { importedRepair, newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const today = '2026-11-18'; // a Wednesday
type Entered = Parameters<DeskClient['reminder']['enter']>[0];

/** A store with a care person and customers with one vehicle each that is due. */
async function openStore(carrier: Carrier, people: readonly string[], clock?: ReturnType<typeof fixedClock>) {
  const core = await openTestCore(clock ? { clock } : {});
  const owner = await ownerWindow(core, carrier);
  const care = await personWindow(core, carrier, owner, '周客服', ['customerCare']);
  const customers: number[] = [];
  const vehicles: number[] = [];
  for (const [index, name] of people.entries()) {
    const { id } = await owner.client.customer.create({
      values: newCustomer({ name, phone: `1380000111${index}` }),
    });
    customers.push(id);
    vehicles.push(await due(owner.client, id, `粤B0000${index}`));
  }
  /** Another day or hour, in UTC: sessions do not last so long. */
  const wake = async (day: string, time = '02:00'): Promise<void> => {
    clock?.set(`${day}T${time}:00.000Z`);
    owner.token = (await owner.client.session.signIn({ login: '王总', password })).token;
    care.token = (await care.client.session.signIn({ login: '周客服', password })).token;
  };
  return {
    core,
    owner: owner.client,
    care: care.client,
    careId: care.personId,
    customers,
    vehicles,
    ownerWindow: owner,
    wake,
  };
}

/** A private truck whose test is due in twelve days; of trucks that is worth 300. */
async function due(
  client: DeskClient,
  customerId: number,
  plate: string,
  given: Partial<InputOf<typeof vehicleFields>> = {},
): Promise<number> {
  const { id } = await client.vehicle.create({
    values: newValues(vehicleFields, {
      plate,
      customerId,
      use: 'private',
      annualTestDueOn: '2026-11-30',
      ...given,
    }),
  });
  return id;
}

const names = async (client: DeskClient, whose: 'mine' | 'all' = 'all'): Promise<string[]> =>
  (await client.reminder.calls({ whose })).lines.map(({ customerName }) => customerName);

const said = (customerId: number, given: Partial<Entered> = {}): Entered => ({
  customerId,
  code: 'noAnswer',
  ...given,
});

describe.each(carriers)('the call list over %s', (carrier) => {
  it('has one entry for a customer with all reasons, most value first, masked by right', async () => {
    const {
      owner,
      care,
      customers,
      ownerWindow: window,
      core,
    } = await openStore(carrier, ['甲', '乙', '丙', '丁']);
    await due(owner, customers[1] ?? 0, '粤B11111', {
      commercialInsuranceDueOn: '2026-11-10',
      annualTestDueOn: null,
    });
    await due(owner, customers[2] ?? 0, '粤B22222', { annualTestDueOn: '2026-11-17' });
    await owner.vehicle.update({
      id: 4,
      version: 1,
      values: newValues(vehicleFields, {
        plate: '粤B00003',
        customerId: customers[3] ?? 0,
        annualTestDueOn: '2026-11-30',
        state: 'scrapped',
      }),
    });
    const page = await care.reminder.calls({});
    expect(page).toMatchObject({
      total: 3,
      overdue: 2,
      promised: 0,
      isMine: true,
      valueFen: 30_000 + 190_000 + 60_000,
    });
    expect(page.lines.map((line) => [line.customerName, line.phone, line.valueFen, line.dueOn, line.reasonCount])).toEqual([
      ['乙', '138****1111', 190_000, '2026-11-10', 3],
      ['丙', '138****1112', 60_000, '2026-11-17', 2],
      ['甲', '138****1110', 30_000, '2026-11-30', 1],
    ]); // prettier-ignore
    expect(page.lines[0]?.reasons.map(({ kind, plate, dueOn, isOverdue }) => [kind, plate, dueOn, isOverdue])).toEqual([
      ['compulsoryInsurance', '粤B***11', '2026-11-10', true],
      ['commercialInsurance', '粤B***11', '2026-11-10', true],
      ['annualTest', '粤B***01', '2026-11-30', false],
    ]); // prettier-ignore
    expect((await care.reminder.calls({ kind: 'commercialInsurance' })).total).toBe(1);
    expect((await owner.reminder.calls({ whose: 'all', page: 2, pageSize: 2 })).lines).toHaveLength(1);
    const entry = await care.reminder.entry({ customerId: customers[1] ?? 0 });
    expect(entry.script).toMatchObject({ plate: '粤B***11', dueOn: '2026-11-10' });
    expect(entry.script?.text).toContain('商业险');
    // What the script is about stands first, however many days are sooner.
    const [a = 0] = customers;
    await due(owner, a, '粤B33333', { commercialInsuranceDueOn: '2026-12-08', annualTestDueOn: null });
    expect((await care.reminder.entry({ customerId: a })).reasons.map(({ kind }) => kind)).toEqual([
      'commercialInsurance',
      'annualTest',
      'compulsoryInsurance',
    ]);
    const seller = await personWindow(core, carrier, window, '陈销售', ['salesConsultant']);
    const auditor = await personWindow(core, carrier, window, '审计', ['auditor']);
    expect(await failure(seller.client.reminder.calls({}))).toMatchObject({ right: 'reminder.read' });
    expect((await auditor.client.reminder.calls({})).total).toBe(3);
    expect(await failure(auditor.client.reminder.enter(said(1)))).toMatchObject({ right: 'reminder.call' });
  });

  it('leaves in peace: do not call, no consent, days of rest, a call after a delivery; what was agreed comes first', async () => {
    const clock = fixedClock('2026-11-18T02:00:00.000Z');
    const { owner, care, customers, wake } = await openStore(
      carrier,
      ['甲', '乙', '丙', '丁', '戊', '己'],
      clock,
    );
    const [, b = 0, c = 0, d = 0, e = 0, f = 0] = customers;
    await owner.customer.update({ id: b, version: 1, values: newCustomer({ name: '乙', doNotCall: true }) });
    await owner.customer.update({
      id: c,
      version: 1,
      values: newCustomer({ name: '丙', consent: 'refused' }),
    });
    await owner.followUp.create({
      values: {
        customerId: f,
        happenedOn: today,
        personId: 1,
        way: 'call',
        result: 'reached',
        content: '回访',
        nextOn: null,
      },
    });
    expect(await names(care)).toEqual(['甲', '丁', '戊']);
    await care.reminder.enter(said(d, { code: 'willing', nextOn: '2026-11-21' }));
    await care.reminder.enter(said(e));
    expect(await names(care)).toEqual(['甲']);
    const on = async (day: string): Promise<string[]> => {
      await wake(day);
      return names(care);
    };
    expect(await on('2026-11-19')).toEqual(['甲', '戊']); // not reached: the next day
    expect(await on('2026-11-20')).toEqual(['甲', '戊']);
    expect(await on('2026-11-21')).toEqual(['丁', '甲', '戊']); // agreed for this day
    expect(await on('2026-11-25')).toEqual(['丁', '甲', '戊', '己']); // a week after the talk
    await owner.reminder.saveTerms({ restDays: 0, retryDays: 0, wrongNumberDays: 30, visitDays: 30 });
    await care.reminder.enter(said(e, { code: 'noSuchNumber' }));
    expect(await on('2026-11-26')).toEqual(['丁', '甲', '己']);
    expect(
      await failure(care.reminder.saveTerms({ restDays: 1, retryDays: 1, wrongNumberDays: 1, visitDays: 1 })),
    ).toMatchObject({ right: 'rule.write' });
  });

  it('a result does what it says: an appointment, a vehicle that went on, insurance elsewhere, no more calls', async () => {
    const { owner, care, careId, customers, vehicles } = await openStore(carrier, ['甲', '乙', '丙', '丁']);
    const [a = 0, b = 0, c = 0, d = 0] = customers;
    expect(await failure(care.reminder.enter(said(a, { code: 'booked' })))).toMatchObject({
      issues: [{ field: 'appointment', issue: 'required' }],
    });
    expect(await failure(care.reminder.enter(said(a, { code: 'transferred' })))).toMatchObject({
      issues: [{ field: 'goneVehicleIds', issue: 'required' }],
    });
    expect(
      await failure(
        care.reminder.enter(said(a, { code: 'transferred', goneVehicleIds: [vehicles[1] ?? 0] })),
      ),
    ).toMatchObject({
      issues: [{ field: 'goneVehicleIds', issue: 'reference-gone' }],
    });
    expect(await failure(care.reminder.enter(said(a, { code: 'willing', nextOn: today })))).toMatchObject({
      issues: [{ field: 'nextOn', issue: 'day-passed' }],
    });
    expect(
      await failure(care.reminder.enter(said(a, { code: 'refused', nextOn: '2026-12-01' }))),
    ).toMatchObject({
      issues: [{ field: 'nextOn', issue: 'next-only-open' }],
    });
    expect(await failure(care.reminder.enter(said(a, { code: 'insuredElsewhere' })))).toMatchObject({
      issues: [{ field: 'reasons', issue: 'no-insurance-named' }],
    });
    expect(await failure(care.reminder.enter(said(99)))).toMatchObject({ code: 'not-found' });
    const appointment = { onDay: '2026-11-19', hour: 9, vehicleId: vehicles[0] ?? 0 };
    const [rule] = (await care.reminder.entry({ customerId: a })).reasons;
    expect(
      await care.reminder.enter(
        said(a, { code: 'booked', appointment, words: '早上来', ruleId: rule?.ruleId ?? null }),
      ),
    ).toEqual({ id: 1, appointmentId: 1 });
    expect(await care.reminder.appointments({ from: today, to: '2026-11-30' })).toMatchObject([
      {
        customerName: '甲',
        plate: '粤B***00',
        onDay: '2026-11-19',
        hour: 9,
        standing: 'coming',
        personName: '周客服',
        note: '早上来',
      },
    ]);
    await care.reminder.enter(said(b, { code: 'transferred', goneVehicleIds: [vehicles[1] ?? 0] }));
    expect((await owner.vehicle.get({ id: vehicles[1] ?? 0 })).record.state).toBe('transferred');
    await owner.vehicle.update({
      id: vehicles[2] ?? 0,
      version: 1,
      values: newValues(vehicleFields, {
        plate: '粤B00002',
        customerId: c,
        commercialInsuranceDueOn: '2026-12-01',
      }),
    });
    await care.reminder.enter(said(c, { code: 'insuredElsewhere' }));
    expect((await owner.vehicle.get({ id: vehicles[2] ?? 0 })).record).toMatchObject({
      commercialInsuranceDueOn: '2027-11-18',
      compulsoryInsuranceDueOn: '2027-11-18',
    });
    await care.reminder.enter(said(d, { code: 'refused', silence: true }));
    expect((await owner.customer.get({ id: d })).record.doNotCall).toBe(true);
    expect(await names(care)).toEqual([]);
    // Every call is a talk among the customer's follow-ups, in the result that the indicators count.
    const talks = await owner.followUp.list({ sort: [{ field: 'id', descending: false }] });
    expect(talks.rows.map(({ customerId, personId, result, content }) => [customerId, personId, result, content])).toEqual([
      [a, careId, 'willing', '早上来'],
      [b, careId, 'void', '车辆转让'],
      [c, careId, 'void', '已在别处投保'],
      [d, careId, 'refused', '明确拒绝'],
    ]); // prettier-ignore
    expect((await care.reminder.entry({ customerId: a })).talks[0]).toMatchObject({
      code: 'booked',
      content: '早上来',
    });
  });

  it('bays of an hour are given once, the last one to one of two desks; a visit is found by itself', async () => {
    const clock = fixedClock('2026-11-18T02:00:00.000Z');
    const { core, owner, care, customers, vehicles, wake } = await openStore(
      carrier,
      ['甲', '乙', '丙', '丁', '戊'],
      clock,
    );
    expect(await care.reminder.slots({})).toMatchObject({
      onDay: '2026-11-19',
      slots: [
        { hour: 8, bays: 4, taken: 0 },
        { hour: 9 },
        { hour: 10 },
        { hour: 11 },
        { hour: 13 },
        { hour: 14 },
        { hour: 15 },
        { hour: 16 },
        { hour: 17 },
      ],
    });
    const at = (index: number, hour = 8): Parameters<typeof care.reminder.book>[0] => ({
      customerId: customers[index] ?? 0,
      vehicleId: index === 0 ? null : (vehicles[index] ?? 0),
      onDay: '2026-11-19',
      hour,
    });
    for (const index of [0, 1, 2]) await care.reminder.book(at(index));
    const both = await Promise.allSettled([care.reminder.book(at(3)), owner.reminder.book(at(4))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await failure(care.reminder.book(at(4)))).toMatchObject({
      reason: 'appointment-full',
      params: { hour: 8, bays: 4 },
    });
    expect(await failure(care.reminder.book(at(4, 12)))).toMatchObject({
      reason: 'appointment-hour-closed', // noon
      params: { hour: 12, hours: expect.not.stringContaining('12:00') },
    });
    expect(await failure(care.reminder.book({ ...at(4), onDay: '2026-11-17' }))).toMatchObject({
      issues: [{ field: 'onDay', issue: 'day-passed' }],
    });
    expect(await failure(care.reminder.book({ ...at(4), onDay: '2027-03-01' }))).toMatchObject({
      issues: [{ issue: 'promise-too-far' }],
    });
    const [lastDay, tooFar] = [
      await care.reminder.slots({ onDay: '2027-02-16' }),
      await care.reminder.slots({ onDay: '2027-02-17' }),
    ];
    expect(lastDay).toMatchObject({
      lastDay: '2027-02-16',
      slots: expect.arrayContaining([{ hour: 8, bays: 4, taken: 0 }]),
    });
    expect(tooFar).toMatchObject({ lastDay: '2027-02-16', slots: [], otherDays: [] });
    expect(
      (await care.reminder.slots({ onDay: '2026-11-22' })).slots.map(({ hour, bays }) => [hour, bays]),
    ).toEqual([
      [9, 2],
      [10, 2],
      [11, 2],
    ]); // Sunday
    await care.reminder.cancel({ id: 3 });
    expect((await care.reminder.slots({ onDay: '2026-11-19' })).slots[0]).toEqual({
      hour: 8,
      bays: 4,
      taken: 3,
    });
    await visit(core, 'W1', '2026-11-18', { customerId: customers[0] ?? 0 }); // the day before, no vehicle named
    await visit(core, 'W2', '2026-11-22', { vehicleId: vehicles[1] ?? 0 });
    await visit(core, 'W3', '2026-11-23', { vehicleId: vehicles[3] ?? 0 }); // too late
    await wake('2026-11-23');
    const standings = (await care.reminder.appointments({ from: '2026-11-19', to: '2026-11-19' })).map(
      ({ id, standing, repairNumber }) => [id, standing, repairNumber],
    );
    expect(standings.slice(0, 3)).toEqual([
      [1, 'came', 'W1'],
      [2, 'came', 'W2'],
      [3, 'cancelled', null],
    ]);
    expect(standings[3]?.[1]).toBe('missed');
  });

  it('nothing is promised on a day off: none is offered, none lands there, the next open days are named', async () => {
    const { owner, care, customers } = await openStore(carrier, ['甲', '乙']);
    const special = (day: string, kind: 'holiday' | 'working', name: string) =>
      owner.calendarDay.create({
        values: newValues(calendarDayFields, { day, kind, name, confirmed: true }),
      });
    for (const day of ['2026-11-19', '2026-11-20', '2026-11-21']) await special(day, 'holiday', '店休');
    await special('2026-11-22', 'working', '调休上班'); // a Sunday with the hours of a working day
    expect(await care.reminder.slots({})).toMatchObject({
      onDay: '2026-11-22',
      slots: { length: 9, 0: { hour: 8, bays: 4 } },
      holiday: null,
      otherDays: [],
    });
    expect(await care.reminder.slots({ onDay: '2026-11-20' })).toEqual({
      onDay: '2026-11-20',
      lastDay: '2027-02-16',
      slots: [],
      passed: [],
      holiday: '店休',
      otherDays: ['2026-11-22', '2026-11-23', '2026-11-24'],
    });
    const [customerId = 0, other = 0] = customers;
    const closed = {
      reason: 'appointment-holiday',
      params: { day: '2026年11月20日', name: '店休', days: '2026年11月22日、2026年11月23日、2026年11月24日' },
    };
    const at = { onDay: '2026-11-20', hour: 9, vehicleId: null };
    expect(await failure(care.reminder.book({ customerId, ...at }))).toMatchObject(closed);
    expect(
      await failure(care.reminder.enter(said(other, { code: 'booked', appointment: at }))),
    ).toMatchObject(closed);
    expect(await care.reminder.appointments({ from: today, to: '2026-12-31' })).toEqual([]);
    expect(await names(care)).toEqual(['甲', '乙']); // the refused call left nothing behind
    await care.reminder.book({ customerId, ...at, onDay: '2026-11-22', hour: 17 });
    const [sunday] = await care.reminder.appointments({ from: '2026-11-22', to: '2026-11-22' });
    expect(sunday).toMatchObject({ customerName: '甲', hour: 17 });
    const { rows } = await owner.reminderCapacity.list({});
    await owner.reminderCapacity.remove({ ids: rows.map(({ id }) => id) });
    expect(await failure(care.reminder.book({ customerId, ...at, onDay: '2026-11-25' }))).toMatchObject({
      reason: 'appointment-closed',
      params: { day: '2026年11月25日', days: '90 天内没有空的工位' },
    });
  });

  it('no hour that has begun and no vehicle of somebody else is promised; a trailer comes with its tractor', async () => {
    const clock = fixedClock('2026-11-18T02:01:00.000Z'); // 10:01 in the store
    const { owner, care, customers, vehicles, wake } = await openStore(carrier, ['甲', '乙'], clock);
    const [a = 0, b = 0] = customers;
    const [own = 0, others = 0] = vehicles;
    const hoursOf = async (onDay: string) => {
      const { slots, passed } = await care.reminder.slots({ onDay });
      return [passed, slots].map((hours) => hours.map(({ hour }) => hour));
    };
    expect(await hoursOf(today)).toEqual([
      [8, 9, 10],
      [11, 13, 14, 15, 16, 17],
    ]);
    expect(await hoursOf('2026-11-19')).toMatchObject([[], { length: 9 }]);
    expect(await hoursOf('2026-11-17')).toMatchObject([{ length: 9 }, []]);
    const given = { onDay: today, hour: 11, vehicleId: own };
    const refused = async (change: Partial<typeof given>, field: string, issue: string) => {
      const appointment = { ...given, ...change };
      expect(await failure(care.reminder.book({ customerId: a, ...appointment }))).toMatchObject({
        issues: [{ field, issue }],
      });
      expect(await failure(care.reminder.enter(said(a, { code: 'booked', appointment })))).toMatchObject({
        issues: [{ field: `appointment.${field}`, issue }],
      });
    };
    await refused({ hour: 10 }, 'hour', 'hour-passed');
    await refused({ onDay: '2026-11-17' }, 'onDay', 'day-passed');
    await refused({ vehicleId: others }, 'vehicleId', 'vehicle-not-theirs');
    // Trailers, named by the tractor or naming it; a tractor of somebody else is no trailer.
    const trailer = (plate: string, pairedId: number | null, customerId: number | null) =>
      due(owner, b, plate, { kind: 'trailer', pairedId, customerId, annualTestDueOn: null });
    const loose = await trailer('粤B0001挂', null, null);
    const named = await trailer('粤B0002挂', own, b);
    const alien = await trailer('粤B0003挂', others, b);
    for (const vehicleId of [loose, alien]) await refused({ vehicleId }, 'vehicleId', 'vehicle-not-theirs');
    await care.reminder.book({ customerId: a, ...given, vehicleId: named });
    await due(owner, a, '粤B55555', { pairedId: loose, annualTestDueOn: null });
    await care.reminder.book({ customerId: a, ...given, vehicleId: loose });
    await wake(today, '03:00'); // on the hour it can still be promised
    await care.reminder.enter(said(a, { code: 'booked', appointment: given }));
    expect(await care.reminder.appointments({ from: today, to: '2026-12-31' })).toHaveLength(3);
    await wake(today, '10:30'); // after closing
    expect(await hoursOf(today)).toMatchObject([{ length: 9 }, []]);
    expect((await care.reminder.slots({ onDay: today })).otherDays[0]).toBe('2026-11-19');
    // The hours are the store's, not those of UTC.
    await wake('2026-11-19', '16:30');
    expect(await hoursOf('2026-11-20')).toMatchObject([[], { length: 9 }]);
  });

  it('conversion counts a customer once a month by reason, person and script, each figure with its calls', async () => {
    const { core, owner, care, careId, customers, vehicles } = await openStore(carrier, ['甲', '乙', '丙']);
    const [a = 0, b = 0, c = 0] = customers;
    await owner.vehicle.update({
      id: vehicles[1] ?? 0,
      version: 1,
      values: newValues(vehicleFields, {
        plate: '粤B00001',
        customerId: b,
        use: 'private',
        annualTestDueOn: '2026-11-30',
        commercialInsuranceDueOn: '2026-12-01',
      }),
    });
    const { script } = await care.reminder.entry({ customerId: a });
    await care.reminder.enter(said(a));
    await care.reminder.enter(said(a, { code: 'willing', ruleId: script?.ruleId ?? null }));
    await care.reminder.enter(
      said(b, { code: 'booked', appointment: { onDay: '2026-11-19', hour: 9, vehicleId: null } }),
    );
    await owner.reminder.enter(said(c, { code: 'hungUp' }));
    await visit(core, 'W1', '2026-11-20', { vehicleId: vehicles[0] ?? 0 });
    await visit(core, 'W2', '2026-12-19', { customerId: b }); // the 31st day
    const span = { from: '2026-11-01', to: '2026-11-30' };
    const figures = await owner.reminder.figures({ ...span, by: 'reason' });
    expect(figures.all).toMatchObject({ called: 3, reached: 2, willing: 2, booked: 1, came: 1 });
    expect(figures.lines.map(({ key, called, reached, willing, booked, came }) => [key, called, reached, willing, booked, came])).toEqual([
      ['annualTest', 3, 2, 2, 1, 1],
      ['commercialInsurance', 1, 1, 1, 1, 0],
      ['compulsoryInsurance', 1, 1, 1, 1, 0],
    ]); // prettier-ignore
    const people = await owner.reminder.figures({ ...span, by: 'person' });
    expect(people.lines.map(({ key, name, called, reached }) => [key, name, called, reached])).toEqual([
      [String(careId), '周客服', 2, 2],
      ['1', '王总', 1, 0],
    ]);
    const scripts = await owner.reminder.figures({ ...span, by: 'script' });
    expect(scripts.lines.map(({ name, called }) => [name, called])).toContainEqual([
      '年检 · 货车 10 年内',
      1,
    ]);
    // Each figure opens as many calls as it counts.
    for (const by of ['reason', 'person', 'script'] as const)
      for (const line of (await owner.reminder.figures({ ...span, by })).lines)
        for (const step of ['called', 'reached', 'willing', 'booked', 'came'] as const)
          expect(await owner.reminder.figureRows({ ...span, by, key: line.key, step })).toHaveLength(
            line[step],
          );
    expect(await owner.reminder.figureRows({ ...span, by: 'reason', key: null, step: 'came' })).toMatchObject(
      [{ customerName: '甲', code: 'willing', repairNumber: 'W1', repairOn: '2026-11-20' }],
    );
    expect(
      (await owner.reminder.figures({ from: '2026-12-01', to: '2026-12-31', by: 'reason' })).lines,
    ).toEqual([]);
  });
});

const visit = (
  core: Core,
  number: string,
  checkedInOn: string,
  given: Partial<InputOf<typeof repairFields>>,
) => importedRepair(core, { number, type: 'general', state: 'working', checkedInOn, ...given });
