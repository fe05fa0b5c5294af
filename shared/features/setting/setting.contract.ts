import { z } from 'zod';
import { normalText } from '../../kernel/normal-text.ts';
import { action, command, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';
import { defaultAgeBuckets } from '../meeting/meeting.definitions.ts';
import { parseAgeBuckets } from '../meeting/meeting.rules.ts';

/** 库龄/账龄 buckets as they are kept when nobody set them: `30,60,90`. */
export const usualAgeBuckets = defaultAgeBuckets.join(',');

/** 2–5 rising whole days of at most four digits, such as `30,60,90`; commas of Chinese keyboards and blanks are taken. */
const ageBuckets = z
  .string()
  .max(60)
  .overwrite((text) => normalText(text).replaceAll(/\s*[,、;]\s*/gu, ','))
  .refine((text) => /^\d{1,4}(?:,\d{1,4}){1,4}$/u.test(text) && parseAgeBuckets(text) !== undefined, {
    error: 'not-age-buckets',
  });

/** 设置 of the store. Times in minutes, ages in days. */
export const storeSettings = z.strictObject({
  storeName: z.string().trim().min(1, { error: 'required' }).max(100, { error: 'too-long' }),
  language: z.enum(['zh-CN', 'en']),
  idleMinutes: z.number().int().min(1).max(240),
  backupFolder: z.string().trim().max(1000),
  watchFolder: z.string().trim().max(1000),
  ageBuckets,
});
export type StoreSettings = z.infer<typeof storeSettings>;

export const settingContract = {
  get: query('setting.read', z.strictObject({}), output<StoreSettings & { dataFolder: string }>()),
  /** A folder that is changed must be absolute and there: issue `not-absolute` or `folder-not-found`. Empty: none. */
  save: action('setting.write', z.strictObject({ values: storeSettings }), output<Record<string, never>>()),
  /** 常用视图: saved views, drafts and other things that belong to one person. */
  mine: query('signed-in', z.strictObject({ key: z.string().max(120) }), output<{ value: unknown }>()),
  saveMine: command(
    'signed-in',
    z.strictObject({ key: z.string().max(120), value: z.json().nullable() }),
    output<Record<string, never>>(),
  ),
};
