import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import type { DaySpan, Month } from '../../kernel/period.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import { inputSchema } from '../../kernel/field-schema.ts';
import type { DeskFile } from '../job/job.contract.ts';
import type { RateTone } from '../meeting/meeting.rates.ts';
import type { Drill, MissingReason } from '../meeting/meeting.pack.ts';
import type { IndicatorDefinition } from './indicator.definition.ts';
import { indicatorEntryFields, indicatorFields, levels, type Level } from './indicator.fields.ts';
import type { Forecast } from './indicator-forecast.rules.ts';
import type { LibraryGroup } from './indicator.library.ts';
import { periodKindOf } from './indicator-period.rules.ts';

const id = z.number().int().positive();
export const indicatorKey = z.string().min(1, { error: 'required' }).max(40);
export const indicatorPeriod = z
  .string({ error: 'required' })
  .refine((text) => periodKindOf(text) !== undefined, { error: 'not-a-period' });

/** Whose figures: the store's, a department's with those below it, or a person's. */
export const indicatorWho = z
  .strictObject({ level: z.enum(levels), departmentId: id.nullable(), personId: id.nullable() })
  .superRefine(({ level, departmentId, personId }, context) => {
    if (level === 'department' && departmentId === null)
      context.addIssue({ code: 'custom', path: ['departmentId'], message: 'required' });
    if (level === 'person' && personId === null)
      context.addIssue({ code: 'custom', path: ['personId'], message: 'required' });
  });
export type Who = {
  readonly level: Level;
  readonly departmentId: number | null;
  readonly personId: number | null;
};

/** Why there is no figure; never shown as 0. */
export type FigureMissing =
  | MissingReason
  | 'not-entered' // typed by hand, and nobody has yet
  | 'nothing-under' // a division by nothing
  | 'not-at-level' // its rows belong to no department or person
  | 'unknown-name' // a formula names an indicator that there is not on this day
  | 'circle'; // a formula that comes back to itself

/** What one part of a figure is made of: a list that adds up to it, `indicator.rows`, or nothing that could be opened. */
export type Behind = {
  readonly key: string;
  readonly value: number | null;
  readonly drill: Drill | null;
  readonly hasRows: boolean;
};

export type IndicatorValue = {
  readonly value: number | null;
  readonly missing: FigureMissing | null;
  /** The part of the formula that is missing or nothing: a key, or a name that is none. */
  readonly about: string | null;
  readonly behind: readonly Behind[];
};

export type EntryState = {
  readonly id: number;
  readonly version: number;
  readonly enteredOn: Day;
  readonly enteredByName: string;
  readonly late: boolean;
  readonly note: string | null;
};

export type FigureRow = {
  readonly key: string;
  readonly actual: IndicatorValue;
  readonly lastYear: number | null;
  readonly goal: number | null;
  /** 完成率 in basis points; of less-is-better the goal over the actual. */
  readonly rate: number | null;
  readonly tone: RateTone | null;
  readonly forecasts: readonly Forecast[];
  /** Of an indicator typed by hand. */
  readonly entry: EntryState | null;
};

export type Figures = {
  readonly period: string;
  readonly span: DaySpan;
  readonly passedShare: number;
  /** The last day on which entries of the period are in time. */
  readonly entryDueOn: Day;
  readonly rows: readonly FigureRow[];
};

export type LibraryEntry = { readonly group: LibraryGroup; readonly definition: IndicatorDefinition };

/** A row behind a figure that no list shows. */
export type BehindRow = {
  readonly feature: string;
  readonly id: number;
  readonly title: string;
  readonly detail: string;
};

export type WallCell = {
  readonly month: Month;
  readonly goal: number | null;
  readonly actual: number | null;
  readonly missing: FigureMissing | null;
  readonly rate: number | null;
  readonly tone: RateTone | null;
  readonly drill: Drill | null;
  /** Number of the gap record about it; null where there is none. */
  readonly gapId: number | null;
};

/** One indicator over the year, for the store, a department or a person. */
export type WallLine = {
  readonly key: string;
  readonly who: Who;
  readonly name: string | null;
  readonly cells: readonly WallCell[];
  readonly toDate: IndicatorValue;
  /** Goals of the months that have ended and of the share that has passed of the running one, rounded. */
  readonly goalToDate: number | null;
  readonly rateToDate: number | null;
  readonly toneToDate: RateTone | null;
  readonly yearGoal: number | null;
  readonly forecasts: readonly Forecast[];
  /** Of the store alone. */
  readonly lastYear: number | null;
};

/** Something that is behind its goal, and what answers it. */
export type WallRed = {
  readonly key: string;
  readonly who: Who;
  readonly name: string | null;
  readonly period: string;
  readonly rate: number | null;
  readonly gapId: number | null;
  readonly gapNumber: string | null;
  readonly actions: readonly {
    readonly id: number;
    readonly number: string;
    readonly text: string;
    readonly ownerName: string;
    readonly dueOn: Day;
    readonly state: string;
    readonly overdue: boolean;
  }[];
};

export type Wall = {
  readonly year: number;
  readonly asOf: Day;
  readonly passedShare: number;
  readonly store: readonly WallLine[];
  readonly departments: readonly WallLine[];
  readonly people: readonly WallLine[];
  readonly red: readonly WallRed[];
};

const wallYear = z.number().int().min(2000).max(2099);
const rights = { read: 'goal.read', write: 'indicator.write', remove: 'indicator.write' } as const;

/** Glossary: 指标 indicator, 实绩 actual, 完成率 rate, 填报 entry, 迟报 late entry, 经营墙 wall, 预测 forecast. */
export const indicatorContract = {
  ...recordCalls(indicatorFields, rights),
  /** 新版本: the same indicator by a new definition from a day on; the old one ends the day before. */
  revise: command(
    'indicator.write',
    z.strictObject({ id, values: inputSchema(indicatorFields) }),
    output<{ id: number }>(),
  ),
  /** The definitions that hold on a day, shipped ones and the store's own. */
  library: query('goal.read', z.strictObject({}), output<readonly LibraryEntry[]>()),
  /** 实绩 of a period with goal, last year and forecast. */
  figures: query(
    'goal.read',
    z.strictObject({ period: indicatorPeriod, who: indicatorWho }),
    output<Figures>(),
  ),
  /** The rows of a figure that no list adds up; five hundred at most. */
  rows: query(
    'goal.read',
    z.strictObject({ key: indicatorKey, period: indicatorPeriod, who: indicatorWho }),
    output<readonly BehindRow[]>(),
  ),
  /** 填报. Errors: `entry-not-typed`, `entry-future`; conflict where somebody has told another figure meanwhile. */
  enter: command(
    'indicator.enter',
    z.strictObject({
      key: indicatorKey,
      period: indicatorPeriod,
      who: indicatorWho,
      value: z
        .number({ error: 'required' })
        .int({ error: 'not-whole' })
        .min(-9_000_000_000_000)
        .max(9_000_000_000_000),
      note: z.string().trim().max(500, { error: 'too-long' }).default(''),
      /** Version of the entry that was seen; null where there was none. */
      version: z.number().int().nullable(),
    }),
    output<{ id: number; late: boolean }>(),
  ),
  /** 经营墙 of a year. */
  wall: query('goal.read', z.strictObject({ year: wallYear }), output<Wall>()),
  /** The wall as a paper, A4 across, by what the person may see. Error: `wall-no-goals`. */
  printWall: action('goal.read', z.strictObject({ year: wallYear, format: paperFormat }), output<DeskFile>()),
};

export const indicatorEntryContract = readOnlyCalls(recordCalls(indicatorEntryFields, rights));
