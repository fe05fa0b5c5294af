import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import type { Month } from '../../kernel/period.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import type { RepairClass, RepairPurpose } from '../checklist/checklist.content.ts';
import type { InspectionState } from '../inspection/inspection.fields.ts';
import type { DeskFile } from '../job/job.contract.ts';
import type { CheckRefusal } from '../inspection/inspection.rules.ts';
import { secretSchema, type SignatureLine, type SignatureVerdict } from '../signature/signature.schema.ts';
import {
  certificateFields,
  repairFields,
  repairLineFields,
  repairPartFields,
  reworkFields,
  warrantyRuleFields,
} from './repair.fields.ts';
import type {
  LeaveRefusal,
  OriginShare,
  PartOrigin,
  PassRate,
  ReturnCandidate,
  Warranty,
} from './repair.rules.ts';

/** One level of the present round: what it came to, and why this person cannot check it now. */
export type LevelLine = {
  readonly purpose: RepairPurpose;
  readonly inspectionId: number | null;
  readonly state: InspectionState | 'missing';
  readonly signerName: string | null;
  readonly finishedOn: Day | null;
  readonly refusal: CheckRefusal | null;
};

/** A check of any round, oldest first. */
export type RoundLine = {
  readonly inspectionId: number;
  readonly number: string;
  readonly round: number;
  readonly purpose: RepairPurpose;
  readonly state: InspectionState;
  readonly signerName: string | null;
  readonly finishedOn: Day | null;
  readonly ngCount: number;
};

export type ReworkLine = {
  readonly id: number;
  readonly number: string;
  readonly round: number;
  readonly state: 'open' | 'done';
  readonly reason: string;
  readonly technicianName: string | null;
  readonly raisedOn: Day;
  readonly doneOn: Day | null;
  readonly doneNote: string | null;
};

/** A part that is not 原厂: waiting for a manager, or allowed with the reason. */
export type PartException = {
  readonly partId: number;
  readonly version: number;
  readonly repairId: number;
  readonly repairNumber: string;
  readonly code: string | null;
  readonly name: string;
  readonly origin: PartOrigin;
  readonly supplier: string | null;
  readonly voucher: string | null;
  readonly amountFen: number;
  readonly consentBy: string | null;
  readonly consentOn: Day | null;
  readonly stops: boolean;
  readonly allowedReason: string | null;
  readonly allowedByName: string | null;
  readonly allowedOn: Day | null;
};

export type CertificateLine = {
  readonly id: number;
  readonly number: string;
  readonly state: 'issued' | 'void';
  readonly issuedOn: Day;
  readonly issuedByName: string;
  readonly voidedOn: Day | null;
  readonly voidReason: string | null;
  readonly signatures: readonly SignatureLine[];
  readonly verdict: SignatureVerdict;
};

/** Everything about the checking of one repair order. */
export type RepairChecks = {
  readonly repairClass: RepairClass | null;
  readonly round: number;
  readonly levels: readonly LevelLine[];
  readonly rounds: readonly RoundLine[];
  readonly reworks: readonly ReworkLine[];
  readonly exceptions: readonly PartException[];
  readonly certificates: readonly CertificateLine[];
  readonly needsCertificate: boolean;
  /** Why it may not be handed over now; null: it may. */
  readonly leaveRefusal: LeaveRefusal | null;
  /** From the hand-over day, or as it would be from today. */
  readonly warranty: (Warranty & { readonly days: number; readonly kilometres: number }) | null;
  /** The earlier order within whose warranty the vehicle came in; null: none. */
  readonly returnCandidate: Pick<ReturnCandidate, 'id' | 'number' | 'leftOn' | 'untilOn' | 'untilKm'> | null;
  /** What a person found; null while nobody has looked. */
  readonly isReturn: boolean | null;
};

/** 一次合格率 of a person or team. */
export type PassLine = PassRate & {
  readonly id: number | null;
  readonly name: string | null;
  readonly teamId: number | null;
  readonly teamName: string | null;
};

export type PassFigures = {
  readonly store: PassRate;
  readonly people: readonly PassLine[];
  readonly teams: readonly PassLine[];
  readonly orders: readonly {
    readonly repairId: number;
    readonly number: string;
    readonly finishedOn: Day;
    readonly technicianId: number | null;
    readonly reworks: number;
  }[];
};

export type OriginFigures = OriginShare & {
  readonly exceptions: readonly PartException[];
  /** By the month in which the order checked in. */
  readonly months: readonly (OriginShare & { readonly month: Month })[];
};

export type ReturnFigures = {
  readonly checkedIn: number;
  readonly returns: number;
  /** Came in within a warranty; nobody has looked yet. */
  readonly undecided: number;
  /** By the month in which the vehicle came in again. */
  readonly months: readonly {
    readonly month: Month;
    readonly returns: number;
  }[];
  readonly orders: readonly {
    readonly repairId: number;
    readonly number: string;
    readonly checkedInOn: Day;
    readonly returnOfId: number;
    readonly returnOfNumber: string;
    readonly isReturn: boolean | null;
  }[];
};

const id = z.number().int().positive();
const reason = z.string().trim().min(2, { error: 'required' }).max(500, { error: 'too-long' });
const day = z.string().refine(isDay, { error: 'not-a-day' });
const span = z.strictObject({ from: day, to: day });
const none = output<Record<string, never>>();

/** Glossary: 三级质检 three levels, 返工单 rework order, 返修 return, 竣工出厂合格证 completion certificate, 放行 allow. */
export const repairContract = {
  ...recordCalls(repairFields, { read: 'repair.read', write: 'repair.write', remove: 'repair.remove' }),
  checks: query('repair.read', z.strictObject({ id }), output<RepairChecks>()),
  /** A manager allows a part that is not 原厂, with the reason. Errors: `part-is-original`, `part-consent-missing`, wrong-secret. */
  allowPart: action(
    'part.allow',
    z.strictObject({ partId: id, version: z.number().int(), reason, secret: secretSchema }),
    none,
  ),
  /** The technician says that the rework is done, with hours (in hundredths) and cost; the next round begins with 自检. Error: `rework-done`. */
  finishRework: command(
    'repair.write',
    z.strictObject({
      reworkId: id,
      note: z.string().trim().min(1, { error: 'required' }).max(1000),
      hoursHundredths: z.number().int().min(0).max(100_000).nullable().default(null),
      costFen: z.number().int().min(0).max(100_000_000).nullable().default(null),
    }),
    none,
  ),
  /** Errors: `certificate-not-due`, `certificate-issued`, `warranty-rule-missing`, LeaveRefusal keys, wrong-secret. */
  issueCertificate: action(
    'certificate.issue',
    z.strictObject({ id, secret: secretSchema }),
    output<{ certificateId: number; number: string }>(),
  ),
  /** The number stays in the register. Errors: `certificate-void`, wrong-secret. */
  voidCertificate: action(
    'inspection.void',
    z.strictObject({ certificateId: id, reason, secret: secretSchema }),
    none,
  ),
  /** A void one says so; so does one that was changed behind its signature. Error: `certificate-unreadable`. */
  printCertificate: action(
    'repair.read',
    z.strictObject({ certificateId: id, format: paperFormat }),
    output<DeskFile>(),
  ),
  printRework: action(
    'repair.read',
    z.strictObject({ reworkId: id, format: paperFormat }),
    output<DeskFile>(),
  ),
  /** Whether the vehicle came back for the earlier repair. Error: `return-not-found`. */
  decideReturn: command('repair.write', z.strictObject({ id, isReturn: z.boolean() }), none),
  passRate: query('repair.read', span, output<PassFigures>()),
  partOrigins: query('repair.read', span, output<OriginFigures>()),
  returns: query('repair.read', span, output<ReturnFigures>()),
};

export const repairLineContract = {
  ...recordCalls(repairLineFields, { read: 'repair.read', write: 'repair.write', remove: 'repair.write' }),
};

export const repairPartContract = {
  ...recordCalls(repairPartFields, { read: 'repair.read', write: 'repair.write', remove: 'repair.write' }),
};

export const reworkContract = readOnlyCalls(
  recordCalls(reworkFields, { read: 'repair.read', write: 'repair.write', remove: 'repair.write' }),
);
export const certificateContract = readOnlyCalls(
  recordCalls(certificateFields, { read: 'repair.read', write: 'repair.write', remove: 'repair.write' }),
);
export const warrantyRuleContract = {
  ...recordCalls(warrantyRuleFields, { read: 'repair.read', write: 'rule.write', remove: 'rule.write' }),
};
