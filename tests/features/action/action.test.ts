import { describe, expect, it } from 'vitest';
import { byUrgency, closeRefusal, daysOverdue } from '#shared/features/action/action.rules.ts';
import { meetingFields } from '#shared/features/meeting/meeting.fields.ts';
import { ownerActor } from '#tests/support/actor.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  testClock,
} from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const item = (text: string, ownerId: number, given: { dueOn?: string; meetingId?: number } = {}) => ({
  text,
  ownerId,
  dueOn: given.dueOn ?? '2026-11-20',
  check: '看原件',
  meetingId: given.meetingId ?? null,
  decisionId: null,
});

describe('rules of action items', () => {
  it.each([
    ['open', '2026-11-17', 1],
    ['open', '2026-11-18', 0], // due today is not overdue
    ['open', '2026-11-19', 0],
    ['reported', '2026-10-18', 31],
    ['closed', '2026-10-18', 0],
  ] as const)('%s and due on %s is %s days overdue on 18 November', (state, dueOn, days) => {
    expect(daysOverdue({ state, dueOn }, '2026-11-18')).toBe(days);
  });

  it.each([
    ['open', 7, [], 8, null],
    ['reported', 7, [7], 8, null],
    ['open', 7, [], 7, 'action-closed-by-owner'],
    ['reported', 7, [7, 8], 8, 'action-closed-by-owner'], // owned it once
    ['closed', 7, [], 8, 'action-closed'],
  ] as const)(
    '%s, owned by %s, before by %j: closing by %s is %s',
    (state, ownerId, formerOwnerIds, closer, refusal) => {
      expect(closeRefusal({ state, ownerId, formerOwnerIds }, closer)).toBe(refusal);
    },
  );

  it('puts the longest overdue first', () => {
    const items = [
      { dueOn: '2026-11-20', id: 1 },
      { dueOn: '2026-11-01', id: 3 },
      { dueOn: '2026-11-20', id: 0 },
    ];
    expect(items.toSorted(byUrgency).map(({ id }) => id)).toEqual([3, 0, 1]);
  });
});

describe.each(carriers)('action items over %s', (carrier) => {
  it('are numbered by year without gaps, also after a refused one', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const { client } = await ownerWindow(core, carrier);
    const create = (text: string, ownerId = 1) => client.action.create({ values: item(text, ownerId) });
    expect(await create('一')).toEqual({ id: 1, number: '2026-A001' });
    expect(await failure(create('没有这个人', 99))).toEqual({
      code: 'rule-violated',
      reason: 'reference-gone',
    });
    expect(await failure(client.action.create({ values: item('没有这个会', 1, { meetingId: 5 }) }))).toEqual({
      code: 'not-found',
      feature: 'meeting',
      id: 5,
    });
    const more = await Promise.all(['二', '三', '四'].map((text) => create(text)));
    expect(more.map((one) => one.number).sort()).toEqual(['2026-A002', '2026-A003', '2026-A004']);
    clock.set('2026-12-31T16:00:00.000Z'); // New Year at the store
    await client.session.state({});
    const { token } = await client.session.signIn({ login: '王总', password });
    expect(token).toBeTruthy();
    const again = await core.call('action.create', { values: item('新年', 1) }, { actor: ownerActor });
    expect(again).toMatchObject({ number: '2027-A001' });
  });

  it('are reported by their owner and closed by somebody else, with evidence and history', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const manager = await personWindow(core, carrier, owner, '经理', ['manager']);
    const consultant = await personWindow(core, carrier, owner, '顾问', ['salesConsultant']);
    const other = await personWindow(core, carrier, owner, '技师', ['technician']);
    const { id } = await owner.client.action.create({ values: item('补齐按揭资料', consultant.personId) });

    expect(await failure(other.client.action.report({ id, text: '好了' }))).toEqual({
      code: 'forbidden',
      right: 'action.own',
    });
    await consultant.client.action.note({ id, text: '缺一份流水' });
    expect(await consultant.client.action.report({ id, text: '已交银行' })).toEqual({ state: 'reported' });
    expect(await failure(consultant.client.action.close({ id, evidence: '我说的' }))).toEqual({
      code: 'forbidden',
      right: 'action.close',
    });
    expect(await failure(manager.client.action.close({ id, evidence: ' ' }))).toMatchObject({
      issues: [{ field: 'evidence', issue: 'required' }],
    });
    await manager.client.action.close({ id, evidence: '银行受理回执 8812' });
    expect(await manager.client.action.item({ id })).toMatchObject({
      state: 'closed',
      closedOn: '2026-11-18',
      closedByName: '经理',
      evidence: '银行受理回执 8812',
      lines: [
        { kind: 'raised', personName: '王总' },
        { kind: 'note', personName: '顾问', text: '缺一份流水' },
        { kind: 'reported', personName: '顾问' },
        { kind: 'closed', personName: '经理', text: '银行受理回执 8812' },
      ],
    });
    expect(await failure(manager.client.action.close({ id, evidence: '再关' }))).toMatchObject({
      reason: 'action-closed',
    });
    await manager.client.action.reopen({ id, reason: '银行退回' });
    expect(await manager.client.action.item({ id })).toMatchObject({
      state: 'open',
      closedOn: null,
      evidence: null,
    });
  });

  it('are edited until they are closed, and tell what was changed, by whom and in which meeting', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    const { client } = owner;
    const { id: meetingId } = await client.meeting.open({ week: '2026-W47' });
    const values = item('签排产单', 1, { meetingId });
    const { id } = await client.action.create({ values });
    const edited = {
      ...values,
      text: '签排产确认单',
      dueOn: '2026-11-27',
      check: '看双方盖章',
      ownerId: clerk.personId,
    };
    expect(await clerk.client.action.update({ id, version: 1, meetingId, values: edited })).toEqual({
      id,
      version: 2,
    });
    const { lines, ...now } = await client.action.item({ id });
    const { decisionId: _none, ...said } = edited;
    expect(now).toMatchObject({ ...said, version: 2, ownerName: '内勤' });
    expect(lines.map((line) => [line.kind, line.personName, line.meetingNumber, line.text])).toEqual([
      ['raised', '王总', '2026-W47', '签排产单'],
      ['owner', '内勤', '2026-W47', '内勤'],
      ['due', '内勤', '2026-W47', `${values.dueOn} → 2026-11-27`],
      ['text', '内勤', '2026-W47', '签排产单 → 签排产确认单'],
      ['check', '内勤', '2026-W47', `${values.check} → 看双方盖章`],
    ]);
    const stale = client.action.update({ id, version: 1, values });
    expect(await failure(stale)).toMatchObject({ code: 'conflict', by: '内勤' });
    const moved = client.action.update({ id, version: 2, values: { ...edited, meetingId: null } });
    expect(await failure(moved)).toMatchObject({
      issues: [{ field: 'values.meetingId', issue: 'action-keeps-meeting' }],
    });
    const third = await personWindow(core, carrier, owner, '副总', ['manager']);
    await third.client.action.close({ id, evidence: '原件' });
    expect(await failure(client.action.update({ id, version: 3, values: edited }))).toMatchObject({
      reason: 'action-closed',
    });
  });

  it('are not closed by a manager who owns them, not even after handing them over', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const manager = await personWindow(core, carrier, owner, '经理', ['manager']);
    const values = item('谈促销价', manager.personId);
    const { id } = await manager.client.action.create({ values });
    const refused = { code: 'rule-violated', reason: 'action-closed-by-owner' };
    expect(await failure(manager.client.action.close({ id, evidence: '好了' }))).toEqual(refused);
    await manager.client.action.update({ id, version: 1, values: { ...values, ownerId: 1 } });
    expect(await failure(manager.client.action.close({ id, evidence: '好了' }))).toEqual(refused);
    expect(await failure(owner.client.action.close({ id, evidence: '好了' }))).toEqual(refused);
    const second = await personWindow(core, carrier, owner, '副总', ['manager']);
    expect(await second.client.action.close({ id, evidence: '合同' })).toEqual({ state: 'closed' });
  });

  it('come up by themselves in every later meeting with their history, and in the overdue list', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    const { client } = owner;
    const w47 = await client.meeting.open({ week: '2026-W47' });
    const raised = await client.action.create({
      values: item('签排产单', clerk.personId, { meetingId: w47.id, dueOn: '2026-11-17' }),
    });
    const free = await client.action.create({ values: item('清点工具', clerk.personId) });
    const first = (await client.meeting.get({ id: w47.id })).content;
    expect(first.raised.map((one) => one.id)).toEqual([raised.id]);
    expect(first.carried.map((one) => one.id)).toEqual([free.id]);

    const w48 = await client.meeting.open({ week: '2026-W48' });
    await client.action.note({ id: raised.id, meetingId: w48.id, text: '对方下周回签' });
    await client.action.close({ id: free.id, meetingId: w48.id, evidence: '清点表' });
    const later = (await client.meeting.get({ id: w48.id })).content;
    expect(later.raised).toEqual([]);
    expect(later.carried.map((one) => [one.number, one.state, one.meetingNumber])).toEqual([
      [raised.number, 'open', '2026-W47'],
      [free.number, 'closed', null],
    ]);
    expect(later.carried[0]?.lines).toMatchObject([
      { kind: 'raised', meetingNumber: '2026-W47' },
      { kind: 'note', meetingNumber: '2026-W48', text: '对方下周回签' },
    ]);
    // One record through all meetings: an earlier one does not show what came up after it.
    const newer = await client.action.create({ values: item('下次再说', 1, { meetingId: w48.id }) });
    expect((await client.meeting.get({ id: w47.id })).content.carried.map((one) => one.id)).not.toContain(
      newer.id,
    );

    expect((await client.action.overdue({})).map((one) => [one.number, one.daysOverdue])).toEqual([
      [raised.number, 1],
    ]);
    const due = async (week: string): Promise<string[]> =>
      (await client.meeting.pack({ week })).plan.actions.map((one) => one.number);
    expect(await due('2026-W47')).toEqual([raised.number]);
    expect(await due('2026-W48')).toEqual([raised.number, newer.number]);
    expect((await client.action.open({ ownerId: 1 })).map((one) => one.id)).toEqual([newer.id]);
    expect(
      (await client.action.list({ filters: [{ field: 'meetingId', operator: 'is', value: w47.id }] })).total,
    ).toBe(1);
  });

  it('keep what confirmed minutes said about them, and refuse lines in them', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    const { client } = owner;
    const { id: meetingId } = await client.meeting.open({ week: '2026-W47' });
    const { id } = await client.action.create({ values: item('签排产单', clerk.personId, { meetingId }) });
    const values = newValues(meetingFields, { heldOn: '2026-11-18', chairId: 1, recorderId: 1 });
    await client.meeting.savePart({ id: meetingId, version: 0, change: { part: 'head', values } });
    await client.meeting.signIn({ id: meetingId });
    await client.meeting.confirm({ id: meetingId, secret: { password } });
    expect(await failure(client.action.note({ id, meetingId, text: '后补' }))).toMatchObject({
      reason: 'meeting-confirmed',
    });
    await client.action.close({ id, evidence: '原件' });
    const view = await client.meeting.get({ id: meetingId });
    expect(view.content.raised[0]).toMatchObject({ state: 'open', lines: [{ kind: 'raised' }] });
    expect(view.verdict.state).toBe('valid');
    expect((await client.action.item({ id })).state).toBe('closed');
  });
});
