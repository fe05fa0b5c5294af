import type { Sqlite } from './sqlite.ts';

/** What was read for a key, read anew when something changed that it is made of. */
export type KeptReading<Value> = { get(key: string): Promise<Value> };

/**
 * Keeps what is expensive to read, of one open store and for one key (a day, say) at a time. SQLite tells whether anybody has
 * written since (`data_version`), the audit and the imports whether that was to what it is made of: records of `features`.
 */
export function keptReading<Value>(
  sqlite: Sqlite,
  features: readonly string[],
  read: (key: string) => Promise<Value>,
): KeptReading<Value> {
  const auditHead = sqlite.prepare<[], number>('select coalesce(max(seq), 0) from audit').pluck();
  const touched = sqlite
    .prepare<[number], number>(
      `select count(*) from audit_record where seq > ? and feature in (${features.map((name) => `'${name}'`).join(', ')})`,
    )
    .pluck();
  // Imports write on a connection of their own and tell the audit nothing of single records.
  const importSql = `select count(*) || '-' || count(undone_at) || '-' || coalesce(max(id), 0) from import`;
  const imports = sqlite.prepare<[], string>(importSql).pluck();
  let kept:
    | { value: Value; key: string; version: unknown; head: number; imported: string | undefined }
    | undefined;
  let reading: { readonly key: string; readonly value: Promise<Value> } | undefined;

  async function readAnew(key: string): Promise<Value> {
    // Taken before reading: what is written meanwhile is looked at again with the next call.
    const version = sqlite.pragma('data_version', { simple: true });
    const head = auditHead.get() ?? 0;
    const imported = imports.get();
    const value = await read(key);
    kept = { value, key, version, head, imported };
    return value;
  }

  function isFresh(key: string): boolean {
    if (kept?.key !== key) return false;
    const version = sqlite.pragma('data_version', { simple: true });
    if (version === kept.version) return true;
    const head = auditHead.get() ?? 0;
    if ((touched.get(kept.head) ?? 0) > 0 || imports.get() !== kept.imported) return false;
    kept.version = version;
    kept.head = head;
    return true;
  }

  return {
    async get(key) {
      if (kept && isFresh(key)) return kept.value;
      if (reading?.key === key) return reading.value;
      const mine = {
        key,
        value: readAnew(key).finally(() => {
          if (reading === mine) reading = undefined;
        }),
      };
      reading = mine;
      return mine.value;
    },
  };
}
