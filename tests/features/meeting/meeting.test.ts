import { describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { meetingFields } from '#shared/features/meeting/meeting.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { type DeskClient } from '#renderer/transport/client.ts';
import {
  carriers,
  openTestCore,
  openWindow,
  ownerWindow,
  password,
  personWindow,
  testClock,
} from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const head = newValues(meetingFields, {
  heldOn: '2026-11-18',
  startsAt: '09:00',
  endsAt: '10:30',
  place: '二楼会议室',
  chairId: 1,
  recorderId: 1,
});
const order = (number: string, quantity = 1) =>
  newValues(orderFields, { number, orderedOn: '2026-11-17', customerName: '甲', model: 'M', quantity });
const action = (text: string, ownerId: number, meetingId: number | null) => ({
  text,
  ownerId,
  dueOn: '2026-11-20',
  check: '看原件',
  meetingId,
  decisionId: null,
});

/** A draft of W47 that lacks nothing. */
async function readyDraft(client: DeskClient): Promise<number> {
  const { id } = await client.meeting.open({ week: '2026-W47' });
  await client.meeting.savePart({ id, version: 0, change: { part: 'head', values: head } });
  await client.meeting.signIn({ id });
  return id;
}

/** Changes the file behind the program's back. */
const tamper = (core: Core, statement: string): void => void core.database.raw.writer.exec(statement);

describe.each(carriers)('meeting over %s', (carrier) => {
  it('opens the draft of a week once, with agenda and people, and as the last one was', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const opened = await client.meeting.open({ week: '2026-W47' });
    expect(opened).toEqual({ id: 1, number: '2026-W47', created: true });
    expect(await client.meeting.open({ week: '2026-W47' })).toEqual({ ...opened, created: false });
    const { content, versions, verdict } = await client.meeting.get({ id: 1 });
    expect(content.agenda.map((item) => [item.title, item.plannedMinutes])).toEqual([
      ['上次行动事项检查', 15],
      ['周完成进度与差异原因', 30],
      ['库存、订单、人员与资金匹配', 20],
      ['下周工作计划与决议', 25],
    ]);
    expect(content.attendance).toEqual([
      {
        personId: 1,
        name: '王总',
        departmentName: '总经办',
        post: null,
        state: 'absent',
        signedInAt: null,
        signedWith: null,
      },
    ]);
    expect([content.heldOn, content.recorder, versions, verdict.state]).toEqual([
      '2026-11-18',
      { id: 1, name: '王总' },
      {},
      'unsigned',
    ]);
    await client.meeting.savePart({ id: 1, version: 0, change: { part: 'head', values: head } });
    const next = await client.meeting.open({ week: '2026-W48' });
    expect((await client.meeting.get({ id: next.id })).content).toMatchObject({
      startsAt: '09:00',
      place: '二楼会议室',
      chair: { id: 1 },
    });
    expect((await client.meeting.list({})).rows.map((row) => row.number)).toEqual(['2026-W48', '2026-W47']);
    expect(await client.meeting.find({ week: '2026-W48' })).toMatchObject({ id: 2, state: 'draft' });
    expect(await client.meeting.find({ week: '2026-W49' })).toBeNull();
  });

  it('begins with the four usual items in the language of the store, nobody named, no time used', async () => {
    const core = await openTestCore();
    const window = await openWindow(core, carrier);
    const store = { storeName: 'Trucks', ownerName: 'Wang', password, language: 'en' } as const;
    window.token = (await window.client.session.setUp(store)).token;
    const { id } = await window.client.meeting.open({ week: '2026-W47' });
    const { agenda, topics } = (await window.client.meeting.get({ id })).content;
    const usual = (title: string, plannedMinutes: number) => ({
      title,
      plannedMinutes,
      actualMinutes: null,
      presenterId: null,
      presenterName: null,
    });
    expect(agenda).toEqual([
      usual('Review of earlier action items', 15),
      usual('Progress of the week and reasons for differences', 30),
      usual('Stock, orders, people and cash', 20),
      usual('Plan for next week and decisions', 25),
    ]);
    expect(topics).toEqual([]);
    // A meeting's changed agenda is its own: the next week begins with the usual one again.
    await window.client.meeting.savePart({ id, version: 0, change: { part: 'agenda', items: [] } });
    const next = await window.client.meeting.open({ week: '2026-W48' });
    expect((await window.client.meeting.get({ id: next.id })).content.agenda).toEqual(agenda);
  });

  it('keeps the minutes with their agenda item when it is renamed, also while somebody writes them', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const { id } = await client.meeting.open({ week: '2026-W47' });
    const items = (await client.meeting.get({ id })).content.agenda.map(
      ({ presenterName: _name, ...item }) => item,
    );
    const titles = items.map(({ title }) => title);
    const { topicId } = await client.meeting.addTopic({ id, title: titles[1] ?? '' });
    await client.meeting.addTopic({ id, title: '别的话题' });
    const words = { part: 'topic', topicId, title: titles[1] ?? '', minutes: '五台顺延。' } as const;
    await client.meeting.savePart({ id, version: 0, change: words });
    const rename = async (version: number, changed: readonly string[]) =>
      client.meeting.savePart({
        id,
        version,
        change: { part: 'agenda', items: items.map((item, at) => ({ ...item, title: changed[at] ?? '' })) },
      });
    await rename(0, ['行动事项', '进度', '资源', '计划']);
    const { content, versions } = await client.meeting.get({ id });
    expect(content.topics.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['进度', '五台顺延。'],
      ['别的话题', ''],
    ]);
    expect(versions[`topic.${topicId}`]).toBe(2);
    expect(await failure(client.meeting.savePart({ id, version: 1, change: words }))).toMatchObject({
      code: 'conflict',
    });
    // A name that has minutes already keeps its own; so does a removed item.
    await rename(1, ['行动事项', '别的话题', '资源', '计划']);
    await client.meeting.savePart({ id, version: 2, change: { part: 'agenda', items: [] } });
    expect((await client.meeting.get({ id })).content.topics).toEqual(content.topics);
  });

  it('lets two windows edit different parts, and tells who saved the same part', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '林秋月', ['clerk']);
    const { id } = await owner.client.meeting.open({ week: '2026-W47' });
    const { topicId } = await clerk.client.meeting.addTopic({ id, title: '交付落后' });
    const saved = await Promise.all([
      owner.client.meeting.savePart({
        id,
        version: 0,
        change: { part: 'comment', topic: 'orders', text: '六台来自同一车队' },
      }),
      clerk.client.meeting.savePart({
        id,
        version: 0,
        change: { part: 'topic', topicId, title: '交付落后', minutes: '改装排期冲突。' },
      }),
      clerk.client.meeting.savePart({
        id,
        version: 0,
        change: { part: 'comment', topic: 'cash', text: '稳定' },
      }),
    ]);
    expect(saved).toEqual([{ version: 1 }, { version: 1 }, { version: 1 }]);
    const stale = { part: 'comment', topic: 'orders', text: '另一句' } as const;
    expect(await failure(clerk.client.meeting.savePart({ id, version: 0, change: stale }))).toEqual({
      code: 'conflict',
      feature: 'meeting',
      id,
      by: '王总',
      at: '2026-11-18T02:00:00.000Z',
    });
    expect(await clerk.client.meeting.savePart({ id, version: 1, change: stale })).toEqual({ version: 2 });
    const { content, versions } = await owner.client.meeting.get({ id });
    expect(content.comments).toEqual({ orders: '另一句', cash: '稳定' });
    expect(content.topics).toEqual([{ id: topicId, title: '交付落后', minutes: '改装排期冲突。' }]);
    expect(versions).toEqual({ 'comment.orders': 2, 'comment.cash': 1, [`topic.${topicId}`]: 1 });
    await owner.client.meeting.removeTopic({ id, topicId, version: 1 });
    expect((await owner.client.meeting.get({ id })).content.topics).toEqual([]);
  });

  it('refuses what is no time of day, and people who are no longer there', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const { id } = await client.meeting.open({ week: '2026-W47' });
    const wrong = { part: 'head', values: { ...head, startsAt: '25:00' } } as const;
    expect(await failure(client.meeting.savePart({ id, version: 0, change: wrong }))).toEqual({
      code: 'invalid-input',
      issues: [{ field: 'change.values.startsAt', issue: 'not-a-time' }],
    });
    const people = [{ personId: 99, state: 'present' as const, signedInAt: null }];
    const nobody = client.meeting.savePart({ id, version: 0, change: { part: 'attendance', people } });
    expect(await failure(nobody)).toEqual({
      code: 'rule-violated',
      reason: 'reference-gone',
    });
  });

  it('is written by owner, manager and clerk, confirmed by owner and manager, read by everybody', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const id = await readyDraft(owner.client);
    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    const technician = await personWindow(core, carrier, owner, '技师', ['technician']);
    const manager = await personWindow(core, carrier, owner, '经理', ['manager']);
    expect((await technician.client.meeting.get({ id })).content.number).toBe('2026-W47');
    const change = { part: 'comment', topic: 'orders', text: 'x' } as const;
    expect(await failure(technician.client.meeting.savePart({ id, version: 0, change }))).toEqual({
      code: 'forbidden',
      right: 'meeting.write',
    });
    expect(await failure(clerk.client.meeting.confirm({ id, secret: { password } }))).toEqual({
      code: 'forbidden',
      right: 'meeting.confirm',
    });
    await manager.client.meeting.confirm({ id, secret: { password } });
    expect((await owner.client.meeting.get({ id })).signatures).toMatchObject([
      { personName: '经理', meaning: 'approve' },
    ]);
  });

  it('is confirmed only complete and with the right secret; a PIN serves after a password of today', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const { id } = await client.meeting.open({ week: '2026-W47' });
    const empty = await failure(client.meeting.confirm({ id, secret: { password } }));
    expect(empty).toMatchObject({
      code: 'invalid-input',
      issues: [
        { field: 'head.chairId', issue: 'required' },
        { field: 'attendance', issue: 'nobody-present' },
      ],
    });
    await readyDraft(client);
    expect(await failure(client.meeting.confirm({ id, secret: { password: 'falsch' } }))).toEqual({
      code: 'invalid-input',
      issues: [{ field: 'secret.password', issue: 'wrong-secret' }],
    });
    expect((await client.meeting.get({ id })).state).toBe('draft');
    await client.session.setPin({ password, pin: '2468' });
    expect(await failure(client.meeting.confirm({ id, secret: { pin: '1111' } }))).toMatchObject({
      issues: [{ field: 'secret.pin', issue: 'wrong-secret' }],
    });
    await client.meeting.confirm({ id, secret: { pin: '2468' } });
    expect(await client.meeting.verify({ id })).toMatchObject({ state: 'valid', problems: [] });
    expect(await failure(client.meeting.confirm({ id, secret: { password } }))).toEqual({
      code: 'rule-violated',
      reason: 'meeting-confirmed',
    });
  });

  it('freezes figures and text when it is confirmed, and refuses every change of them', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    await client.order.create({ values: order('D1', 3) });
    const id = await readyDraft(client);
    const { id: decisionId } = await client.decision.create({
      meetingId: id,
      values: {
        text: '先签排产再承诺',
        guidance: null,
        method: null,
        timing: null,
        supervision: null,
        logistics: null,
        incentive: null,
      },
    });
    await client.action.create({ values: action('签确认单', 1, id) });
    const ordersOf = async (): Promise<number | null | undefined> =>
      (await client.meeting.get({ id })).content.pack.progress.find((line) => line.indicator === 'orders')
        ?.week.value;
    await client.order.create({ values: order('D2', 4) });
    expect(await ordersOf()).toBe(7); // a draft is fresh
    const { hash, auditCode } = await client.meeting.confirm({ id, secret: { password } });
    const before = await client.meeting.get({ id });
    await client.order.create({ values: order('D3', 100) });
    await client.person.update({
      id: 1,
      version: 1,
      values: {
        name: '王董',
        code: null,
        departmentId: 1,
        postId: null,
        phone: null,
        hiredOn: null,
        leftOn: null,
        note: null,
      },
    });
    expect(await ordersOf()).toBe(7);
    expect(await client.meeting.get({ id })).toEqual(before);
    expect(before).toMatchObject({ state: 'confirmed', auditCode, verdict: { state: 'valid', hash } });
    expect(before.content.chair?.name).toBe('王总');
    expect(auditCode).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/u);
    const refused = { code: 'rule-violated', reason: 'meeting-confirmed' };
    const change = { part: 'comment', topic: 'orders', text: 'x' } as const;
    const text = {
      guidance: null,
      method: null,
      timing: null,
      supervision: null,
      logistics: null,
      incentive: null,
    };
    for (const call of [
      () => client.meeting.savePart({ id, version: 0, change }),
      () => client.meeting.savePart({ id, version: 1, change: { part: 'head', values: head } }),
      () => client.meeting.addTopic({ id, title: 'x' }),
      () => client.meeting.signIn({ id }),
      () => client.decision.create({ meetingId: id, values: { text: 'y', ...text } }),
      () => client.decision.update({ id: decisionId, version: 1, values: { text: 'y', ...text } }),
      () => client.action.create({ values: action('z', 1, id) }),
    ])
      expect(await failure(call())).toEqual(refused);
  });

  it.each([
    ["update meeting_snapshot set content = replace(content, '二楼', '三楼')", ['content', 'rows']],
    ['update meeting_snapshot set template_version = 2', ['content']],
    ["update meeting set place = '三楼会议室'", ['rows']],
    ["insert into meeting_comment (meeting_id, topic, text) values (1, 'cash', '假')", ['rows']],
    ["update decision set text = '假'", ['rows']],
    ["update meeting_attendance set state = 'absent'", ['rows']],
    ["update meeting_signature set person_name = '别人'", ['signature']],
    ["update meeting_signature set hash = replace(hash, substr(hash, 1, 1), 'x')", ['signature']],
    ['delete from meeting_signature', ['signature']],
    ["update meeting_amendment set text = '假'", ['amendment']],
    ['delete from meeting_amendment', ['amendment']],
  ])('shows its signature void after %s', async (statement, problems) => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const id = await readyDraft(client);
    const aspects = {
      guidance: null,
      method: null,
      timing: null,
      supervision: null,
      logistics: null,
      incentive: null,
    };
    await client.decision.create({ meetingId: id, values: { text: '真', ...aspects } });
    await client.meeting.confirm({ id, secret: { password } });
    await client.meeting.amend({ id, reason: '笔误', text: '应为 12 台', secret: { password } });
    expect(await client.meeting.verify({ id })).toMatchObject({ state: 'valid' });
    tamper(core, statement);
    expect(await client.meeting.verify({ id })).toMatchObject({ state: 'void', problems });
    expect((await client.meeting.get({ id })).verdict.state).toBe('void');
  });

  it('is corrected by a visible amendment only, and signed by others too', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '林秋月', ['clerk']);
    const id = await readyDraft(owner.client);
    const sign = { id, meaning: 'record', secret: { password } } as const;
    expect(await failure(clerk.client.meeting.sign(sign))).toEqual({
      code: 'rule-violated',
      reason: 'meeting-is-draft',
    });
    const { hash } = await owner.client.meeting.confirm({ id, secret: { password } });
    const before = await owner.client.meeting.get({ id });
    expect(await clerk.client.meeting.sign(sign)).toEqual({ hash });
    expect(await failure(clerk.client.meeting.sign(sign))).toEqual({
      code: 'rule-violated',
      reason: 'already-signed',
    });
    clock.set('2026-11-18T02:05:00.000Z');
    const amended = await owner.client.meeting.amend({
      id,
      reason: '笔误',
      text: '交付应为 10 台',
      secret: { password },
    });
    const second = await owner.client.meeting.amend({
      id,
      reason: '补充',
      text: '见附件',
      secret: { password },
    });
    expect([amended.number, second.number]).toEqual([1, 2]);
    const view = await owner.client.meeting.get({ id });
    expect(view.content).toEqual(before.content);
    expect(view.amendments).toMatchObject([
      {
        number: 1,
        reason: '笔误',
        text: '交付应为 10 台',
        personName: '王总',
        at: '2026-11-18T02:05:00.000Z',
      },
      { number: 2, reason: '补充', text: '见附件' },
    ]);
    expect(view.signatures.map((one) => [one.personName, one.meaning, one.amendment])).toEqual([
      ['王总', 'approve', null],
      ['林秋月', 'record', null],
      ['王总', 'amend', 1],
      ['王总', 'amend', 2],
    ]);
    expect(view.verdict).toEqual({ state: 'valid', problems: [], hash });
  });
});
