import { addDays, dayFromNumber } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, type Month } from '#shared/kernel/period.ts';
import { entryDueOn } from '#shared/features/indicator/indicator-period.rules.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { readWorkCalendar } from '../../calendar/calendar.repository.ts';
import { indicatorEntryRecord } from '../../indicator/indicator.record.ts';
import type { Workers } from '../quality/sample-shop.ts';

/** 填报 of the sample: two years of what the records cannot tell, month by month, a few of them late. */

type Shop = {
  readonly writer: Writer;
  readonly sqlite: Sqlite;
  readonly bulk: BulkWriter;
  readonly workers: Workers;
  /** Day number. */
  readonly today: number;
};

const monthsTyped = 24;

/** Every ninth month was told two weeks late. */
const isLate = (at: number): boolean => at % 9 === 4;

export async function addEntries({ writer, sqlite, bulk, workers, today }: Shop): Promise<void> {
  const day = dayFromNumber(today);
  const parts = sqlite
    .prepare(`select coalesce(sum(parts_fen), 0) from repair where substr(handed_over_on, 1, 7) = ?
      and state != 'cancelled' and type != 'internal' and removed_at is null`)
    .pluck();
  const vehicles = Number(sqlite.prepare(`select count(*) from vehicle where state = 'inUse'`).pluck().get());
  const calendar = await readWorkCalendar(writer);
  const accountant = workers.first('财务经理').id;
  for (let at = 0; at < monthsTyped; at += 1) {
    const month: Month = addMonthsTo(monthOf(day), at - monthsTyped);
    const sold = Number(parts.get(month));
    if (sold === 0) continue;
    const wave = at % 5;
    const cost = Math.round((sold * (610 + wave * 8)) / 100_000) * 100;
    const asked = 150 + ((at * 37) % 60);
    const expired = Math.max(4, Math.round(vehicles / 14) + wave);
    const figures: Readonly<Record<string, number>> = {
      partsCost: cost,
      partsStock: Math.round((cost * (29 + wave)) / 1_000) * 100,
      partLinesAsked: asked,
      partLinesFilled: Math.round((asked * (88 + ((at * 3) % 9))) / 100),
      policiesExpired: expired,
      policiesRenewed: Math.round((expired * (46 + wave * 3)) / 100),
      remindersDue: Math.max(6, Math.round(vehicles / 9) + wave),
    };
    const dueOn = entryDueOn(month, calendar);
    const told = addDays(isLate(at) ? dueOn : monthDays(month).last, isLate(at) ? 12 : 4);
    const enteredOn = told < day ? told : day;
    for (const [indicator, value] of Object.entries(figures))
      bulk.insert(
        indicatorEntryRecord,
        {
          indicator,
          periodKind: 'month',
          period: month,
          level: 'store',
          value,
          enteredOn,
          enteredById: accountant,
          late: Number(enteredOn > dueOn),
        },
        `${enteredOn}T02:00:00.000Z`,
      );
  }
}
