import { describe, expect, it } from 'vitest';
import { actionFields } from '#shared/features/action/action.fields.ts';
import { decisionFields } from '#shared/features/decision/decision.fields.ts';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

describe.each(carriers)('decisions over %s', (carrier) => {
  it('are numbered by year in the order they are taken, with the six aspects, and found by the search', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const { id: meetingId } = await client.meeting.open({ week: '2026-W47' });
    const first = await client.decision.create({
      meetingId,
      values: newValues(decisionFields, { text: '先签排产再承诺交期', supervision: '内勤每周五核对' }),
    });
    const missing = await client.decision
      .create({ meetingId: 9, values: newValues(decisionFields, { text: '无' }) })
      .then(() => undefined, errorData);
    const second = await client.decision.create({
      meetingId,
      values: newValues(decisionFields, { text: '促销三台' }),
    });
    expect([first.number, missing?.code, second.number]).toEqual(['2026-D001', 'not-found', '2026-D002']);
    await client.decision.update({
      id: second.id,
      version: 1,
      values: newValues(decisionFields, { text: '促销五台' }),
    });
    const { decisions } = (await client.meeting.get({ id: meetingId })).content;
    expect(decisions.map((one) => [one.number, one.text, one.supervision])).toEqual([
      ['2026-D001', '先签排产再承诺交期', '内勤每周五核对'],
      ['2026-D002', '促销五台', null],
    ]);
    expect((await client.decision.list({})).rows[0]).toMatchObject({ meetingId, decidedOn: '2026-11-18' });
    expect(await client.search.find({ text: '排产' })).toMatchObject([{ feature: 'decision', id: first.id }]);
    expect((await client.decision.history({ id: second.id })).map((line) => line.call)).toEqual([
      'decision.update',
      'decision.create',
    ]);
  });

  it('are in force until another takes their place; no chain comes back, and only who may confirm may replace', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const { id: meetingId } = await client.meeting.open({ week: '2026-W47' });
    const ids: number[] = [];
    for (const text of ['周五盘点', '周六盘点', '每日盘点'])
      ids.push((await client.decision.create({ meetingId, values: newValues(decisionFields, { text }) })).id);
    const [first = 0, second = 0, third = 0] = ids;
    await client.action.create({
      values: newValues(actionFields, {
        text: '改盘点表',
        ownerId: 1,
        dueOn: '2026-11-20',
        check: '看表',
        decisionId: first,
      }),
    });
    await client.decision.replace({ id: first, byId: second });
    await client.decision.replace({ id: second, byId: third });
    const loop = await failure(client.decision.replace({ id: third, byId: first }));
    expect(loop).toMatchObject({ issues: [{ field: 'byId', issue: 'decision-chain-loops' }] });
    const again = await failure(client.decision.replace({ id: first, byId: third }));
    expect(again).toMatchObject({ reason: 'decision-replaced' });
    expect(await client.decision.view({ id: first })).toMatchObject({
      meeting: { id: meetingId, number: '2026-W47' },
      replacedBy: { id: second, on: '2026-11-18' },
      chain: [
        { number: '2026-D001', replacedByNumber: '2026-D002', replacedOn: '2026-11-18' },
        { number: '2026-D002', replacedByNumber: '2026-D003' },
        { number: '2026-D003', text: '每日盘点', replacedByNumber: null },
      ],
      actions: [{ text: '改盘点表' }],
    });
    expect(await client.decision.view({ id: third })).toMatchObject({
      replacedBy: null,
      chain: [{ id: first }, { id: second }, { id: third }],
    });
    // The minutes tell what has been replaced since, and that is no part of what they hold.
    expect((await client.meeting.get({ id: meetingId })).replaced).toEqual([
      { id: first, on: '2026-11-18', byId: second, byNumber: '2026-D002' },
      { id: second, on: '2026-11-18', byId: third, byNumber: '2026-D003' },
    ]);
    const itself = await failure(client.decision.replace({ id: third, byId: third }));
    expect(itself).toMatchObject({ issues: [{ field: 'byId', issue: 'decision-replaces-itself' }] });
    const filters = [{ field: 'state', operator: 'is' as const, value: 'inForce' }];
    expect((await client.decision.list({ filters })).rows.map((row) => row.id)).toEqual([third]);

    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    const refused = await failure(clerk.client.decision.reinstate({ id: first }));
    expect(refused).toEqual({ code: 'forbidden', right: 'meeting.confirm' });
    await client.decision.reinstate({ id: first });
    expect(await clerk.client.decision.view({ id: first })).toMatchObject({ replacedBy: null });
    expect((await client.meeting.get({ id: meetingId })).content.decisions).toHaveLength(3);
  });
});
