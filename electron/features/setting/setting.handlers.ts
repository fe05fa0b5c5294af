import { stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import {
  usualAgeBuckets,
  type settingContract,
  type StoreSettings,
} from '#shared/features/setting/setting.contract.ts';
import { DeskError, type FieldIssue } from '#shared/rpc/desk-error.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readSetting, writeSetting } from '#electron/kernel/settings.ts';

const folderKeys = ['backupFolder', 'watchFolder'] as const;

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** Longest saved view or draft, in characters of its JSON. */
const longestMine = 200_000;

/** Folders that were changed to something unusable. An unchanged one may be away, such as a stick that is not plugged in. */
async function folderIssues(
  reader: Reader,
  values: StoreSettings,
  dataFolder: string,
): Promise<FieldIssue[]> {
  const issues: FieldIssue[] = [];
  for (const key of folderKeys) {
    const path = values[key];
    if (path === '' || path === (await readSetting(reader, key))) continue;
    const field = `values.${key}`;
    if (!isAbsolute(path)) issues.push({ field, issue: 'not-absolute' });
    // Whatever is imported is copied into the data folder first: watching that would never end.
    else if (key === 'watchFolder' && isInside(dataFolder, path))
      issues.push({ field, issue: 'in-data-folder' });
    else if (!(await isFolder(path))) issues.push({ field, issue: 'folder-not-found' });
  }
  return issues;
}

export const settingHandlers = (dataFolder: string): HandlersOf<typeof settingContract> => ({
  async get(_input, { reader }) {
    return {
      storeName: (await readSetting(reader, 'storeName')) ?? '',
      language: (await readSetting(reader, 'language')) === 'en' ? 'en' : 'zh-CN',
      idleMinutes: Number((await readSetting(reader, 'idleMinutes')) ?? 15),
      backupFolder: (await readSetting(reader, 'backupFolder')) ?? '',
      watchFolder: (await readSetting(reader, 'watchFolder')) ?? '',
      ageBuckets: (await readSetting(reader, 'ageBuckets')) ?? usualAgeBuckets,
      dataFolder,
    };
  },
  async save({ values }, { reader, write }) {
    const issues = await folderIssues(reader, values, dataFolder);
    if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
    await write(async ({ writer, tell }) => {
      for (const [key, value] of Object.entries(values)) await writeSetting(writer, key, String(value));
      tell('settings', values);
    });
    return {};
  },
  async mine({ key }, { reader, actor }) {
    const row = await reader
      .selectFrom('personSetting')
      .select('value')
      .where('personId', '=', actor.personId)
      .where('key', '=', key)
      .executeTakeFirst();
    return { value: row ? (JSON.parse(row.value) as unknown) : null };
  },
  async saveMine({ key, value }, { writer, actor }) {
    const personId = actor.personId;
    if (value === null) {
      await writer
        .deleteFrom('personSetting')
        .where('personId', '=', personId)
        .where('key', '=', key)
        .execute();
      return {};
    }
    const text = JSON.stringify(value);
    if (text.length > longestMine) {
      const tooLong: FieldIssue = { field: 'value', issue: 'too-long', params: { maximum: longestMine } };
      throw new DeskError({ code: 'invalid-input', issues: [tooLong] });
    }
    await writer
      .insertInto('personSetting')
      .values({ personId, key, value: text })
      .onConflict((c) => c.columns(['personId', 'key']).doUpdateSet({ value: text }))
      .execute();
    return {};
  },
});
