import {
  openOrderDrill,
  peopleDrill,
  receivableDrill,
  stockDrill,
} from '#shared/features/meeting/meeting.drills.ts';
import { defaultAgeBuckets } from '#shared/features/meeting/meeting.definitions.ts';
import type { PackDays, ProgressLine, WeeklyPack } from '#shared/features/meeting/meeting.pack.ts';
import { matchStock, parseAgeBuckets, sumReceivables } from '#shared/features/meeting/meeting.rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { readCash } from './meeting.cash-pack.ts';
import { given } from './meeting.figure.ts';
import * as figures from './meeting.figures.ts';

/** 现有资源匹配 as it stood at the end of the pack's day. */
export async function readResources(
  reader: Reader,
  days: PackDays,
  progress: readonly ProgressLine[],
  today: Day,
): Promise<WeeklyPack['resources']> {
  const { asOf } = days;
  const ageBuckets = parseAgeBuckets((await readSetting(reader, 'ageBuckets')) ?? '') ?? defaultAgeBuckets;
  return {
    ageBuckets,
    stock: await readStock(reader, asOf, ageBuckets, progress),
    people: await readPeople(reader, asOf),
    receivables: await readReceivables(reader, days, ageBuckets),
    cash: await readCash(reader, days, progress, today),
  };
}

async function readStock(
  reader: Reader,
  asOf: Day,
  limits: readonly number[],
  progress: readonly ProgressLine[],
): Promise<WeeklyPack['resources']['stock']> {
  const supplied = await figures.hasRows(reader, 'stock');
  const ordersSupplied = progress.some(
    (line) => line.indicator === 'orders' && line.week.missing !== 'never-supplied',
  );
  const lines = matchStock(
    await figures.listStock(reader, asOf),
    await figures.listOpenOrders(reader, asOf),
    asOf,
    limits,
  );
  const sum = (of: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((total, line) => total + of(line), 0);
  return {
    supplied,
    ordersSupplied,
    total: given(
      supplied,
      sum((line) => line.stock),
      stockDrill({}, asOf, limits),
    ),
    aged: given(
      supplied,
      sum((line) => line.ages[limits.length] ?? 0),
      stockDrill({ bucket: limits.length }, asOf, limits),
    ),
    openOrders: given(
      ordersSupplied,
      sum((line) => line.openOrders),
      openOrderDrill(asOf),
    ),
    gap: supplied && ordersSupplied ? sum((line) => line.gap) : null,
    lines,
  };
}

async function readPeople(reader: Reader, asOf: Day): Promise<WeeklyPack['resources']['people']> {
  const departments = await figures.countPeople(reader, asOf);
  return {
    total: given(
      true,
      departments.reduce((sum, line) => sum + line.count, 0),
      peopleDrill(asOf),
    ),
    lines: departments.map(({ count, ...line }) => ({
      ...line,
      people: given(true, count, peopleDrill(asOf, line.departmentId)),
    })),
  };
}

async function readReceivables(
  reader: Reader,
  days: PackDays,
  limits: readonly number[],
): Promise<WeeklyPack['resources']['receivables']> {
  const { asOf, last, next } = days;
  const supplied = await figures.hasRows(reader, 'receivable');
  const sums = sumReceivables(await figures.listOpenSums(reader, asOf), days, limits);
  return {
    open: given(supplied, sums.open, receivableDrill.open(asOf)),
    overdue: given(supplied, sums.overdue, receivableDrill.dueUpTo(asOf, addDays(asOf, -1))),
    dueThisWeek: given(supplied, sums.dueThisWeek, receivableDrill.dueWithin(asOf, { first: asOf, last })),
    dueNextWeek: given(supplied, sums.dueNextWeek, receivableDrill.dueWithin(asOf, next)),
    dueLater: given(supplied, sums.dueLater, receivableDrill.dueFrom(asOf, addDays(next.last, 1))),
    noDueDay: given(supplied, sums.noDueDay, receivableDrill.noDueDay(asOf)),
    ages: sums.ages.map((fen, bucket) => given(supplied, fen, receivableDrill.aged(asOf, bucket, limits))),
    lines: await figures.listOverdueReceivables(reader, asOf),
  };
}
