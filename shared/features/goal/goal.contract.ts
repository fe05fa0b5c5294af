import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import type { CalendarEntry } from '../../kernel/working-day.ts';
import { command, query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import { goalMethods } from './goal-distribute.rules.ts';
import { goalModes } from './goal-edit.rules.ts';
import type { Named } from '../indicator/indicator.definition.ts';
import type { GoalMeasure, GoalUnit } from './goal-indicator.ts';
import type { GoalKind } from './goal-tree.rules.ts';
import { facetKinds, type GoalRow } from './goal-row.rules.ts';
import { goalFields } from './goal.fields.ts';

export const planStates = ['draft', 'inForce', 'replaced'] as const;
export type PlanState = (typeof planStates)[number];

/** 版本 an edition of a year's goals; one draft and one in force at a time. */
export type GoalPlan = {
  readonly id: number;
  readonly version: number;
  readonly year: number;
  readonly edition: number;
  readonly state: PlanState;
  readonly reason: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly inForceAt: string | null;
  readonly inForceBy: string | null;
};

export type GoalLock = { readonly row: number; readonly period: string; readonly personName: string };

/** One indicator: own amounts row by row, twelve months each (`goal-tree.rules`). */
export type GoalSheetView = {
  readonly indicator: string;
  readonly name: Named;
  readonly unit: GoalUnit;
  readonly kind: GoalKind;
  readonly given: readonly (number | null)[];
  /** Months whose days were set by hand; the days of the others follow the calendar (`goal-day.rules`). */
  readonly days: readonly {
    readonly row: number;
    readonly month: number;
    readonly amounts: readonly number[];
  }[];
  readonly promised: readonly (number | null)[];
  readonly locks: readonly GoalLock[];
};

export type GoalGrid = {
  /** Newest edition first. */
  readonly plans: readonly GoalPlan[];
  /** The edition shown: the one asked for, else the draft, else the one in force; null: the year has none. */
  readonly plan: GoalPlan | null;
  /** The rows that the person may see; the first stands for the whole of them. */
  readonly rows: readonly GoalRow[];
  /** By row: whether the person may set it, and promise for it. */
  readonly maySet: readonly boolean[];
  readonly mayPromise: readonly boolean[];
  readonly sheets: readonly GoalSheetView[];
  /** The store's own indicators, offered beside those of the program. */
  readonly own: readonly GoalMeasure[];
  /** The store's calendar around the year, for weeks and days. */
  readonly calendar: readonly CalendarEntry[];
};

/** An own amount that changed: what undo sends back. */
export type CellDone = {
  readonly indicator: string;
  readonly row: string;
  readonly period: string;
  readonly before: number | null;
  readonly after: number | null;
  /** Days that were set by hand, where there are such before or after. */
  readonly days?: {
    readonly before: readonly number[] | null;
    readonly after: readonly number[] | null;
  };
};

export type GoalsDone = {
  readonly changes: readonly CellDone[];
  /** Cells that got the unit left over in rounding; the period may be a day. */
  readonly raised: readonly { readonly indicator: string; readonly row: string; readonly period: string }[];
};

/** A line of a distribution: what one month or row gets. */
export type DistributionLine = {
  /** Period of a month, or key of a row. */
  readonly key: string;
  readonly name: string;
  /** Share of the whole in basis points, as the method gives it. */
  readonly weight: number;
  /** Unrounded share, in the unit. */
  readonly share: number;
  readonly before: number;
  readonly after: number;
};

export type GoalDistribution = GoalsDone & {
  readonly lines: readonly DistributionLine[];
  readonly total: number;
};

/** 资源 what stands beside a department's goals of a month. Figures: null = not supplied, or no right. */
export type GoalResource = {
  readonly kind: 'people' | 'stock' | 'money';
  /** Department of people; null: the store. */
  readonly departmentName: string | null;
  readonly indicator: string;
  readonly goal: number;
  /** People in post, vehicles, fen. */
  readonly has: number | null;
  readonly needs: number | null;
  /** What one person reached a month in the last twelve, in hundredths; what one vehicle costs, in fen. */
  readonly each: number | null;
  readonly suffices: boolean | null;
};

export type GoalResources = {
  readonly month: string;
  readonly today: Day;
  readonly lines: readonly GoalResource[];
};

const year = z.number().int().min(2000, { error: 'too-small' }).max(2100, { error: 'too-big' });
const planId = z.number().int().positive();
const rowKey = z.string().min(1).max(140);
/** A year, quarter, month, the days of a week in a month (`2026-10-W41`), or a day. */
const period = z
  .string()
  .regex(/^\d{4}(?:-(?:Q[1-4]|(?:0[1-9]|1[0-2])(?:-(?:W\d{2}|\d{2}))?))?$/u, { error: 'goal-not-a-period' });
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, { error: 'goal-not-a-period' });
const indicator = z.string().min(1).max(60);
const amount = z
  .number({ error: 'not-a-number' })
  .int({ error: 'not-whole' })
  .min(0, { error: 'too-small' })
  .max(10_000_000_000_000, { error: 'too-big' })
  .nullable();
const cell = z.strictObject({
  indicator,
  row: rowKey,
  period,
  value: amount,
  /** What the person saw there (the node's total); null: no goal. Another one by now: conflict. */
  seen: z.number().int().nullable(),
});
const monthCell = cell.extend({ period: month });
const daysOfMonth = z.array(z.number().int().min(0)).min(28).max(31).nullable();
const reason = z.string().trim().min(2, { error: 'required' }).max(500, { error: 'too-long' });

const distribution = z.strictObject({
  planId,
  indicator,
  row: rowKey,
  period,
  /** Over the months of the period, the rows below, or the channels or models of the row. */
  over: z.enum(['months', 'rows', ...facetKinds]),
  method: z.enum(goalMethods),
  /** Rows, months or names that take part, with their weight for the method `weights`; empty: all. */
  parts: z
    .array(
      z.strictObject({ key: z.string().min(1).max(140), weight: z.number().int().min(0).max(1_000_000) }),
    )
    .max(500),
  /** On to the people below departments. */
  deep: z.boolean().default(false),
});
export type DistributionInput = z.output<typeof distribution>;

/**
 * Glossary: 目标分解 the tree of goals, 版本 edition, 给定 given, 承诺 promised, 锁定 lock, 未下达 not passed on yet. A week is
 * the sum of its working days (goal-day.rules). Refusals are issues `goal-…` beside the cell, with `where` and `limit`.
 */
export const goalContract = {
  ...recordCalls(goalFields, { read: 'goal.read', write: 'goal.write', remove: 'goal.remove' }),
  /** Without the right to others' goals: the person's own and those of the people of departments that the person leads. */
  grid: query(
    'goal.read',
    z.strictObject({
      year,
      planId: planId.optional(),
      indicators: z.array(indicator).min(1).max(40),
    }),
    output<GoalGrid>(),
  ),
  /** A draft of the year: a copy of the edition in force, or empty. Errors: goal-draft-exists. */
  openDraft: command('goal.write', z.strictObject({ year, reason }), output<GoalPlan>()),
  /** Puts the draft in force; the edition before is kept as replaced. Errors: conflict, goal-not-a-draft, goal-empty. */
  enforce: command(
    'goal.write',
    z.strictObject({ planId, version: z.number().int(), reason }),
    output<GoalPlan>(),
  ),
  /** Throws a draft away. Errors: conflict, goal-not-a-draft. */
  discardDraft: command(
    'goal.write',
    z.strictObject({ planId, version: z.number().int() }),
    output<{ readonly year: number }>(),
  ),
  /** Sets cells of a draft, all or none. Errors: issues beside `cells.N.value`, conflict, goal-not-a-draft, forbidden. */
  set: command(
    'goal.plan',
    z.strictObject({ planId, cells: z.array(cell).min(1).max(8000), mode: z.enum(goalModes) }),
    output<GoalsDone>(),
  ),
  /** Gives own amounts and their days back as they were: undo and redo. `seen` is the own amount. Errors as of set. */
  takeBack: command(
    'goal.plan',
    z.strictObject({
      planId,
      cells: z
        .array(
          monthCell.extend({ days: z.strictObject({ value: daysOfMonth, seen: daysOfMonth }).optional() }),
        )
        .min(1)
        .max(100_000),
    }),
    output<GoalsDone>(),
  ),
  preview: query('goal.read', distribution, output<GoalDistribution>()),
  distribute: command('goal.plan', distribution, output<GoalDistribution>()),
  /**
   * 交接: what a row has from a month on goes to other rows, of every indicator that adds up. Errors: issues
   * goal-nothing-to-hand-on, goal-hand-on-itself, goal-closed, goal-locked, goal-other-year, goal-no-row.
   */
  handOn: command(
    'goal.plan',
    z.strictObject({ planId, row: rowKey, from: month, to: z.array(rowKey).min(1).max(100) }),
    output<GoalsDone>(),
  ),
  lock: command(
    'goal.plan',
    z.strictObject({
      planId,
      locked: z.boolean(),
      cells: z
        .array(z.strictObject({ indicator, row: rowKey, period }))
        .min(1)
        .max(2000),
    }),
    output<{ readonly changed: number }>(),
  ),
  /** 承诺: what a person takes on for own months, beside what was given; taken back by another one. Errors as of set. */
  promise: command(
    'goal.promise',
    z.strictObject({ planId, cells: z.array(monthCell).min(1).max(2000) }),
    output<GoalsDone>(),
  ),
  resources: query('goal.read', z.strictObject({ planId, month }), output<GoalResources>()),
};
