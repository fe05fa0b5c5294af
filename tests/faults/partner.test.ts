import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { verifyAudit } from '#electron/kernel/audit.ts';
import { isSound } from '#electron/kernel/sqlite.ts';
import { killAfter, startChild } from '#tests/support/child.ts';
import { openTestCore, ownerWindow, tempFolder } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';
import { newAgreement, replayed } from '#tests/support/partner.ts';

/** A round of issue, redemptions and reversals takes 10: the kills are spread over it. */
const kills = 2;

it(
  `every acknowledged issue and redemption of partner cards stands whole through ${kills} kills`,
  { timeout: 120_000 },
  async () => {
    const folder = tempFolder();
    const first = await openTestCore({ dataFolder: folder });
    const owner = await ownerWindow(first, 'port');
    const { customerId } = await newMember(owner);
    const year = first.clock.today().slice(0, 4);
    const { id } = await newAgreement(owner, {
      validFrom: `${year}-01-01`,
      validTo: `${Number(year) + 1}-12-31`,
    });
    await first.close();
    const acknowledged: string[][] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const child = startChild('posting-cards.ts', folder, String(kill), String(id), String(customerId));
      await killAfter(child, 2 + kill * 6 + randomInt(4), 10);
      acknowledged.push(...child.lines.map((line) => line.split(' ')));

      const core = await openTestCore({ dataFolder: folder });
      const sqlite = core.database.raw.reader;
      expect(isSound(sqlite)).toBe(true);
      const keysOf = (statement: string): unknown[] => sqlite.prepare(statement).pluck().all();
      const known = new Set([
        ...keysOf('select key from partner_issue'),
        ...keysOf("select receipt_key from partner_entry where kind = 'redeem'"),
      ]);
      const told = acknowledged.flatMap(([, name = '-']) => (name === '-' ? [] : [name]));
      expect(told.filter((name) => !known.has(name))).toEqual([]);
      // One more than was printed may have been committed each time: the print is what is missing then.
      expect(known.size).toBeLessThanOrEqual(told.length + kill + 1);
      const reversals = acknowledged.filter(([verb]) => verb === 'reverse').length;
      const [reversed] = keysOf("select count(*) from partner_entry where kind = 'reverse'");
      expect(Number(reversed)).toBeGreaterThanOrEqual(reversals);
      expect(Number(reversed)).toBeLessThanOrEqual(reversals + kill + 1);
      // An order gives all of its cards or none, each with the balance that its entries say.
      expect(
        keysOf(`select count(*) from partner_issue as one where one.cards !=
          (select count(*) from partner_entry where issue_id = one.id and kind = 'issue')`),
      ).toEqual([0]);
      expect(replayed(core).open.size).toBeGreaterThan(0);
      expect(await verifyAudit(core.database.reader)).toMatchObject({ brokenAt: null });
      await core.close();
    }
    expect(new Set(acknowledged.map(([verb]) => verb)).size).toBe(3);
  },
);
