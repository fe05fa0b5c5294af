import { describe, expect, it } from 'vitest';
import { type DeskClient } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, password, personWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { meetingFields } from '#shared/features/meeting/meeting.fields.ts';
import { decisionFields } from '#shared/features/decision/decision.fields.ts';
import { failure } from '#tests/support/refusal.ts';

const week = '2026-W47';

/** A draft with a topic, a decision and an action item. */
async function filled(client: DeskClient): Promise<number> {
  const { id } = await client.meeting.open({ week });
  const { topicId } = await client.meeting.addTopic({ id, title: '交付' });
  await client.meeting.savePart({
    id,
    version: 0,
    change: { part: 'topic', topicId, title: '交付', minutes: '打错了周' },
  });
  await client.decision.create({
    meetingId: id,
    values: newValues(decisionFields, { text: '先签后排' }),
  });
  await client.action.create({
    values: {
      text: '签确认单',
      ownerId: 1,
      dueOn: '2026-11-20',
      check: '看原件',
      meetingId: id,
      decisionId: null,
    },
  });
  return id;
}

describe.each(carriers)('a draft opened by mistake over %s', (carrier) => {
  it('goes to the bin with what was taken in it, and comes back whole', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const id = await filled(client);
    const before = await client.meeting.get({ id });
    await client.meeting.discard({ id });
    expect(await client.meeting.find({ week })).toBeNull();
    expect(await failure(client.meeting.get({ id }))).toMatchObject({ code: 'not-found' });
    expect([(await client.action.open({})).length, (await client.decision.list({})).total]).toEqual([0, 0]);
    expect((await client.search.find({ text: week })).length).toBe(0);
    expect((await client.meeting.list({ bin: true })).rows.map((row) => row.number)).toEqual([week]);

    await client.meeting.restore({ id });
    const { signers: _signers, ...after } = await client.meeting.get({ id });
    const { signers: _before, ...whole } = before;
    const items = after.content.raised.map(({ version: _version, ...item }) => item);
    expect({ ...after, content: { ...after.content, raised: items } }).toMatchObject({
      ...whole,
      content: {
        ...whole.content,
        raised: whole.content.raised.map(({ version: _version, ...item }) => item),
        pack: expect.anything(),
      },
    });
    expect((await client.action.open({})).length).toBe(1);
    expect((await client.meeting.history({ id })).map((line) => line.call).slice(0, 2)).toEqual([
      'meeting.restore',
      'meeting.discard',
    ]);
  });

  it('stays once somebody signed in or it is confirmed, and is not restored beside another of its week', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const guest = await personWindow(core, carrier, owner, '顾问', ['serviceAdviser']);
    const first = await filled(client);
    expect(await failure(guest.client.meeting.discard({ id: first }))).toEqual({
      code: 'forbidden',
      right: 'meeting.write',
    });
    await client.meeting.discard({ id: first });
    const { id } = await client.meeting.open({ week });
    expect(id).not.toBe(first);
    expect(await failure(client.meeting.restore({ id: first }))).toEqual({
      code: 'rule-violated',
      reason: 'meeting-opened-again',
    });
    await guest.client.meeting.signIn({ id });
    const signed = { code: 'rule-violated', reason: 'meeting-signed' };
    expect(await failure(client.meeting.discard({ id }))).toEqual(signed);
    const values = newValues(meetingFields, { heldOn: '2026-11-18', chairId: 1, recorderId: 1 });
    await client.meeting.savePart({ id, version: 0, change: { part: 'head', values } });
    await client.meeting.confirm({ id, secret: { password } });
    expect(await failure(client.meeting.discard({ id }))).toEqual({
      code: 'rule-violated',
      reason: 'meeting-confirmed',
    });
  });
});
