import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRows } from '#electron/features/import/feed/row-feed.ts';
import { writtenChoices } from '#electron/features/import/written-choices.ts';
import { tempFolder } from '#tests/support/core.ts';

const mapping = { 0: 'customer.name', 1: 'customer.kind' };

it('choices are told by both languages, of mapped columns that have choices', () => {
  const choices = writtenChoices('customerVehicle', mapping);
  expect([...choices.keys()]).toEqual(['customer.kind']);
  expect(choices.get('customer.kind')?.get('company')).toEqual([
    expect.stringMatching(/^\p{Script=Han}+$/u),
    expect.stringMatching(/^[A-Za-z ]+$/u),
  ]);
});

it('a cell is understood by them', async () => {
  const choices = writtenChoices('customerVehicle', mapping);
  const names = choices.get('customer.kind')?.get('company') ?? [];
  const filePath = join(tempFolder(), '客户.csv');
  writeFileSync(filePath, ['客户名称,类型', ...names.map((name) => `远达,${name}`)].join('\n'));
  const order = {
    filePath,
    kind: 'customerVehicle',
    mapping,
    corrections: new Map(),
    searched: [],
    choices,
  } as const;
  const found = [];
  for await (const { rows } of readRows(order)) found.push(...rows.map((row) => row.values[1]));
  expect(found).toEqual(['company', 'company']);
});
