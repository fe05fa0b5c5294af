import { expect, it } from 'vitest';
import type { DeskEvent } from '#shared/features/job/job.contract.ts';
import { createEvents, eventStream } from '#electron/kernel/events.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';

it.each(carriers)(
  'over %s a person hears of own jobs only, and of nothing after the session ended',
  async (carrier) => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '小张', ['clerk']);
    const heard: DeskEvent[] = [];
    const listening = (async () => {
      for await (const event of await clerk.client.job.events({})) heard.push(event);
    })();
    await expect.poll(() => heard.length).toBe(1);
    const order = { kind: 'export', subject: 'x', run: async () => ({ result: { phone: '13800001111' } }) };
    await (
      await core.jobs.start({ ...order, personId: null })
    ).ended;
    const own = await core.jobs.start({ ...order, personId: clerk.personId });
    await own.ended;
    await expect.poll(() => heard.length).toBe(3);
    expect(heard.map((event) => (event.type === 'job' ? event.job.id : event.type))).toEqual([
      'hello',
      own.id,
      own.id,
    ]);
    await owner.client.session.saveAccount({
      personId: clerk.personId,
      login: '小张',
      roles: ['clerk'],
      active: false,
    });
    await owner.client.customer.create({ values: newCustomer({}) });
    await listening;
    expect(heard).toHaveLength(3);
  },
);

it('a job whose end cannot be written ends all the same', async () => {
  const core = await openTestCore();
  const heard: DeskEvent[] = [];
  core.events.subscribe((event) => void heard.push(event));
  let go: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => (go = resolve));
  const { id, ended } = await core.jobs.start({
    kind: 'export',
    subject: 'x',
    personId: null,
    run: async () => {
      await waiting;
      return { result: { rows: 3 } };
    },
  });
  core.database.raw.writer.exec(
    `create trigger no_room before update on job begin select raise(abort, 'database or disk is full'); end`,
  );
  go();
  expect(await ended).toMatchObject({ id, state: 'done', result: { rows: 3 } });
  expect(heard.at(-1)).toMatchObject({ type: 'job', job: { id, state: 'done' } });
  expect(core.jobs.cancel(id)).toBe(false);
});

it('a window that does not listen is told to look anew instead of filling memory', async () => {
  const events = createEvents();
  const stop = new AbortController();
  const stream = eventStream(events, stop.signal);
  await stream.next();
  for (let id = 0; id < 5000; id++) events.publish({ type: 'changed', feature: 'customer', ids: [id] });
  setTimeout(() => stop.abort(), 50);
  const rest: DeskEvent[] = [];
  for await (const event of stream) rest.push(event);
  expect(rest.length).toBeLessThanOrEqual(1001);
  expect([rest[0], rest.at(-1)]).toEqual([
    { type: 'hello' },
    { type: 'changed', feature: 'customer', ids: [4999] },
  ]);
});
