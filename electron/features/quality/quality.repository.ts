import { itemsOf, textIn, type CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import type { ComplaintKind, ComplaintState } from '#shared/features/complaint/complaint.fields.ts';
import type { DefectRow, MendingRow } from '#shared/features/quality/quality.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readEdition } from '../checklist/checklist.repository.ts';

export type Span = { readonly from: Day; readonly to: Day };

/** Signed checks of a time, and how many of them found something. */
export async function countChecks(
  reader: Reader,
  { from, to }: Span,
): Promise<{ checks: number; withDefects: number }> {
  const rows = await reader
    .selectFrom('inspection')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('state', 'in', ['passed', 'failed'])
    .where('finishedOn', '>=', from)
    .where('finishedOn', '<=', to)
    .where('removedAt', 'is', null)
    .groupBy('state')
    .execute();
  const of = (state: string): number => rows.find((row) => row.state === state)?.count ?? 0;
  return { checks: of('passed') + of('failed'), withDefects: of('failed') };
}

/** A defect with what it is counted by. */
export type Defect = DefectRow & { readonly item: string };

/** 不合格项 of signed checks, oldest first. What a re-inspection carries over is not found again. */
export async function readDefects(
  reader: Reader,
  { from, to }: Span,
  language: Language,
): Promise<readonly Defect[]> {
  const rows = await reader
    .selectFrom('inspection')
    .innerJoin('inspectionAnswer', 'inspectionAnswer.inspectionId', 'inspection.id')
    .leftJoin('stock', 'stock.id', 'inspection.stockId')
    .leftJoin('repair', 'repair.id', 'inspection.repairId')
    .leftJoin('vehicle', 'vehicle.id', 'repair.vehicleId')
    .select([
      'inspection.id as inspectionId',
      'inspection.number',
      'inspection.purpose',
      'inspection.finishedOn',
      'inspection.checklistId',
      'inspection.edition',
      'inspectionAnswer.item',
      'inspectionAnswer.note',
      'stock.model as stockModel',
      'stock.brand as stockBrand',
      'vehicle.model as vehicleModel',
      'vehicle.brand as vehicleBrand',
    ]) // prettier-ignore
    .where('inspection.state', 'in', ['passed', 'failed'])
    .where('inspection.finishedOn', '>=', from)
    .where('inspection.finishedOn', '<=', to)
    .where('inspection.removedAt', 'is', null)
    .where('inspectionAnswer.verdict', '=', 'ng')
    .where('inspectionAnswer.carriedFromId', 'is', null)
    .orderBy('inspection.finishedOn')
    .orderBy('inspection.id')
    .execute();
  const names = await itemNames(reader, rows, language);
  return rows.map((row) => ({
    inspectionId: row.inspectionId,
    number: row.number,
    purpose: row.purpose as CheckPurpose, // written through the field table only
    finishedOn: row.finishedOn ?? from,
    item: row.item,
    itemName: names.get(`${row.checklistId} ${row.edition} ${row.item}`) ?? row.item,
    model: row.stockModel ?? row.vehicleModel,
    brand: row.stockBrand ?? row.vehicleBrand,
    note: row.note,
  }));
}

/** What the items are called in the editions that asked for them. */
async function itemNames(
  reader: Reader,
  rows: readonly { readonly checklistId: number; readonly edition: number }[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const editions = new Map(rows.map((row) => [`${row.checklistId} ${row.edition}`, row]));
  for (const [key, { checklistId, edition }] of editions) {
    const { content } = await readEdition(reader, checklistId, edition);
    for (const item of itemsOf(content)) names.set(`${key} ${item.code}`, textIn(item.title, language));
  }
  return names;
}

/** What checks and levels found in a time, with the day on which it was mended: seen by somebody else, or finished. */
export async function readMending(reader: Reader, { from, to }: Span): Promise<readonly MendingRow[]> {
  const tasks = await reader
    .selectFrom('action')
    .select(['id', 'number', 'text', 'raisedOn', 'closedOn'])
    .where('inspectionId', 'is not', null)
    .where('raisedOn', '>=', from)
    .where('raisedOn', '<=', to)
    .where('removedAt', 'is', null)
    .execute();
  const reworks = await reader
    .selectFrom('rework')
    .select(['id', 'number', 'reason', 'raisedOn', 'doneOn'])
    .where('raisedOn', '>=', from)
    .where('raisedOn', '<=', to)
    .where('removedAt', 'is', null)
    .execute();
  return [
    ...tasks.map(({ closedOn, ...row }) => ({ ...row, kind: 'task' as const, mendedOn: closedOn })),
    ...reworks.map(({ doneOn, reason, ...row }) => ({
      ...row,
      kind: 'rework' as const,
      text: reason,
      mendedOn: doneOn,
    })),
  ];
}

export const readReworks = (reader: Reader, { from, to }: Span) =>
  reader
    .selectFrom('rework')
    .select(['state', 'raisedOn', 'hoursHundredths', 'costFen'])
    .where('raisedOn', '>=', from)
    .where('raisedOn', '<=', to)
    .where('removedAt', 'is', null)
    .execute();

export async function readComplaints(reader: Reader, { from, to }: Span) {
  return reader
    .selectFrom('complaint')
    .select(['kind', 'state', 'receivedOn', 'closedOn'])
    .where('receivedOn', '>=', from)
    .where('receivedOn', '<=', to)
    .where('removedAt', 'is', null)
    .orderBy('receivedOn')
    .$narrowType<{ kind: ComplaintKind; state: ComplaintState }>()
    .execute();
}
