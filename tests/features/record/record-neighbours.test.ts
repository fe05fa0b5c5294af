import { expect, it } from 'vitest';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import type { ListFilter } from '#shared/rpc/record.contract.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';

it('neighbours, position and pages follow one order, with empty values and equal ones, up and down', async () => {
  const core = await openTestCore();
  const { client } = await ownerWindow(core, 'port');
  const people: number[] = [];
  for (const name of ['甲', '乙'])
    people.push((await client.person.create({ values: newValues(personFields, { name }) })).id);
  for (let n = 0; n < 24; n += 1) {
    await client.customer.create({
      values: newValues(customerFields, {
        name: `客户${n % 7}`,
        region: n % 3 === 0 ? null : `地区${n % 4}`,
        consultantId: n % 5 === 0 ? null : (people[n % 2] ?? null),
      }),
    });
  }
  const filters: ListFilter[] = [{ field: 'name', operator: 'isNot', value: '客户3' }];
  for (const fields of [
    [],
    ['region'],
    ['consultantId', 'name'],
    ['name', 'region'],
    ['id'],
    ['region', 'id'],
  ]) {
    for (const descending of [false, true]) {
      const list = {
        sort: fields.map((field, at) => ({ field, descending: at === 0 ? descending : !descending })),
        filters,
      };
      const all = (await client.customer.list({ ...list, pageSize: 100 })).rows.map((row) => row.id);
      const paged: number[] = [];
      for (let page = 1; page <= 3; page += 1)
        paged.push(...(await client.customer.list({ ...list, page, pageSize: 8 })).rows.map((row) => row.id));
      expect(paged).toEqual(all);
      for (const [at, id] of all.entries()) {
        expect(await client.customer.neighbours({ id, list })).toEqual({
          previous: all[at - 1] ?? null,
          next: all[at + 1] ?? null,
          position: at + 1,
          total: all.length,
        });
      }
    }
  }
  expect(await client.customer.neighbours({ id: 999, list: {} })).toEqual({
    previous: null,
    next: null,
    position: 0,
    total: 0,
  });
});
