import type { DesignContent } from '#shared/features/membership/membership.content.ts';
import { readDesign } from '#shared/features/membership/membership.content.ts';
import type { Assumptions, Run, SimulationResult } from '#shared/features/simulation/simulation.content.ts';
import { assumptionsSchema } from '#shared/features/simulation/simulation.content.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

export type Simulation = {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly content: DesignContent;
  readonly assumptions: Assumptions;
  readonly result: SimulationResult | null;
  readonly ranOn: Day | null;
  readonly edition: number | null;
  readonly updatedAt: string;
};

/** Error: not-found. */
export async function mustFindSimulation(reader: Reader | Writer, id: number): Promise<Simulation> {
  const row = await reader.selectFrom('simulation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('simulation', id);
  return {
    ...row,
    content: readDesign(row.content),
    assumptions: assumptionsSchema.parse(JSON.parse(row.assumptions)),
    result: resultOf(row.result),
  };
}

/** What results of before fees and packages do not say. */
const nothingSold = { feeFen: 0, packageFen: 0, prepaidOwedFen: 0, feeCostFen: 0, packageCostFen: 0 };
const full = (run: Run): Run => ({
  ...nothingSold,
  ...run,
  months: run.months.map((month) => ({ ...nothingSold, ...month })),
});

function resultOf(text: string | null): SimulationResult | null {
  if (text === null) return null;
  const result = JSON.parse(text) as SimulationResult; // written by the program alone
  return { ...result, draft: full(result.draft), base: result.base && full(result.base) };
}

/** Every draft, the one that was changed last first. */
export async function listSimulations(reader: Reader) {
  const rows = await reader
    .selectFrom('simulation')
    .innerJoin('person', 'person.id', 'simulation.createdById')
    .leftJoin('membershipDesign', 'membershipDesign.edition', 'simulation.edition')
    .select([
      'simulation.id',
      'simulation.name',
      'simulation.updatedAt',
      'simulation.edition',
      'simulation.ranOn',
      'simulation.result',
      'person.name as createdByName',
      'membershipDesign.fromDay',
    ])
    .orderBy('simulation.updatedAt', 'desc')
    .orderBy('simulation.id', 'desc')
    .execute();
  return rows.map(({ result, ...row }) => {
    const figures = resultOf(result);
    return {
      ...row,
      costFen: figures?.draft.costFen ?? null,
      extraFen: figures?.breakEven.extraFen ?? null,
      winners: figures?.winners ?? null,
      losers: figures?.losers ?? null,
    };
  });
}
