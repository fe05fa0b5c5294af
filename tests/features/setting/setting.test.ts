import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import type { StoreSettings } from '#shared/features/setting/setting.contract.ts';
import type { Role } from '#shared/rpc/rights.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  personWindow,
  tempFolder,
  type Window,
} from '#tests/support/core.ts';

const usual: StoreSettings = {
  storeName: '测试商用车',
  language: 'zh-CN',
  idleMinutes: 15,
  backupFolder: '',
  watchFolder: '',
  ageBuckets: '30,60,90',
};

const refusalOf = (window: Window, change: Partial<StoreSettings>): Promise<unknown> =>
  window.client.setting.save({ values: { ...usual, ...change } }).then(() => 'saved', errorData);

describe.each(carriers)('settings of the store over %s', (carrier) => {
  it('have their usual values, and keep what the owner saves', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    expect(await owner.client.setting.get({})).toEqual({ ...usual, dataFolder: core.dataFolder });
    const folders = { watchFolder: tempFolder(), backupFolder: tempFolder() };
    const values = { ...usual, ...folders, idleMinutes: 30, ageBuckets: '45,90' };
    await owner.client.setting.save({ values });
    expect(await owner.client.setting.get({})).toEqual({ ...values, dataFolder: core.dataFolder });
    const { rows } = await owner.client.audit.list({});
    expect(rows.filter(({ call }) => call === 'setting.save')).toHaveLength(1);
  });

  it('refuse a folder that is not absolute, not there or no folder, and write nothing', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const place = tempFolder();
    writeFileSync(join(place, 'file.txt'), 'x');
    const before = await owner.client.setting.get({});
    expect(
      await refusalOf(owner, {
        storeName: '别名',
        watchFolder: 'exports',
        backupFolder: join(place, 'gone'),
      }),
    ).toEqual({
      code: 'invalid-input',
      issues: [
        { field: 'values.backupFolder', issue: 'folder-not-found' },
        { field: 'values.watchFolder', issue: 'not-absolute' },
      ],
    });
    expect(await refusalOf(owner, { watchFolder: join(place, 'file.txt') })).toEqual({
      code: 'invalid-input',
      issues: [{ field: 'values.watchFolder', issue: 'folder-not-found' }],
    });
    expect(await owner.client.setting.get({})).toEqual(before);
  });

  it('refuse to watch the data folder, where imported files are copied to', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const inside = join(core.dataFolder, 'files');
    mkdirSync(inside, { recursive: true });
    for (const watchFolder of [core.dataFolder, inside])
      expect(await refusalOf(owner, { watchFolder })).toEqual({
        code: 'invalid-input',
        issues: [{ field: 'values.watchFolder', issue: 'in-data-folder' }],
      });
    mkdirSync(`${core.dataFolder}-beside`);
    expect(await refusalOf(owner, { watchFolder: `${core.dataFolder}-beside` })).toBe('saved');
    rmdirSync(`${core.dataFolder}-beside`);
  });

  it('keep views and drafts of one person within bounds', async () => {
    const owner = await ownerWindow(await openTestCore(), carrier);
    await owner.client.setting.saveMine({ key: 'draft', value: 'x'.repeat(199_000) });
    const large = owner.client.setting.saveMine({ key: 'draft', value: 'x'.repeat(200_000) });
    expect(await large.then(() => 'saved', errorData)).toMatchObject({
      code: 'invalid-input',
      issues: [{ field: 'value', issue: 'too-long' }],
    });
  });

  it('save the rest while a folder is away, such as a stick that is not plugged in', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const stick = join(tempFolder(), 'stick');
    mkdirSync(stick);
    expect(await refusalOf(owner, { backupFolder: ` ${stick} ` })).toBe('saved');
    rmdirSync(stick);
    expect(await refusalOf(owner, { backupFolder: stick, idleMinutes: 5 })).toBe('saved');
    expect(await owner.client.setting.get({})).toMatchObject({ backupFolder: stick, idleMinutes: 5 });
  });

  it.each<[string, string | null]>([
    ['30,60,90', '30,60,90'],
    ['15，45、 120', '15,45,120'],
    ['1,2,3,4,5', '1,2,3,4,5'],
    ['30', null],
    ['1,2,3,4,5,6', null],
    ['60,30', null],
    ['30,30', null],
    ['0,30', null],
    ['1.5,30', null],
    ['30 60', null],
    ['30,,60', null],
    ['30,60天', null],
    ['', null],
  ])('age bands "%s" are kept as %s', async (typed, kept) => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    expect(await refusalOf(owner, { ageBuckets: typed })).toEqual(
      kept === null
        ? {
            code: 'invalid-input',
            issues: [{ field: 'values.ageBuckets', issue: 'not-age-buckets', params: {} }],
          }
        : 'saved',
    );
    expect((await owner.client.setting.get({})).ageBuckets).toBe(kept ?? usual.ageBuckets);
  });

  it.each<Role>(['manager', 'clerk', 'auditor'])('are not changed by %s', async (role) => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const person = await personWindow(core, carrier, owner, '小林', [role]);
    expect(await refusalOf(person, { storeName: '别名' })).toEqual({
      code: 'forbidden',
      right: 'setting.write',
    });
  });
});
