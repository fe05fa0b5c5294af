import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { verifyAudit } from '#electron/kernel/audit.ts';
import { isSound } from '#electron/kernel/sqlite.ts';
import { killAfter, startChild } from '#tests/support/child.ts';
import { openTestCore, ownerWindow, tempFolder } from '#tests/support/core.ts';
import { ledgerSums } from '#tests/support/membership.ts';

/** A round of every command of the ledger takes 20: the kills are spread over it. */
const kills = 4;

/** Lots, entries, balances and audit of every member agree, and each has exactly the cards that its state allows. */
function expectWhole(core: Core): void {
  const members = core.database.raw.reader
    .prepare(
      `select id, state, card_number as card, (select group_concat(number) from membership_card
         where membership_id = membership.id and ended_at is null) as inForce from membership`,
    )
    .all() as { id: number; state: string; card: string; inForce: string | null }[];
  for (const { id, state, card, inForce } of members) {
    const { lots, chain, balance, audit } = ledgerSums(core, id);
    expect({ chain, balance, audit }).toEqual({ chain: lots, balance: lots, audit: lots });
    expect(inForce).toBe(state === 'active' ? card : null);
    if (state !== 'active') expect(Object.values(lots)).toEqual([0, 0, 0, 0]);
  }
}

it(
  `every acknowledged command of the ledger stands whole through ${kills} kills`,
  { timeout: 240_000 },
  async () => {
    const folder = tempFolder();
    const first = await openTestCore({ dataFolder: folder });
    await ownerWindow(first, 'port');
    await first.close();
    const acknowledged: string[][] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const child = startChild('posting-members.ts', folder, String(kill));
      await killAfter(child, 1 + kill * 7 + randomInt(5), 10);
      acknowledged.push(...child.lines.map((line) => line.split(' ')));

      const core = await openTestCore({ dataFolder: folder });
      const sqlite = core.database.raw.reader;
      expect(isSound(sqlite)).toBe(true);
      const told = acknowledged.flatMap(([, receipt = '-']) => (receipt === '-' ? [] : [receipt]));
      const receipts = new Set(
        sqlite.prepare(`select receipt_key from membership_entry where receipt_key like 'K%'`).pluck().all(),
      );
      expect(told.filter((receipt) => !receipts.has(receipt))).toEqual([]);
      // One more than was printed may have been committed: the print is what is missing then.
      expect(receipts.size).toBeLessThanOrEqual(told.length + kill + 1);
      const done = sqlite
        .prepare(
          `select substr(call, 12) as verb, count(*) as count from audit where call like 'membership.%' group by 1`,
        )
        .all() as { verb: string; count: number }[];
      for (const [verb, lines] of Map.groupBy(acknowledged, ([name]) => name)) {
        const count = done.find((one) => one.verb === verb)?.count ?? 0;
        expect(count, verb).toBeGreaterThanOrEqual(lines.length);
        expect(count, verb).toBeLessThanOrEqual(lines.length + kill + 1);
      }
      expectWhole(core);
      expect(await verifyAudit(core.database.reader)).toMatchObject({ brokenAt: null });
      await core.close();
    }
    // The last one went through the whole round.
    expect(new Set(acknowledged.map(([verb]) => verb)).size).toBe(15);
  },
);
