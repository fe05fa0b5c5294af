import { expect, it } from 'vitest';
import { inLedgerBatch } from '#electron/features/membership/membership.batch.ts';
import type { NewEntry } from '#electron/features/membership/membership.inserting.ts';
import { findMembership } from '#electron/features/membership/membership.repository.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';

const none = { points: 0, principalFen: 0, bonusFen: 0, units: 0 };
const day = '2026-11-18';

it('a batch writes every row as it was given, whatever rows have in common, or none of them', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  const members = [await newMember(owner), await newMember(owner)];
  const sqlite = core.database.raw.writer;
  const entry = (n: number): NewEntry => ({
    membershipId: members[n % 7 === 0 ? 0 : 1]?.id ?? 0,
    kind: n < 150 ? 'earn' : 'redeem',
    onDay: day,
    at: `${day}T08:00:00.000Z`,
    receiptKey: `B${n}`,
    refersId: n === 120 ? 1 : null,
    saleFen: n < 130 ? 5000 : n,
    listFen: 0,
    worthFen: n % 3,
    moneyFen: 0,
    amounts: { ...none, points: n < 150 ? 2 : -1 },
    after: { ...none, points: n },
    shortPoints: 0,
    note: n % 40 === 0 ? `注${n}` : null,
    personId: 1,
  });
  const lot = {
    account: 'points' as const,
    quantity: 2,
    startsOn: day,
    expiresOn: null,
    name: null,
    paidFen: 0,
    unitFen: 0,
  };
  const post = (count: number): number[] =>
    inLedgerBatch(sqlite, (batch) =>
      Array.from({ length: count }, (_, n) =>
        // The later ones take from the lots of the first, made in the same batch.
        batch.add(
          entry(n),
          n < 150 ? [{ ...lot, quantity: 2 + (n % 2) }] : [],
          n < 150 ? [] : [{ lotId: n - 149, quantity: -1 }],
        ),
      ),
    );
  expect(() =>
    sqlite.transaction(() => {
      post(180);
      post(1);
    })(),
  ).toThrow('receipt_key');
  expect(sqlite.prepare('select count(*) from membership_entry').pluck().get()).toBe(0);

  const ids = sqlite.transaction(() => post(233))();
  const rows = sqlite
    .prepare(
      `select id, membership_id, kind, receipt_key, refers_id, sale_fen, worth_fen, points, points_after, note, person_id
       from membership_entry order by id`,
    )
    .raw()
    .all();
  expect(rows).toEqual(
    ids.map((id, n) => {
      const { membershipId, kind, receiptKey, refersId, saleFen, worthFen, amounts, after, note } = entry(n);
      const own = [membershipId, kind, receiptKey, refersId, saleFen, worthFen];
      return [id, ...own, amounts.points, after.points, note, 1];
    }),
  );
  expect(sqlite.prepare('select id, entry_id, quantity from membership_lot order by id').raw().all()).toEqual(
    ids.slice(0, 150).map((id, n) => [n + 1, id, 2 + (n % 2)]),
  );
  expect(sqlite.prepare('select lot_id, entry_id from membership_move order by lot_id').raw().all()).toEqual(
    ids.slice(150).map((id, n) => [n + 1, id]),
  );
});

it('a fixed query asks on the connection of the transaction, and of none that has ended', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  const { id } = await newMember(owner);
  let kept: Writer | undefined;
  await core.database.write(async (writer) => {
    kept = writer;
    core.database.raw.writer.prepare('update membership set note = ?').run('未提交');
    expect(await findMembership(writer, id)).toMatchObject({ id, number: 'V000001', note: '未提交' });
    expect(await findMembership(core.database.reader, id)).toMatchObject({ note: null, closedOn: null });
  });
  expect(await findMembership(core.database.reader, id)).toMatchObject({ note: '未提交' });
  if (!kept) throw new Error('no transaction');
  await expect(findMembership(kept, id)).rejects.toThrow('Transaction is already committed');
});
