import { describe, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  testClock,
} from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';

describe.each(carriers)('audit over %s', (carrier) => {
  it('lists by the business day of the store, midnight to midnight', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const at: [string, string][] = [
      ['2026-11-18T15:59:59.000Z', '夜里'], // 23:59:59 of the 18th in the store
      ['2026-11-18T16:00:00.000Z', '零点'], // the 19th begins
      ['2026-11-19T15:59:59.999Z', '又夜里'],
    ];
    for (const [instant, name] of at) {
      clock.set(instant);
      // The former session is idle or past its twelve hours by then.
      owner.token = (await client.session.signIn({ login: '王总', password })).token;
      await client.customer.create({ values: newCustomer({ name }) });
    }
    const found = async (from: string, to: string): Promise<number> =>
      (await client.audit.list({ call: 'customer.create', from, to })).total;
    expect(await found('2026-11-18', '2026-11-18')).toBe(1);
    expect(await found('2026-11-19', '2026-11-19')).toBe(2);
    expect(await found('2026-11-19', '')).toBe(2);
    expect(await found('', '2026-11-18')).toBe(1);
    expect(await found('2026-11-20', '')).toBe(0);
    expect(await client.audit.list({ from: '18.11.2026' }).catch(errorData)).toMatchObject({
      code: 'invalid-input',
      issues: [{ field: 'from', issue: 'not-a-day' }],
    });
  });

  it('keeps its order and its chain when the clock is set back', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock });
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    for (const [instant, name] of [
      ['2026-12-31T15:59:59.000Z', '年末'],
      ['2024-02-29T02:00:00.000Z', '闰日'],
      ['2027-01-01T02:00:00.000Z', '新年'],
    ] as const) {
      clock.set(instant);
      owner.token = (await client.session.signIn({ login: '王总', password })).token;
      await client.customer.create({ values: newCustomer({ name }) });
    }
    const { rows } = await client.audit.list({ call: 'customer.create' });
    expect(rows.map(({ at }) => at.slice(0, 10))).toEqual(['2027-01-01', '2024-02-29', '2026-12-31']);
    expect(await client.audit.verify({})).toMatchObject({ brokenAt: null });
  });

  it('is for the owner and the auditor only', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const manager = await personWindow(core, carrier, owner, '张经理', ['manager']);
    const auditor = await personWindow(core, carrier, owner, '赵审计', ['auditor']);
    expect(await manager.client.audit.list({}).catch(errorData)).toEqual({
      code: 'forbidden',
      right: 'audit.read',
    });
    expect((await auditor.client.audit.verify({})).brokenAt).toBeNull();
  });

  it('gives pinyin and initials of names, so that pages are found by them', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    expect(await client.search.readings({ texts: ['操作记录', 'Audit'] })).toEqual([
      expect.arrayContaining(['caozuojilu', 'czjl']),
      [],
    ]);
  });
});
