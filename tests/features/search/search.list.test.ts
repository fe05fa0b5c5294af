import { expect, it } from 'vitest';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';

it('a list that words alone make is the list that any order makes, page by page, bin and removed ones left out', async () => {
  const { client } = await ownerWindow(await openTestCore(), 'port');
  const ids: number[] = [];
  for (let i = 0; i < 13; i++) {
    const values = newCustomer({ name: `高${i % 2 === 0 ? '伟' : '敏'}`, phone: `1380000${1000 + i}` });
    ids.push((await client.customer.create({ values })).id);
  }
  await client.customer.remove({ ids: ids.slice(2, 4) });
  const byId = [{ field: 'id', descending: true }];
  for (const search of ['高', '高伟', 'gaomin', 'gm', '1005', '没有', ' 高 '])
    for (const page of [1, 2, 3, 9]) {
      const input = { search, page, pageSize: 5 };
      const plain = await client.customer.list(input);
      expect([search, page, plain]).toEqual([
        search,
        page,
        await client.customer.list({ ...input, sort: byId }),
      ]);
    }
  expect((await client.customer.list({ search: '高', pageSize: 5, page: 3 })).rows).toHaveLength(1);
  expect((await client.customer.list({ search: '高', pageSize: 5, page: 9 })).total).toBe(11);
  expect((await client.customer.list({ search: '高', bin: true })).rows).toEqual([]);
});
