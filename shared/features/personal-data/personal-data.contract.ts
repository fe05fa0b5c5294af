import { z } from 'zod';
import { isDay } from '../../kernel/day.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import {
  consentDecisions,
  consentScopes,
  type ConsentEntry,
  type ConsentScope,
  type ConsentDecision,
  type ConsentWay,
} from './personal-data.rules.ts';
import { retentionRuleFields, type RetentionKind } from './retention-rule.fields.ts';

const id = z.number().int().positive();
const day = z.string().refine(isDay, { error: 'not-a-day' });
const dayOrNull = day.nullable().default(null);
const reason = z.string().trim().min(2, { error: 'required' }).max(200);

export type ConsentLine = ConsentEntry & {
  readonly id: number;
  readonly way: ConsentWay;
  readonly note: string | null;
  readonly at: string;
  readonly personName: string | null;
};

/** One look at hidden values, or one file that left. */
export type AccessLine = {
  readonly seq: number;
  readonly at: string;
  readonly personName: string;
  readonly kind: 'reveal' | 'export' | 'copy';
  readonly feature: string | null;
  readonly recordId: number | null;
  readonly field: string | null;
  readonly reason: string | null;
  /** Rows of an exported list. */
  readonly rows: number | null;
};

/** Somebody who looked at or took out more in one day than is usual. */
export type UnusualDay = {
  readonly personName: string;
  readonly day: string;
  readonly reveals: number;
  readonly exports: number;
  readonly rows: number;
};

/** Why a deletion is not possible yet. */
export const deletionBlocks = [
  'receivable',
  'membership',
  'complaint',
  'repair',
  'order',
  'delivery',
  'partnerCard',
  'deleted',
] as const;
export type DeletionBlock = (typeof deletionBlocks)[number];

export type KeptGroup = {
  readonly kind: Exclude<RetentionKind, 'dormant'>;
  readonly count: number;
  readonly years: number | null;
  /** Until when the youngest of them is kept; null where no rule says it. */
  readonly until: string | null;
  readonly source: string | null;
  /** Absent in proofs from before there was one. */
  readonly sourceEn?: string | null;
  readonly confirmed: boolean;
};

/** 照片 that nobody signed: of checks that were never finished, and of deliveries that did not come about. */
export type PhotoKind = 'inspection' | 'delivery';
export type PhotoCount = { readonly kind: PhotoKind; readonly count: number };

export type DeletionPreview = {
  readonly name: string;
  readonly blocks: readonly { readonly block: DeletionBlock; readonly count: number }[];
  /** Records whose personal content goes, by feature. */
  readonly goes: readonly { readonly feature: string; readonly count: number }[];
  readonly auditRows: number;
  /** They go with their files; kinds without any are left out. */
  readonly photos: readonly PhotoCount[];
  readonly keeps: readonly KeptGroup[];
  /** Signed hand-over sheets, with names, photographs and signatures: they stay as they were signed. */
  readonly signedSheets: number;
  /** Old values lie in backups until that day at the latest, if backups are made as usual. */
  readonly backupsUntil: string;
};

export type DeletionLine = {
  readonly id: number;
  readonly customerId: number;
  readonly at: string;
  readonly personName: string;
  readonly reason: string;
  readonly backupsUntil: string;
};

/** A customer without dealings for long. */
export type DormantLine = {
  readonly customerId: number;
  readonly name: string;
  readonly lastOn: string;
};

export const personalDataContract = {
  consents: query(
    'customer.read',
    z.strictObject({ customerId: id }),
    output<{
      readonly lines: readonly ConsentLine[];
      readonly standing: Readonly<Record<ConsentScope, ConsentDecision | null>>;
    }>(),
  ),
  /** Enters what a customer said. Errors: issue in-future on `onDay`; `in-bin`, `not-found`. */
  enterConsent: command(
    'customer.write',
    z.strictObject({
      customerId: id,
      decision: z.enum(consentDecisions),
      scopes: z.array(z.enum(consentScopes)).min(1, { error: 'required' }),
      onDay: day,
      way: z.enum(['form', 'paper', 'telephone']),
      note: z.string().trim().max(200).nullable(),
    }),
    output<{ readonly id: number }>(),
  ),
  /** 同意书, to be signed. */
  printConsent: action(
    'customer.write',
    z.strictObject({ customerId: id, format: paperFormat }),
    output<DeskFile>(),
  ),
  /** 查看与导出记录, the latest first, and the days on which somebody looked at or took out much. */
  accessLog: query(
    'personalData.log',
    z.strictObject({
      page: z.number().int().min(1).default(1),
      personId: id.nullable().default(null),
      from: dayOrNull,
      to: dayOrNull,
    }),
    output<{
      readonly total: number;
      readonly lines: readonly AccessLine[];
      readonly unusual: readonly UnusualDay[];
    }>(),
  ),
  /** 个人信息副本 everything that the store holds about a customer; logged with its reason before it is made. */
  copy: action(
    'personalData.manage',
    z.strictObject({ customerId: id, reason, format: paperFormat }),
    output<DeskFile>(),
  ),
  deletionPreview: query(
    'personalData.manage',
    z.strictObject({ customerId: id }),
    output<DeletionPreview>(),
  ),
  /** 个人信息删除 in one transaction; cannot be taken back. Errors: `personal-data-blocked`, issue other-name on `name`. */
  erase: command(
    'personalData.manage',
    z.strictObject({
      customerId: id,
      reason,
      /** The customer's name, typed again. */
      name: z.string().trim().max(100),
    }),
    output<{ readonly id: number; readonly records: number; readonly backupsUntil: string }>(),
  ),
  deletions: query(
    'personalData.manage',
    z.strictObject({}),
    output<{ readonly lines: readonly DeletionLine[] }>(),
  ),
  /** 删除证明. */
  printDeletion: action(
    'personalData.manage',
    z.strictObject({ id, format: paperFormat }),
    output<DeskFile>(),
  ),
  /** Customers without any dealings for as long as the rule says, who was not there longest first; at most 200. */
  dormant: query(
    'personalData.manage',
    z.strictObject({}),
    output<{
      readonly years: number | null;
      readonly total: number;
      readonly lines: readonly DormantLine[];
    }>(),
  ),
};

export const retentionRuleContract = {
  ...recordCalls(retentionRuleFields, { read: 'setting.read', write: 'rule.write', remove: 'rule.write' }),
};
