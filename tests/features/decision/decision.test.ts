import { describe, expect, it } from 'vitest';
import { decisionFields } from '#shared/features/decision/decision.fields.ts';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';

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
});
