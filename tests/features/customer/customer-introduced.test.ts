import { describe, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, type Window } from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';

/** Saves who introduced a customer; `done`, or the issue. */
async function introduce({ client }: Window, id: number, introducedById: number | null): Promise<unknown> {
  const { record } = await client.customer.get({ id });
  return client.customer
    .update({ id, version: record.version, values: newCustomer({ name: record.name, introducedById }) })
    .then(
      () => 'done',
      (error: unknown) => {
        const data = errorData(error);
        return 'issues' in data ? data.issues[0] : data;
      },
    );
}

describe.each(carriers)('who introduced a customer, over %s', (carrier) => {
  it('is chosen from the customers, shown in the circle, never a circle of its own; merging keeps it so', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const ids: number[] = [];
    for (const name of ['甲', '乙', '丙', '丁'])
      ids.push((await client.customer.create({ values: newCustomer({ name }) })).id);
    const [a, b, c, d] = ids as [number, number, number, number];
    const byOf = async (id: number) => (await client.customer.get({ id })).record.introducedById;
    const circle = { field: 'values.introducedById', issue: 'customer-introduced-circle' };
    expect(await introduce(owner, b, a)).toBe('done');
    expect(await introduce(owner, c, b)).toBe('done');
    expect(await introduce(owner, a, a)).toMatchObject(circle);
    expect(await introduce(owner, a, c)).toMatchObject(circle);
    expect(await introduce(owner, a, d)).toBe('done');
    const { others } = (await client.portrait.ofCustomer({ customerId: b })).circle;
    expect(others.map(({ name, by }) => [name, by])).toEqual([
      ['甲', 'introducedBy'],
      ['丙', 'introduced'],
    ]);

    // 丁 → 甲 → 乙 → 丙. 乙 into 丁: 丙 is 丁's, 甲 stays 丁's; taken back, all is as it was.
    await client.customer.merge({ keptId: d, goneId: b, take: ['introducedById'], keepPhone: false });
    expect([await byOf(a), await byOf(c), await byOf(d)]).toEqual([d, d, null]);
    const [first] = (await client.customer.merges({ page: 1 })).lines;
    await client.customer.unmerge({ id: first?.id ?? 0 });
    expect(await Promise.all(ids.map(byOf))).toEqual([d, a, b, null]);
    // 丁 into 丙: who was brought through them both is brought by nobody.
    await client.customer.merge({ keptId: c, goneId: d, take: [], keepPhone: false });
    expect([await byOf(a), await byOf(b), await byOf(c)]).toEqual([c, a, null]);
    const [second] = (await client.customer.merges({ page: 1 })).lines;
    await client.customer.unmerge({ id: second?.id ?? 0 });
    expect(await Promise.all(ids.map(byOf))).toEqual([d, a, b, null]);
    await core.close();
  });
});
