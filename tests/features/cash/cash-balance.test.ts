import { describe, expect, it } from 'vitest';
import { cashBalanceFields, cashFields } from '#shared/features/cash/cash.fields.ts';
import type { CashBalance } from '#shared/features/meeting/meeting.pack.ts';
import { type DeskClient } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const opens = (client: DeskClient, account: string | null, openedOn: string, amountFen: number) =>
  client.cashBalance.create({ values: newValues(cashBalanceFields, { account, openedOn, amountFen }) });
const moves = (
  client: DeskClient,
  account: string | null,
  occurredOn: string,
  direction: 'in' | 'out',
  amountFen: number,
) => client.cash.create({ values: newValues(cashFields, { account, occurredOn, direction, amountFen }) });

const balanceOf = async (client: DeskClient, week = '2026-W47'): Promise<CashBalance | null> =>
  (await client.meeting.pack({ week })).resources.cash.balance;
const lines = (balance: CashBalance | null): unknown[] =>
  (balance?.lines ?? []).map((line) => [
    line.account,
    line.openingFen,
    line.in.value,
    line.out.value,
    line.balanceFen,
  ]);

describe.each(carriers)('the balance of cash over %s', (carrier) => {
  it('is "not supplied" without an opening balance, whatever moved, and never 0', async () => {
    const { client } = await ownerWindow(await openTestCore(), carrier);
    expect(await balanceOf(client)).toEqual({
      totalFen: null,
      missing: 'never-supplied',
      lines: [],
      unopened: [],
    });
    await moves(client, '基本户', '2026-11-17', 'in', 500);
    await moves(client, null, '2026-11-17', 'out', 200);
    await moves(client, '旧账户', '2026-01-05', 'in', 900); // asleep for longer than 60 days
    expect(await balanceOf(client)).toEqual({
      totalFen: null,
      missing: 'never-supplied',
      lines: [],
      unopened: ['基本户', null],
    });
  });

  it('begins with the newest opening and adds what came and went from that day on', async () => {
    const { client } = await ownerWindow(await openTestCore(), carrier);
    await opens(client, '基本户', '2026-01-01', 999_999); // a newer one counts
    await opens(client, '基本户', '2026-11-10', 100_000);
    await opens(client, '基本户', '2026-11-19', 7); // tomorrow
    await opens(client, '现金', '2026-11-18', 0);
    await opens(client, null, '2026-11-01', -5000);
    await moves(client, '基本户', '2026-11-09', 'in', 1); // in the opening already
    await moves(client, '基本户', '2026-11-10', 'in', 20);
    await moves(client, '基本户', '2026-11-18', 'out', 300);
    await moves(client, '基本户', '2026-11-19', 'out', 90_000); // after the pack's day
    await moves(client, '一般户', '2026-11-12', 'in', 40);
    await moves(client, null, '2026-11-12', 'in', 6000);
    const binned = await moves(client, '基本户', '2026-11-12', 'in', 7_000_000);
    await client.cash.remove({ ids: [binned.id] });
    const balance = await balanceOf(client);
    expect(lines(balance)).toEqual([
      ['基本户', 100_000, 20, 300, 99_720],
      ['现金', 0, 0, 0, 0],
      [null, -5000, 6000, 0, 1000],
    ]);
    expect([balance?.totalFen, balance?.missing, balance?.unopened]).toEqual([100_720, null, ['一般户']]);

    // The week before, as it stood on its Sunday; next week has not begun.
    const before = await balanceOf(client, '2026-W46');
    expect(lines(before)).toEqual([
      ['基本户', 100_000, 20, 0, 100_020],
      [null, -5000, 6000, 0, 1000],
    ]);
    expect(await balanceOf(client, '2026-W48')).toMatchObject({ totalFen: null, missing: 'not-begun' });
  });

  it('has one opening for an account and day', async () => {
    const { client } = await ownerWindow(await openTestCore(), carrier);
    await opens(client, '基本户', '2026-11-10', 1);
    await opens(client, null, '2026-11-10', 1);
    const taken = (field: string) => ({ code: 'invalid-input', issues: [{ field, issue: 'taken' }] });
    expect(await failure(opens(client, '基本户', '2026-11-10', 2))).toEqual(taken('values.account'));
    expect(await failure(opens(client, null, '2026-11-10', 2))).toEqual(taken('values.openedOn'));
  });
});
