import { sql, type SqlBool } from 'kysely';
import type { CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import type { ItemAnswer } from '#shared/features/checklist/checklist.rules.ts';
import type { DamageMark } from '#shared/features/inspection/inspection.contract.ts';
import type { InspectionState } from '#shared/features/inspection/inspection.fields.ts';
import type { CheckDone, RepeatRule } from '#shared/features/inspection/inspection.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { InspectionAnswerTable, InspectionPhotoTable } from './inspection.table.ts';

/** A check's own row. */
export type Check = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly purpose: CheckPurpose;
  readonly state: InspectionState;
  readonly vin: string | null;
  readonly plate: string | null;
  readonly stockId: number | null;
  readonly repairId: number | null;
  readonly checklistId: number;
  readonly edition: number;
  readonly round: number;
  readonly previousId: number | null;
  readonly startedOn: Day;
  readonly startedById: number;
  readonly finishedOn: Day | null;
  readonly finishedAt: string | null;
  readonly finishedById: number | null;
  readonly odometerKm: number | null;
  readonly ngCount: number;
  readonly note: string | null;
  readonly voidReason: string | null;
};

/** Which vehicle or repair a check is of. */
export type Subject = { readonly stockId: number | null; readonly repairId: number | null };

// Choices are written through the field table only.
const typed = <Row extends { purpose: string; state: string }>(
  row: Row,
): Omit<Row, 'purpose' | 'state'> & { purpose: CheckPurpose; state: InspectionState } =>
  row as Omit<Row, 'purpose' | 'state'> & { purpose: CheckPurpose; state: InspectionState };

const columns = [
  'id',
  'version',
  'number',
  'purpose',
  'state',
  'vin',
  'plate',
  'stockId',
  'repairId',
  'checklistId',
  'edition',
  'round',
  'previousId',
  'startedOn',
  'startedById',
  'finishedOn',
  'finishedAt',
  'finishedById',
  'odometerKm',
  'ngCount',
  'note',
  'voidReason',
] as const;

/** Error: not-found. */
export async function readCheck(reader: Reader | Writer, id: number): Promise<Check> {
  const row = await reader
    .selectFrom('inspection')
    .select(columns)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('inspection', id);
  return typed(row);
}

const doneColumns = ['id', 'purpose', 'state', 'round', 'finishedOn', 'finishedById as signerId'] as const;

/** Every check of a stock vehicle or of a repair, for the rules. */
export async function listDone(reader: Reader | Writer, subject: Subject): Promise<readonly CheckDone[]> {
  const [column, id] =
    subject.repairId === null
      ? (['stockId', subject.stockId] as const)
      : (['repairId', subject.repairId] as const);
  const rows = await reader
    .selectFrom('inspection')
    .select(doneColumns)
    .where(column, '=', id)
    .where('removedAt', 'is', null)
    .execute();
  return rows.map(typed);
}

/** Checks of many vehicles or repairs at once, by the id of the vehicle or repair. */
export async function listDoneOf(
  reader: Reader,
  column: 'stockId' | 'repairId',
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly CheckDone[]>> {
  const found: (CheckDone & { subject: number })[] = [];
  for (let start = 0; start < ids.length; start += 1000) {
    const rows = await reader
      .selectFrom('inspection')
      .select([...doneColumns, column])
      .where(column, 'in', ids.slice(start, start + 1000))
      .where('removedAt', 'is', null)
      .execute();
    for (const row of rows) found.push({ ...typed(row), subject: row[column] ?? 0 });
  }
  return Map.groupBy(found, ({ subject }) => subject);
}

export async function listRepeatRules(reader: Reader | Writer): Promise<readonly RepeatRule[]> {
  const rows = await reader
    .selectFrom('repeatRule')
    .select(['purpose', 'vehicleKind', 'afterDays', 'validFrom', 'validTo'])
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows as unknown as readonly RepeatRule[]; // choices written through the field table only
}

/** Answers of a check by item, each with the photos that were taken for it. */
export async function readAnswers(
  reader: Reader | Writer,
  id: number,
): Promise<ReadonlyMap<string, InspectionAnswerTable & ItemAnswer>> {
  const rows = await reader
    .selectFrom('inspectionAnswer')
    .selectAll()
    .where('inspectionId', '=', id)
    .execute();
  const photos = await readPhotos(reader, id);
  const counts = Map.groupBy(photos, ({ item }) => item);
  return new Map(rows.map((row) => [row.item, { ...row, photos: counts.get(row.item)?.length ?? 0 }]));
}

export async function readAnswer(
  reader: Reader | Writer,
  id: number,
  item: string,
): Promise<InspectionAnswerTable | undefined> {
  return reader
    .selectFrom('inspectionAnswer')
    .selectAll()
    .where('inspectionId', '=', id)
    .where('item', '=', item)
    .executeTakeFirst();
}

export async function saveAnswer(writer: Writer, answer: InspectionAnswerTable): Promise<void> {
  const { inspectionId: _id, item: _item, ...rest } = answer;
  await writer
    .insertInto('inspectionAnswer')
    .values(answer)
    .onConflict((conflict) => conflict.columns(['inspectionId', 'item']).doUpdateSet(rest))
    .execute();
}

type Photo = Omit<InspectionPhotoTable, 'id'> & { readonly id: number };

export async function readPhotos(reader: Reader | Writer, id: number): Promise<readonly Photo[]> {
  return reader
    .selectFrom('inspectionPhoto')
    .selectAll()
    .where('inspectionId', '=', id)
    .orderBy('id')
    .execute();
}

export async function readMarks(reader: Reader | Writer, id: number): Promise<readonly DamageMark[]> {
  return reader
    .selectFrom('inspectionMark')
    .select(['id', 'view', 'x', 'y', 'kind', 'note'])
    .where('inspectionId', '=', id)
    .orderBy('id')
    .execute();
}

/** Items that were not OK, in a check that was signed or is open. */
export async function listNgItems(reader: Reader | Writer, id: number): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('inspectionAnswer')
    .select('item')
    .where('inspectionId', '=', id)
    .where(sql<SqlBool>`verdict = 'ng'`) // literal, so that the partial index serves it
    .execute();
  return rows.map(({ item }) => item);
}

/** How many items are not OK now; kept in the check's row for lists. */
export async function countNg(writer: Writer, id: number): Promise<number> {
  return (await listNgItems(writer, id)).length;
}
