import { cashDrill, indicatorDrill } from '#shared/features/meeting/meeting.drills.ts';
import { supplyWindowDays } from '#shared/features/meeting/meeting.definitions.ts';
import type {
  CashBalance,
  PackDays,
  ProgressLine,
  WeeklyPack,
} from '#shared/features/meeting/meeting.pack.ts';
import { countPeriod } from '#shared/features/meeting/meeting.rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { listMovedAccounts, listOpenedAccounts } from '../cash/cash.repository.ts';
import { figure, given } from './meeting.figure.ts';
import { cashOutQuery, readSource } from './meeting.source.ts';

/** Money in and out of the week, and what the accounts hold at the end of the pack's day. */
export async function readCash(
  reader: Reader,
  days: PackDays,
  progress: readonly ProgressLine[],
  today: Day,
): Promise<WeeklyPack['resources']['cash']> {
  const week = { first: days.first, last: days.last };
  const moneyIn = progress.find((line) => line.indicator === 'cashIn')?.week;
  const outSource = await readSource(reader, cashOutQuery, days);
  const out = figure(countPeriod(outSource, week, today), cashDrill('out', week));
  const inFigure = moneyIn ?? given(false, 0, indicatorDrill('cashIn', week));
  return {
    in: inFigure,
    out,
    change: inFigure.value === null || out.value === null ? null : inFigure.value - out.value,
    balance: await readBalance(reader, days, today),
  };
}

async function readBalance(reader: Reader, { first, asOf }: PackDays, today: Day): Promise<CashBalance> {
  if (first > today) return { totalFen: null, missing: 'not-begun', lines: [], unopened: [] };
  const opened = await listOpenedAccounts(reader, asOf);
  const lines = opened.map(({ inFen, outFen, ...line }) => {
    const span = { first: line.openedOn, last: asOf };
    return {
      ...line,
      in: given(true, inFen, cashDrill('in', span, line.account)),
      out: given(true, outFen, cashDrill('out', span, line.account)),
      balanceFen: line.openingFen + inFen - outFen,
    };
  });
  const known = new Set(lines.map(({ account }) => account));
  const moved = await listMovedAccounts(reader, addDays(asOf, -supplyWindowDays), asOf);
  return {
    totalFen: lines.length === 0 ? null : lines.reduce((sum, line) => sum + line.balanceFen, 0),
    missing: lines.length === 0 ? 'never-supplied' : null,
    lines,
    unopened: moved.filter((account) => !known.has(account)),
  };
}
