import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import type { DaySpan } from '../../kernel/period.ts';
import { command, query } from '../../rpc/call.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import type { ActionItem } from '../action/action.contract.ts';
import {
  indicatorKey,
  indicatorPeriod,
  indicatorWho,
  type IndicatorValue,
  type Who,
} from '../indicator/indicator.contract.ts';
import type { IndicatorDefinition } from '../indicator/indicator.definition.ts';
import type { Forecast } from '../indicator/indicator-forecast.rules.ts';
import type { RateTone } from '../meeting/meeting.rates.ts';
import { gapFields, type GapState } from './gap.fields.ts';
import type { Driver } from './gap-variance.rules.ts';
import { deepestWhy, mostWhys, type Why } from './gap-why.rules.ts';

const id = z.number().int().positive();
const about = z.strictObject({ key: indicatorKey, period: indicatorPeriod, who: indicatorWho });

/** A comparison that a difference is split by. */
export type Split = {
  readonly kind: 'chain' | 'mix';
  /** What the actual is compared with. */
  readonly base: 'goal' | 'lastYear';
  readonly difference: number;
  readonly drivers: readonly Driver[];
};

/** A department or person beside its own goal. */
export type Share = {
  readonly who: Who;
  readonly name: string;
  readonly goal: number | null;
  readonly actual: number;
  readonly rate: number | null;
};

export type GapAnalysis = {
  readonly definition: IndicatorDefinition;
  readonly period: string;
  readonly span: DaySpan;
  readonly asOf: Day;
  readonly who: Who;
  readonly whoName: string | null;
  readonly goal: number | null;
  /** The part of the goal that the passed days were to bring; the whole of a period that is over. */
  readonly goalDue: number | null;
  readonly actual: IndicatorValue;
  /** Of the same days a year before. */
  readonly lastYear: number | null;
  /** Actual less the goal of the passed days. */
  readonly difference: number | null;
  readonly rate: number | null;
  readonly tone: RateTone | null;
  readonly forecasts: readonly Forecast[];
  readonly splits: readonly Split[];
  readonly departments: readonly Share[];
  readonly people: readonly Share[];
  /** The gap record about this, if there is one. */
  readonly gapId: number | null;
};

export type GapView = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly state: GapState;
  readonly key: string;
  readonly period: string;
  readonly who: Who;
  readonly goal: number | null;
  readonly actual: number | null;
  readonly ownerId: number;
  readonly ownerName: string;
  readonly raisedOn: Day;
  readonly cause: string | null;
  readonly whys: readonly Why[];
  readonly actions: readonly ActionItem[];
  readonly closedOn: Day | null;
  readonly closedByName: string | null;
  readonly result: string | null;
  readonly isRemoved: boolean;
};

const rights = { read: 'goal.read', write: 'gap.write', remove: 'gap.write' } as const;
const text = (max: number) => z.string().trim().max(max, { error: 'too-long' });
const why = z.strictObject({
  depth: z.number().int().min(0).max(deepestWhy),
  text: text(300),
  isRoot: z.boolean(),
});
const version = z.number().int();

/** Glossary: 差异 gap, 驱动因素 driver, 五个为什么 5-why tree, 根因 root cause, 对策 countermeasure (an action item). */
export const gapContract = {
  ...readOnlyCalls(recordCalls(gapFields, rights)),
  /** Goal against actual of anything, split into what drove it. */
  analysis: query('goal.read', about, output<GapAnalysis>()),
  view: query('goal.read', z.strictObject({ id }), output<GapView>()),
  /** Errors: `gap-exists` where an open one is about the same. */
  open: command('gap.write', about.extend({ ownerId: id }), output<{ id: number; number: string }>()),
  /** Errors: `gap-closed`, conflict. */
  save: command(
    'gap.write',
    z.strictObject({ id, version, ownerId: id, cause: text(1000), whys: z.array(why).max(mostWhys) }),
    output<{ id: number; version: number }>(),
  ),
  /** 对策: makes an action item, which meetings follow. */
  counter: command(
    'gap.write',
    z.strictObject({
      id,
      text: text(400).min(1, { error: 'required' }),
      ownerId: id,
      dueOn: z.string().refine(isDay, { error: 'not-a-day' }),
      check: text(300).min(1, { error: 'required' }),
    }),
    output<{ id: number; number: string }>(),
  ),
  /** Errors: `gap-no-cause`, `gap-actions-open`. */
  close: command(
    'gap.write',
    z.strictObject({ id, version, result: text(1000).min(1, { error: 'required' }) }),
    output<{ state: GapState }>(),
  ),
  reopen: command('gap.write', z.strictObject({ id, version }), output<{ state: GapState }>()),
};
