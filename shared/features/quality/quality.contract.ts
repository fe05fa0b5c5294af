import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import type { Month } from '../../kernel/period.ts';
import { query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';
import type { CheckPurpose } from '../checklist/checklist.content.ts';
import type { ComplaintKind } from '../complaint/complaint.fields.ts';
import type { MendingTimes, ParetoLine } from './quality.rules.ts';

const day = z.string().refine(isDay, { error: 'not-a-day' });
const span = z.strictObject({ from: day, to: day });

/** 不合格项 is counted by what failed, on which model, of which maker. */
export const defectKeys = ['item', 'model', 'brand'] as const;
export type DefectKey = (typeof defectKeys)[number];

/** Rates of a month in basis points; null where nothing was to be counted, or the person may not read it. */
export type QualityMonth = {
  readonly month: Month;
  readonly handedOver: number;
  readonly coverageBasisPoints: number | null;
  readonly checked: number;
  readonly firstPassBasisPoints: number | null;
};

export type DefectFigures = {
  /** Signed checks of the time, and those that found something. */
  readonly checks: number;
  readonly withDefects: number;
  readonly defects: number;
  readonly by: Readonly<Record<DefectKey, readonly ParetoLine[]>>;
};

export type DefectRow = {
  readonly inspectionId: number;
  readonly number: string;
  readonly purpose: CheckPurpose;
  readonly finishedOn: Day;
  readonly itemName: string;
  readonly model: string | null;
  readonly brand: string | null;
  readonly note: string | null;
};

/** Something that was found and is to be mended: the task of a check, or a rework order. */
export type MendingRow = {
  readonly kind: 'task' | 'rework';
  readonly id: number;
  readonly number: string;
  readonly text: string;
  readonly raisedOn: Day;
  readonly mendedOn: Day | null;
};

export type MendingFigures = MendingTimes & {
  /** Still open, longest first; then the slowest of those mended. */
  readonly rows: readonly MendingRow[];
};

/** Rework orders raised in the time. Hours in hundredths, as told when they were finished. */
export type ReworkFigures = {
  readonly raised: number;
  readonly open: number;
  readonly hoursHundredths: number;
  readonly costFen: number;
  /** Finished without hours or without cost: the sums are too low by these. */
  readonly untold: number;
  readonly months: readonly {
    readonly month: Month;
    readonly raised: number;
    readonly hoursHundredths: number;
    readonly costFen: number;
  }[];
};

/** Complaints received in the time. */
export type ComplaintFigures = {
  readonly received: number;
  readonly open: number;
  readonly closed: number;
  /** Calendar days from receipt to closing, in tenths; null when none was closed. */
  readonly averageTenths: number | null;
  readonly kinds: readonly (ParetoLine & { readonly key: ComplaintKind })[];
  readonly months: readonly { readonly month: Month; readonly received: number }[];
};

/** Glossary: 不合格项 defect, 柏拉图 Pareto chart, 整改时间 time from found to mended. Both days of a time are included. */
export const qualityContract = {
  trend: query('inspection.read', span, output<readonly QualityMonth[]>()),
  defects: query('inspection.read', span, output<DefectFigures>()),
  /** Rows behind one line of the defects, newest first, two hundred at most. */
  defectRows: query(
    'inspection.read',
    span.extend({ by: z.enum(defectKeys), key: z.string().max(200) }),
    output<readonly DefectRow[]>(),
  ),
  mending: query('inspection.read', span, output<MendingFigures>()),
  rework: query('repair.read', span, output<ReworkFigures>()),
  complaints: query('complaint.read', span, output<ComplaintFigures>()),
};
