import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { followUpRuleFields } from '#shared/features/follow-up/follow-up.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { postFields } from '#shared/features/post/post.fields.ts';
import { serviceScoreFields } from '#shared/features/standard/standard.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { DeskErrorData } from '#shared/rpc/desk-error.ts';
import { type DeskClient } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { importedOrder, newCustomer, newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const today = '2026-11-18';
type Order = Parameters<typeof importedOrder>[1];

/** An order that was delivered so many days ago; its id counts from 1. */
const delivered = (core: Core, number: string, daysAgo: number, given: Order = {}): Promise<void> =>
  importedOrder(core, {
    number,
    orderedOn: '2026-10-01',
    customerName: '张三',
    model: '龙行 J6',
    state: 'delivered',
    deliveredOn: addDays(today, -daysAgo),
    ...given,
  });

type Entered = Parameters<DeskClient['followUp']['enter']>[0];
const reached = (given: Partial<Entered> = {}): Entered => ({
  orderId: 1,
  ruleId: 1,
  dueOn: today,
  way: 'call',
  result: 'reached',
  score: null,
  words: '一切正常',
  nextOn: null,
  ...given,
});

describe.each(carriers)('follow-up after delivery over %s', (carrier) => {
  it('ships four rules with scripts, dated and editable by who may', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const care = await personWindow(core, carrier, owner, '周客服', ['customerCare']);
    const { rows } = await care.client.followUpRule.list({
      sort: [{ field: 'dayAfter', descending: false }],
    });
    expect(rows.map(({ name, dayAfter, repeatDays, untilDay, openDays, caller, confirmed }) => [
      name, dayAfter, repeatDays, untilDay, openDays, caller, confirmed,
    ])).toEqual([
      ['交车次日', 1, null, null, 5, 'consultant', true],
      ['交车七日', 7, null, null, 14, 'care', true],
      ['交车满月', 30, null, null, 21, 'care', false],
      ['日常回访', 90, 90, 360, 30, 'care', false],
    ]); // prettier-ignore
    expect(rows.every(({ script }) => script.includes('〔客户〕') && script.includes('〔我〕'))).toBe(true);
    expect(rows.map(({ nameEn }) => nameEn)).toEqual([
      'Day after delivery',
      'Seven days after delivery',
      'One month after delivery',
      'Routine call',
    ]);
    expect(rows.every(({ scriptEn }) => /〔me〕.*〔store〕/u.test(scriptEn ?? ''))).toBe(true);
    const values = newValues(followUpRuleFields, {
      name: '半年',
      dayAfter: 180,
      openDays: 10,
      caller: 'care',
      script: '您好',
      validFrom: today,
      confirmed: true,
    });
    expect(await failure(care.client.followUpRule.create({ values }))).toEqual({
      code: 'forbidden',
      right: 'rule.write',
    });
    const { followUpRule } = owner.client;
    expect(await followUpRule.create({ values })).toEqual({ id: 5 });
    expect(await failure(followUpRule.create({ values: { ...values, repeatDays: 30 } }))).toMatchObject({
      issues: [{ field: 'values.untilDay', issue: 'required' }],
    });
    expect(
      await failure(followUpRule.create({ values: { ...values, repeatDays: 30, untilDay: 90 } })),
    ).toMatchObject({ issues: [{ field: 'values.untilDay', issue: 'ends-before-start' }] });
  });

  it('lists what is due by the day of delivery: late first, masked by right, own deliveries for consultants', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const seller = await personWindow(core, carrier, owner, '陈销售', ['salesConsultant']);
    const care = await personWindow(core, carrier, owner, '周客服', ['customerCare']);
    const technician = await personWindow(core, carrier, owner, '王技师', ['technician']);
    const { id: customerId } = await owner.client.customer.create({
      values: newCustomer({ name: '张建国', phone: '13800001111' }),
    });
    const vin = 'LSVAA4182E2123456';
    await owner.client.vehicle.create({
      values: newValues(vehicleFields, { vin, plate: '粤B12345', customerId, kind: 'tractor' }),
    });
    const gone = 'LSVAA4182E2123457';
    await owner.client.vehicle.create({
      values: newValues(vehicleFields, { vin: gone, customerId, kind: 'car', state: 'sold' }),
    });
    await delivered(core, 'A', 1, { customerId, vin, consultantId: seller.personId });
    await delivered(core, 'B', 9, { customerId }); // day 7, two days late
    await delivered(core, 'C', 0, { customerId }); // not yet
    await delivered(core, 'D', 60, { customerId }); // day 30 is over since day 51
    await delivered(core, 'E', 1, { customerId, vin: gone }); // sold on
    await delivered(core, 'F', 200, {}); // day 180, twenty days late; no customer on file
    await delivered(core, 'G', 1, { state: 'cancelled' });
    const due = await owner.client.followUp.due({});
    expect(due.map((line) => [line.orderNumber, line.ruleName, line.dueOn, line.state, line.isMine])).toEqual(
      [
        ['F', '日常回访', '2026-10-29', 'late', false],
        ['B', '交车七日', '2026-11-16', 'late', false],
        ['A', '交车次日', today, 'due', false],
      ],
    );
    expect(due[2]).toMatchObject({
      customerId,
      customerName: '张建国',
      phone: '13800001111',
      plate: '粤B12345',
      consultantName: '陈销售',
      attempts: 0,
      earlier: [],
    });
    expect(due[0]).toMatchObject({ customerId: null, customerName: '张三', phone: null });

    const own = await seller.client.followUp.due({});
    expect(own.map(({ orderNumber, isMine, phone, plate }) => [orderNumber, isMine, phone, plate])).toEqual([
      ['A', true, '138****1111', '粤B***45'],
    ]);
    const cared = await care.client.followUp.due({});
    expect(cared.map(({ orderNumber, isMine }) => [orderNumber, isMine])).toEqual([
      ['F', true],
      ['B', true],
      ['A', false],
    ]);
    expect(await failure(technician.client.followUp.due({}))).toEqual({
      code: 'forbidden',
      right: 'delivery.read',
    });
    const plans = await owner.client.followUp.plan({ customerId });
    expect(
      plans.map(({ orderNumber, calls }) => [orderNumber, calls.map(({ state }) => state).join(' ')]),
    ).toEqual([
      ['C', 'planned planned planned planned planned planned planned'],
      ['A', 'due planned planned planned planned planned planned'],
      ['B', 'missed late planned planned planned planned planned'],
      ['D', 'missed missed missed planned planned planned planned'],
    ]);
  });

  it('keeps what came of a call: attempts stay due, an agreed day waits, two people cannot enter one call twice', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const care = await personWindow(core, carrier, owner, '周客服', ['customerCare']);
    const { id: customerId } = await owner.client.customer.create({
      values: newCustomer({ name: '张建国' }),
    });
    await delivered(core, 'A', 1, { customerId });
    const { followUp } = care.client;
    await followUp.enter(reached({ result: 'notReached', words: '' }));
    await followUp.enter(reached({ result: 'notReached', words: '关机' }));
    expect(await followUp.due({})).toMatchObject([
      { attempts: 2, lastOn: today, earlier: [{ content: '关机' }, { content: '未接通' }] },
    ]);
    await followUp.enter(reached({ result: 'callAgain', words: '在开车', nextOn: '2026-11-20' }));
    expect(await followUp.due({})).toEqual([]);
    expect((await followUp.plan({ customerId }))[0]?.calls[0]).toMatchObject({
      state: 'planned',
      callOn: '2026-11-20',
      attempts: 2,
    });
    // The customer calls by himself before the day.
    expect(await followUp.enter(reached({ score: 5 }))).toEqual({ id: 4, complaint: null });
    expect((await followUp.get({ id: 4 })).record).toMatchObject({
      customerId,
      orderId: 1,
      followUpRuleId: 1,
      dueOn: today,
      personId: care.personId,
      result: 'reached',
      score: 5,
      complaintId: null,
    });
    expect(await failure(owner.client.followUp.enter(reached()))).toMatchObject({
      reason: 'follow-up-not-due',
    });
    expect((await owner.client.followUp.history({ id: 4 })).map(({ call }) => call)).toEqual([
      'followUp.enter',
    ]);
    // Taken back by who may, the call is due again: nothing is stored of it.
    await owner.client.followUp.remove({ ids: [4, 3] });
    expect(await followUp.due({})).toHaveLength(1);
  });

  it('a low score raises a complaint in the same transaction, each with the way to the other', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const seller = await personWindow(core, carrier, owner, '陈销售', ['salesConsultant']);
    const { client } = owner;
    const { id: customerId } = await client.customer.create({
      values: newCustomer({ name: '张建国', phone: '13800001111' }),
    });
    await delivered(core, 'A', 1, { customerId, consultantId: seller.personId });
    await delivered(core, 'B', 7, { customerId });
    expect(await client.followUp.enter(reached({ score: 3, orderId: 2, ruleId: 2 }))).toMatchObject({
      complaint: null,
    });
    expect(await client.followUp.enter(reached({ score: 2, words: '交车等了三小时' }))).toEqual({
      id: 2,
      complaint: { id: 1, number: '2026-T001' },
    });
    expect((await client.followUp.get({ id: 2 })).record.complaintId).toBe(1);
    expect(await client.complaint.view({ id: 1 })).toMatchObject({
      kind: 'lowScore',
      channel: 'followUp',
      severity: 'normal',
      state: 'open',
      subject: '交车回访低分：订单 A，2 分',
      customerName: '张建国',
      orderId: 1,
      aboutId: seller.personId,
      description: '交车等了三小时',
      followUp: { id: 2, happenedOn: today },
    });
    // What cannot be a complaint is no call either: both or none.
    core.database.raw.writer.exec(
      `create trigger no_more before insert on complaint begin select raise(abort, 'no'); end`,
    );
    await delivered(core, 'C', 1, { customerId });
    expect(await failure(client.followUp.enter(reached({ score: 1, orderId: 3 })))).toBeDefined();
    expect((await client.followUp.list({})).total).toBe(2);
    expect((await client.followUp.due({})).map(({ orderNumber }) => orderNumber)).toEqual(['C']);
  });

  it('refuses what does not fit, each with its reason', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const seller = await personWindow(core, carrier, owner, '陈销售', ['salesConsultant']);
    const { id: customerId } = await owner.client.customer.create({
      values: newCustomer({ name: '张建国' }),
    });
    await delivered(core, 'A', 1, { customerId });
    await delivered(core, 'B', 1);
    const { client } = owner;
    const enter = (given: Partial<Entered>, by = client): Promise<DeskErrorData | undefined> =>
      failure(by.followUp.enter(reached(given)));
    expect(await enter({ words: '  ' })).toMatchObject({ issues: [{ field: 'words', issue: 'required' }] });
    expect(await enter({ score: 6 })).toMatchObject({ issues: [{ field: 'score', issue: 'score-range' }] });
    expect(await enter({ score: 2, result: 'refused' })).toMatchObject({
      issues: [{ field: 'score', issue: 'score-only-reached' }],
    });
    for (const [nextOn, issue] of [
      [null, 'required'],
      ['2026-11-17', 'day-passed'],
      ['2027-02-17', 'promise-too-far'],
    ] as const)
      expect(await enter({ result: 'callAgain', nextOn })).toMatchObject({
        issues: [{ field: 'nextOn', issue }],
      });
    expect(await enter({ ruleId: 2 })).toMatchObject({ reason: 'follow-up-not-due' });
    expect(await enter({ dueOn: '2026-11-17' })).toMatchObject({ reason: 'follow-up-not-due' });
    expect(await enter({ orderId: 2 })).toMatchObject({ reason: 'follow-up-no-customer' });
    expect(await enter({ orderId: 9 })).toEqual({ code: 'not-found', feature: 'order', id: 9 });
    expect(await enter({}, seller.client)).toEqual({ code: 'forbidden', right: 'delivery.read' });
    expect((await client.followUp.list({})).total).toBe(0);
    expect(await enter({ result: 'refused', words: '别再打了' })).toBeUndefined();
    expect((await client.followUp.plan({ customerId }))[0]?.calls.map(({ state }) => state)).toEqual([
      'done', 'ended', 'ended', 'ended', 'ended', 'ended', 'ended',
    ]); // prettier-ignore
  });

  it('speaks the language of the caller; what a store wrote itself is spoken as it is', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { id: customerId } = await owner.client.customer.create({
      values: newCustomer({ name: '张建国', phone: '13800001111' }),
    });
    await delivered(core, 'A', 1, { customerId });
    await delivered(core, 'B', 7, { customerId });
    const { record } = await owner.client.followUpRule.get({ id: 2 });
    const { id, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...rule } = record;
    await owner.client.followUpRule.update({
      id,
      version,
      values: { ...rule, name: '满七天', nameEn: null, script: '自己写的话', scriptEn: null },
    });
    const said = async () =>
      (await owner.client.followUp.due({})).map(({ orderNumber, ruleName, script }) => [
        orderNumber,
        ruleName,
        script.split('\n')[0],
      ]);
    expect(await said()).toEqual([
      ['A', '交车次日', '〔客户〕您好，我是〔门店〕的〔我〕，感谢您选择〔车型〕。'],
      ['B', '满七天', '自己写的话'],
    ]);
    await owner.client.session.setLanguage({ language: 'en' });
    expect(await said()).toEqual([
      [
        'A',
        'Day after delivery',
        'Good day, this is 〔me〕 of 〔store〕. Thank you, 〔customer〕, for choosing the 〔model〕.',
      ],
      ['B', '满七天', '自己写的话'],
    ]);
    const { calls } = (await owner.client.followUp.plan({ customerId }))[0] ?? { calls: [] };
    expect(calls.map(({ ruleName }) => ruleName)).toContain('Routine call');
  });

  it('counts a score for the consultant beside the spot checks, as a whole and for the action that was meant', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { id: postId } = await owner.client.post.create({
      values: newValues(postFields, { name: '销售顾问' }),
    });
    const { id: consultantId } = await owner.client.person.create({
      values: newValues(personFields, { name: '陈销售', postId }),
    });
    const { id: customerId } = await owner.client.customer.create({
      values: newCustomer({ name: '张建国' }),
    });
    for (const number of ['A', 'B', 'C']) await delivered(core, number, 1, { customerId, consultantId });
    const [due] = await owner.client.followUp.due({});
    expect(due?.consultantId).toBe(consultantId);
    const { standards } = await owner.client.standard.ofPerson({ personId: consultantId, day: today });
    const [action] = standards;
    const others = await owner.client.standard.list({
      filters: [{ field: 'post', operator: 'is', value: '客服' }],
    });
    const enter = (given: Partial<Entered>) => owner.client.followUp.enter(reached(given));
    expect(await failure(enter({ score: 2, standardId: others.rows[0]?.id ?? 0 }))).toEqual({
      code: 'rule-violated',
      reason: 'score-other-post',
    });
    expect(await failure(enter({ standardId: action?.id ?? 0 }))).toMatchObject({
      issues: [{ field: 'score', issue: 'required' }],
    });
    const { id } = await enter({ score: 2, standardId: action?.id ?? 0 });
    expect((await owner.client.followUp.get({ id })).record).toMatchObject({
      aboutId: consultantId,
      standardId: action?.id,
    });
    await enter({ orderId: 2, score: 5 });
    await enter({ orderId: 3 });
    await owner.client.serviceScore.create({
      values: newValues(serviceScoreFields, { scoredOn: today, personId: consultantId, score: 3 }),
    });
    const { lines } = await owner.client.standard.service({ from: '2026-11-01', to: '2026-11-30' });
    expect(lines.map(({ personName, standardId, scores, scoreHundredths, lowScores, followUps, lowFollowUps }) => [
      personName, standardId, scores, scoreHundredths, lowScores, followUps, lowFollowUps,
    ])).toEqual([
      ['陈销售', null, 3, 333, 1, 2, 1],
      ['陈销售', action?.id, 1, 200, 1, 1, 1],
    ]); // prettier-ignore
    // The rows behind the figure are found by the filter that its link gives.
    const behind = await owner.client.followUp.list({
      filters: [
        { field: 'aboutId', operator: 'is', value: consultantId },
        { field: 'score', operator: 'from', value: 1 },
      ],
    });
    expect(behind.total).toBe(2);
  });
});
