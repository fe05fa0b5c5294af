import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import { inputSchema } from '../../kernel/field-schema.ts';
import { command, query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import { serviceScoreFields, spotCheckFields, standardFields } from './standard.fields.ts';
import { spotMarks, type SpotMark } from './standard.rules.ts';

const id = z.number().int().positive();
const day = z.string().refine(isDay, { error: 'not-a-day' });

/** A standard action as a spot check asks it; `text` in the language of the person. */
export type AskedStandard = {
  readonly id: number;
  readonly code: string;
  readonly text: string;
  readonly weight: number;
};

/** Spot checks against customers' scores of one person and standard (null: of the whole person) in a period. */
export type ServiceLine = {
  readonly personId: number;
  readonly personName: string;
  readonly post: string;
  readonly standardId: number | null;
  readonly standard: string | null;
  /** Spot checks that looked at it, and the share of weights met in basis points; null: none. */
  readonly checks: number;
  readonly checkBasisPoints: number | null;
  /** Scores that customers gave, and their average in hundredths; null: none. */
  readonly scores: number;
  readonly scoreHundredths: number | null;
  readonly lowScores: number;
  /** How many of the scores, and of the low ones, were given in calls after a delivery. */
  readonly followUps: number;
  readonly lowFollowUps: number;
};

/** Glossary: 规定动作 standard action, 抽查 spot check, 客户评分 customer score. */
export const standardContract = {
  ...recordCalls(standardFields, {
    read: 'standard.read',
    write: 'standard.write',
    remove: 'standard.write',
  }),
  /** The actions of a person's post on a day; empty when the post has none. */
  ofPerson: query(
    'standard.read',
    z.strictObject({ personId: id, day }),
    output<{ readonly post: string; readonly standards: readonly AskedStandard[] }>(),
  ),
  service: query(
    'standard.read',
    z.strictObject({ from: day, to: day }),
    output<{ readonly from: Day; readonly to: Day; readonly lines: readonly ServiceLine[] }>(),
  ),
};

const { list, get, neighbours, history, choose, remove, restore } = recordCalls(spotCheckFields, {
  read: 'standard.read',
  write: 'spotCheck.write',
  remove: 'standard.write',
});

export type SpotCheckMark = AskedStandard & { readonly mark: SpotMark; readonly note: string | null };

export const spotCheckContract = {
  list,
  get,
  neighbours,
  history,
  choose,
  remove,
  restore,
  /** Errors: `spot-check-own`, `spot-check-empty`, `in-future`; `spot-check-other-post` for an action of another post. */
  create: command(
    'spotCheck.write',
    z.strictObject({
      personId: id,
      checkedOn: day,
      note: z.string().trim().max(1000, { error: 'too-long' }).nullable(),
      marks: z
        .array(
          z.strictObject({
            standardId: id,
            mark: z.enum(spotMarks),
            note: z.string().trim().max(500, { error: 'too-long' }).nullable(),
          }),
        )
        .max(60),
    }),
    output<{ readonly id: number; readonly scoreBasisPoints: number | null }>(),
  ),
  marks: query('standard.read', z.strictObject({ id }), output<readonly SpotCheckMark[]>()),
};

const scores = recordCalls(serviceScoreFields, {
  read: 'standard.read',
  write: 'customer.write',
  remove: 'customer.remove',
});

/** A score is entered once; it can be taken back, not changed, because a complaint may hang on it. */
export const serviceScoreContract = {
  list: scores.list,
  get: scores.get,
  neighbours: scores.neighbours,
  history: scores.history,
  choose: scores.choose,
  remove: scores.remove,
  restore: scores.restore,
  /** A low one raises a complaint in the same transaction. Errors: `score-own`, `in-future`, issue `too-large`. */
  create: command(
    'customer.write',
    z.strictObject({ values: inputSchema(serviceScoreFields) }),
    output<{ readonly id: number; readonly complaint: { id: number; number: string } | null }>(),
  ),
};
