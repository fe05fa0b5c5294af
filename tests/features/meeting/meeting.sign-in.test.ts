import { describe, expect, it } from 'vitest';
import { meetingFields } from '#shared/features/meeting/meeting.fields.ts';
import { type DeskClient } from '#renderer/transport/client.ts';
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

const headValues = (heldOn = '2026-11-18') =>
  newValues(meetingFields, { heldOn, startsAt: '10:00', chairId: 1, recorderId: 1 });

/** A draft of W47, held today at 10:00. */
async function draft(client: DeskClient, heldOn?: string): Promise<number> {
  const { id } = await client.meeting.open({ week: '2026-W47' });
  await client.meeting.savePart({ id, version: 0, change: { part: 'head', values: headValues(heldOn) } });
  return id;
}

const attendanceOf = async (client: DeskClient, id: number): Promise<unknown[]> =>
  (await client.meeting.get({ id })).content.attendance.map((line) => [
    line.name,
    line.state,
    line.signedInAt?.slice(11, 16) ?? null,
    line.signedWith,
  ]);

describe.each(carriers)('signing in to a meeting over %s', (carrier) => {
  it('is done by everybody in the own session, late after the start, once', async () => {
    const clock = testClock(); // 10:00 at the store
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const technician = await personWindow(core, carrier, owner, '小李', ['technician']);
    const auditor = await personWindow(core, carrier, owner, '审计', ['auditor']);
    const id = await draft(owner.client);
    expect(await owner.client.meeting.signIn({ id })).toEqual({
      state: 'present',
      signedInAt: '2026-11-18T02:00:00.000Z',
    });
    clock.set('2026-11-18T02:01:00.000Z');
    expect(await technician.client.meeting.signIn({ id })).toMatchObject({ state: 'late' });
    clock.set('2026-11-18T02:09:00.000Z');
    expect(await technician.client.meeting.signIn({ id })).toEqual({
      state: 'late',
      signedInAt: '2026-11-18T02:01:00.000Z',
    });
    expect(await failure(auditor.client.meeting.signIn({ id }))).toEqual({
      code: 'forbidden',
      right: 'meeting.attend',
    });
    expect(await attendanceOf(owner.client, id)).toEqual([
      ['小李', 'late', '02:01', 'session'],
      ['审计', 'absent', null, null],
      ['王总', 'present', '02:00', 'session'],
    ]);
  });

  it('is done on the recorder’s screen with the own password or PIN, and not with somebody else’s', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    const adviser = await personWindow(core, carrier, owner, '顾问', ['serviceAdviser']);
    const { id: nobody } = await owner.client.person.create({
      values: {
        name: '学徒',
        code: null,
        departmentId: null,
        postId: null,
        phone: null,
        hiredOn: null,
        leftOn: null,
        note: null,
      },
    });
    await adviser.client.session.changePassword({ old: password, password: 'Other-Horse-1' });
    await adviser.client.session.setPin({ password: 'Other-Horse-1', pin: '2468' });
    const id = await draft(owner.client);
    expect((await clerk.client.meeting.get({ id })).signers.toSorted((a, b) => a - b)).toEqual([
      1,
      clerk.personId,
      adviser.personId,
    ]);
    const here = (secret: { password: string } | { pin: string }, personId = adviser.personId) =>
      clerk.client.meeting.signInHere({ id, personId, secret });
    expect(await failure(here({ password }))).toEqual({
      code: 'invalid-input',
      issues: [{ field: 'secret.password', issue: 'wrong-secret' }],
    });
    expect(await failure(here({ pin: '1111' }))).toMatchObject({
      issues: [{ field: 'secret.pin', issue: 'wrong-secret' }],
    });
    expect(await failure(here({ password }, nobody))).toEqual({
      code: 'rule-violated',
      reason: 'person-without-account',
    });
    expect(await here({ pin: '2468' })).toMatchObject({ state: 'present' });
    expect(await here({ password }, clerk.personId)).toMatchObject({ state: 'present' });
    expect(
      await failure(adviser.client.meeting.signInHere({ id, personId: 1, secret: { password } })),
    ).toEqual({
      code: 'forbidden',
      right: 'meeting.write',
    });
    expect((await attendanceOf(owner.client, id)).slice(0, 3)).toEqual([
      ['内勤', 'present', '02:00', 'password'],
      ['顾问', 'present', '02:00', 'pin'],
      ['学徒', 'absent', null, null],
    ]);
    const { rows } = await owner.client.audit.list({ call: 'meeting.signInHere' });
    expect(rows.length).toBeGreaterThan(1);
  });

  it('cannot be forged or moved by the recorder, who may only say that the person was not there', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    const id = await draft(owner.client);
    await owner.client.meeting.signIn({ id });
    const save = (version: number, ...people: [number, 'present' | 'late' | 'absent', string | null][]) =>
      clerk.client.meeting.savePart({
        id,
        version,
        change: {
          part: 'attendance',
          people: people.map(([personId, state, signedInAt]) => ({ personId, state, signedInAt })),
        },
      });
    await save(
      1,
      [clerk.personId, 'present', '2026-11-18T01:50:00.000Z'],
      [1, 'late', '2026-11-18T09:00:00.000Z'],
    );
    expect(await attendanceOf(owner.client, id)).toEqual([
      ['内勤', 'present', '01:50', null],
      ['王总', 'late', '02:00', 'session'],
    ]);
    // Whom the recorder has noted signs later: the time is that of the signature, the state what was noted.
    clock.set('2026-11-18T02:12:00.000Z');
    expect(await clerk.client.meeting.signIn({ id })).toEqual({
      state: 'present',
      signedInAt: '2026-11-18T02:12:00.000Z',
    });
    await save(3, [clerk.personId, 'present', null], [1, 'absent', null]);
    expect(await attendanceOf(owner.client, id)).toEqual([
      ['内勤', 'present', '02:12', 'session'],
      ['王总', 'absent', null, null],
    ]);
  });

  it('is awaited on its day of who is on the list and has not signed in', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '内勤', ['clerk']);
    const id = await draft(owner.client, '2026-11-19');
    const late = await personWindow(core, carrier, owner, '新人', ['technician']); // not on the list
    const own = async ({ client }: { client: DeskClient }) =>
      (await client.meeting.find({ week: '2026-W47' }))?.own;
    const hold = async (version: number, heldOn: string) =>
      owner.client.meeting.savePart({ id, version, change: { part: 'head', values: headValues(heldOn) } });
    const nothing = { awaited: false, signedInAt: null };
    expect(await own(clerk)).toEqual(nothing);
    await hold(1, '2026-11-18');
    expect([await own(owner), await own(clerk), await own(late)]).toEqual([
      { awaited: true, signedInAt: null },
      { awaited: true, signedInAt: null },
      nothing,
    ]);
    await clerk.client.meeting.signIn({ id });
    const signed = { awaited: false, signedInAt: '2026-11-18T02:00:00.000Z' };
    expect([await own(owner), await own(clerk)]).toEqual([{ awaited: true, signedInAt: null }, signed]);
    // Whom the recorder notes has not signed; whose sign-in is taken back is asked again.
    await owner.client.meeting.savePart({
      id,
      version: 1,
      change: {
        part: 'attendance',
        people: [
          { personId: 1, state: 'present', signedInAt: '2026-11-18T02:00:00.000Z' },
          { personId: clerk.personId, state: 'absent', signedInAt: null },
        ],
      },
    });
    expect([await own(owner), await own(clerk)]).toEqual([
      { awaited: true, signedInAt: null },
      { awaited: true, signedInAt: null },
    ]);
    await hold(2, '2026-11-17');
    expect(await own(owner)).toEqual(nothing);
  });

  it('is refused before the day and after the minutes are confirmed; it is signed with them', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const id = await draft(client, '2026-11-19');
    expect(await failure(client.meeting.signIn({ id }))).toMatchObject({ reason: 'sign-in-too-early' });
    await client.meeting.savePart({ id, version: 1, change: { part: 'head', values: headValues() } });
    await client.meeting.signIn({ id });
    await client.meeting.confirm({ id, secret: { password } });
    expect(await failure(client.meeting.signIn({ id }))).toMatchObject({ reason: 'meeting-confirmed' });
    const here = client.meeting.signInHere({ id, personId: 1, secret: { password } });
    expect(await failure(here)).toMatchObject({ reason: 'meeting-confirmed' });
    expect((await client.meeting.verify({ id })).state).toBe('valid');
    core.database.raw.writer.exec('update meeting_attendance set signed_with = null');
    expect(await client.meeting.verify({ id })).toMatchObject({ state: 'void', problems: ['rows'] });
  });

  it('is not missed in minutes from before people signed in themselves', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const id = await draft(client);
    const present = { personId: 1, state: 'present' as const, signedInAt: null };
    await client.meeting.savePart({ id, version: 0, change: { part: 'attendance', people: [present] } });
    await client.meeting.confirm({ id, secret: { password } });
    // As an older program would have signed it: without the new words; the hash in the audit is of those bytes.
    const { content } = core.database.raw.writer.prepare('select content from meeting_snapshot').get() as {
      content: string;
    };
    const older = content
      .replaceAll(',"signedWith":null', '')
      .replace(/"balance":\{.*?\},"change"/u, '"change"');
    expect(older).not.toBe(content);
    core.database.raw.writer.prepare('update meeting_snapshot set content = ?').run(older);
    const view = await client.meeting.get({ id });
    expect(view.verdict.problems).not.toContain('rows');
    expect(view.content.attendance[0]?.signedWith).toBeNull();
    expect(view.content.pack.resources.cash.balance).toBeNull();
  });
});
