import { z } from 'zod';
import { isDay } from '../../kernel/day.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import {
  audienceGroups,
  resultParts,
  type AudiencePage,
  type AudiencePreview,
  type CampaignResult,
  type ExpiringList,
  type RepeatRow,
  type ResultRow,
  type TouchPage,
  type TriggerPreview,
} from './campaign-views.ts';
import { campaignSource as source, expiringDays } from './campaign-source.ts';
import { campaignFields, campaignTriggerFields, answerCodes } from './campaign.fields.ts';
import type { DeskFile } from '../job/job.contract.ts';
import { repeatSpans, type RepeatPoint } from './campaign-repeat.rules.ts';
import { largestControlBp } from './campaign.rules.ts';

const id = z.number({ error: 'required' }).int().positive();
const day = z.string({ error: 'required' }).refine(isDay, { error: 'not-a-day' });
const controlBp = z
  .number({ error: 'required' })
  .int({ error: 'not-whole' })
  .min(0, { error: 'too-small' })
  .max(largestControlBp, { error: 'too-large' });

const { create: _create, ...records } = recordCalls(campaignFields, {
  read: 'campaign.read',
  write: 'campaign.write',
  remove: 'campaign.write',
});

/**
 * Glossary: 营销活动 campaign, 名单 audience, 对照组 control group, 赠送 gift, 触发 trigger, 触达 touch, 增量 extra. An audience is
 * frozen when the campaign starts; the control group gets nothing and is not called about it.
 */
export const campaignContract = {
  ...records,
  /** Error: `campaign-no-customers` for a list whose rows name no customer. */
  previewList: query(
    'campaign.write',
    z.strictObject({ source, controlBp }),
    output<Omit<AudiencePreview, 'plannedFen'>>(),
  ),
  /** 建活动 a draft from a list. Errors as of the form, `campaign-no-customers`. */
  make: command(
    'campaign.write',
    z.strictObject({
      source,
      controlBp,
      name: z
        .string({ error: 'required' })
        .trim()
        .min(1, { error: 'required' })
        .max(60, { error: 'too-long' }),
      startsOn: day,
      endsOn: day,
    }),
    output<{ readonly id: number }>(),
  ),
  /** Of a draft, as it would be frozen now. */
  preview: query('campaign.write', z.strictObject({ id, controlBp }), output<AudiencePreview>()),
  /**
   * 启动: freezes the audience and draws the control group. `seen`: the heads of the preview. Errors: `campaign-started`,
   * `campaign-no-offer`, `campaign-nobody`, `campaign-preview-changed`, `campaign-over`, issue on a missing part of the gift.
   */
  start: command(
    'campaign.write',
    z.strictObject({ id, controlBp, seen: z.number().int().min(0) }),
    output<{ readonly treated: number; readonly control: number }>(),
  ),
  /** 提前结束: today is its last day. Error: `campaign-not-running`. */
  stop: command('campaign.write', z.strictObject({ id }), output<Record<string, never>>()),
  audience: query(
    'campaign.read',
    z.strictObject({
      id,
      group: z.enum(audienceGroups),
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
    }),
    output<AudiencePage>(),
  ),
  /** The whole frozen audience as a workbook, logged. Error: `not-found`. */
  exportAudience: action('record.export', z.strictObject({ id }), output<DeskFile>()),
  /** 今日触达: customers of running campaigns and of triggers, one line for a customer with all reasons. */
  touches: query(
    'campaign.read',
    z.strictObject({
      campaignId: id.nullable().default(null),
      triggerId: id.nullable().default(null),
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
    }),
    output<TouchPage>(),
  ),
  /**
   * 登记触达结果, a talk with the customer and, where asked for, the gift through the ledger. Errors: `campaign-not-asked` for who
   * is not to be asked today (control group, over, answered), `campaign-no-member`, `campaign-no-gift`, issues on `nextOn`, and
   * those of the ledger.
   */
  enter: command(
    'campaign.call',
    z.strictObject({
      customerId: id,
      campaignId: id.nullable(),
      triggerId: id.nullable(),
      code: z.enum(answerCodes, { error: 'not-a-choice' }),
      words: z.string().trim().max(500, { error: 'too-long' }),
      nextOn: day.nullable(),
      gives: z.boolean(),
    }),
    output<{ readonly followUpId: number; readonly gave: boolean }>(),
  ),
  /** Error: `campaign-draft`. */
  result: query('campaign.seeResult', z.strictObject({ id }), output<CampaignResult>()),
  /** The result on paper. Error: `campaign-draft`. */
  printResult: action('campaign.seeResult', z.strictObject({ id, format: paperFormat }), output<DeskFile>()),
  resultRows: query(
    'campaign.seeResult',
    z.strictObject({ id, part: z.enum(resultParts) }),
    output<readonly ResultRow[]>(),
  ),
  /** 复购率 of members against the rest, for the twelve months that end with each period. */
  repeat: query(
    'campaign.seeResult',
    z.strictObject({ by: z.enum(repeatSpans) }),
    output<readonly RepeatPoint[]>(),
  ),
  repeatRows: query(
    'campaign.seeResult',
    z.strictObject({ day, isMember: z.boolean(), onlyRepeated: z.boolean() }),
    output<readonly RepeatRow[]>(),
  ),
  /** 会员到期清单: points, bonus, vouchers, packages and passes that end within so many days. */
  expiring: query('membership.read', z.strictObject({ days: expiringDays }), output<ExpiringList>()),
  printExpiring: action(
    'membership.read',
    z.strictObject({ days: expiringDays, format: paperFormat }),
    output<DeskFile>(),
  ),
};

export const campaignTriggerContract = {
  ...recordCalls(campaignTriggerFields, { read: 'campaign.read', write: 'rule.write', remove: 'rule.write' }),
  /** Whom the rule finds today, on or off. Error: `not-found`. */
  preview: query('rule.write', z.strictObject({ id }), output<TriggerPreview>()),
  /** Switches a rule. `seen`: the heads of the preview. Errors: `not-found`, `campaign-preview-changed`. */
  switch: command(
    'rule.write',
    z.strictObject({ id, active: z.boolean(), seen: z.number().int().min(0) }),
    output<Record<string, never>>(),
  ),
};
