import type { IncomeMonthUnits, IncomeState, IncomeWish } from '#shared/features/income/income.contract.ts';
import type { WhatIf } from '#shared/features/income/income.rules.ts';
import type { PayUnit } from '#shared/features/pay/pay.content.ts';
import { addMonthsTo, type Month } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { IncomeTable } from './income.table.ts';

const rows = (reader: Reader | Writer) =>
  reader
    .selectFrom('income')
    .innerJoin('person', 'person.id', 'income.personId')
    .leftJoin('person as answerer', 'answerer.id', 'income.answeredById')
    .leftJoin('person as decider', 'decider.id', 'income.decidedById')
    .selectAll('income')
    .select([
      'person.name as personName',
      'person.departmentId',
      'answerer.name as answeredByName',
      'decider.name as decidedByName',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

export type StoredWish = IncomeWish & { readonly departmentId: number | null };

/** The months of a wish; one from before migration 0031 has the same units in each. */
function monthsOf({ months, fromMonth, toMonth, units, incomeFen }: Row): readonly IncomeMonthUnits[] {
  if (months !== null) return JSON.parse(months) as IncomeMonthUnits[]; // written by this repository
  const all: IncomeMonthUnits[] = [];
  for (let month = fromMonth; month <= toMonth; month = addMonthsTo(month, 1))
    all.push({ month, units, incomeFen });
  return all;
}

function answerOf(
  { answerMonths, answerUnits }: Row,
  months: readonly IncomeMonthUnits[],
): readonly number[] | null {
  if (answerMonths !== null) return JSON.parse(answerMonths) as number[]; // written by this repository
  return answerUnits === null ? null : months.map(() => answerUnits);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function wishOf(row: Row): StoredWish {
  const months = monthsOf(row);
  const answerMonths = answerOf(row, months);
  return {
    ...plainOf(row),
    months,
    units: sum(months.map(({ units }) => units)),
    answerMonths,
    answerUnits: answerMonths && sum(answerMonths),
  };
}

const plainOf = (row: Row): Omit<StoredWish, 'months' | 'units' | 'answerMonths' | 'answerUnits'> => ({
  id: row.id,
  version: row.version,
  personId: row.personId,
  personName: row.personName,
  departmentId: row.departmentId,
  unit: row.unit as PayUnit, // this and the next two are written by this repository only
  fromMonth: row.fromMonth,
  toMonth: row.toMonth,
  wishFen: row.wishFen,
  what: JSON.parse(row.assumed) as WhatIf,
  words: row.words,
  state: row.state as IncomeState,
  answerWords: row.answerWords,
  answeredByName: row.answeredByName,
  decidedByName: row.decidedByName,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export async function listWishes(reader: Reader, personId: number): Promise<StoredWish[]> {
  const found = await rows(reader)
    .where('income.personId', '=', personId)
    .orderBy('income.id', 'desc')
    .limit(50)
    .execute();
  return found.map(wishOf);
}

/** Wishes in some states, oldest first. */
export async function wishesInState(reader: Reader, states: readonly IncomeState[]): Promise<StoredWish[]> {
  const found = await rows(reader)
    .where('income.state', 'in', [...states])
    .orderBy('income.id')
    .execute();
  return found.map(wishOf);
}

export async function findWish(reader: Reader | Writer, id: number): Promise<StoredWish | undefined> {
  const row = await rows(reader).where('income.id', '=', id).executeTakeFirst();
  return row && wishOf(row);
}

export type NewWish = Pick<
  IncomeWish,
  'personId' | 'unit' | 'fromMonth' | 'toMonth' | 'wishFen' | 'months' | 'what' | 'words' | 'createdAt'
> & { readonly payId: number };

export async function insertWish(writer: Writer, { what, months, ...wish }: NewWish): Promise<number> {
  const { id } = await writer
    .insertInto('income')
    .values({
      ...wish,
      months: JSON.stringify(months),
      units: sum(months.map(({ units }) => units)),
      incomeFen: sum(months.map(({ incomeFen }) => incomeFen ?? 0)),
      version: 1,
      updatedAt: wish.createdAt,
      assumed: JSON.stringify(what),
      state: 'proposed',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function patchWish(
  writer: Writer,
  { id, version }: { readonly id: number; readonly version: number },
  patch: Partial<Omit<IncomeTable, 'id'>> & { readonly updatedAt: string },
): Promise<void> {
  await writer
    .updateTable('income')
    .set({ ...patch, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** Other wishes of a person in some states that share a month with the span. */
export async function wishesBeside(
  reader: Reader | Writer,
  wish: {
    readonly id: number;
    readonly personId: number;
    readonly fromMonth: Month;
    readonly toMonth: Month;
  },
  states: readonly IncomeState[],
): Promise<StoredWish[]> {
  const found = await rows(reader)
    .where('income.personId', '=', wish.personId)
    .where('income.id', '!=', wish.id)
    .where('income.fromMonth', '<=', wish.toMonth)
    .where('income.toMonth', '>=', wish.fromMonth)
    .where('income.state', 'in', [...states])
    .execute();
  return found.map(wishOf);
}
