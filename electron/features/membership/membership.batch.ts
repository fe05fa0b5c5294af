import type { LotMove, NewLot } from '#shared/features/membership/membership-ledger.rules.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import {
  entryInsert,
  entryValues,
  lotInsert,
  lotValues,
  moveInsert,
  type NewEntry,
} from './membership.inserting.ts';

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
  const putEntry = sqlite.prepare(entryInsert(true));
  const putLot = sqlite.prepare(lotInsert(true));
  const putMove = sqlite.prepare(moveInsert);
  return {
    add(entry, births, moves) {
      entryId += 1;
      putEntry.run(entryId, ...entryValues(entry));
      for (const lot of births) {
        lotId += 1;
        putLot.run(lotId, ...lotValues(entry.membershipId, entryId, lot));
      }
      for (const move of moves) putMove.run(move.lotId, entryId, move.quantity);
      return entryId;
    },
  };
}
