import type { GapView } from '#shared/features/gap/gap.contract.ts';
import type { GapState } from '#shared/features/gap/gap.fields.ts';
import type { Why } from '#shared/features/gap/gap-why.rules.ts';
import type { WallRed, Who } from '#shared/features/indicator/indicator.contract.ts';
import { isOverdue, type Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { listItemsOfGap } from '../action/action.repository.ts';
import { whoKey } from '../indicator/indicator.who.ts';

export type KnownGap = { readonly id: number; readonly number: string; readonly state: GapState };

/** What a gap record is about, as a key. */
export const gapKey = (key: string, period: string, who: Who): string => `${key} ${period} ${whoKey(who)}`;

/** The gap records about periods of a year; of several about one thing the open one, else the newest. */
export async function listGapsOf(
  reader: Reader | Writer,
  year: number,
): Promise<ReadonlyMap<string, KnownGap>> {
  const rows = await reader
    .selectFrom('gap')
    .select(['id', 'number', 'state', 'indicator', 'period', 'level', 'departmentId', 'personId'])
    .where('removedAt', 'is', null)
    .where('period', '>=', String(year))
    .where('period', '<', String(year + 1))
    .orderBy('id')
    .execute();
  const gaps = new Map<string, KnownGap>();
  for (const { id, number, state, indicator, period, level, departmentId, personId } of rows) {
    // Choices are written through the field table only.
    const key = gapKey(indicator, period, { level: level as Who['level'], departmentId, personId });
    if (gaps.get(key)?.state !== 'open') gaps.set(key, { id, number, state: state as GapState });
  }
  return gaps;
}

/** The action items that answer gap records. */
export async function readAnswers(
  reader: Reader,
  gapIds: readonly number[],
  today: Day,
): Promise<ReadonlyMap<number, WallRed['actions']>> {
  if (gapIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('action')
    .innerJoin('person', 'person.id', 'action.ownerId')
    .select([
      'action.gapId',
      'action.id',
      'action.number',
      'action.text',
      'person.name as ownerName',
      'action.dueOn',
      'action.state',
    ])
    .where('action.removedAt', 'is', null)
    .where('action.gapId', 'in', gapIds)
    .orderBy('action.dueOn')
    .orderBy('action.id')
    .execute();
  const byGap = Map.groupBy(rows, ({ gapId }) => gapId ?? 0);
  return new Map(
    [...byGap].map(([gapId, all]) => [
      gapId,
      all.map(({ gapId: _gapId, ...row }) => ({
        ...row,
        overdue: row.state !== 'closed' && isOverdue(row.dueOn, today),
      })),
    ]),
  );
}

export type StoredGap = Omit<GapView, 'whys' | 'actions'>;

/** Error: not-found. */
export async function readGap(reader: Reader | Writer, id: number): Promise<StoredGap> {
  const row = await reader
    .selectFrom('gap')
    .innerJoin('person as owner', 'owner.id', 'gap.ownerId')
    .leftJoin('person as closer', 'closer.id', 'gap.closedById')
    .select([
      'gap.id',
      'gap.version',
      'gap.number',
      'gap.state',
      'gap.indicator as key',
      'gap.period',
      'gap.level',
      'gap.departmentId',
      'gap.personId',
      'gap.goal',
      'gap.actual',
      'gap.ownerId',
      'owner.name as ownerName',
      'gap.raisedOn',
      'gap.cause',
      'gap.closedOn',
      'closer.name as closedByName',
      'gap.result',
      'gap.removedAt',
    ])
    .where('gap.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('gap', id);
  const { level, departmentId, personId, removedAt, state, ...rest } = row;
  return {
    ...rest,
    state: state as GapState, // choices are written through the field table only
    who: { level: level as Who['level'], departmentId, personId },
    isRemoved: removedAt !== null,
  };
}

export async function readWhys(reader: Reader | Writer, gapId: number): Promise<readonly Why[]> {
  const rows = await reader
    .selectFrom('gapWhy')
    .select(['depth', 'text', 'isRoot'])
    .where('gapId', '=', gapId)
    .orderBy('position')
    .execute();
  return rows.map(({ isRoot, ...row }) => ({ ...row, isRoot: isRoot === 1 }));
}

/** Writes the whole tree in the place of the old one. */
export async function saveWhys(writer: Writer, gapId: number, whys: readonly Why[]): Promise<void> {
  await writer.deleteFrom('gapWhy').where('gapId', '=', gapId).execute();
  if (whys.length === 0) return;
  await writer
    .insertInto('gapWhy')
    .values(whys.map(({ isRoot, ...why }, position) => ({ ...why, gapId, position, isRoot: Number(isRoot) })))
    .execute();
}

/** A gap record with its tree and its countermeasures. */
export async function readGapView(reader: Reader, id: number, today: Day): Promise<GapView> {
  const gap = await readGap(reader, id);
  return { ...gap, whys: await readWhys(reader, id), actions: await listItemsOfGap(reader, today, id) };
}
