import { describe, expect, it } from 'vitest';
import { carriers, openTestCore, openWindow, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

describe.each(carriers)('carrier %s', (carrier) => {
  it('streams what changed to every window, after commit, until the listener goes', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '小张', ['clerk']);
    const events = await clerk.client.job.events({});
    const heard: unknown[] = [];
    const hears = async (count: number): Promise<void> => {
      for await (const event of events) {
        heard.push(event);
        if (heard.length === count) break;
      }
    };
    const listening = hears(3);
    await expect.poll(() => heard.length).toBe(1);
    const { id } = await owner.client.customer.create({ values: newCustomer({ name: '张三' }) });
    // A failed command tells nobody anything: the next thing heard is of the one after it.
    await failure(owner.client.customer.update({ id, version: 99, values: newCustomer({ name: '李四' }) }));
    await owner.client.customer.update({ id, version: 1, values: newCustomer({ name: '王五' }) });
    await listening;
    const changed = { type: 'changed', feature: 'customer', ids: [id] };
    expect(heard).toEqual([{ type: 'hello' }, changed, changed]);
  });

  it('aborts a call', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const stop = new AbortController();
    const call = client.customer.list({}, { signal: stop.signal });
    stop.abort();
    expect(await failure(call)).toMatchObject({ code: 'cancelled' });
  });

  it('carries files both ways, numbers and nothing else', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const bytes = new Uint8Array([0, 255, 13, 10, 206, 210]);
    const { fileId, fileName } = await client.import.upload({
      file: new File([bytes], '../../危险<name>.csv'),
    });
    expect(fileName).toBe('危险_name_.csv');
    expect(fileId).toMatch(/^[a-f0-9-]{36}$/u);
  });

  it('answers typed errors for what does not exist and what is no input', async () => {
    const core = await openTestCore();
    const window = await openWindow(core, carrier);
    const loose = window.client as unknown as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >;
    expect(await failure(loose['session']?.['signIn']?.({ login: 5 }) ?? Promise.resolve())).toMatchObject({
      code: 'invalid-input',
    });
    expect(await failure(loose['customer']?.['list']?.({}) ?? Promise.resolve())).toEqual({
      code: 'signed-out',
      reason: 'no-session',
    });
    expect(await failure(loose['customer']?.['erase']?.({}) ?? Promise.resolve())).toMatchObject({
      code: 'unavailable',
    });
    await expect(core.call('constructor.name', {}, {})).rejects.toMatchObject({
      data: { code: 'not-found', id: 'constructor.name' },
    });
    await expect(core.call('customer.toString', {}, {})).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
  });
});
