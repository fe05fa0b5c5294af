import { addDays, compareDays, dayOfInstant, type Day } from '../../kernel/day.ts';
import { monthOf, weekOf } from '../../kernel/period.ts';
import type { BackupManifest } from './backup.contract.ts';

/** How long backups are kept (reliability.md §1; the pattern of Anki). */
const keepAllDays = 2;
const keepDaily = 14;
const keepWeekly = 8;
const keepMonthly = 12;

/** Time between scheduled backups when something changed, in minutes. */
const backupEveryMinutes = 30;

type Thinned = Pick<BackupManifest, 'file' | 'sequence' | 'createdAt' | 'reason' | 'schemaVersion'>;

/**
 * Which backups of one folder may go: kept are everything of today and the two days before, then the newest of each of the
 * last 14 days, 8 weeks and 12 months that have one. The newest backup of all stays, one made before a migration stays as
 * the newest of its schema version, and one dated after today stays (the clock was set back).
 * Newest is told by sequence, never by the clock.
 */
export function backupsToRemove(
  backups: readonly Thinned[],
  today: Day,
  offsetMinutes: number,
): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => b.sequence - a.sequence);
  const recentFrom = addDays(today, -keepAllDays);
  const slots = [
    { periodOf: (day: Day): string => day, most: keepDaily, seen: new Set<string>() },
    { periodOf: weekOf, most: keepWeekly, seen: new Set<string>() },
    { periodOf: monthOf, most: keepMonthly, seen: new Set<string>() },
  ];
  const migratedFrom = new Set<string>();
  return newestFirst
    .filter((backup, index) => {
      const day = dayOfInstant(backup.createdAt, offsetMinutes);
      let kept = index === 0 || compareDays(day, recentFrom) >= 0;
      if (compareDays(day, today) <= 0) {
        for (const { periodOf, most, seen } of slots) {
          const period = periodOf(day);
          if (seen.has(period) || seen.size >= most) continue;
          seen.add(period);
          kept = true;
        }
      }
      if (backup.reason === 'before-migration' && !migratedFrom.has(backup.schemaVersion)) {
        migratedFrom.add(backup.schemaVersion);
        kept = true;
      }
      return !kept;
    })
    .map(({ file }) => file);
}

/** Whether a scheduled backup is due: something changed, and the last one is old, or dated in the future. Instants UTC ISO, in minutes. */
export function scheduledBackupDue(changed: boolean, minutesSinceLast: number | undefined): boolean {
  if (!changed) return false;
  return minutesSinceLast === undefined || minutesSinceLast < 0 || minutesSinceLast >= backupEveryMinutes;
}

/** `dealer-desk-20261118-100000-manual`: the name of a backup without its ending. `local` is `YYYY-MM-DDTHH:MM:SS` store time. */
export const backupName = (local: string, reason: string): string =>
  `dealer-desk-${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 19).replaceAll(':', '')}-${reason}`;
