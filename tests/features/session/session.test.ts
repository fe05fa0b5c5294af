import { describe, expect, it } from 'vitest';
import { delayAfterFailures } from '#shared/features/session/session.rules.ts';
import {
  carriers,
  openTestCore,
  openWindow,
  ownerWindow,
  password,
  personWindow,
  testClock,
} from '#tests/support/core.ts';
import { failure } from '#tests/support/refusal.ts';

it.each([
  [0, 0],
  [4, 0],
  [5, 30],
  [6, 60],
  [11, 1920],
  [12, 3600],
  [40, 3600],
])('after %i failures a sign-in waits %i seconds', (failures, seconds) => {
  expect(delayAfterFailures(failures)).toBe(seconds);
});

describe.each(carriers)('session over %s', (carrier) => {
  it('sets the store up once, and tells no names before sign-in', async () => {
    const core = await openTestCore();
    const window = await openWindow(core, carrier);
    expect(await window.client.session.state({})).toMatchObject({
      stage: 'first-run',
      storeName: null,
      me: null,
    });
    const set = await window.client.session.setUp({ storeName: '店', ownerName: '王总', password });
    expect(set.recoveryCode).toMatch(/^[A-Z2-9]{5}(-[A-Z2-9]{5}){3}$/u);
    expect(
      await failure(window.client.session.setUp({ storeName: '店', ownerName: '李', password })),
    ).toEqual({ code: 'rule-violated', reason: 'store-exists' });
    expect(await window.client.session.state({})).toMatchObject({
      stage: 'signed-out',
      storeName: '店',
      me: null,
    });
    window.token = set.token;
    expect(await window.client.session.state({})).toMatchObject({
      stage: 'signed-in',
      me: { name: '王总', roles: ['owner'] },
    });
  });

  it.each(['password', 'recoveryCode'] as const)(
    'answers a name that nobody has like any other, by %s: same words, same delays, same traces',
    async (kind) => {
      const clock = testClock();
      const core = await openTestCore({ clock });
      const owner = await ownerWindow(core, carrier);
      await personWindow(core, carrier, owner, '小李', ['serviceAdviser']);
      const { client } = await openWindow(core, carrier);
      const attempt = (login: string): Promise<unknown> =>
        failure(
          kind === 'password'
            ? client.session.signIn({ login, password: 'wrong' })
            : client.session.recover({ login, recoveryCode: 'WRONG', password }),
        );
      const rows = async (): Promise<number> => (await owner.client.audit.list({})).total;
      const answers: Record<string, unknown[]> = {};
      for (const login of ['小李', '没有这个人']) {
        clock.set('2026-11-18T02:00:00.000Z');
        const before = await rows();
        const told: unknown[] = [];
        for (let n = 0; n < 7; n += 1) told.push(await attempt(login));
        clock.set('2026-11-18T02:00:31.000Z');
        for (let n = 0; n < 2; n += 1) told.push(await attempt(login));
        answers[login] = [...told, (await rows()) - before];
      }
      const [known, stranger] = Object.values(answers);
      expect(stranger).toEqual(known);
      expect(known).toContainEqual({
        code: 'rule-violated',
        reason: 'too-many-failures',
        params: { seconds: 60 },
      });
    },
  );

  it('refuses a wrong password ever longer, and counts through a restart', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const { client } = await ownerWindow(core, carrier);
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await failure(client.session.signIn({ login: '王总', password: 'wrong' }))).toMatchObject({
        code: 'invalid-input',
      });
    }
    expect(await failure(client.session.signIn({ login: '王总', password }))).toEqual({
      code: 'rule-violated',
      reason: 'too-many-failures',
      params: { seconds: 30 },
    });
    clock.set('2026-11-18T02:00:31.000Z');
    expect(await client.session.signIn({ login: '王总', password })).toMatchObject({ me: { name: '王总' } });
  });

  it('counts attempts sent side by side one by one', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const tries = Array.from({ length: 12 }, (_, nth) =>
      failure(client.session.signIn({ login: '王总', password: `wrong-${nth}` })),
    );
    const told = (await Promise.all(tries)).map((one) => (one as { code: string }).code);
    expect(told.filter((code) => code === 'invalid-input')).toHaveLength(5);
    expect(told.filter((code) => code === 'rule-violated')).toHaveLength(7);
  });

  it('shuts out a person in the bin, and keeps the last owner out of it', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const manager = await personWindow(core, carrier, owner, '李经理', ['manager']);
    const clerk = await personWindow(core, carrier, owner, '小张', ['clerk']);
    const ownerId = (await owner.client.session.state({})).me?.personId ?? 0;
    await manager.client.person.remove({ ids: [clerk.personId] });
    expect(await failure(clerk.client.customer.list({}))).toMatchObject({ code: 'signed-out' });
    expect(await failure(clerk.client.session.signIn({ login: '小张', password }))).toMatchObject({
      code: 'invalid-input',
    });
    expect(await failure(manager.client.person.remove({ ids: [ownerId] }))).toEqual({
      code: 'rule-violated',
      reason: 'last-owner',
    });
    await manager.client.person.restore({ ids: [clerk.personId] });
    expect(await clerk.client.customer.list({})).toMatchObject({ total: 0 });
  });

  it('ends the other sessions of a person who changes the password', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const other = await openWindow(core, carrier);
    other.token = (await other.client.session.signIn({ login: '王总', password })).token;
    await owner.client.session.changePassword({ old: password, password: 'Another-Horse-10' });
    expect(await failure(other.client.customer.list({}))).toEqual({
      code: 'signed-out',
      reason: 'no-session',
    });
    expect(await owner.client.customer.list({})).toMatchObject({ total: 0 });
  });

  it('locks, opens again by PIN on the day of the password only, and ends after twelve hours', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const { client } = await ownerWindow(core, carrier);
    await client.session.setPin({ password, pin: '4711' });
    await client.session.lock({});
    expect(await failure(client.customer.list({}))).toEqual({ code: 'signed-out', reason: 'locked' });
    expect(await failure(client.session.unlock({ pin: '0000' }))).toMatchObject({
      code: 'invalid-input',
      issues: [{ field: 'pin', issue: 'wrong-secret' }],
    });
    await client.session.unlock({ pin: '4711' });
    expect(await client.customer.list({})).toMatchObject({ total: 0 });
    clock.set('2026-11-18T02:20:00.000Z'); // idle for longer than 15 minutes
    expect(await failure(client.customer.list({}))).toEqual({ code: 'signed-out', reason: 'locked' });
    clock.set('2026-11-18T14:00:00.000Z');
    expect(await failure(client.session.unlock({ pin: '4711' }))).toEqual({
      code: 'signed-out',
      reason: 'expired',
    });
  });

  it('refuses a PIN after midnight', async () => {
    const clock = testClock();
    clock.set('2026-11-18T15:30:00.000Z'); // 23:30 in the store
    const core = await openTestCore({ clock });
    const { client } = await ownerWindow(core, carrier);
    await client.session.setPin({ password, pin: '4711' });
    await client.session.lock({});
    clock.set('2026-11-18T16:01:00.000Z');
    expect(await failure(client.session.unlock({ pin: '4711' }))).toEqual({
      code: 'rule-violated',
      reason: 'pin-needs-password-today',
    });
    await client.session.unlock({ password });
  });

  it('keeps the last owner, and shuts out an account that was switched off at once', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const me = (await owner.client.session.state({})).me;
    const off = { personId: me?.personId ?? 0, login: '王总', roles: ['owner' as const], active: false };
    expect(await failure(owner.client.session.saveAccount(off))).toEqual({
      code: 'rule-violated',
      reason: 'last-owner',
    });
    expect(
      await failure(owner.client.session.saveAccount({ ...off, roles: ['clerk'], active: true })),
    ).toEqual({ code: 'rule-violated', reason: 'last-owner' });
    const clerk = await personWindow(core, carrier, owner, '小张', ['clerk']);
    expect(await clerk.client.customer.list({})).toMatchObject({ total: 0 });
    await owner.client.session.saveAccount({
      personId: clerk.personId,
      login: '小张',
      roles: ['clerk'],
      active: false,
    });
    expect(await failure(clerk.client.customer.list({}))).toEqual({
      code: 'signed-out',
      reason: 'no-session',
    });
    expect(await failure(clerk.client.session.signIn({ login: '小张', password }))).toMatchObject({
      code: 'invalid-input',
    });
  });

  it('recovers with the code once, ending every other session', async () => {
    const core = await openTestCore();
    const window = await openWindow(core, carrier);
    const { recoveryCode, token } = await window.client.session.setUp({
      storeName: '店',
      ownerName: '王总',
      password,
    });
    window.token = token;
    const fresh = await window.client.session.recover({
      login: '王总',
      recoveryCode,
      password: 'another-password',
    });
    expect(fresh.recoveryCode).not.toBe(recoveryCode);
    expect(await failure(window.client.customer.list({}))).toEqual({
      code: 'signed-out',
      reason: 'no-session',
    });
    expect(
      await failure(window.client.session.recover({ login: '王总', recoveryCode, password })),
    ).toMatchObject({ code: 'invalid-input' });
    expect(await window.client.session.signIn({ login: '王总', password: 'another-password' })).toMatchObject(
      { me: { name: '王总' } },
    );
  });
});
