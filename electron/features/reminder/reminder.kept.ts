import type { ReminderStore } from '#shared/features/reminder/reminder-open.rules.ts';
import { dayNumber, isDay, type Day } from '#shared/kernel/day.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import { designOn } from '../membership/membership.design.ts';
import { readReminderBase, rowsOf } from './reminder.base.ts';
import { membersBy, readMemberFacts } from './reminder.members.ts';

/** Everything the lists of a store are made of; read anew when something changed that they are made of. */
export type KeptStore = ReminderStore & {
  /** Customers who are not to be called: 免打扰, or no consent. */
  readonly silent: ReadonlySet<number>;
};

/** Features whose records the base is made of. */
const sources = [
  'vehicle',
  'customer',
  'repair',
  'certificate',
  'reminderDone',
  'membership',
  'membershipDesign',
];

// 出生日期 as it was told, or as it stands in the identity number of eighteen places.
const birthSql = `select id, coalesce(born_on, substr(identity_number, 7, 4) || '-' || substr(identity_number, 11, 2)
  || '-' || substr(identity_number, 13, 2)) from customer
  where removed_at is null and kind = 'person' and (born_on is not null or length(identity_number) = 18)`;
const silentSql = `select id from customer where do_not_call = 1 or consent = 'refused' or removed_at is not null`;
// Imports write on a connection of their own and tell the audit nothing of single records; the ledger is only added to.
const importSql = `select count(*) || '-' || count(undone_at) || '-' || coalesce(max(id), 0) || '-'
  || (select coalesce(max(id), 0) from membership_entry) from import`;

/**
 * The base of one open store, kept between calls. SQLite tells whether anybody has written since (`data_version`), the audit
 * and the imports whether that was to what the base is made of.
 */
export function keptStore(database: DeskDatabase): { get(today: Day): Promise<KeptStore> } {
  const sqlite = database.raw.reader;
  const auditHead = sqlite.prepare<[], number>('select coalesce(max(seq), 0) from audit').pluck();
  const touched = sqlite
    .prepare<[number], number>(
      `select count(*) from audit_record where seq > ? and feature in (${sources.map((name) => `'${name}'`).join(', ')})`,
    )
    .pluck();
  const imports = sqlite.prepare<[], string>(importSql).pluck();
  let kept:
    | { store: KeptStore; version: unknown; head: number; imported: string | undefined; today: Day }
    | undefined;
  let reading: Promise<KeptStore> | undefined;

  async function read(today: Day): Promise<KeptStore> {
    // Taken before reading: what is written meanwhile is looked at again with the next call.
    const version = sqlite.pragma('data_version', { simple: true });
    const head = auditHead.get() ?? 0;
    const imported = imports.get();
    const { rows } = await readReminderBase(rowsOf(sqlite));
    const births = new Map<number, number>();
    for (const [id, born] of sqlite.prepare<[], [number, string]>(birthSql).raw().iterate())
      if (isDay(born)) births.set(id, dayNumber(born));
    const silent = new Set(sqlite.prepare<[], number>(silentSql).pluck().all());
    const members = membersBy(
      await readMemberFacts(rowsOf(sqlite), today),
      (await designOn(database.reader, today)).content,
    );
    const store = { rows, births, silent, members };
    kept = { store, version, head, imported, today };
    return store;
  }

  function isFresh(today: Day): boolean {
    if (!kept || kept.today !== today) return false;
    const version = sqlite.pragma('data_version', { simple: true });
    if (version === kept.version) return true;
    const head = auditHead.get() ?? 0;
    if ((touched.get(kept.head) ?? 0) > 0 || imports.get() !== kept.imported) return false;
    kept.version = version;
    kept.head = head;
    return true;
  }

  return {
    async get(today) {
      if (kept && isFresh(today)) return kept.store;
      reading ??= read(today).finally(() => (reading = undefined));
      return reading;
    },
  };
}
