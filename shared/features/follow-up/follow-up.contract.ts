import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import { command, query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import {
  followUpFields,
  followUpRuleFields,
  followUpWays,
  type FollowUpCaller,
  type FollowUpResult,
} from './follow-up.fields.ts';
import type { PlannedCall } from './follow-up.rules.ts';

const id = z.number().int().positive();
const day = z.string().refine(isDay, { error: 'not-a-day' });

/** What was said in an earlier call about the same delivery. */
export type EarlierCall = {
  readonly id: number;
  readonly happenedOn: Day;
  readonly ruleName: string;
  readonly personName: string | null;
  readonly result: FollowUpResult | null;
  readonly score: number | null;
  readonly content: string;
};

/** A call that waits to be made. Telephone and plate as the person may see them. */
export type FollowUpLine = PlannedCall & {
  readonly orderId: number;
  readonly orderNumber: string;
  readonly deliveredOn: Day;
  readonly ruleName: string;
  readonly script: string;
  readonly caller: FollowUpCaller;
  readonly isMine: boolean;
  /** null: the order names no customer on file; a call cannot be entered. */
  readonly customerId: number | null;
  readonly customerName: string;
  readonly phone: string | null;
  /** The customer refused the use of personal data. */
  readonly hasRefusedConsent: boolean;
  readonly model: string;
  readonly plate: string | null;
  readonly consultantId: number | null;
  readonly consultantName: string | null;
  /** Newest first. */
  readonly earlier: readonly EarlierCall[];
};

/** 回访计划 of one delivered order. */
export type FollowUpPlan = {
  readonly orderId: number;
  readonly orderNumber: string;
  readonly model: string;
  readonly deliveredOn: Day;
  readonly calls: readonly (PlannedCall & { readonly ruleName: string })[];
};

const rights = { read: 'customer.read', write: 'customer.write', remove: 'customer.write' } as const;

/** Glossary: 回访 follow-up, 交车回访 call after a delivery, 话术 script. */
export const followUpContract = {
  ...recordCalls(followUpFields, rights),
  /** Calls that are due after deliveries, late ones first. Computed from the day of delivery, never stored. */
  due: query('delivery.read', z.strictObject({}), output<readonly FollowUpLine[]>()),
  /** Plans of the deliveries to one customer, newest delivery first. */
  plan: query('delivery.read', z.strictObject({ customerId: id }), output<readonly FollowUpPlan[]>()),
  /**
   * Enters what came of a due call. A score of 1 or 2 raises a complaint in the same transaction. Errors: `not-found`,
   * `forbidden`; `follow-up-not-due` when somebody entered it before or it is over, `follow-up-no-customer`,
   * `score-other-post` for an action of another post than the consultant's; issues on `words`, `score` and `nextOn`.
   */
  enter: command(
    'customer.write',
    z.strictObject({
      orderId: id,
      ruleId: id,
      dueOn: day,
      way: z.enum(followUpWays),
      result: z.enum(['reached', 'notReached', 'callAgain', 'refused']),
      score: z.number().int().min(1, { error: 'score-range' }).max(5, { error: 'score-range' }).nullable(),
      /** The standard action of the consultant's post that the score is about; null: the delivery as a whole. */
      standardId: id.nullable().default(null),
      words: z.string().trim().max(1000, { error: 'too-long' }),
      nextOn: day.nullable(),
    }),
    output<{ readonly id: number; readonly complaint: { id: number; number: string } | null }>(),
  ),
};

export const followUpRuleContract = {
  ...recordCalls(followUpRuleFields, { read: 'customer.read', write: 'rule.write', remove: 'rule.write' }),
};
