import { z } from 'zod';
import { isMonth, type Month } from '../../kernel/period.ts';
import { command, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';
import { payContentSchema, type PayContent } from './pay.content.ts';

const id = z.number().int().positive();
const month = z.string({ error: 'required' }).refine(isMonth, { error: 'not-a-month' });

/** One edition of a rule. */
export type PayRule = {
  readonly id: number;
  /** The same for all editions of a rule. */
  readonly lineId: number;
  /** Counts from 1. */
  readonly edition: number;
  readonly postId: number;
  readonly postName: string;
  readonly departmentName: string | null;
  readonly fromMonth: Month;
  readonly toMonth: Month | null;
  readonly content: PayContent;
  readonly note: string | null;
  readonly createdAt: string;
  readonly createdByName: string;
  /** When a later edition took its place, or the rule was withdrawn. */
  readonly replacedAt: string | null;
};

/**
 * Glossary: 薪酬规则 pay rule of a post. Pay is private: the owner sees every rule, a manager those of posts in the departments
 * that he leads; a person sees the rule of the own post in the calculator (`income.basis`).
 */
export const payContract = {
  /** Rules in force or to come, and past ones; the present edition of each. By post, newest first. */
  list: query('pay.read', z.strictObject({}), output<readonly PayRule[]>()),
  /** Every edition of a rule, newest first. */
  editions: query('pay.read', z.strictObject({ lineId: id }), output<readonly PayRule[]>()),
  /**
   * Adds a rule, or an edition of the one with this id. Errors: issues of `payIssues` under `content`, `ends-before-start`,
   * `pay-overlap`; `conflict` where somebody else made an edition meanwhile.
   */
  save: command(
    'pay.write',
    z.strictObject({
      id: id.nullable(),
      postId: id,
      fromMonth: month,
      toMonth: month.nullable(),
      content: payContentSchema,
      note: z.string().trim().max(1000, { error: 'too-long' }).nullable(),
    }),
    output<{ readonly id: number; readonly edition: number }>(),
  ),
  /** Takes a rule back: from now on it holds in no month. Its editions stay readable. */
  withdraw: command('pay.write', z.strictObject({ id }), output<Record<string, never>>()),
};
