import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { isSound } from '#electron/kernel/sqlite.ts';
import { startChild } from '#tests/support/child.ts';
import { openTestCore, ownerWindow, tempFolder } from '#tests/support/core.ts';
import { ledgerSums } from '#tests/support/membership.ts';
import { newCustomer } from '#tests/support/records.ts';

const kills = 5;

it(
  `every acknowledged entry of the ledger stands whole through ${kills} kills`,
  { timeout: 240_000 },
  async () => {
    const folder = tempFolder();
    const first = await openTestCore({ dataFolder: folder });
    const owner = await ownerWindow(first, 'port');
    for (const name of ['甲方', '乙方'])
      await owner.client.customer.create({ values: newCustomer({ name }) });
    await first.close();
    const acknowledged: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const child = startChild('posting-members.ts', folder, String(kill));
      await child.printed(1 + randomInt(30));
      await new Promise((resolve) => setTimeout(resolve, randomInt(20)));
      child.process.kill('SIGKILL');
      expect(await child.ended).toBe('SIGKILL');
      acknowledged.push(...child.lines);

      const core = await openTestCore({ dataFolder: folder });
      const sqlite = core.database.raw.reader;
      expect(isSound(sqlite)).toBe(true);
      const receipts = new Set(sqlite.prepare('select receipt_key from membership_entry').pluck().all());
      expect(acknowledged.filter((receipt) => !receipts.has(receipt))).toEqual([]);
      // One more than was printed may have been committed: the print is what is missing then.
      expect(receipts.size).toBeLessThanOrEqual(acknowledged.length + kill + 1);
      for (const id of [1, 2]) {
        const { lots, chain, balance, audit } = ledgerSums(core, id);
        expect({ chain, balance, audit }).toEqual({ chain: lots, balance: lots, audit: lots });
      }
      await core.close();
    }
    expect(acknowledged.length).toBeGreaterThan(kills);
  },
);
