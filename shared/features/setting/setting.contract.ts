import { z } from 'zod';
import { command, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';

/** 设置 of the store. Times in minutes. */
export const storeSettings = z.strictObject({
  storeName: z.string().trim().min(1, { error: 'required' }).max(100, { error: 'too-long' }),
  language: z.enum(['zh-CN', 'en']),
  idleMinutes: z.number().int().min(1).max(240),
  backupFolder: z.string().max(1000),
  watchFolder: z.string().max(1000),
});
export type StoreSettings = z.infer<typeof storeSettings>;

export const settingContract = {
  get: query('setting.read', z.strictObject({}), output<StoreSettings & { dataFolder: string }>()),
  save: command('setting.write', z.strictObject({ values: storeSettings }), output<Record<string, never>>()),
  /** 常用视图: saved views, drafts and other things that belong to one person. */
  mine: query('signed-in', z.strictObject({ key: z.string().max(120) }), output<{ value: unknown }>()),
  saveMine: command(
    'signed-in',
    z.strictObject({ key: z.string().max(120), value: z.json().nullable() }),
    output<Record<string, never>>(),
  ),
};
