import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSound, openSqlite } from '#electron/kernel/sqlite.ts';
import { killAfter, startChild } from '#tests/support/child.ts';
import { tempFolder } from '#tests/support/core.ts';

const kills = 7;

it(`keeps every acknowledged pair whole through ${kills} kills of the writing process`, async () => {
  const folder = tempFolder();
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const child = startChild('writing-store.ts', folder);
    await killAfter(child, 1 + randomInt(60), 25);
    acknowledged = Number(child.lines.at(-1));

    const sqlite = openSqlite(join(folder, 'desk.db'), 'write');
    expect(isSound(sqlite)).toBe(true);
    const [rows, last, halves, unindexed] = sqlite
      .prepare(
        `select count(*), max(id),
           (select count(*) from (select id - (id % 2 = 0) as pair from customer group by pair having count(*) <> 2)),
           (select count(*) from customer where not exists
             (select 1 from search_entry where feature = 'customer' and record_id = customer.id))
         from customer`,
      )
      .raw()
      .get() as number[];
    sqlite.close();
    expect({ halves, unindexed, oneToLast: rows === last }).toEqual({
      halves: 0,
      unindexed: 0,
      oneToLast: true,
    });
    expect(last).toBeGreaterThanOrEqual(acknowledged);
  }
  expect(acknowledged).toBeGreaterThan(kills);
}, 240_000);
