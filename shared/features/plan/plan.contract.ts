import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { action, command, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';
import type { ActionState } from '../action/action.fields.ts';
import type { GoalUnit } from '../goal/goal-indicator.ts';
import type { Month } from '../../kernel/period.ts';
import type { PayContent } from '../pay/pay.content.ts';
import type { Named } from '../indicator/indicator.definition.ts';
import type { IndicatorUnit } from '../indicator/indicator.exact.ts';
import type { DeskFile } from '../job/job.contract.ts';
import { secretSchema, type SignatureLine, type SignatureVerdict } from '../signature/signature.schema.ts';
import type { PlanIssue } from './plan-missing.rules.ts';
import { partChange, type PlanPart, type PlanPartContents } from './plan.content.ts';

/** 草稿 → 已提交 → 已批准; sent back: draft again. An approved edition never changes: its revision is the next edition. */
export const planStates = ['draft', 'submitted', 'approved'] as const;
export type PlanState = (typeof planStates)[number];

/** One indicator of the closing year. Counts, or whole fen; null is "not supplied". */
export type ClosingLine = {
  /** Indicator, as goals name it. */
  readonly key: string;
  readonly unit: 'count' | 'fen';
  /** January to December; months that have not begun are null. */
  readonly months: readonly (number | null)[];
  /** From January to `until`. */
  readonly value: number | null;
  /** The same days of the year before, and that whole year. */
  readonly lastYearToDate: number | null;
  readonly lastYear: number | null;
  /** 计划: the store's goal of the closing year. */
  readonly goal: number | null;
};

/** A figure of the library of indicators: shares, states, days; in the steps of its unit. */
export type ClosingOther = {
  readonly key: string;
  readonly name: Named;
  readonly unit: IndicatorUnit;
  /** What is counted: 台, 条; empty for money and shares. */
  readonly unitName: Named;
  readonly value: number | null;
  readonly lastYear: number | null;
  readonly goal: number | null;
};

/** 当年决算: the year before the plan's, up to a day. */
export type Closing = {
  readonly year: number;
  readonly until: Day;
  readonly lines: readonly ClosingLine[];
  /** Everything else of the library of which anything is known. */
  readonly others: readonly ClosingOther[];
};

/** A goal of the plan's year, of the store or of a department. */
export type GoalLine = {
  readonly key: string;
  readonly unit: GoalUnit;
  readonly departmentId: number | null;
  readonly department: string | null;
  readonly year: number | null;
  readonly months: readonly (number | null)[];
};

/** A pay rule 薪酬规则 of a post that holds in the plan's year. */
export type PlanPay = {
  readonly postId: number;
  readonly postName: string;
  readonly departmentId: number | null;
  readonly departmentName: string | null;
  readonly fromMonth: Month;
  readonly toMonth: Month | null;
  readonly content: PayContent;
};

/** Everything that is signed: computed freshly in a draft, as it was once approved. */
export type PlanContent = {
  readonly storeName: string;
  readonly year: number;
  readonly edition: number;
  /** Why there is this edition; null for the first. */
  readonly reason: string | null;
  readonly parts: PlanPartContents;
  readonly closing: Closing;
  readonly goals: readonly GoalLine[];
  /** Number of the edition of goals that these are of; null: none was in force. */
  readonly goalEdition: number | null;
  readonly pay: readonly PlanPay[];
  /** Names of the people whom measures name, by id. */
  readonly people: Readonly<Record<string, string>>;
};

/** One edition 版本 of a year's plan in the list. */
export type PlanEdition = {
  readonly id: number;
  readonly year: number;
  readonly edition: number;
  readonly state: PlanState;
  readonly reason: string | null;
  readonly updatedAt: string;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
};

/** The action item that a measure became. */
export type MeasureAction = {
  readonly measure: string;
  readonly actionId: number;
  readonly number: string;
  readonly state: ActionState;
};

export type PartEdit = { readonly version: number; readonly by: string; readonly at: string };

export type PlanView = {
  readonly id: number;
  readonly state: PlanState;
  readonly content: PlanContent;
  /** How many pay rules were left out because they are not for this person. */
  readonly hiddenPay: number;
  /** Who saved each part last; a part that nobody saved is absent (version 0). */
  readonly edits: Readonly<Partial<Record<PlanPart, PartEdit>>>;
  readonly editions: readonly PlanEdition[];
  readonly actions: readonly MeasureAction[];
  /** What stands against submitting; of drafts only. */
  readonly issues: readonly PlanIssue[];
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
  /** Why the owner sent it back. */
  readonly returned: string | null;
  readonly signatures: readonly SignatureLine[];
  readonly verdict: SignatureVerdict;
  readonly auditCode: string | null;
};

const id = z.number().int().positive();
const year = z.number().int().min(2000).max(2100);
const reason = z.string().trim().min(1, { error: 'required' }).max(500, { error: 'too-long' });
const nothing = output<Record<string, never>>();

/** How the whole plan leaves the program. */
export const bookFormats = ['pdf', 'docx', 'xlsx'] as const;
export type BookFormat = (typeof bookFormats)[number];

/** Glossary: 年度经营计划 plan, 版本 edition, 部分 part, 措施 measure, 决算 closing, 目标卡 goal card, 海报 poster. */
export const planContract = {
  /** All editions of all years, newest first. */
  list: query('plan.read', z.strictObject({}), output<readonly PlanEdition[]>()),
  get: query('plan.read', z.strictObject({ id }), output<PlanView>()),
  /** The open or newest edition of a year; begins the first one where there is none. */
  open: command('plan.write', z.strictObject({ year }), output<{ id: number; created: boolean }>()),
  /** Saves one part. Errors: conflict with who saved it meanwhile, `plan-not-draft`. */
  savePart: command(
    'plan.write',
    z.strictObject({ id, version: z.number().int().min(0), change: partChange }),
    output<{ version: number }>(),
  ),
  /** 提交. Errors: `plan-incomplete`, `plan-not-draft`. */
  submit: command('plan.write', z.strictObject({ id }), nothing),
  /** 退回: the draft is open again, with the owner's reason. Error: `plan-not-submitted`. */
  sendBack: command('plan.approve', z.strictObject({ id, reason }), nothing),
  /** 批准: signed, frozen, its measures become action items. Errors: `plan-not-submitted`, those of the secret. */
  approve: action(
    'plan.approve',
    z.strictObject({ id, secret: secretSchema }),
    output<{ hash: string; actions: number }>(),
  ),
  /** 修订: the next edition, begun from an approved one. Errors: `plan-not-approved`, `plan-open-edition`. */
  revise: command('plan.write', z.strictObject({ id, reason }), output<{ id: number }>()),
  /** 丢弃 a draft that was never submitted, with all that is written in it. Errors: `plan-not-draft`, `plan-was-submitted`. */
  discard: command('plan.approve', z.strictObject({ id }), output<{ year: number }>()),
  /** The book as PDF, for the preview. */
  preview: action('plan.read', z.strictObject({ id }), output<DeskFile>()),
  /** Makes the book as a job. */
  print: action(
    'plan.read',
    z.strictObject({ id, format: z.enum(bookFormats) }),
    output<{ jobId: number }>(),
  ),
  /** 年度海报: the year of the store or of a department on one page. */
  poster: action('plan.read', z.strictObject({ id, departmentId: id.nullable() }), output<DeskFile>()),
  /** 目标卡 of a person; own for those without the right to the plan. Error: `no-goals-of-person`. */
  goalCard: action('goal.read', z.strictObject({ year, personId: id }), output<DeskFile>()),
};
