import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { listInput, output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import { checkPurposes, type CheckPurpose, type ChecklistContent } from '../checklist/checklist.content.ts';
import type { ItemAnswer } from '../checklist/checklist.rules.ts';
import { fileSchema, type DeskFile } from '../job/job.contract.ts';
import { secretSchema, type SignatureLine, type SignatureVerdict } from '../signature/signature.schema.ts';
import { inspectionFields, repeatRuleFields, type InspectionState } from './inspection.fields.ts';
import type { CheckRefusal, PdiStanding } from './inspection.rules.ts';

/** Views of the damage map; a mark lies in thousandths of the view's width and height. */
export const damageViews = ['left', 'right', 'front', 'rear', 'top'] as const;
export type DamageView = (typeof damageViews)[number];
export const damageKinds = ['scratch', 'dent', 'crack', 'chip', 'missing', 'other'] as const; // 划痕 凹陷 裂纹 掉漆 缺件 其他
export type DamageKind = (typeof damageKinds)[number];

export type DamageMark = {
  readonly id: number;
  readonly view: DamageView;
  readonly x: number;
  readonly y: number;
  readonly kind: DamageKind;
  readonly note: string | null;
};

export type InspectionPhoto = {
  readonly id: number;
  /** Code of the item, or null: of the whole vehicle or a mark. */
  readonly item: string | null;
  readonly markId: number | null;
  readonly caption: string | null;
  readonly width: number;
  readonly height: number;
  readonly personName: string;
  readonly at: string;
};

/** An answer with who gave it last; `version` goes back with the next change of the same item. */
export type AnswerLine = ItemAnswer & {
  readonly item: string;
  readonly version: number;
  readonly personName: string;
  readonly at: string;
  /** Number of the failed check that it was carried over from; null: given in this one. */
  readonly carriedFrom: string | null;
};

/** What an earlier check of the same vehicle found at the same item. */
export type EarlierFinding = {
  readonly inspectionId: number;
  readonly number: string;
  readonly purpose: CheckPurpose;
  readonly finishedOn: Day;
  readonly item: string;
  readonly note: string | null;
  /** The task that it made, and whether that is closed. */
  readonly actionId: number | null;
  readonly actionNumber: string | null;
  readonly closed: boolean;
};

export type InspectionView = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly purpose: CheckPurpose;
  readonly state: InspectionState;
  readonly round: number;
  readonly previousId: number | null;
  readonly vin: string | null;
  readonly plate: string | null;
  readonly model: string | null;
  readonly vehicleKind: string | null;
  readonly stockId: number | null;
  readonly repairId: number | null;
  readonly repairNumber: string | null;
  readonly checklistName: string;
  readonly edition: number;
  readonly content: ChecklistContent;
  /** In a re-inspection the items that failed before and are asked again; empty: all. */
  readonly only: readonly string[];
  readonly answers: readonly AnswerLine[];
  readonly photos: readonly InspectionPhoto[];
  readonly marks: readonly DamageMark[];
  readonly earlier: readonly EarlierFinding[];
  readonly odometerKm: number | null;
  readonly note: string | null;
  readonly startedOn: Day;
  readonly startedByName: string;
  readonly finishedAt: string | null;
  readonly signatures: readonly SignatureLine[];
  readonly verdict: SignatureVerdict;
  /** Why the asking person could not sign it now, whatever it still lacks; null: could. */
  readonly refusal: CheckRefusal | null;
  readonly voidReason: string | null;
  /** First twelve digits of the audit head when it was signed, for paper. */
  readonly auditCode: string | null;
};

/** A vehicle or repair that waits for somebody's check. */
export type WaitingCheck = {
  readonly key: string;
  readonly purpose: CheckPurpose;
  /** An open check to go on with, else null. */
  readonly inspectionId: number | null;
  readonly stockId: number | null;
  readonly repairId: number | null;
  readonly vin: string | null;
  readonly plate: string | null;
  readonly model: string | null;
  /** 库位 or workshop bay. */
  readonly place: string | null;
  /** Promised to the customer: planned hand-over day or promised end of the repair; null: none. */
  readonly promisedOn: Day | null;
  /** 承诺交车时间 of a repair, where one was given. */
  readonly promisedAt: string | null;
  readonly reason: 'new' | 'running' | 'failed' | 'expired' | 'handOver' | 'level';
  readonly answered: number;
  readonly items: number;
};

/**
 * 三检覆盖率: must read 100 %. A vehicle counts once, on the day it left; it is covered when its three PDI stood passed on
 * that day. Vehicles that went back to the maker were not handed over.
 */
export type PdiCoverage = {
  readonly from: Day;
  readonly to: Day;
  readonly handedOver: number;
  readonly covered: number;
  /** Whole basis points; null when nothing left. */
  readonly rateBasisPoints: number | null;
  /** Every exception by name. */
  readonly exceptions: readonly {
    /** Null: the vehicle was never in stock here, an imported order says that it was delivered. */
    readonly stockId: number | null;
    readonly vin: string;
    readonly model: string;
    readonly leftOn: Day;
    readonly missing: readonly CheckPurpose[];
  }[];
  /** Those without a hand-over sheet that both sides signed: imports bring them past the gates. They do not move the rate. */
  readonly unsigned: readonly Pick<
    PdiCoverage['exceptions'][number],
    'stockId' | 'vin' | 'model' | 'leftOn'
  >[];
};

const id = z.number().int().positive();
const item = z.string().max(60);
const note = z.string().trim().max(1000, { error: 'too-long' });
const reason = z.string().trim().min(2, { error: 'required' }).max(500, { error: 'too-long' });
const coordinate = z.number().int().min(0).max(1000);
const answer = z.strictObject({
  result: z.enum(['ok', 'ng', 'notApplicable']).nullable(),
  number: z.number().int().nullable(),
  choice: z.string().max(60).nullable(),
  text: z.string().max(2000).nullable(),
  note: note.nullable(),
});
const none = output<Record<string, never>>();

const rights = { read: 'inspection.read', write: 'inspection.write', remove: 'inspection.write' } as const;

/** Glossary: 检查 inspection, 检查表 check list, 损伤 damage, 复检 re-inspection, 三检 three PDI, 三级质检 three levels. */
export const inspectionContract = {
  ...readOnlyCalls(recordCalls(inspectionFields, rights)),
  /** Begins a check, or goes on with the open one of the same purpose. Errors: CheckRefusal keys, `checklist-missing`. */
  start: command(
    'inspection.write',
    z.strictObject({
      purpose: z.enum(checkPurposes),
      stockId: id.optional(),
      repairId: id.optional(),
      checklistId: id.optional(),
    }),
    output<{ id: number; isNew: boolean }>(),
  ),
  view: query('inspection.read', z.strictObject({ id }), output<InspectionView>()),
  /** Saves one item. `version` is the item's last known one, 0 for none. Errors: conflict, `inspection-finished`. */
  answer: command(
    'inspection.write',
    z.strictObject({ id, item, version: z.number().int().min(0), answer }),
    output<{ version: number }>(),
  ),
  /** All unanswered OK/NG items of a section as OK. Answers the new versions. */
  answerRest: command(
    'inspection.write',
    z.strictObject({ id, section: z.string().max(60) }),
    output<{ answered: number }>(),
  ),
  describe: command(
    'inspection.write',
    z.strictObject({
      id,
      odometerKm: z.number().int().min(0).max(9_999_999).nullable(),
      note: note.nullable(),
    }),
    none,
  ),
  mark: command(
    'inspection.write',
    z.strictObject({
      id,
      markId: id.optional(),
      view: z.enum(damageViews),
      x: coordinate,
      y: coordinate,
      kind: z.enum(damageKinds),
      note: note.nullable(),
    }),
    output<{ markId: number }>(),
  ),
  unmark: command('inspection.write', z.strictObject({ id, markId: id }), none),
  /** JPEG, PNG or WebP; metadata is stripped. Errors: `not-a-photo`, `photo-too-large`, `too-many-photos`. */
  addPhoto: action(
    'inspection.write',
    z.strictObject({
      id,
      item: item.nullable(),
      markId: id.nullable(),
      caption: note.nullable(),
      file: fileSchema,
    }),
    output<{ photoId: number }>(),
  ),
  removePhoto: command('inspection.write', z.strictObject({ id, photoId: id }), none),
  photo: query(
    'inspection.read',
    z.strictObject({ photoId: id, size: z.enum(['thumbnail', 'full']) }),
    output<DeskFile>(),
  ),
  /**
   * Signs the result: passed when no item is NG, else failed with a task for each NG item that has none. Errors:
   * `invalid-input` with an issue for each item that lacks something (`answers.<code>`), CheckRefusal keys, wrong-secret.
   */
  finish: action(
    'inspection.write',
    z.strictObject({
      id,
      secret: secretSchema,
      /** Who mends what was found, by when; needed when an item is NG. */
      tasks: z.strictObject({ ownerId: id, dueOn: z.string().max(10) }).nullable(),
    }),
    output<{ state: 'passed' | 'failed'; hash: string; actionIds: readonly number[] }>(),
  ),
  /** 复检: a new check of the items that failed. Errors: `inspection-not-failed`. */
  reinspect: command('inspection.write', z.strictObject({ id }), output<{ id: number }>()),
  /** A manager declares a check void, with the reason and a signature. */
  void: action('inspection.void', z.strictObject({ id, reason, secret: secretSchema }), none),
  /** The check on paper, with photos, damages and signatures; an unsigned one says so. */
  print: action('inspection.read', z.strictObject({ id, format: paperFormat }), output<DeskFile>()),
  /**
   * The checks of a list, in its order, as one PDF: a job with progress. Errors: `no-checks-to-print`, `too-many-sheets` with
   * `most`.
   */
  printBatch: action(
    'inspection.read',
    z.strictObject({ list: listInput }),
    output<{ jobId: number; count: number }>(),
  ),
  /** What waits for the person (or for all), by promise and place. */
  waiting: query(
    'inspection.read',
    z.strictObject({ mine: z.boolean().default(true) }),
    output<readonly WaitingCheck[]>(),
  ),
  /** The three PDI of one stock vehicle. */
  standing: query(
    'inspection.read',
    z.strictObject({ stockId: id }),
    output<{
      readonly standings: readonly PdiStanding[];
      readonly inspections: readonly {
        id: number;
        number: string;
        purpose: CheckPurpose;
        state: InspectionState;
        round: number;
        startedOn: Day;
        finishedOn: Day | null;
      }[];
    }>(),
  ),
  /** The three PDI of many stock vehicles at once, for lists. */
  standings: query(
    'inspection.read',
    z.strictObject({ stockIds: z.array(id).max(500) }),
    output<readonly { readonly stockId: number; readonly standings: readonly PdiStanding[] }[]>(),
  ),
  coverage: query(
    'inspection.read',
    z.strictObject({ from: z.string().max(10), to: z.string().max(10) }),
    output<PdiCoverage>(),
  ),
};

/** 在库复检规则: read by everybody, kept by managers. */
export const repeatRuleContract = recordCalls(repeatRuleFields, {
  read: 'inspection.read',
  write: 'rule.write',
  remove: 'rule.write',
});
