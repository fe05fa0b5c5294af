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

export type Value = string | number | null;

/** Columns of an entry beside its id, for `entryValues`. */
export const entryColumns = [
  'membership_id',
  'kind',
  'on_day',
  'at',
  'receipt_key',
  'refers_id',
  'sale_fen',
  'list_fen',
  'worth_fen',
  'money_fen',
  'points',
  'points_after',
  'principal_fen',
  'principal_fen_after',
  'bonus_fen',
  'bonus_fen_after',
  'units',
  'units_after',
  'short_points',
  'note',
  'person_id',
];

/** Columns of a lot beside its id, for `lotValues`. */
export const lotColumns = [
  'membership_id',
  'entry_id',
  'account',
  'quantity',
  'starts_on',
  'expires_on',
  'name',
  'paid_fen',
  'unit_fen',
];

export const moveColumns = ['lot_id', 'entry_id', 'quantity'];

const insertOf = (table: string, columns: readonly string[]): string =>
  `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;

/** What stands in the row of an entry, beside its id. */
export const entryValues = (entry: NewEntry): Value[] => [
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
  entry.amounts.points,
  entry.after.points,
  entry.amounts.principalFen,
  entry.after.principalFen,
  entry.amounts.bonusFen,
  entry.after.bonusFen,
  entry.amounts.units,
  entry.after.units,
  entry.shortPoints,
  entry.note,
  entry.personId,
];

/** What stands in the row of a lot, beside its id. */
export const lotValues = (membershipId: number, entryId: number, lot: NewLot): Value[] => [
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

const putEntry = fixedQuery(insertOf('membership_entry', entryColumns));
const putLot = fixedQuery(insertOf('membership_lot', lotColumns));
const putMove = fixedQuery(insertOf('membership_move', moveColumns));

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
