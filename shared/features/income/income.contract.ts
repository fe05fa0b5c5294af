import { z } from 'zod';
import type { DeskFile } from '../job/job.contract.ts';
import { isMonth, type Month } from '../../kernel/period.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output } from '../../rpc/record.contract.ts';
import { mostUnits, shareKinds, type PayContent, type PayUnit } from '../pay/pay.content.ts';
import type { PaySlip } from '../pay/pay.rules.ts';
import { rateKinds, type Records } from './income-rates.rules.ts';
import type { WhatIf } from './income.rules.ts';

const id = z.number().int().positive();
const version = z.number().int();
const month = z.string({ error: 'required' }).refine(isMonth, { error: 'not-a-month' });
const fen = z
  .number({ error: 'required' })
  .int()
  .min(0, { error: 'too-small' })
  .max(1_000_000_000, { error: 'too-large' });
const units = z
  .number({ error: 'required' })
  .int({ error: 'not-whole' })
  .min(0)
  .max(mostUnits, { error: 'too-large' });
const words = z.string().trim().max(500, { error: 'too-long' }).nullable();

/** Rates in basis points: fall-out stays below 100 %, the others above nothing, so that none divides by 0. */
const rates = z.strictObject({
  fallOut: z.number().int().min(0).max(9999, { error: 'income-all-fall-out' }).optional(),
  ...Object.fromEntries(
    rateKinds
      .filter((kind) => kind !== 'fallOut')
      .map((kind) => [
        kind,
        z
          .number()
          .int()
          .min(1, { error: 'income-rate-nothing' })
          .max(100_000, { error: 'too-large' })
          .optional(),
      ]),
  ),
}) as unknown as z.ZodType<WhatIf['rates']>; // the shape was built from the same list
const averages = z.strictObject(
  Object.fromEntries(shareKinds.map((kind) => [kind, fen.optional()])),
) as unknown as z.ZodType<WhatIf['averages']>; // as above

export const whatIfSchema = z.strictObject({ wishFen: fen, goalUnits: units.nullable(), averages, rates });

/** What a person asks for: for each month from … to …, both inside. */
const asked = z.strictObject({ personId: id, fromMonth: month, toMonth: month, what: whatIfSchema });

export const incomeStates = [
  'proposed',
  'answered',
  'confirmed',
  'declined',
  'withdrawn',
  'replaced',
] as const;
export type IncomeState = (typeof incomeStates)[number];

export type IncomePerson = {
  readonly id: number;
  readonly name: string;
  readonly post: string | null;
  readonly isSelf: boolean;
};

export type IncomeMonth = {
  readonly month: Month;
  readonly workingDays: number;
  /** false: the year's holidays are not in the calendar, so plain weeks are counted. */
  readonly isCalendarKnown: boolean;
  /** Edition that holds; null: none. */
  readonly payId: number | null;
  /** The person's goal of the month in units of the rule: the manager's figure; null: none. */
  readonly givenUnits: number | null;
};

/** All that the calculator reckons with. */
export type IncomeBasis = Records & {
  readonly person: IncomePerson;
  /** Who confirms; null: the owner. */
  readonly managerName: string | null;
  readonly months: readonly IncomeMonth[];
  readonly rules: readonly {
    readonly id: number;
    readonly edition: number;
    readonly fromMonth: Month;
    readonly toMonth: Month | null;
    readonly content: PayContent;
  }[];
  readonly mayAnswer: boolean;
};

/** What is agreed on for one month. */
export type IncomeMonthUnits = {
  readonly month: Month;
  readonly units: number;
  /** null: something that pay depends on was not known when it was agreed on. */
  readonly incomeFen: number | null;
};

export type IncomeWish = {
  readonly id: number;
  readonly version: number;
  readonly personId: number;
  readonly personName: string;
  readonly unit: PayUnit;
  readonly fromMonth: Month;
  readonly toMonth: Month;
  /** A month. */
  readonly wishFen: number;
  readonly months: readonly IncomeMonthUnits[];
  /** Sum of the months. */
  readonly units: number;
  readonly what: WhatIf;
  readonly words: string | null;
  readonly state: IncomeState;
  /** The manager's figures, one a month; null: none. */
  readonly answerMonths: readonly number[] | null;
  /** Their sum; null: none. */
  readonly answerUnits: number | null;
  readonly answerWords: string | null;
  readonly answeredByName: string | null;
  readonly decidedByName: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** 按实际业绩算的工资条 of a month: what the records say, by the rule and the goal of that month. */
export type IncomeActual = {
  readonly month: Month;
  /** The month is not over: the records so far. */
  readonly isRunning: boolean;
  readonly rule: { readonly id: number; readonly edition: number; readonly content: PayContent } | null;
  readonly hundredths: number;
  readonly goalUnits: number | null;
  /** Lines without hours, which count for nothing. */
  readonly untold: number;
  /** null: no rule holds, or attainment cannot be reckoned because no goal was given. */
  readonly slip: PaySlip | null;
};

/** 每人每月成本 of a post, for the annual plan. */
export type PayCost = {
  readonly postName: string;
  /** Base, bonus and welfare: what is paid whatever is done. */
  readonly fixedFen: number;
  /** What its people earned a month in the last three whole months, welfare in kind included; null: nothing to reckon from. */
  readonly averageFen: number | null;
  /** Person-months in the average. */
  readonly months: number;
};

/**
 * Glossary: 收入预期 income wanted, 测算 calculation, 采纳 adopt, 确认 confirm. Pay is private: a wish is seen by the person, by who
 * leads the person's department or one above it, and by the owner; everybody else is refused with `forbidden`.
 */
export const incomeContract = {
  /** The person and the people whose calculator may be opened, the own first. */
  people: query('income.use', z.strictObject({}), output<readonly IncomePerson[]>()),
  basis: query('income.use', z.strictObject({ personId: id }), output<IncomeBasis>()),
  /** Of this month or one of the twelve before. Error: `income-actual-month`. */
  actual: query('income.use', z.strictObject({ personId: id, month }), output<IncomeActual>()),
  /** What people of the posts cost whose rules the person may see. */
  cost: query('pay.read', z.strictObject({}), output<readonly PayCost[]>()),
  /** Wishes of a person, newest first. */
  list: query('income.use', z.strictObject({ personId: id }), output<readonly IncomeWish[]>()),
  /** Wishes that wait for this person: to be confirmed, answered by the manager, or declined of late. Oldest first. */
  waiting: query('income.use', z.strictObject({}), output<readonly IncomeWish[]>()),
  /**
   * 采纳: the result becomes a wish that waits for the manager; one for the same months that still waits is replaced.
   * Errors: `income-no-rule`, `income-rule-changes` (what is counted changes within the months), `income-missing`,
   * `income-unreachable`, `income-past-month`, `income-left`, `income-not-own` (a fixed post, or a department's figures);
   * `forbidden` for another person.
   */
  propose: command('income.use', asked.extend({ words }), output<{ readonly id: number }>()),
  /**
   * The wish becomes the person's month goals. Errors: `income-not-waiting`, `income-own`, `income-past-month` where a month is
   * over, `income-left`, `conflict`.
   */
  confirm: command('income.answer', z.strictObject({ id, version }), output<{ readonly goals: number }>()),
  /** The manager answers with other figures, one for each month of the wish. Errors as above; `income-months` under `units`. */
  answer: command(
    'income.answer',
    z.strictObject({ id, version, units: z.array(units).min(1).max(13), words }),
    output<Record<string, never>>(),
  ),
  /** The manager says no, with the reason. Errors: `income-not-waiting`, `income-own`, `conflict`. */
  decline: command(
    'income.answer',
    z.strictObject({
      id,
      version,
      reason: z.string().trim().min(1, { error: 'required' }).max(500, { error: 'too-long' }),
    }),
    output<Record<string, never>>(),
  ),
  /** The person takes the manager's figures; they become the month goals. Errors: `income-not-answered`, `income-past-month`, `conflict`. */
  accept: command('income.use', z.strictObject({ id, version }), output<{ readonly goals: number }>()),
  withdraw: command('income.use', z.strictObject({ id, version }), output<Record<string, never>>()),
  /** 打印: the calculation as it stands on the screen, on A4. */
  print: action('income.use', asked.extend({ format: paperFormat }), output<DeskFile>()),
};
