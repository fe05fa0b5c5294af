import { sql } from 'kysely';
import type { LedgerEntry } from '#shared/features/membership/membership-views.ts';
import type { MembershipState } from '#shared/features/membership/membership.fields.ts';
import type { Amounts, Lot, LotMove } from '#shared/features/membership/membership-ledger.rules.ts';
import type { EntryKind } from '#shared/features/membership/membership-statement.rules.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { fixedQuery } from '#electron/kernel/fixed-query.ts';

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

const membershipById = fixedQuery<Omit<Membership, 'state'> & { readonly state: string }>(
  `select id, version, number, customer_id as customerId, card_number as cardNumber, state, joined_on as joinedOn,
     closed_on as closedOn, merged_into_id as mergedIntoId, note
   from membership where id = +?`,
);

export async function findMembership(reader: Reader | Writer, id: number): Promise<Membership | undefined> {
  const row = await membershipById.first(reader, id);
  return row && { ...row, state: row.state as MembershipState }; // written by the core alone
}

const lotsOf = fixedQuery<Lot>(
  `select id, entry_id as entryId, account, quantity, starts_on as startsOn, expires_on as expiresOn, name,
     paid_fen as paidFen, unit_fen as unitFen,
     quantity + coalesce((select sum(quantity) from membership_move where lot_id = membership_lot.id), 0) as rest
   from membership_lot where membership_id = +? order by id`,
);

/** Lots of a membership with what is left of each, oldest first; `all`: also those of which nothing is left. */
export async function readLots(reader: Reader | Writer, membershipId: number, all = false): Promise<Lot[]> {
  const rows = await lotsOf.all(reader, membershipId);
  return all ? rows : rows.filter(({ rest }) => rest > 0);
}

const lotById = fixedQuery<{ entryId: number }>(
  'select entry_id as entryId from membership_lot where id = +?',
);

/** The entry that made a lot. */
export const findLot = (reader: Reader | Writer, id: number): Promise<{ entryId: number } | undefined> =>
  lotById.first(reader, id);

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
  readonly note: string | null;
} & Amounts;

const stored = `select id, membership_id as membershipId, kind, on_day as onDay, refers_id as refersId,
  receipt_key as receiptKey, sale_fen as saleFen, list_fen as listFen, worth_fen as worthFen, money_fen as moneyFen,
  points, principal_fen as principalFen, bonus_fen as bonusFen, units, note from membership_entry`;
const entryById = fixedQuery<StoredEntry>(`${stored} where id = +?`);
const entryByReceipt = fixedQuery<StoredEntry>(`${stored} where receipt_key = +? and kind = +?`);
const referring = fixedQuery<StoredEntry>(`${stored} where refers_id = +?`);
const movesOf = fixedQuery<LotMove>(
  'select lot_id as lotId, quantity from membership_move where entry_id = +?',
);
const last = fixedQuery<{ id: number; onDay: Day }>(
  'select id, on_day as onDay from membership_entry order by id desc limit 1',
);
const balanceOf = fixedQuery<Amounts>(
  `select points_after as points, principal_fen_after as principalFen, bonus_fen_after as bonusFen, units_after as units
   from membership_entry where membership_id = +? order by id desc limit 1`,
);

export const findEntry = (reader: Reader | Writer, id: number): Promise<StoredEntry | undefined> =>
  entryById.first(reader, id);

export const findByReceipt = (
  reader: Reader | Writer,
  receiptKey: string,
  kind: EntryKind,
): Promise<StoredEntry | undefined> => entryByReceipt.first(reader, receiptKey, kind);

/** Entries that refer to one: its reversal, its returns, its refund. */
export const readReferring = (reader: Reader | Writer, entryId: number): Promise<StoredEntry[]> =>
  referring.all(reader, entryId);

export const readMoves = (reader: Reader | Writer, entryId: number): Promise<LotMove[]> =>
  movesOf.all(reader, entryId);

/** The last entry of the whole ledger: its business day is the earliest that the next may have. */
export const lastEntry = (reader: Reader | Writer): Promise<{ id: number; onDay: Day } | undefined> =>
  last.first(reader);

export const emptyAmounts: Amounts = { points: 0, principalFen: 0, bonusFen: 0, units: 0 };

/** Balances after the last entry of a membership. */
export const readBalance = async (reader: Reader | Writer, membershipId: number): Promise<Amounts> =>
  (await balanceOf.first(reader, membershipId)) ?? emptyAmounts;

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
