import { sql } from 'kysely';
import type { LedgerEntry } from '#shared/features/membership/membership.contract.ts';
import type { MembershipState } from '#shared/features/membership/membership.fields.ts';
import type { Amounts, Lot, LotMove, NewLot } from '#shared/features/membership/membership-ledger.rules.ts';
import type { EntryKind } from '#shared/features/membership/membership-statement.rules.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

export type Membership = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly customerId: number;
  readonly cardNumber: string;
  readonly state: MembershipState;
  readonly joinedOn: Day;
  readonly closedOn: Day | null;
  readonly mergedIntoId: number | null;
  readonly note: string | null;
};

export async function findMembership(reader: Reader | Writer, id: number): Promise<Membership | undefined> {
  const row = await reader
    .selectFrom('membership')
    .select([
      'id',
      'version',
      'number',
      'customerId',
      'cardNumber',
      'state',
      'joinedOn',
      'closedOn',
      'mergedIntoId',
      'note',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, state: row.state as MembershipState }; // written by the core alone
}

/** Lots of a membership with what is left of each, oldest first; `all`: also those of which nothing is left. */
export async function readLots(reader: Reader | Writer, membershipId: number, all = false): Promise<Lot[]> {
  const rows = await reader
    .selectFrom('membershipLot as lot')
    .select([
      'lot.id',
      'lot.entryId',
      'lot.account',
      'lot.quantity',
      'lot.startsOn',
      'lot.expiresOn',
      'lot.name',
      'lot.paidFen',
      'lot.unitFen',
      sql<number>`lot.quantity + coalesce((select sum(quantity) from membership_move where lot_id = lot.id), 0)`.as(
        'rest',
      ),
    ])
    .where('lot.membershipId', '=', membershipId)
    .orderBy('lot.id')
    .execute();
  return all ? rows : rows.filter(({ rest }) => rest > 0);
}

export type StoredEntry = {
  readonly id: number;
  readonly membershipId: number;
  readonly kind: EntryKind;
  readonly onDay: Day;
  readonly refersId: number | null;
  readonly receiptKey: string;
  readonly saleFen: number;
  readonly listFen: number;
  readonly worthFen: number;
  readonly moneyFen: number;
} & Amounts;

const storedColumns = [
  'id',
  'membershipId',
  'kind',
  'onDay',
  'refersId',
  'receiptKey',
  'saleFen',
  'listFen',
  'worthFen',
  'moneyFen',
  'points',
  'principalFen',
  'bonusFen',
  'units',
] as const;

export const findEntry = (reader: Reader | Writer, id: number): Promise<StoredEntry | undefined> =>
  reader.selectFrom('membershipEntry').select(storedColumns).where('id', '=', id).executeTakeFirst();

export const findByReceipt = (
  reader: Reader | Writer,
  receiptKey: string,
  kind: EntryKind,
): Promise<StoredEntry | undefined> =>
  reader
    .selectFrom('membershipEntry')
    .select(storedColumns)
    .where('receiptKey', '=', receiptKey)
    .where('kind', '=', kind)
    .executeTakeFirst();

/** Entries that refer to one: its reversal, its returns, its refund. */
export const readReferring = (reader: Reader | Writer, entryId: number): Promise<StoredEntry[]> =>
  reader.selectFrom('membershipEntry').select(storedColumns).where('refersId', '=', entryId).execute();

export const readMoves = (reader: Reader | Writer, entryId: number): Promise<LotMove[]> =>
  reader.selectFrom('membershipMove').select(['lotId', 'quantity']).where('entryId', '=', entryId).execute();

/** The last entry of the whole ledger: its business day is the earliest that the next may have. */
export const lastEntry = (reader: Reader | Writer): Promise<{ id: number; onDay: Day } | undefined> =>
  reader
    .selectFrom('membershipEntry')
    .select(['id', 'onDay'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

export const emptyAmounts: Amounts = { points: 0, principalFen: 0, bonusFen: 0, units: 0 };

/** Balances after the last entry of a membership. */
export async function readBalance(reader: Reader | Writer, membershipId: number): Promise<Amounts> {
  const last = await reader
    .selectFrom('membershipEntry')
    .select([
      'pointsAfter as points',
      'principalFenAfter as principalFen',
      'bonusFenAfter as bonusFen',
      'unitsAfter as units',
    ])
    .where('membershipId', '=', membershipId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? emptyAmounts;
}

/**
 * Sales that count for the tier on a day: of the twelve months that end with it, less what was returned or reversed, those of
 * memberships that were merged into it included.
 */
export async function readSales(reader: Reader | Writer, membershipId: number, day: Day): Promise<number> {
  const { fen } = await reader
    .selectFrom('membershipEntry')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('saleFen'), sql<number>`0`).as('fen'))
    .where((where) =>
      where.or([
        where('membershipId', '=', membershipId),
        where(
          'membershipId',
          'in',
          where.selectFrom('membership').select('id').where('mergedIntoId', '=', membershipId),
        ),
      ]),
    )
    .where('onDay', '>', addMonths(day, -12))
    .where('onDay', '<=', day)
    .executeTakeFirstOrThrow();
  return fen;
}

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

/** Adds one entry with its lots and moves. */
export async function insertEntry(
  writer: Writer,
  { amounts, after, ...entry }: NewEntry,
  births: readonly NewLot[],
  moves: readonly LotMove[],
): Promise<number> {
  const done = await writer
    .insertInto('membershipEntry')
    .values({
      ...entry,
      ...amounts,
      pointsAfter: after.points,
      principalFenAfter: after.principalFen,
      bonusFenAfter: after.bonusFen,
      unitsAfter: after.units,
    })
    .executeTakeFirstOrThrow();
  const entryId = Number(done.insertId);
  if (births.length > 0)
    await writer
      .insertInto('membershipLot')
      .values(births.map((lot) => ({ membershipId: entry.membershipId, entryId, ...lot })))
      .execute();
  if (moves.length > 0)
    await writer
      .insertInto('membershipMove')
      .values(moves.map((move) => ({ entryId, ...move })))
      .execute();
  return entryId;
}

const entryRows = (reader: Reader) =>
  reader
    .selectFrom('membershipEntry as entry')
    .innerJoin('person', 'person.id', 'entry.personId')
    .leftJoin('membershipEntry as referred', (join) =>
      join.onRef('referred.id', '=', 'entry.refersId').on('entry.kind', '=', 'reverse'),
    )
    .leftJoin('membershipEntry as reversing', (join) =>
      join.onRef('reversing.refersId', '=', 'entry.id').on('reversing.kind', '=', 'reverse'),
    )
    .selectAll('entry')
    .select(['person.name as personName', 'referred.kind as reversedKind', 'reversing.id as reversedById']);
type EntryRow = Awaited<ReturnType<ReturnType<typeof entryRows>['execute']>>[number];

const entryOf = ({
  membershipId: _member,
  personId: _person,
  pointsAfter: points,
  principalFenAfter: principalFen,
  bonusFenAfter: bonusFen,
  unitsAfter: units,
  ...row
}: EntryRow): LedgerEntry => ({ ...row, after: { points, principalFen, bonusFen, units } });

/** The newest entries of a membership, newest first. */
export async function readEntries(
  reader: Reader,
  membershipId: number,
  limit: number,
): Promise<LedgerEntry[]> {
  const rows = await entryRows(reader)
    .where('entry.membershipId', '=', membershipId)
    .orderBy('entry.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

/** Entries of a span of days, in their order. */
export async function readEntriesOf(
  reader: Reader,
  membershipId: number,
  from: Day,
  to: Day,
): Promise<LedgerEntry[]> {
  const rows = await entryRows(reader)
    .where('entry.membershipId', '=', membershipId)
    .where('entry.onDay', '>=', from)
    .where('entry.onDay', '<=', to)
    .orderBy('entry.id')
    .execute();
  return rows.map(entryOf);
}
