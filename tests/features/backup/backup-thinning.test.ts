import { describe, expect, it } from 'vitest';
import { array, assert, integer, property } from 'fast-check';
import { backupName, backupsToRemove, scheduledBackupDue } from '#shared/features/backup/backup.rules.ts';
import type { BackupReason } from '#shared/features/backup/backup.contract.ts';
import { addDays, daysBetween } from '#shared/kernel/day.ts';
import { monthOf, weekOf } from '#shared/kernel/period.ts';

const today = '2026-11-18';
const offset = 480;

type Some = {
  file: string;
  sequence: number;
  createdAt: string;
  reason: BackupReason;
  schemaVersion: string;
};

/** A backup at noon of the store; sequences follow the list. */
const backups = (days: readonly string[], reason: BackupReason = 'scheduled'): Some[] =>
  days.map((day, index) => ({
    file: `${index + 1}`,
    sequence: index + 1,
    createdAt: `${day}T04:00:00.000Z`,
    reason,
    schemaVersion: '0001',
  }));

const keptDays = (list: readonly Some[], now = today): string[] => {
  const gone = new Set(backupsToRemove(list, now, offset));
  return list.filter(({ file }) => !gone.has(file)).map(({ createdAt }) => createdAt.slice(0, 10));
};

const everyDay = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(today, index - count + 1));

describe('thinning of backups', () => {
  it('keeps 14 days, 8 weeks and 12 months of two years of daily backups', () => {
    const kept = keptDays(backups(everyDay(730)));
    const daily = everyDay(14);
    const sundays = [
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      '2026-10-25',
      '2026-10-18',
      '2026-10-11',
      '2026-10-04',
    ];
    const monthEnds = ['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'];
    const laterEnds = ['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'];
    expect(kept).toEqual([...new Set([...daily, ...sundays, ...monthEnds, ...laterEnds])].sort());
  });

  it.each([
    [
      'all of today and the two days before',
      ['2026-11-16', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-18'],
      [0, 1, 2, 3, 4],
    ],
    ['the newest of an older day', ['2026-11-12', '2026-11-12', '2026-11-12', '2026-11-18'], [2, 3]],
    ['the newest, however old', ['2019-01-01', '2019-01-01'], [1]],
    ['days that have one, when the store was shut', ['2026-09-01', '2026-09-02', '2026-09-03'], [0, 1, 2]],
    ['those after today: the clock was set back', ['2027-01-01', '2027-01-01', '2026-11-18'], [0, 1, 2]],
  ])('keeps %s', (_name, days, indexes) => {
    const gone = new Set(backupsToRemove(backups(days), today, offset));
    const kept = days.flatMap((_day, index) => (gone.has(`${index + 1}`) ? [] : [index]));
    expect(kept).toEqual(indexes);
  });

  it('counts the business day of the store, not that of Greenwich', () => {
    const list = backups(['2026-11-10', '2026-11-10']);
    const [first, second] = list as [Some, Some];
    // 23:30 and 00:30 in the store: two days.
    first.createdAt = '2026-11-10T15:30:00.000Z';
    second.createdAt = '2026-11-10T16:30:00.000Z';
    expect(backupsToRemove(list, today, offset)).toEqual([]);
  });

  it('keeps the newest before-migration backup of each schema version, and lets repeated ones go', () => {
    const list = backups(
      Array.from({ length: 6 }, () => '2020-03-05'),
      'before-migration',
    ).map((b, index) => ({
      ...b,
      schemaVersion: index < 3 ? '0001' : '0002',
    }));
    expect(
      backupsToRemove(
        [
          ...list,
          ...backups(everyDay(400)).map((b) => ({ ...b, file: `d${b.file}`, sequence: b.sequence + 10 })),
        ],
        today,
        offset,
      )
        .filter((file) => !file.startsWith('d'))
        .sort(),
    ).toEqual(['1', '2', '4', '5']);
  });

  it('keeps at least one of every one of the last days, weeks and months that had one, and is stable', () => {
    assert(
      property(array(integer({ min: -900, max: 0 }), { minLength: 1, maxLength: 80 }), (offsets) => {
        const days = [...offsets].sort((a, b) => a - b).map((n) => addDays(today, n));
        const list = backups(days);
        const kept = keptDays(list);
        const newest = (key: (day: string) => string, most: number): string[] => {
          const seen = [...new Set(days.map(key))];
          return seen.slice(-most);
        };
        expect(kept.at(-1)).toBe(days.at(-1));
        expect([...new Set(kept)]).toEqual(expect.arrayContaining(newest((day) => day, 14)));
        expect([...new Set(kept.map(weekOf))]).toEqual(expect.arrayContaining(newest(weekOf, 8)));
        expect([...new Set(kept.map(monthOf))]).toEqual(expect.arrayContaining(newest(monthOf, 12)));
        expect(kept.filter((day) => daysBetween(day, today) > 2).length).toBeLessThanOrEqual(34);
        const gone = new Set(backupsToRemove(list, today, offset));
        expect(
          backupsToRemove(
            list.filter(({ file }) => !gone.has(file)),
            today,
            offset,
          ),
        ).toEqual([]);
      }),
    );
  });
});

it.each([
  [false, undefined, false],
  [false, 600, false],
  [true, undefined, true],
  [true, 29.9, false],
  [true, 30, true],
  [true, -1, true],
])('a scheduled backup, changed %s, %s minutes after the last, is due: %s', (changed, minutes, due) => {
  expect(scheduledBackupDue(changed, minutes)).toBe(due);
});

it('names a backup by store time and reason', () => {
  expect(backupName('2026-11-18T10:00:00.000Z', 'before-import')).toBe(
    'dealer-desk-20261118-100000-before-import',
  );
});
