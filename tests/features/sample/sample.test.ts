import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import {
  carriers,
  openTestCore,
  openWindow,
  ownerWindow,
  password,
  personWindow,
} from '#tests/support/core.ts';

describe.each(carriers)('sample store over %s', (carrier) => {
  it('is made and opened from the first run, signed into, and left again', async () => {
    const core = await openTestCore();
    const window = await openWindow(core, carrier);
    const refused = await window.client.sample.open({}).then(() => undefined, errorData);
    expect(refused).toEqual({ code: 'rule-violated', reason: 'no-sample-store' });
    const { counts } = await window.client.sample.create({ customers: 30, ownerName: '示范老板', password });
    expect(counts).toMatchObject({ customer: 30, department: 7 });
    expect((await window.client.session.state({})).stage).toBe('first-run');

    await window.client.sample.open({});
    expect(await window.client.session.state({})).toMatchObject({
      stage: 'signed-out',
      sample: true,
      storeName: '示范商用车服务中心',
    });
    window.token = (await window.client.session.signIn({ login: '示范老板', password })).token;
    expect((await window.client.customer.list({})).total).toBe(30);
    const again = await window.client.sample
      .create({ customers: 30, password })
      .then(() => undefined, errorData);
    expect(again).toEqual({ code: 'rule-violated', reason: 'sample-store-open' });

    await window.client.sample.leave({});
    window.token = undefined;
    expect(await window.client.session.state({})).toMatchObject({ stage: 'first-run', sample: false });
  });

  it('belongs to the owner once there is a store, and leaves the store alone', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '小赵', ['clerk']);
    const stranger = await openWindow(core, carrier);
    const input = { customers: 20, password };
    expect(await stranger.client.sample.create(input).then(() => undefined, errorData)).toEqual({
      code: 'signed-out',
      reason: 'no-session',
    });
    expect(await clerk.client.sample.create(input).then(() => undefined, errorData)).toEqual({
      code: 'forbidden',
      right: 'setting.write',
    });
    expect(await clerk.client.sample.open({}).then(() => undefined, errorData)).toEqual({
      code: 'forbidden',
      right: 'setting.write',
    });
    expect(existsSync(join(core.dataFolder, 'sample.db'))).toBe(false);

    await owner.client.session.lock({});
    expect(await owner.client.sample.create(input).then(() => undefined, errorData)).toEqual({
      code: 'signed-out',
      reason: 'locked',
    });
    await owner.client.session.unlock({ password });
    await owner.client.sample.create(input);
    expect(existsSync(join(core.dataFolder, 'sample.db'))).toBe(true);
    expect((await owner.client.customer.list({})).total).toBe(0);
  });

  it('a damaged sample file is told, leaves the own store open, and is made anew', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await owner.client.sample.create({ customers: 20, password });
    writeFileSync(join(core.dataFolder, 'sample.db'), 'x'.repeat(8192));
    expect(await owner.client.sample.open({}).then(() => undefined, errorData)).toEqual({
      code: 'rule-violated',
      reason: 'sample-store-damaged',
    });
    expect(await owner.client.session.state({})).toMatchObject({ stage: 'signed-in', sample: false });
    await owner.client.sample.create({ customers: 20, password });
    await owner.client.sample.open({});
    expect(await owner.client.session.state({})).toMatchObject({ sample: true });
  });

  it('refuses a short password and a senseless size', async () => {
    const core = await openTestCore();
    const { client } = await openWindow(core, carrier);
    const failure = await client.sample
      .create({ customers: 1, password: 'short' })
      .then(() => undefined, errorData);
    expect(failure).toMatchObject({
      code: 'invalid-input',
      issues: [
        expect.objectContaining({ field: 'customers' }),
        expect.objectContaining({ field: 'password', issue: 'password-too-short' }),
      ],
    });
  });
});
