import { sql } from 'kysely';
import type {
  OriginFigures,
  PassFigures,
  PassLine,
  ReturnFigures,
} from '#shared/features/repair/repair.contract.ts';
import { monthsOfSpan } from '#shared/features/quality/quality.rules.ts';
import {
  originShare,
  passRate,
  returnCandidate,
  type OriginShare,
  type OriginSum,
  type PartOrigin,
} from '#shared/features/repair/repair.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { monthOf, type Month } from '#shared/kernel/period.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { listLeftRepairs, listPartExceptions, listWarrantyRules } from './repair-check.repository.ts';

/** Figures of repair quality between two days, both included; every one with its rows. */

type Span = { readonly from: Day; readonly to: Day };

/** 一次合格率: orders whose final check passed in the span, by technician and team. */
export async function readPassRate(reader: Reader, { from, to }: Span): Promise<PassFigures> {
  const rows = await reader
    .selectFrom('inspection')
    .innerJoin('repair', 'repair.id', 'inspection.repairId')
    .leftJoin('person', 'person.id', 'repair.technicianId')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .select((row) => [
      'repair.id as repairId',
      'repair.number',
      'inspection.finishedOn',
      'repair.technicianId',
      'person.name',
      'department.id as teamId',
      'department.name as teamName',
      row
        .selectFrom('rework')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('rework.repairId', '=', 'repair.id')
        .where('rework.removedAt', 'is', null)
        .as('reworks'),
    ])
    .where('inspection.purpose', '=', 'final')
    .where('inspection.state', '=', 'passed')
    .where('inspection.finishedOn', '>=', from)
    .where('inspection.finishedOn', '<=', to)
    .where('inspection.removedAt', 'is', null)
    .orderBy('inspection.id')
    .execute();
  // An order that passed twice (a return of the vehicle to the bay) counts once, on its last pass.
  const orders = [
    ...new Map(
      rows.map((row) => [
        row.repairId,
        { ...row, finishedOn: row.finishedOn ?? to, reworks: row.reworks ?? 0 },
      ]),
    ).values(),
  ];
  const lines = (key: 'technicianId' | 'teamId'): PassLine[] =>
    [...Map.groupBy(orders, (order) => order[key])]
      .map(([id, group]) => ({
        id,
        name: key === 'technicianId' ? (group[0]?.name ?? null) : (group[0]?.teamName ?? null),
        teamId: group[0]?.teamId ?? null,
        teamName: group[0]?.teamName ?? null,
        ...passRate(group),
      }))
      .sort((a, b) => (a.rateBasisPoints ?? 0) - (b.rateBasisPoints ?? 0) || b.checked - a.checked);
  return {
    store: passRate(orders),
    people: lines('technicianId'),
    teams: lines('teamId'),
    orders: orders.map(({ repairId, number, finishedOn, technicianId, reworks }) => ({
      repairId,
      number,
      finishedOn,
      technicianId,
      reworks,
    })),
  };
}

/** Parts of the orders that checked in during a span, void orders left out, added up by month and origin. */
async function sumOrigins(reader: Reader, span: Span): Promise<(OriginSum & { readonly month: Month })[]> {
  const month = sql<Month>`substr(repair.checked_in_on, 1, 7)`;
  const rows = await reader
    .selectFrom('repairPart')
    .innerJoin('repair', 'repair.id', 'repairPart.repairId')
    .select(({ fn }) => [
      month.as('month'),
      'repairPart.origin',
      fn.countAll<number>().as('lines'),
      fn.sum<number>('repairPart.amountFen').as('amountFen'),
    ])
    .where('repairPart.removedAt', 'is', null)
    .where('repair.removedAt', 'is', null)
    .where('repair.state', '!=', 'cancelled')
    .where('repair.checkedInOn', '>=', span.from)
    .where('repair.checkedInOn', '<=', span.to)
    .groupBy([month, 'repairPart.origin'])
    .execute();
  return rows.map((row) => ({ ...row, origin: row.origin as PartOrigin })); // a choice of the field table
}

/** 原厂配件率 alone. */
export const readOriginShare = async (reader: Reader, span: Span): Promise<OriginShare> =>
  originShare(await sumOrigins(reader, span));

/** 原厂配件率 with its exceptions and months. */
export async function readOrigins(reader: Reader, span: Span): Promise<OriginFigures> {
  const sums = await sumOrigins(reader, span);
  const byMonth = Map.groupBy(sums, ({ month }) => month);
  return {
    ...originShare(sums),
    exceptions: await listPartExceptions(reader, span),
    months: monthsOfSpan(span).map((month) => ({ month, ...originShare(byMonth.get(month) ?? []) })),
  };
}

/** 返修: visits of the span within an earlier repair's warranty; those that a person found to be none are not listed. */
export async function readReturns(reader: Reader, { from, to }: Span): Promise<ReturnFigures> {
  const visits = await reader
    .selectFrom('repair')
    .select(['id', 'number', 'vehicleId', 'vin', 'checkedInOn', 'odometerKm', 'isReturn'])
    .where('removedAt', 'is', null)
    .where('state', '!=', 'cancelled')
    .where('checkedInOn', '>=', from)
    .where('checkedInOn', '<=', to)
    .orderBy('id')
    .execute();
  const rules = await listWarrantyRules(reader);
  const orders: ReturnFigures['orders'][number][] = [];
  for (const visit of visits) {
    if (visit.isReturn === 0) continue;
    const candidate = returnCandidate(visit, await listLeftRepairs(reader, visit), rules);
    if (!candidate) continue;
    orders.push({
      repairId: visit.id,
      number: visit.number,
      checkedInOn: visit.checkedInOn,
      returnOfId: candidate.id,
      returnOfNumber: candidate.number,
      isReturn: visit.isReturn === null ? null : true,
    });
  }
  const found = orders.filter(({ isReturn }) => isReturn === true);
  const byMonth = Map.groupBy(found, ({ checkedInOn }) => monthOf(checkedInOn));
  return {
    checkedIn: visits.length,
    returns: found.length,
    undecided: orders.filter(({ isReturn }) => isReturn === null).length,
    months: monthsOfSpan({ from, to }).map((month) => ({ month, returns: byMonth.get(month)?.length ?? 0 })),
    orders,
  };
}
