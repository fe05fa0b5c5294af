import type { Reader, Writer } from './database.ts';

/** Settings of the store: one text per key. */
export async function readSetting(reader: Reader | Writer, key: string): Promise<string | null> {
  const row = await reader.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeSetting(writer: Writer, key: string, value: string): Promise<void> {
  await writer
    .insertInto('setting')
    .values({ key, value })
    .onConflict((c) => c.column('key').doUpdateSet({ value }))
    .execute();
}
