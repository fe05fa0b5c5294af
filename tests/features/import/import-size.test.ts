import { describe, expect, it } from 'vitest';
import type { ImportCounts } from '#shared/features/import/import.contract.ts';
import {
  anyImportSize,
  importSize,
  mustAsk,
  unaskedImport,
} from '#shared/features/import/import-size.rules.ts';
import { carriers, openTestCore, ownerWindow } from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';

const nothing = { create: 0, update: 0 };

describe('the size of an import', () => {
  it('counts records of all features, whatever their row is called', () => {
    const records = {
      customer: { create: 2, update: 5, unchanged: 1 },
      vehicle: { create: 3, update: 1, unchanged: 0 },
    };
    expect(importSize({ records })).toEqual({ create: 5, update: 6 });
  });

  it.each([
    [unaskedImport, nothing, false],
    [{ ...unaskedImport, update: unaskedImport.update + 1 }, nothing, true],
    [{ ...unaskedImport, create: unaskedImport.create + 1 }, nothing, true],
    // Agreed to what was seen, and not to more.
    [{ create: 0, update: 5000 }, { create: 0, update: 5000 }, false],
    [{ create: 0, update: 5001 }, { create: 0, update: 5000 }, true],
    [{ create: 20_000, update: 0 }, { create: 0, update: 20_000 }, true],
    [{ create: 9_000_000, update: 9_000_000 }, anyImportSize, false],
  ])('%o with %o agreed to: asks %s', (size, agreed, asks) => {
    expect(mustAsk(size, agreed)).toBe(asks);
  });
});

const many = unaskedImport.update + 1;
const customers = (region: string): File =>
  new File(
    [
      [
        '客户名称,联系电话,地区',
        ...Array.from({ length: many }, (_, at) => `客户${at},${13_900_000_000 + at},${region}`),
      ].join('\n'),
    ],
    '客户.csv',
  );

it.each(carriers)(
  'over %s: what changes many records is written only as far as a person agreed',
  async (carrier) => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const { client } = window;
    const upload = async (region: string): Promise<string> =>
      (await client.import.upload({ file: customers(region) })).fileId;
    const run = async (fileId: string, agreed?: { create: number; update: number }) =>
      jobEnd(window, (await client.import.run({ fileId, reading: {}, ...(agreed ? { agreed } : {}) })).jobId);
    const inRegion = async (value: string): Promise<number> =>
      (await client.customer.list({ filters: [{ field: 'region', operator: 'is', value }] })).total;

    expect(await run(await upload('深圳'))).toMatchObject({ state: 'done' });
    const fileId = await upload('广州');
    const asked = {
      state: 'failed',
      error: { code: 'rule-violated', reason: 'import-large', params: { create: 0, update: many } },
    };
    expect(await run(fileId)).toMatchObject(asked);
    expect(await run(fileId, { create: 0, update: many - 1 })).toMatchObject(asked);
    expect([await inRegion('深圳'), await inRegion('广州')]).toEqual([many, 0]);
    expect((await client.import.list({})).total).toBe(1);

    // A preview never asks: it is what the person agrees by.
    const { jobId } = await client.import.preview({ fileId, reading: {} });
    const { counts } = (await jobEnd(window, jobId)).result as { counts: ImportCounts };
    expect(await run(fileId, importSize(counts))).toMatchObject({ state: 'done' });
    expect([await inRegion('深圳'), await inRegion('广州')]).toEqual([0, many]);
  },
);
