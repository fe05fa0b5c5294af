import type { ReminderRule } from '#shared/features/reminder/reminder-plan.rules.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

export type StoredReminderRule = ReminderRule & {
  readonly name: string;
  readonly nameEn: string | null;
  readonly script: string | null;
  readonly scriptEn: string | null;
  readonly source: string;
};

/** Rules that nobody took away; the engine tells which of them count on a day. */
export async function readReminderRules(reader: Reader | Writer): Promise<StoredReminderRule[]> {
  const rows = await reader
    .selectFrom('reminderRule')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('id')
    .$narrowType<Pick<ReminderRule, 'kind' | 'vehicleKind' | 'use'>>()
    .execute();
  return rows.map((row) => ({ ...row, active: row.active === 1, confirmed: row.confirmed === 1 }));
}
