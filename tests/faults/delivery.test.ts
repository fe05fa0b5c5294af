import { expect, it } from 'vitest';
import { openCore, type Core } from '#electron/core.ts';
import { startChild } from '#tests/support/child.ts';
import {
  openTestCore,
  openWindow,
  ownerWindow,
  password,
  testClock,
  testCost,
  type Window,
} from '#tests/support/core.ts';
import { makeReady, plannedDelivery, versionOf } from '#tests/support/delivery.ts';

const login = '王总';

/** The store as it lies in its folder, with its owner signed in. */
async function reopened(dataFolder: string): Promise<{ core: Core; owner: Window }> {
  const core = await openCore({ dataFolder, clock: testClock(), passwordCost: testCost, ballastBytes: 0 });
  const owner = await openWindow(core, 'port');
  owner.token = (await owner.client.session.signIn({ login, password })).token;
  return { core, owner };
}

it('a process that is killed inside a hand-over leaves nothing of it; one killed after the answer, all of it', async () => {
  const core = await openTestCore();
  const { dataFolder } = core;
  const window = await ownerWindow(core, 'port');
  const { id, orderId, stockId } = await plannedDelivery(window, 1);
  await makeReady(core, window, id);
  await window.client.delivery.sign({ id, version: await versionOf(window, id), secret: { password } });
  await core.close();

  const states: unknown[] = [];
  for (const point of ['delivery:afterCustomer', 'delivery:afterLeaving', 'done']) {
    const child = startChild('handing-over.ts', dataFolder, login, password, String(id), point);
    await child.printed(1);
    child.process.kill('SIGKILL');
    expect([await child.ended, child.lines]).toEqual(['SIGKILL', [point]]);
    const { core: again, owner } = await reopened(dataFolder);
    const { state, sheet } = await owner.client.delivery.view({ id });
    const order = (await owner.client.order.get({ id: orderId })).record;
    const stock = (await owner.client.stock.get({ id: stockId })).record;
    const [head] = (await owner.client.handOverSheet.list({})).rows;
    const { total } = await owner.client.vehicle.list({});
    states.push([point, state, head?.state, sheet?.customer?.name ?? null, order.state, stock.state, total]);
    expect(sheet?.verdict.state).toBe('valid');
    await again.close();
  }
  const whole = ['signing', 'signing', null, 'allocated', 'reserved', 0];
  expect(states).toEqual([
    ['delivery:afterCustomer', ...whole],
    ['delivery:afterLeaving', ...whole],
    ['done', 'handedOver', 'signed', '李师傅', 'delivered', 'sold', 1],
  ]);
});
