import { monthOf } from '#shared/kernel/period.ts';
import type { SampleWorld } from './sample-world.ts';

/** What an account of the store usually holds when a month begins, in yuan. */
const usualYuan: Readonly<Record<string, number>> = {
  基本户: 1_860_000,
  一般户: 420_000,
  现金: 36_500,
  微信支付宝: 88_000,
};

/** 月初对账: the balance of every account on the first of the month, high enough that none falls below its usual third. */
export function addCashBalances(world: SampleWorld): void {
  const { calendar, sums, options } = world;
  const random = world.random('balances');
  const scale = Math.max(0.3, options.customers / 1200);
  const openedOn = `${monthOf(calendar.day(calendar.today))}-01`;
  if (openedOn < calendar.day(calendar.start)) return;
  for (const [account, yuan] of Object.entries(usualYuan)) {
    let running = 0;
    let lowest = 0;
    for (const [, fen] of [...(sums.movedThisMonth.get(account) ?? [])].sort(([a], [b]) => a - b)) {
      running += fen;
      lowest = Math.min(lowest, running);
    }
    const usualFen = Math.round(yuan * scale) * 100 + random.int(0, 99_999);
    world.add('cashBalance', {
      account,
      openedOn,
      amountFen: Math.max(usualFen, Math.round(usualFen / 3) - lowest),
      note: '月初对账',
    });
  }
}
