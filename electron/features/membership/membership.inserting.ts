import type { Amounts, LotMove, NewLot } from '#shared/features/membership/membership-ledger.rules.ts';
import type { EntryKind } from '#shared/features/membership/membership-statement.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { fixedQuery } from '#electron/kernel/fixed-query.ts';

export type NewEntry = {
  readonly membershipId: number;
  readonly kind: EntryKind;
  readonly onDay: Day;
  readonly at: string;
  readonly receiptKey: string;
  readonly refersId: number | null;
  readonly saleFen: number;
  readonly listFen: number;
  readonly worthFen: number;
  readonly moneyFen: number;
  readonly amounts: Amounts;
  readonly after: Amounts;
  readonly shortPoints: number;
  readonly note: string | null;
  readonly personId: number;
};

const placeholders = (columns: string): string => columns.replaceAll(/\w+/g, '?');

/** An insert of one row of a ledger table, its id first where `withId`. */
const insertOf = (table: string, columns: string, withId: boolean): string =>
  withId
    ? `insert into ${table} (id, ${columns}) values (?, ${placeholders(columns)})`
    : `insert into ${table} (${columns}) values (${placeholders(columns)})`;

/** Text that adds an entry, for `entryValues`. */
export const entryInsert = (withId: boolean): string =>
  insertOf(
    'membership_entry',
    `membership_id, kind, on_day, at, receipt_key, refers_id, sale_fen, list_fen, worth_fen, money_fen,
     points, points_after, principal_fen, principal_fen_after, bonus_fen, bonus_fen_after, units, units_after,
     short_points, note, person_id`,
    withId,
  );

/** Text that adds a lot, for `lotValues`. */
export const lotInsert = (withId: boolean): string =>
  insertOf(
    'membership_lot',
    'membership_id, entry_id, account, quantity, starts_on, expires_on, name, paid_fen, unit_fen',
    withId,
  );

/** Text that adds a move: lot, entry, quantity. */
export const moveInsert = 'insert into membership_move (lot_id, entry_id, quantity) values (?, ?, ?)';

type Value = string | number | null;

/** What stands in the row of an entry, beside its id. */
export const entryValues = ({ amounts, after, ...entry }: NewEntry): readonly Value[] => [
  entry.membershipId,
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
];

/** What stands in the row of a lot, beside its id. */
export const lotValues = (membershipId: number, entryId: number, lot: NewLot): readonly Value[] => [
  membershipId,
  entryId,
  lot.account,
  lot.quantity,
  lot.startsOn,
  lot.expiresOn,
  lot.name,
  lot.paidFen,
  lot.unitFen,
];

const putEntry = fixedQuery(entryInsert(false));
const putLot = fixedQuery(lotInsert(false));
const putMove = fixedQuery(moveInsert);

/** Adds one entry with its lots and moves. */
export async function insertEntry(
  writer: Writer,
  entry: NewEntry,
  births: readonly NewLot[],
  moves: readonly LotMove[],
): Promise<number> {
  const entryId = await putEntry.insert(writer, ...entryValues(entry));
  for (const lot of births) await putLot.insert(writer, ...lotValues(entry.membershipId, entryId, lot));
  for (const { lotId, quantity } of moves) await putMove.insert(writer, lotId, entryId, quantity);
  return entryId;
}
