import type { LotMove, NewLot } from '#shared/features/membership/membership-ledger.rules.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import type { NewEntry } from './membership.repository.ts';

/** Many entries in one transaction: ids are counted here, statements are prepared once and run without anything between. */
export type LedgerBatch = {
  /** Adds an entry with its lots and moves; its id. */
  add(entry: NewEntry, births: readonly NewLot[], moves: readonly LotMove[]): number;
};

/** On the connection whose transaction is open; nobody else adds entries until it ends. */
export function ledgerBatch(sqlite: Sqlite): LedgerBatch {
  const last = (table: string): number =>
    Number(sqlite.prepare(`select coalesce(max(id), 0) from ${table}`).pluck().get());
  let entryId = last('membership_entry');
  let lotId = last('membership_lot');
  const putEntry = sqlite.prepare(
    `insert into membership_entry (id, membership_id, kind, on_day, at, receipt_key, refers_id, sale_fen, list_fen, worth_fen,
       money_fen, points, points_after, principal_fen, principal_fen_after, bonus_fen, bonus_fen_after, units, units_after,
       short_points, note, person_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putLot = sqlite.prepare(
    `insert into membership_lot (id, membership_id, entry_id, account, quantity, starts_on, expires_on, name, paid_fen, unit_fen)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putMove = sqlite.prepare('insert into membership_move (lot_id, entry_id, quantity) values (?, ?, ?)');
  return {
    add(entry, births, moves) {
      const { membershipId, amounts, after } = entry;
      entryId += 1;
      putEntry.run(
        entryId,
        membershipId,
        entry.kind,
        entry.onDay,
        entry.at,
        entry.receiptKey,
        entry.refersId,
        entry.saleFen,
        entry.listFen,
        entry.worthFen,
        entry.moneyFen,
        amounts.points,
        after.points,
        amounts.principalFen,
        after.principalFen,
        amounts.bonusFen,
        after.bonusFen,
        amounts.units,
        after.units,
        entry.shortPoints,
        entry.note,
        entry.personId,
      );
      for (const lot of births) {
        lotId += 1;
        putLot.run(
          lotId,
          membershipId,
          entryId,
          lot.account,
          lot.quantity,
          lot.startsOn,
          lot.expiresOn,
          lot.name,
          lot.paidFen,
          lot.unitFen,
        );
      }
      for (const move of moves) putMove.run(move.lotId, entryId, move.quantity);
      return entryId;
    },
  };
}
