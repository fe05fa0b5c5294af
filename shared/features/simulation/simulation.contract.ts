import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import { designContentSchema, type DesignContent } from '../membership/membership.content.ts';
import { assumptionsSchema, type Assumptions, type SimulationResult } from './simulation.content.ts';

const id = z.number({ error: 'required' }).int().positive();

/** A draft in the list; its figures are those of its last run. */
export type SimulationLine = {
  readonly id: number;
  readonly name: string;
  readonly updatedAt: string;
  readonly createdByName: string;
  /** The edition that it became; null: a draft. */
  readonly edition: number | null;
  readonly fromDay: Day | null;
  readonly ranOn: Day | null;
  readonly costFen: number | null;
  readonly extraFen: number | null;
  readonly winners: number | null;
  readonly losers: number | null;
};

export type SimulationView = {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly content: DesignContent;
  readonly assumptions: Assumptions;
  readonly edition: number | null;
  readonly fromDay: Day | null;
  /** Of the draft as it stands; null: not run since it was changed. */
  readonly result: SimulationResult | null;
  /** Of the customers who gain or lose most. */
  readonly names: Readonly<Record<number, string>>;
};

/** What the store's own books say of margins; null: nothing. `count`: delivered orders with a known cost, months with a typed cost, months with a typed gross profit and cost. */
export type KnownMargins = {
  readonly vehicle: { readonly bp: number; readonly count: number } | null;
  readonly parts: { readonly bp: number; readonly count: number } | null;
  /** Of labour and other charges together: no order tells the cost of either. */
  readonly service: { readonly bp: number; readonly count: number } | null;
};

/**
 * 会员制度试算. Errors: `simulation-live` where a draft has become an edition, `simulation-changed` where it was changed meanwhile,
 * `simulation-not-run` without figures of the draft as it stands.
 */
export const simulationContract = {
  list: query('simulation.use', z.strictObject({}), output<readonly SimulationLine[]>()),
  view: query('simulation.use', z.strictObject({ id }), output<SimulationView>()),
  /** Gross margins of the last twelve months. */
  margins: query('simulation.use', z.strictObject({}), output<KnownMargins>()),
  /** `id` null: a new draft. Its figures go when the design or an assumption changes. Errors: issues of `designIssues`. */
  save: command(
    'simulation.use',
    z.strictObject({
      id: id.nullable(),
      version: z.number().int().positive().nullable(),
      name: z
        .string({ error: 'required' })
        .trim()
        .min(1, { error: 'required' })
        .max(40, { error: 'too-long' }),
      content: designContentSchema,
      assumptions: assumptionsSchema,
    }),
    output<{ readonly id: number; readonly version: number }>(),
  ),
  remove: command('simulation.use', z.strictObject({ id }), output<Record<string, never>>()),
  /** Works beside the call; the figures are kept with the draft when it is done. */
  run: action('simulation.use', z.strictObject({ id }), output<{ readonly jobId: number }>()),
  /** The figures on paper and as a workbook. Error: `simulation-not-run`. */
  print: action('simulation.use', z.strictObject({ id, format: paperFormat }), output<DeskFile>()),
  workbook: action('simulation.use', z.strictObject({ id }), output<DeskFile>()),
  /** 生效: the draft becomes an edition from a day on; its figures stay with it. Errors: those of `membership.saveDesign`. */
  goLive: command(
    'membership.design',
    z.strictObject({
      id,
      fromDay: z.string({ error: 'required' }).refine(isDay, { error: 'not-a-day' }),
    }),
    output<{ readonly edition: number }>(),
  ),
};
