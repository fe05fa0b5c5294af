import type { HandOverLine } from '#shared/features/assignment/assignment.contract.ts';
import type { HandOverCause, HoldingKind } from '#shared/features/assignment/assignment.rules.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** What a hand-over moved: ids of one kind that went to one person. */
export type Moved = readonly {
  readonly kind: HoldingKind;
  readonly toId: number;
  readonly ids: readonly number[];
}[];

const linesAPage = 20;

const selected = (reader: Reader | Writer) =>
  reader
    .selectFrom('assignmentHandOver')
    .innerJoin('person', 'person.id', 'assignmentHandOver.fromId')
    .select([
      'assignmentHandOver.id',
      'assignmentHandOver.fromId',
      'person.name as fromName',
      'assignmentHandOver.cause',
      'assignmentHandOver.reason',
      'assignmentHandOver.at',
      'assignmentHandOver.personName',
      'assignmentHandOver.moved',
      'assignmentHandOver.undoneAt',
      'assignmentHandOver.undoneBy',
      'assignmentHandOver.returned',
    ])
    .$narrowType<{ cause: HandOverCause }>();

/** Error: `not-found`. */
export async function mustFindHandOver(reader: Reader | Writer, id: number) {
  const row = await selected(reader).where('assignmentHandOver.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('assignment', id);
  return { ...row, moved: JSON.parse(row.moved) as Moved }; // written by handOver
}

export const countMoved = (moved: Moved): number => moved.reduce((sum, { ids }) => sum + ids.length, 0);

/** Names of people by id. */
export async function readNames(
  reader: Reader | Writer,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await reader
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', ids.length > 0 ? ids : [0])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Hand-overs, the latest first. */
export async function readHandOvers(
  reader: Reader,
  page: number,
): Promise<{ readonly total: number; readonly lines: readonly HandOverLine[] }> {
  const { total } = await reader
    .selectFrom('assignmentHandOver')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await selected(reader)
    .orderBy('assignmentHandOver.id', 'desc')
    .limit(linesAPage)
    .offset((page - 1) * linesAPage)
    .execute();
  const moved = new Map(rows.map((row) => [row.id, JSON.parse(row.moved) as Moved])); // written by handOver
  const toIds = [...moved.values()].flatMap((some) => some.map(({ toId }) => toId));
  const names = await readNames(reader, [...new Set(toIds)]);
  return {
    total,
    lines: rows.map(({ fromId: _fromId, ...row }) => {
      const some = moved.get(row.id) ?? [];
      return {
        ...row,
        moved: countMoved(some),
        toNames: [...new Set(some.map(({ toId }) => names.get(toId) ?? ''))],
      };
    }),
  };
}
