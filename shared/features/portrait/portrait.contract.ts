import { z } from 'zod';
import { isDay } from '../../kernel/day.ts';
import { action, command, query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import { portraitTermsSchema, risks, segments } from './portrait.content.ts';
import {
  timelineKinds,
  type PortraitEdition,
  type PortraitView,
  type RulePreview,
  type SegmentPage,
  type Timeline,
} from './portrait-views.ts';

const id = z.number().int().positive();
const day = z.string().refine(isDay, { error: 'not-a-day' });

export const segmentSorts = ['money', 'recency', 'visits', 'name'] as const;
export type SegmentSort = (typeof segmentSorts)[number];

const chosen = z.strictObject({
  segment: z.enum(segments).nullable().default(null),
  risk: z.enum(risks).nullable().default(null),
  /** Consultant or last adviser. */
  personId: id.nullable().default(null),
  sort: z.enum(segmentSorts).default('name'),
  descending: z.boolean().default(false),
});

/** Glossary: 画像 portrait, 时间线 time line, 客户分层 segments A–D, 流失风险 risk of loss, 关系圈 circle, 分层规则 rule. */
export const portraitContract = {
  /** 画像, reckoned now. Error: `not-found`. */
  ofCustomer: query('portrait.read', z.strictObject({ customerId: id }), output<PortraitView>()),
  /** 时间线, newest first; what the person may not read is not in it. Error: `not-found`. */
  timeline: query(
    'customer.read',
    z.strictObject({
      customerId: id,
      kinds: z.array(z.enum(timelineKinds)).max(timelineKinds.length).default([]),
      after: z
        .strictObject({ on: day, kind: z.enum(timelineKinds), id })
        .nullable()
        .default(null),
      pageSize: z.number().int().min(1).max(200).default(30),
    }),
    output<Timeline>(),
  ),
  /** 客户分层: the matrix, and customers of a cell. Error: `hidden-field` for a sort by what the person may not see. */
  page: query(
    'portrait.read',
    chosen.extend({
      page: z.number().int().min(1).max(100_000).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
    }),
    output<SegmentPage>(),
  ),
  /** The same list as a workbook; logged. */
  exportFile: action('record.export', chosen, output<DeskFile>()),
  /** 分层规则: the one of today and all editions, the latest first. */
  rules: query(
    'portrait.read',
    z.strictObject({}),
    output<{ readonly present: PortraitEdition; readonly editions: readonly PortraitEdition[] }>(),
  ),
  /** What a rule would make of today's customers. Issues on fields of `content`. */
  preview: query('rule.write', z.strictObject({ content: portraitTermsSchema }), output<RulePreview>()),
  /**
   * A new edition from a day on. `seen` repeats how many customers of A, B, C and D the preview promised. Errors:
   * `portrait-preview-changed`; issues on `fromDay` and on fields of `content`.
   */
  saveRule: command(
    'rule.write',
    z.strictObject({
      fromDay: day,
      content: portraitTermsSchema,
      source: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'too-long' }),
      seen: z.array(z.number().int().min(0)).length(segments.length),
    }),
    output<{ readonly edition: number }>(),
  ),
  /** Takes back an edition that has not begun. Errors: `not-found`, `portrait-rule-begun`. */
  dropRule: command('rule.write', z.strictObject({ edition: z.number().int().positive() }), output<object>()),
};
