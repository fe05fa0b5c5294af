import { describe, expect, it } from 'vitest';
import { actionFields } from '#shared/features/action/action.fields.ts';
import { channelPlanFields } from '#shared/features/channel-plan/channel-plan.fields.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { eventCostFields, eventFields, eventRoleFields } from '#shared/features/event/event.fields.ts';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Window } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

/** The event's dates changed in its form. */
async function move({ client }: Window, id: number, startsOn: string, endsOn: string | null): Promise<void> {
  const { record } = await client.event.get({ id });
  const values = newValues(eventFields, { name: record.name, kind: record.kind, personId: record.personId });
  await client.event.update({ id, version: record.version, values: { ...values, startsOn, endsOn } });
}

describe.each(carriers)('events over %s', (carrier) => {
  it('are made from a template, their tasks move with the date, done ones stay', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const seller = await personWindow(core, carrier, owner, '赵市场', ['manager']);
    const { client } = owner;
    const { id, tasks } = await client.event.make({
      key: 'autoShow',
      name: '冬季车展',
      startsOn: '2026-12-18',
      personId: seller.personId,
    });
    expect((await client.event.get({ id })).record).toMatchObject({ kind: 'autoShow', endsOn: '2026-12-20' });
    const made = await client.event.tasks({ id });
    expect(made).toHaveLength(tasks);
    const first = made[0];
    if (!first) throw new Error('no task');
    expect([first.phase, first.offset, first.item.dueOn, first.item.ownerName]).toEqual([
      'planning',
      -45,
      '2026-11-03',
      '赵市场',
    ]);
    expect((await client.eventCost.list({})).total).toBe(5);

    await seller.client.action.report({ id: first.item.id, meetingId: null, text: '展位已定' });
    const second = made[1];
    if (!second) throw new Error('no second task');
    // A task that got its own day keeps that distance.
    const { text, check, ownerId } = second.item;
    const values = { text, check, ownerId, dueOn: '2026-11-10', meetingId: null, decisionId: null };
    await client.action.update({ id: second.item.id, version: 1, meetingId: null, values });
    await move(owner, id, '2026-12-25', '2026-12-28');
    const moved = new Map((await client.event.tasks({ id })).map((task) => [task.item.id, task]));
    expect(moved.get(first.item.id)?.item.dueOn).toBe('2026-11-03');
    expect(moved.get(second.item.id)).toMatchObject({ offset: -38, item: { dueOn: '2026-11-17' } });
    expect(moved.get(second.item.id)?.item.lines.at(-1)).toMatchObject({
      kind: 'due',
      text: '2026-11-10 → 2026-11-17',
    });
    const after = made.find(({ phase, offset }) => phase === 'followUp' && offset === 1);
    expect(moved.get(after?.item.id ?? 0)?.item.dueOn).toBe('2026-12-29');
    const wrong = await failure(move(owner, id, '2026-12-25', '2026-12-24'));
    expect(wrong).toMatchObject({ issues: [{ field: 'values.endsOn', issue: 'ends-before-start' }] });
  });

  it('take leads and orders on the day, tell a number twice, and count by the last event seen', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const consultant = await personWindow(core, carrier, owner, '小陈', ['salesConsultant']);
    const other = await personWindow(core, carrier, owner, '小吴', ['salesConsultant']);
    const { id } = await client.event.create({
      values: newValues(eventFields, { name: '团购会', startsOn: '2026-11-18' }),
    });
    const { id: earlier } = await client.event.create({
      values: newValues(eventFields, { name: '车展', startsOn: '2026-11-01' }),
    });
    expect(await client.event.result({ id })).toEqual({
      effects: [0, 30, 60, 90].map((days) => ({
        days,
        state: days === 0 ? 'running' : 'ahead',
        leads: 0,
        orders: 0,
        deliveries: 0,
      })),
      cost: { budgetFen: 0, spentFen: null, perLead: { state: 'none' }, perOrder: { state: 'none' } },
    });

    const customer = await client.customer.create({
      values: newValues(customerFields, { name: '老周', phone: '13900000001' }),
    });
    await client.lead.create({
      values: newValues(leadFields, {
        customerName: '老周',
        phone: '13900000001',
        arrivedOn: '2026-11-01',
        eventId: earlier,
      }),
    });
    const zhou = { id, phone: '139 0000 0001', name: '老周', model: '远途 X9', order: null };
    const known = await consultant.client.event.knownPhone({ id, phone: zhou.phone });
    expect(known).toEqual({
      here: false,
      lead: { on: '2026-11-01', consultantName: null },
      isCustomer: true,
    });
    const { leadId } = await consultant.client.event.capture(zhou);
    expect((await client.lead.get({ id: leadId })).record).toMatchObject({
      phone: '13900000001',
      channel: 'event',
      eventId: id,
      customerId: customer.id,
      consultantId: consultant.personId,
      arrivedOn: '2026-11-18',
    });
    const taken = { issues: [{ field: 'phone', issue: 'event-phone-taken', params: { name: '小陈' } }] };
    expect(await failure(consultant.client.event.capture(zhou))).toMatchObject(taken);
    const order = { kind: 'heavyTruck' as const, quantity: 2, depositFen: 500_000 };
    expect(await failure(other.client.event.capture({ ...zhou, order }))).toMatchObject(taken);
    const bare = { ...zhou, phone: '13900000002', model: '', order };
    expect(await failure(consultant.client.event.capture(bare))).toMatchObject({
      issues: [{ field: 'model', issue: 'required' }],
    });
    const ordered = await consultant.client.event.capture({ ...zhou, order });
    expect(ordered).toEqual({ leadId, orderNumber: 'HD20261118-1' });
    expect((await client.lead.get({ id: leadId })).record).toMatchObject({
      state: 'won',
      closedOn: '2026-11-18',
    });
    expect((await client.order.list({})).rows).toMatchObject([
      { number: 'HD20261118-1', customerId: customer.id, quantity: 2, depositFen: 500_000, eventId: id },
    ]);

    // An order of the same customer without a word of any event: the later event has it.
    await client.order.create({
      values: newValues(orderFields, {
        number: 'DD1',
        orderedOn: '2026-12-30',
        customerId: customer.id,
        customerName: '老周',
        model: '远途 X9',
      }),
    });
    await client.eventCost.create({
      values: newValues(eventCostFields, { eventId: id, name: '礼品', budgetFen: 30_000, spentFen: 10_001 }),
    });
    await client.eventCost.create({
      values: newValues(eventCostFields, { eventId: id, name: '茶点', budgetFen: 12_345 }),
    });
    expect(await client.event.result({ id })).toEqual({
      effects: [
        { days: 0, state: 'running', leads: 1, orders: 2, deliveries: 0 },
        { days: 30, state: 'ahead', leads: 1, orders: 2, deliveries: 0 },
        { days: 60, state: 'ahead', leads: 1, orders: 3, deliveries: 0 },
        { days: 90, state: 'ahead', leads: 1, orders: 3, deliveries: 0 },
      ],
      cost: {
        budgetFen: 42_345,
        spentFen: 10_001,
        perLead: { state: 'fen', fen: 10_001 },
        perOrder: { state: 'fen', fen: 3334 },
      },
    });
    expect((await client.event.result({ id: earlier })).effects.at(-1)).toMatchObject({
      leads: 1,
      orders: 0,
    });
    expect((await consultant.client.event.result({ id })).cost).toBeNull();
  });

  it('bring their review to the meeting of the week, and become templates of the store', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { id } = await client.event.make({
      key: 'storeEvent',
      name: '店庆',
      startsOn: '2026-11-10',
      personId: 1,
    });
    expect(await failure(client.event.toMeeting({ id }))).toMatchObject({ reason: 'event-review-empty' });
    const { record } = await client.event.get({ id });
    const values = newValues(eventFields, { name: '店庆', startsOn: '2026-11-10', personId: 1 });
    await client.event.update({
      id,
      version: record.version,
      values: { ...values, reviewGood: '邀约到位', reviewNext: '提前备足礼品' },
    });
    expect(await failure(client.event.toMeeting({ id }))).toMatchObject({ reason: 'event-no-meeting' });
    const { id: meetingId } = await client.meeting.open({ week: '2026-W47' });
    expect(await client.event.toMeeting({ id })).toEqual({ meetingNumber: '2026-W47' });
    await client.event.toMeeting({ id });
    const { content } = await client.meeting.get({ id: meetingId });
    expect(content.agenda.filter(({ title }) => title === '活动总结：店庆')).toHaveLength(1);
    const topics = content.topics.filter(({ title }) => title === '活动总结：店庆');
    expect(topics).toHaveLength(1);
    expect(topics[0]?.minutes).toContain('做得好的：邀约到位');
    expect(topics[0]?.minutes).toContain('30 天内：线索 0，订单 0 台，交车 0 台（截至当天）');
    expect(topics[0]?.minutes).not.toContain('60 天内');
    expect((await client.event.get({ id })).record.reviewMeetingId).toBe(meetingId);

    const { key } = await client.event.keepTemplate({ id, name: '店庆模板' });
    const again = await client.event.make({ key, name: '新店庆', startsOn: '2027-01-09', personId: 1 });
    const shape = async (event: number) =>
      (await client.event.tasks({ id: event })).map(({ phase, offset, item }) => [phase, offset, item.text]);
    expect(await shape(again.id)).toEqual(await shape(id));
    await client.event.dropTemplate({ key });
    expect((await client.event.templates({})).map((one) => one.key)).toEqual([
      'autoShow',
      'launch',
      'storeEvent',
    ]);
    expect(await failure(client.event.dropTemplate({ key: 'launch' }))).toMatchObject({ code: 'not-found' });
  });

  it('plan and money are for who may', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { id } = await owner.client.event.create({
      values: newValues(eventFields, { name: '团购会', startsOn: '2026-11-18' }),
    });
    const roles = ['manager', 'clerk', 'salesConsultant', 'customerCare', 'technician', 'auditor'] as const;
    const tried: Record<string, string> = {};
    for (const role of roles) {
      const { client, personId } = await personWindow(core, carrier, owner, role, [role]);
      const due = { text: '事', check: '看', dueOn: '2026-11-20', phase: 'planning' as const };
      const lead = { id, phone: `1390000001${roles.indexOf(role)}`, name: '客', model: 'X', order: null };
      const sale = { ...lead, order: { kind: 'bus' as const, quantity: 1, depositFen: 0 } };
      const can = async (call: Promise<unknown>): Promise<string> =>
        (await failure(call)) === undefined ? 'y' : '-';
      tried[role] = [
        await can(client.event.addTask({ id, ownerId: personId, ...due })),
        await can(client.eventCost.list({})),
        await can(client.event.capture(lead)),
        await can(client.event.capture(sale)),
        await can(client.event.tasks({ id })),
      ].join('');
    }
    expect(tried).toEqual({
      manager: 'yyyyy',
      clerk: 'yyyyy',
      salesConsultant: '--yyy',
      customerCare: '--y-y',
      technician: '----y',
      auditor: '-y--y',
    });
  });

  it('says where and what is wrong: money below nothing, days that run backwards or lie in another year, people who left', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const gone = await personWindow(core, carrier, owner, '老周', ['manager']);
    const { client } = owner;
    const { record } = await client.person.get({ id: gone.personId });
    const left = { ...newValues(personFields, { name: '老周', leftOn: '2026-11-18' }) };
    await client.person.update({ id: gone.personId, version: record.version, values: left });
    const issuesOf = async (call: Promise<unknown>) => {
      const data = await failure(call);
      return data?.code === 'invalid-input' ? data.issues : data;
    };
    const person = { field: 'values.personId', issue: 'person-left', params: { name: '老周' } };
    const at = { name: '冬季车展', startsOn: '2026-12-18' };
    const create = (values: Partial<Parameters<typeof client.event.create>[0]['values']>) =>
      client.event.create({ values: newValues(eventFields, { ...at, ...values }) });
    expect(await issuesOf(create({ personId: gone.personId }))).toEqual([person]);
    expect(await issuesOf(create({ endsOn: '2026-12-17' }))).toEqual([
      { field: 'values.endsOn', issue: 'ends-before-start' },
    ]);
    expect(await issuesOf(create({ endsOn: '2027-12-20' }))).toEqual([
      { field: 'values.endsOn', issue: 'event-too-long', params: { days: 60 } },
    ]);
    const make = { key: 'autoShow', ...at, personId: gone.personId };
    expect(await issuesOf(client.event.make(make))).toEqual([person]);
    expect((await client.event.list({})).total).toBe(0);

    const { id } = await create({ personId: 1 });
    const cost = { eventId: id, name: '展位', budgetFen: -1 };
    expect(await issuesOf(client.eventCost.create({ values: newValues(eventCostFields, cost) }))).toEqual([
      expect.objectContaining({ field: 'values.budgetFen', issue: 'too-small' }),
    ]);
    const role = newValues(eventRoleFields, { eventId: id, role: '接待', personId: gone.personId });
    expect(await issuesOf(client.eventRole.create({ values: role }))).toEqual([person]);
    const task = { id, phase: 'planning' as const, text: '订展位', check: '看合同' };
    const on = (dueOn: string, ownerId: number) => client.event.addTask({ ...task, dueOn, ownerId });
    expect(await issuesOf(on('2026-12-01', gone.personId))).toEqual([{ ...person, field: 'ownerId' }]);
    expect(await issuesOf(on('2025-12-01', 1))).toEqual([
      { field: 'dueOn', issue: 'task-far-from-event', params: { days: 200 } },
    ]);
    expect(await client.event.tasks({ id })).toEqual([]);
    const action = { text: '订展位', check: '看合同', dueOn: '2026-12-01', ownerId: gone.personId };
    expect(await issuesOf(client.action.create({ values: newValues(actionFields, action) }))).toEqual([
      { ...person, field: 'values.ownerId' },
    ]);

    const plan = (values: Partial<Parameters<typeof client.channelPlan.create>[0]['values']>) =>
      client.channelPlan.create({
        values: newValues(channelPlanFields, { month: '2026-12', channel: 'event', ...values }),
      });
    expect(await issuesOf(plan({ personId: gone.personId }))).toEqual([person]);
    expect(await issuesOf(plan({ budgetFen: -100 }))).toMatchObject([{ field: 'values.budgetFen' }]);
    const { id: planId } = await plan({});
    const weekly = { id: planId, text: '投放', check: '看后台', ownerId: 1 };
    expect(await issuesOf(client.channelPlan.addAction({ ...weekly, dueOn: '2025-12-10' }))).toEqual([
      { field: 'dueOn', issue: 'outside-plan-month', params: { days: 10 } },
    ]);
    expect((await client.channelPlan.view({ id: planId })).weeks).toEqual([]);
    // Who was responsible before the leaving stays; nothing else of the record is locked by it.
    await client.person.update({
      id: gone.personId,
      version: record.version + 1,
      values: { ...left, leftOn: null },
    });
    const { id: kept } = await create({ personId: gone.personId });
    await client.person.update({ id: gone.personId, version: record.version + 2, values: left });
    const values = newValues(eventFields, { ...at, personId: gone.personId, place: '会展中心' });
    await client.event.update({ id: kept, version: 1, values });
    expect((await client.event.get({ id: kept })).record.place).toBe('会展中心');
  });
});
