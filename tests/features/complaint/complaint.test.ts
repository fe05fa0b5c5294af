import { describe, expect, it } from 'vitest';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import type { DeskErrorData } from '#shared/rpc/desk-error.ts';
import type { Role } from '#shared/rpc/rights.ts';
import type { Core } from '#electron/core.ts';
import { newComplaint } from '#tests/support/complaints.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  testClock,
  type Carrier,
  type Window,
} from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const refused = (reason: string): object => ({ code: 'rule-violated', reason });
const actor = (personId: number, name: string, ...roles: Role[]) => ({
  actor: { personId, name, roles, language: 'zh-CN' as const, sessionKey: '' },
});

type Crew = {
  readonly core: Core;
  /** Sets the computer's clock and signs everybody in again: a session lasts twelve hours. */
  readonly setClock: (instant: string) => Promise<void>;
  readonly owner: Window;
  readonly manager: Window & { personId: number };
  readonly adviser: Window & { personId: number };
  readonly care: Window & { personId: number };
};

async function crew(carrier: Carrier): Promise<Crew> {
  const clock = testClock();
  const core = await openTestCore({ clock });
  const owner = await ownerWindow(core, carrier);
  const manager = await personWindow(core, carrier, owner, '经理', ['manager']);
  const adviser = await personWindow(core, carrier, owner, '顾问', ['serviceAdviser']);
  const care = await personWindow(core, carrier, owner, '客服', ['customerCare']);
  const people: readonly (readonly [string, Window])[] = [
    ['王总', owner],
    ['经理', manager],
    ['顾问', adviser],
    ['客服', care],
  ];
  const setClock = async (instant: string): Promise<void> => {
    clock.set(instant);
    for (const [login, window] of people) {
      window.token = undefined;
      window.token = (await window.client.session.signIn({ login, password })).token;
    }
  };
  return { core, setClock, owner, manager, adviser, care };
}

/** A complaint that the adviser took in hand, looked into and answered. */
async function answered(
  { adviser }: Crew,
  given: Parameters<typeof newComplaint>[0] = {},
): Promise<{ id: number; version: number }> {
  const { complaint } = adviser.client;
  const { id } = await complaint.create({ values: newComplaint(given) });
  const taken = await complaint.take({ id, version: 1 });
  const found = await complaint.investigate({
    ...pick(taken),
    cause: '漏装卡箍',
    remedy: '重新装配',
    costFen: 12_000,
  });
  return pick(await complaint.answer({ ...pick(found), answer: '已重新装配，免费' }));
}
const pick = ({ id, version }: { id: number; version: number }): { id: number; version: number } => ({
  id,
  version,
});

describe.each(carriers)('complaints over %s', (carrier) => {
  it('go from receipt to closing through two pairs of hands, every step a line of the history and of the audit', async () => {
    const all = await crew(carrier);
    const { owner, manager, adviser, care } = all;
    const created = await care.client.complaint.create({ values: newComplaint({ demand: '免费修好' }) });
    expect(created).toEqual({ id: 1, number: '2026-T001' });
    const steps = adviser.client.complaint;
    let at = pick(await steps.take({ id: 1, version: 1 }));
    at = pick(await steps.note({ ...at, text: '客户下午到店' }));
    at = pick(await steps.pause({ ...at, reason: 'parts', text: '等卡箍到货' }));
    at = pick(await steps.resume({ ...at, text: null }));
    at = pick(await steps.extend({ ...at, stage: 'finish', days: 5, reason: '配件晚到', consent: null }));
    expect(await failure(adviser.client.complaint.decide({ ...at, approved: true, text: '同意' }))).toEqual({
      code: 'forbidden',
      right: 'complaint.approve',
    });
    at = pick(await manager.client.complaint.decide({ ...at, approved: true, text: '同意' }));
    expect(await failure(steps.answer({ ...at, answer: '已修好' }))).toEqual(
      refused('complaint-cause-missing'),
    );
    at = pick(await steps.investigate({ ...at, cause: '漏装卡箍', remedy: '重新装配', costFen: 12_000 }));
    at = pick(await steps.answer({ ...at, answer: '已重新装配，免费' }));
    expect(await failure(steps.callBack({ ...at, result: 'satisfied', customerWords: '可以' }))).toEqual(
      refused('complaint-call-back-by-other'),
    );
    at = pick(await care.client.complaint.callBack({ ...at, result: null, customerWords: '无人接听' }));
    at = pick(
      await care.client.complaint.callBack({ ...at, result: 'satisfied', customerWords: '不响了，满意' }),
    );
    expect(await failure(steps.close({ ...at, customerWords: '满意' }))).toEqual(
      refused('complaint-closed-by-handler'),
    );
    expect(await failure(care.client.complaint.close({ ...at, customerWords: ' ' }))).toMatchObject({
      issues: [{ field: 'customerWords', issue: 'required' }],
    });
    expect(await care.client.complaint.close({ ...at, customerWords: '不响了，满意' })).toMatchObject({
      state: 'closed',
    });

    const view = await owner.client.complaint.view({ id: 1 });
    expect(view).toMatchObject({
      state: 'closed',
      handlerName: '顾问',
      calledBackByName: '客服',
      closedByName: '客服',
      costFen: 12_000,
      customerWords: '不响了，满意',
      callBackResult: 'satisfied',
      forced: false,
      escalation: { level: 'none', reasons: [] },
      pauses: [{ reason: 'parts', fromOn: '2026-11-18', untilOn: '2026-11-18' }],
      extensions: [{ stage: 'finish', days: 5, decision: 'approved', decidedBy: '经理' }],
    });
    expect(view.lines.map(({ kind, personName }) => `${personName} ${kind}`)).toEqual([
      '客服 received',
      '顾问 taken',
      '顾问 note',
      '顾问 paused',
      '顾问 resumed',
      '顾问 extensionAsked',
      '经理 extensionApproved',
      '顾问 investigated',
      '顾问 answered',
      '客服 notReached',
      '客服 calledBack',
      '客服 closed',
    ]);
    expect((await owner.client.complaint.history({ id: 1 })).length).toBe(12);
    expect(await failure(steps.note({ ...at, version: view.version, text: '补充' }))).toEqual(
      refused('complaint-closed'),
    );
  });

  it('fill in what the named repair knows and mask it', async () => {
    const { owner, adviser } = await crew(carrier);
    const { id: customerId } = await owner.client.customer.create({
      values: newValues(customerFields, { name: '李四', phone: '13800001111' }),
    });
    const { id: vehicleId } = await owner.client.vehicle.create({
      values: newValues(vehicleFields, { plate: '粤B12345', customerId, model: '远途 H7' }),
    });
    const { id: repairId } = await owner.client.repair.create({
      values: newValues(repairFields, { number: 'GD1', vehicleId, checkedInOn: '2026-11-10' }),
    });
    const { id } = await adviser.client.complaint.create({
      values: newComplaint({ repairId, customerName: null }),
    });
    const seen = { vehicleId, customerId, customerName: '李四', model: '远途 H7', repairNumber: 'GD1' };
    expect(await owner.client.complaint.view({ id })).toMatchObject({
      ...seen,
      phone: '13800001111',
      plate: '粤B12345',
    });
    expect(await adviser.client.complaint.view({ id })).toMatchObject({
      ...seen,
      phone: '138****1111',
      plate: '粤B***45',
    });
    expect((await owner.client.search.find({ text: 'T001' }))[0]).toMatchObject({ feature: 'complaint', id });
    const shown = await adviser.client.customer.reveal({
      feature: 'complaint',
      id,
      field: 'phone',
      reason: '答复客户',
    });
    expect(shown).toEqual({ value: '13800001111' });

    // A form of somebody who sees the telephone masked changes nothing of it, and says so.
    const { record } = await adviser.client.complaint.get({ id });
    const values = newComplaint({
      repairId,
      customerId,
      vehicleId,
      customerName: '李四',
      phone: record.phone,
      plate: record.plate,
      subject: '异响还在',
    });
    await adviser.client.complaint.update({ id, version: 1, values });
    const after = await owner.client.complaint.view({ id });
    expect(after).toMatchObject({ subject: '异响还在', phone: '13800001111', plate: '粤B12345' });
    expect(after.lines.at(-1)).toMatchObject({ kind: 'edited', text: 'subject' });
  });

  it('refuse what no complaint may say', async () => {
    const { owner, adviser, setClock } = await crew(carrier);
    const create = (given: Parameters<typeof newComplaint>[0]): Promise<DeskErrorData | undefined> =>
      failure(adviser.client.complaint.create({ values: newComplaint(given) }));
    expect(await create({ receivedOn: '2026-11-19' })).toMatchObject({
      issues: [{ field: 'values.receivedOn', issue: 'in-future' }],
    });
    expect(await create({ customerName: null })).toMatchObject({
      issues: [{ field: 'values.customerName', issue: 'required' }],
    });
    const { id: truck } = await owner.client.vehicle.create({
      values: newValues(vehicleFields, { plate: '粤B54321', kind: 'heavyTruck' }),
    });
    expect(await create({ kind: 'threeGuarantees', vehicleId: truck })).toEqual(
      refused('complaint-not-three-guarantees'),
    );
    expect(await create({ vehicleId: 99 })).toEqual(refused('reference-gone'));
    expect(await create({ kind: 'threeGuarantees' })).toBeUndefined();
    const seen = await owner.client.complaint.view({ id: 1 });
    expect(seen).toMatchObject({ number: '2026-T001', clockFrom: '2026-11-18' }); // refused ones take no number

    // Clocks are a manager's to change.
    const change = (window: Window, given: Parameters<typeof newComplaint>[0], version: number) =>
      window.client.complaint.update({
        id: 1,
        version,
        values: newComplaint({ kind: 'threeGuarantees', ...given }),
      });
    await change(adviser, { severity: 'major' }, 1);
    expect(await failure(change(adviser, {}, 2))).toEqual(refused('complaint-severity-lowered'));
    expect(await failure(change(adviser, { severity: 'major', receivedOn: '2026-11-16' }, 2))).toEqual(
      refused('complaint-received-fixed'),
    );
    await change(owner, { severity: 'serious', receivedOn: '2026-11-16' }, 2);
    expect(await owner.client.complaint.view({ id: 1 })).toMatchObject({
      clockFrom: '2026-11-16',
      severity: 'serious',
      lines: [
        {},
        { kind: 'severity', text: 'normal major' },
        { kind: 'severity', text: 'major serious' },
        { kind: 'edited' },
      ],
    });
    await setClock('2026-11-18T16:30:00.000Z'); // the 19th at the store
    expect(await create({ receivedOn: '2026-11-19' })).toBeUndefined();
  });

  it('tell a stale edit, and let one of two close', async () => {
    const all = await crew(carrier);
    const { manager, care, owner } = all;
    const at = await answered(all);
    expect(
      await failure(manager.client.complaint.note({ id: at.id, version: 1, text: '看过' })),
    ).toMatchObject({
      code: 'conflict',
      feature: 'complaint',
      id: at.id,
      by: '顾问',
    });
    const back = pick(
      await care.client.complaint.callBack({ ...at, result: 'partly', customerWords: '还行' }),
    );
    const both = await Promise.all([
      failure(care.client.complaint.close({ ...back, customerWords: '还行' })),
      failure(manager.client.complaint.force({ ...back, reason: '客户失联' })),
    ]);
    expect(both.filter((one) => one === undefined).length).toBe(1);
    expect(both.find((one) => one !== undefined)).toMatchObject({ code: 'conflict' });
    const view = await owner.client.complaint.view({ id: at.id });
    expect(view.lines.filter(({ kind }) => kind === 'closed' || kind === 'forced').length).toBe(1);
  });

  it('close by force only for a manager who did not handle it, with a reason; open again on the old clock or a new one', async () => {
    const all = await crew(carrier);
    const { manager, adviser, owner, setClock } = all;
    const at = await answered(all);
    expect(await failure(adviser.client.complaint.force({ ...at, reason: '算了' }))).toEqual({
      code: 'forbidden',
      right: 'complaint.approve',
    });
    let step = pick(await adviser.client.complaint.pause({ ...at, reason: 'customer', text: '客户出车' }));
    await setClock('2026-11-20T02:00:00.000Z');
    step = pick(await manager.client.complaint.force({ ...step, reason: '客户失联两周' }));
    expect(await owner.client.complaint.view({ id: at.id })).toMatchObject({
      state: 'closed',
      forced: true,
      closeReason: '客户失联两周',
      closedOn: '2026-11-20',
      pauses: [{ fromOn: '2026-11-18', untilOn: '2026-11-20' }],
    });

    // Ten working days of grace (the store's own): closed on Friday 20 November, until Friday 4 December.
    await setClock('2026-12-04T02:00:00.000Z');
    step = pick(await adviser.client.complaint.reopen({ ...step, reason: '客户又来' }));
    const within = await owner.client.complaint.view({ id: at.id });
    expect(within).toMatchObject({
      state: 'inHand',
      reopened: 1,
      clockFrom: '2026-11-18',
      answeredOn: '2026-11-18',
      closedOn: null,
      pauses: [{}, { reason: 'closed', fromOn: '2026-11-20', untilOn: '2026-12-04' }],
    });
    expect(within.clocks[0]).toMatchObject({
      stage: 'finish',
      usedDays: 0,
      daysLeft: 10,
      dueOn: '2026-12-18',
    });
    step = pick(await manager.client.complaint.force({ ...step, reason: '再次关闭' }));

    await setClock('2026-12-21T02:00:00.000Z'); // the eleventh working day
    await adviser.client.complaint.reopen({ ...step, reason: '还是响' });
    const after = await owner.client.complaint.view({ id: at.id });
    expect(after).toMatchObject({ reopened: 2, clockFrom: '2026-12-21', answeredOn: null });
    expect(after.clocks[0]).toMatchObject({ stage: 'answer', usedDays: 0, daysLeft: 3 });
  });

  it('link what recurs within ninety days, both ways', async () => {
    const { owner, setClock } = await crew(carrier);
    const { id: customerId } = await owner.client.customer.create({
      values: newValues(customerFields, { name: '李四' }),
    });
    const { id: vehicleId } = await owner.client.vehicle.create({
      values: newValues(vehicleFields, { plate: '粤B12345', kind: 'heavyTruck' }),
    });
    const create = async (given: Parameters<typeof newComplaint>[0]): Promise<number> =>
      (await owner.client.complaint.create({ values: newComplaint(given) })).id;
    await setClock('2027-03-01T02:00:00.000Z');
    const first = await create({ customerId, receivedOn: '2026-11-18' });
    const same = await create({ customerId, vehicleId, receivedOn: '2027-02-16' }); // 90 days
    const vehicles = await create({ vehicleId, customerName: '王五', receivedOn: '2027-02-20' });
    await create({ customerId, receivedOn: '2027-02-17', kind: 'price' });
    await create({ customerName: '别人', receivedOn: '2027-02-17' });
    const linked = async (id: number): Promise<number[]> =>
      (await owner.client.complaint.view({ id })).recurrences.map((one) => one.id);
    expect(await linked(first)).toEqual([same]);
    expect(await linked(same)).toEqual([first, vehicles]);
    expect(await linked(vehicles)).toEqual([same]);
    const far = await create({ customerId, receivedOn: '2027-02-17' }); // 91 days after the first
    expect(await linked(far)).toEqual([same]);
    expect(await linked(first)).toEqual([same]);
  });

  it('hang on the wall by time left, masked for everybody, and come to manager and owner by themselves', async () => {
    const { owner, manager, adviser, care, setClock } = await crew(carrier);
    const create = async (given: Parameters<typeof newComplaint>[0]): Promise<number> =>
      (await adviser.client.complaint.create({ values: newComplaint(given) })).id;
    const calm = await create({ plate: '粤B12345', customerName: '远达物流有限公司' });
    const major = await create({ severity: 'major', handlerId: adviser.personId });
    const late = await create({ receivedOn: '2026-11-10' });
    const paused = await create({ receivedOn: '2026-11-16' });
    await adviser.client.complaint.pause({ id: paused, version: 1, reason: 'customer', text: '客户出车' });
    const wall = await owner.client.complaint.wall({});
    expect(wall).toMatchObject({
      today: '2026-11-18',
      open: 4,
      late: 1,
      dueToday: 0,
      paused: 1,
      toOwner: 2,
      toManager: 0,
      missingYears: [],
    });
    expect(wall.lines.map(({ id }) => id)).toEqual([late, major, calm, paused]);
    expect(wall.lines[2]).toMatchObject({
      customer: '远达**公司',
      plate: '粤B***45',
      handlerName: null,
      escalation: { level: 'none' },
      clock: { dueOn: '2026-11-23', daysLeft: 3, basis: 'store', stage: 'answer' },
    });
    expect((await owner.client.complaint.wall({ limit: 1 })).lines.length).toBe(1);

    expect(await adviser.client.complaint.desk({})).toMatchObject({
      open: 4,
      late: 1,
      unassigned: 3,
      escalated: [],
      mine: [{ id: major }],
      toDecide: [],
    });
    const level = async (window: Window): Promise<number[]> =>
      (await window.client.complaint.desk({})).escalated.map(({ id }) => id);
    expect(await level(owner)).toEqual([late, major]);
    expect(await level(manager)).toEqual([late, major]);
    await setClock('2026-11-23T02:00:00.000Z'); // calm is due today: the manager hears of it
    expect(await level(manager)).toEqual([late, major, calm]);
    expect(await level(owner)).toEqual([late, major]);
    await care.client.complaint.extend({
      id: calm,
      version: 1,
      stage: 'answer',
      days: 2,
      reason: '等检测',
      consent: null,
    });
    expect((await manager.client.complaint.desk({})).toDecide.map(({ id }) => id)).toEqual([calm]);
    expect((await care.client.complaint.desk({})).toDecide).toEqual([]);
    await manager.client.complaint.decide({ id: calm, version: 2, approved: true, text: '同意' });
    expect(await level(manager)).toEqual([late, major]);
  });

  it('clocks follow the dated table, and a year without calendar is told', async () => {
    const { owner, adviser, setClock } = await crew(carrier);
    await setClock('2026-12-28T02:00:00.000Z');
    const { id } = await adviser.client.complaint.create({
      values: newComplaint({
        receivedOn: '2026-12-28',
        channel: 'marketSupervision',
        kind: 'threeGuarantees',
      }),
    });
    const view = await owner.client.complaint.view({ id });
    expect(
      view.clocks.map(({ name, basis, stage, dueOn, missingYears }) => [
        name,
        basis,
        stage,
        dueOn,
        missingYears,
      ]),
    ).toEqual([
      ['本店 一般', 'store', 'answer', '2026-12-31', []],
      ['市场监管 12315', 'law', 'answer', '2027-01-06', [2027]],
      ['三包', 'law', 'answer', '2027-01-11', [2027]],
      ['本店 一般', 'store', 'finish', '2027-01-11', [2027]],
      ['三包', 'law', 'finish', '2027-01-25', [2027]],
      ['市场监管 12315', 'law', 'finish', '2027-03-01', [2027]],
    ]);
    expect((await owner.client.complaint.wall({})).missingYears).toEqual([]);
    const rules = await owner.client.complaintClock.list({});
    expect(rules.total).toBe(6);
    expect(rules.rows.filter(({ confirmed }) => !confirmed).map(({ name }) => name)).toEqual([
      '交通运输 12328',
    ]);
    expect(await failure(adviser.client.complaintClock.remove({ ids: [1] }))).toEqual({
      code: 'forbidden',
      right: 'rule.write',
    });
  });
});

describe('attacks', () => {
  it('the history cannot be changed, and two pauses cannot run at once, whatever writes', async () => {
    const { core, adviser } = await crew('port');
    const { id } = await adviser.client.complaint.create({ values: newComplaint() });
    await adviser.client.complaint.pause({ id, version: 1, reason: 'parts', text: '等件' });
    expect(
      await failure(adviser.client.complaint.pause({ id, version: 2, reason: 'parts', text: '再等' })),
    ).toEqual(refused('complaint-paused'));
    const { writer } = core.database.raw;
    expect(() => writer.prepare("update complaint_line set text = 'x'").run()).toThrow(/append-only/u);
    expect(() => writer.prepare('delete from complaint_line').run()).toThrow(/append-only/u);
    const again = `insert into complaint_pause (complaint_id, reason, text, from_on, person_id, person_name)
      values (${id}, 'parts', 'x', '2026-11-18', 1, 'x')`;
    expect(() => writer.prepare(again).run()).toThrow(/UNIQUE/u);
  });

  it('a computer whose clock is set back: pauses do not overlap, steps keep their order', async () => {
    const { adviser, owner, setClock } = await crew('port');
    const { complaint } = adviser.client;
    const { id } = await complaint.create({ values: newComplaint() });
    let at = pick(await complaint.take({ id, version: 1 }));
    await setClock('2026-11-24T02:00:00.000Z');
    at = pick(await complaint.pause({ ...at, reason: 'parts', text: '等件' }));
    await setClock('2026-11-19T02:00:00.000Z');
    at = pick(await complaint.resume({ ...at, text: null }));
    at = pick(await complaint.pause({ ...at, reason: 'customer', text: '客户出车' }));
    await setClock('2026-11-26T02:00:00.000Z');
    await complaint.resume({ ...at, text: null });
    const view = await owner.client.complaint.view({ id });
    expect(view.pauses.map(({ fromOn, untilOn }) => [fromOn, untilOn])).toEqual([
      ['2026-11-24', '2026-11-24'],
      ['2026-11-24', '2026-11-26'],
    ]);
    expect(view.lines.map(({ kind }) => kind)).toEqual([
      'received',
      'taken',
      'paused',
      'resumed',
      'paused',
      'resumed',
    ]);
    expect(view.clocks[0]).toMatchObject({ isLate: true, dueOn: '2026-11-23' });
  });

  it('nobody hands a complaint over just to close it, and the roles of a call are asked each time', async () => {
    const all = await crew('port');
    const { adviser, manager, care, core } = all;
    let at = await answered(all);
    at = pick(await adviser.client.complaint.assign({ ...at, handlerId: manager.personId, text: '请跟进' }));
    at = pick(await care.client.complaint.callBack({ ...at, result: 'satisfied', customerWords: '满意' }));
    expect(await failure(adviser.client.complaint.close({ ...at, customerWords: '满意' }))).toEqual(
      refused('complaint-closed-by-handler'),
    );
    expect(await failure(manager.client.complaint.close({ ...at, customerWords: '满意' }))).toEqual(
      refused('complaint-closed-by-handler'),
    );
    for (const role of ['technician', 'auditor'] as const)
      await expect(
        core.call('complaint.close', { ...at, customerWords: '满意' }, actor(99, '路人', role)),
      ).rejects.toMatchObject({
        data: { code: 'forbidden' },
      });
    await expect(
      core.call('complaint.view', { id: at.id }, actor(99, '技师', 'technician')),
    ).rejects.toMatchObject({
      data: { code: 'forbidden', right: 'complaint.read' },
    });
  });

  it('a complaint in the bin is off the wall and takes no step', async () => {
    const { owner, manager, adviser } = await crew('port');
    const { id } = await adviser.client.complaint.create({ values: newComplaint() });
    expect(await failure(adviser.client.complaint.remove({ ids: [id] }))).toMatchObject({
      code: 'forbidden',
    });
    await manager.client.complaint.remove({ ids: [id] });
    expect((await owner.client.complaint.wall({})).open).toBe(0);
    expect(await failure(adviser.client.complaint.take({ id, version: 2 }))).toMatchObject({
      code: 'not-found',
    });
    expect(await owner.client.complaint.view({ id })).toMatchObject({ isRemoved: true });
    await manager.client.complaint.restore({ ids: [id] });
    expect((await owner.client.complaint.wall({})).open).toBe(1);
  });
});
