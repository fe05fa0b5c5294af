import type { settingContract } from '#shared/features/setting/setting.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readSetting, writeSetting } from '#electron/kernel/settings.ts';

export const settingHandlers = (dataFolder: string): HandlersOf<typeof settingContract> => ({
  async get(_input, { reader }) {
    return {
      storeName: (await readSetting(reader, 'storeName')) ?? '',
      language: (await readSetting(reader, 'language')) === 'en' ? 'en' : 'zh-CN',
      idleMinutes: Number((await readSetting(reader, 'idleMinutes')) ?? 15),
      backupFolder: (await readSetting(reader, 'backupFolder')) ?? '',
      watchFolder: (await readSetting(reader, 'watchFolder')) ?? '',
      dataFolder,
    };
  },
  async save({ values }, { writer, tell }) {
    for (const [key, value] of Object.entries(values)) await writeSetting(writer, key, String(value));
    tell('settings', values);
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
    await writer
      .insertInto('personSetting')
      .values({ personId, key, value: text })
      .onConflict((c) => c.columns(['personId', 'key']).doUpdateSet({ value: text }))
      .execute();
    return {};
  },
});
