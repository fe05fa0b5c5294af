import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import type { Week } from '../../kernel/period.ts';
import { action, command, query } from '../../rpc/call.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import { bestScore } from '../standard/standard.rules.ts';
import { evaluationFields, visits, type EvaluationWay, type Visit } from './evaluation.fields.ts';
import { mostRecommend } from './evaluation.rules.ts';

const id = z.number().int().positive();
const day = z.string().refine(isDay, { error: 'not-a-day' });
const ofVisit = z.strictObject({ visit: z.enum(visits), sourceId: id });
/** Twenty letters and digits without those that look alike: 100 bits. */
const code = z.string().regex(/^[a-z2-9]{20}$/u, { error: 'not-whole-code' });

/** What a customer said. Every part may be left out, not all of them. */
const answers = {
  scores: z.array(z.strictObject({ standardId: id, score: z.number().int().min(1).max(bestScore) })).max(60),
  recommend: z.number().int().min(0).max(mostRecommend).nullable(),
  words: z.string().trim().max(1000, { error: 'too-long' }),
};

/** A standard action as a question, with the score that it got; `text` in the language of the reader. */
export type EvaluationQuestion = {
  readonly standardId: number;
  readonly text: string;
  readonly score: number | null;
};

/** What the customer's page shows, and nothing else of the store. */
export type AskedEvaluation = {
  readonly storeName: string;
  readonly visit: Visit;
  readonly personName: string;
  readonly visitOn: Day;
  readonly questions: readonly {
    readonly standardId: number;
    readonly text: string;
    readonly textEn: string;
  }[];
};

/** An evaluation as its repair or order shows it. */
export type VisitEvaluation = {
  readonly id: number;
  readonly number: string;
  readonly state: 'waiting' | 'answered' | 'withdrawn';
  readonly way: EvaluationWay | null;
  readonly askedOn: Day;
  readonly answeredOn: Day | null;
  readonly scoreHundredths: number | null;
  readonly recommend: number | null;
  readonly complaintId: number | null;
};

/** How many were asked in the period and answered, whenever; the rest counts answers of the period. */
export type EvaluationCounts = {
  readonly asked: number;
  readonly askedAnswered: number;
  readonly answered: number;
  /** Answers that raised a complaint. */
  readonly complaints: number;
  readonly recommended: number;
  readonly promoters: number;
  readonly detractors: number;
  /** Average of the single scores in hundredths; null: none. */
  readonly scoreHundredths: number | null;
};

export type EvaluationFigures = {
  readonly from: Day;
  readonly to: Day;
  readonly all: EvaluationCounts;
  readonly people: readonly (EvaluationCounts & { readonly personId: number; readonly personName: string })[];
  /** Every week of the period, also those without an answer. */
  readonly weeks: readonly (EvaluationCounts & { readonly week: Week })[];
  readonly actions: readonly {
    readonly standardId: number;
    readonly text: string;
    readonly scores: number;
    readonly lowScores: number;
    readonly scoreHundredths: number;
  }[];
};

const records = recordCalls(evaluationFields, {
  read: 'standard.read',
  write: 'customer.write',
  remove: 'standard.write',
});

/** Glossary: 即时评价 instant evaluation, 推荐意愿 recommendation, 净推荐值 NPS. */
export const evaluationContract = {
  ...readOnlyCalls(records),
  /** The evaluation of a repair or order; null: nobody asked yet. */
  ofVisit: query('standard.read', ofVisit, output<VisitEvaluation | null>()),
  questions: query('standard.read', z.strictObject({ id }), output<readonly EvaluationQuestion[]>()),
  /**
   * Asks the customer: a code for one answer, good for 14 days; asking again makes a new one and ends the old.
   * Errors: `evaluation-own-code` for whom it is about, `evaluation-too-early`, `evaluation-nobody`, `evaluation-no-standards`,
   * `evaluation-over`.
   */
  ask: command(
    'customer.write',
    ofVisit,
    output<{ readonly id: number; readonly number: string; readonly code: string; readonly until: Day }>(),
  ),
  /**
   * The slip to fill in by pen, with a new code to scan where `address` tells where the program's page is; without one for whom
   * it is about. Errors of `ask` but the first.
   */
  slip: action(
    'customer.write',
    ofVisit.extend({
      address: z
        .url({ protocol: /^https?$/u })
        .max(200)
        .nullable(),
    }),
    output<DeskFile>(),
  ),
  /** Types in what stands on a slip. Errors: `evaluation-over`, `score-own`, `evaluation-empty`, `evaluation-other-question`, `in-future`. */
  enter: command(
    'customer.write',
    z.strictObject({ id, answeredOn: day, ...answers }),
    output<{ readonly complaint: { id: number; number: string } | null }>(),
  ),
  /** Nobody is asked any more. Errors: `evaluation-own` for whom it is about, `evaluation-over`. */
  withdraw: command(
    'customer.write',
    z.strictObject({ id, reason: z.string().trim().min(1, { error: 'required' }).max(300) }),
    output<Record<string, never>>(),
  ),
  figures: query('standard.read', z.strictObject({ from: day, to: day }), output<EvaluationFigures>()),
  /** The customer's page by its code alone. Error: `evaluation-code` for one that is unknown, used or out of time. */
  asked: query('open', z.strictObject({ code }), output<AskedEvaluation>()),
  /** The customer's answer, once. `onScreen`: given on a screen of the store. Errors: `evaluation-code`, `evaluation-empty`, `evaluation-other-question`. */
  answer: action(
    'open',
    z.strictObject({ code, onScreen: z.boolean(), ...answers }),
    output<Record<string, never>>(),
  ),
};
