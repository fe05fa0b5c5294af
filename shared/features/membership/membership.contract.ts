import { z } from 'zod';
import { isDay } from '../../kernel/day.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import { designContentSchema, goodsKinds } from './membership.content.ts';
import { membershipFields } from './membership.fields.ts';
import type { Amounts } from './membership-ledger.rules.ts';
import { refundCauses } from './membership-refund.rules.ts';
import type {
  DesignEdition,
  DesignLine,
  Liability,
  MemberHit,
  MemberView,
  Posted,
  RefundView,
  TakenOrder,
  YearStatement,
} from './membership-views.ts';

const id = z.number({ error: 'required' }).int().positive();
const day = z.string({ error: 'required' }).refine(isDay, { error: 'not-a-day' });
/** Dearest single entry: ten million yuan; more is a slip of the pen. */
const fen = z
  .number({ error: 'required' })
  .int({ error: 'not-whole-fen' })
  .min(1, { error: 'membership-above-zero' })
  .max(1_000_000_000, { error: 'too-large' });
const points = z
  .number({ error: 'required' })
  .int({ error: 'membership-whole-points' })
  .min(1, { error: 'membership-above-zero' })
  .max(100_000_000, { error: 'too-large' });
const times = z
  .number({ error: 'required' })
  .int({ error: 'not-whole' })
  .min(1, { error: 'membership-above-zero' })
  .max(999, { error: 'too-large' });
const note = z.string().trim().max(200, { error: 'too-long' }).nullable();
const reason = z.string().trim().min(2, { error: 'required' }).max(200, { error: 'too-long' });
const name = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(40, { error: 'too-long' });
/** 凭证号: what makes an entry one and the same when it is sent twice. */
const receiptKey = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(60, { error: 'too-long' });
const posting = { id, receiptKey, note };

const posted = output<Posted>();

/**
 * Glossary: 会员 membership, 流水 entry, 批次 lot, 积分 points, 储值 stored value (本金 principal, 赠送 bonus), 券 voucher, 套餐 package,
 * 期限卡 pass, 冲正 reversal, 退货扣回 return, 核销 use. Every entry is posted once by its receipt key; sent again it answers
 * `repeated`, with other content `membership-receipt-taken`. Refusals leave the ledger untouched: `membership-closed`,
 * `membership-merged`, `membership-clock-back` and those of `membership-ledger.rules`.
 */
export const membershipContract = {
  ...readOnlyCalls(
    recordCalls(membershipFields, {
      read: 'membership.read',
      write: 'membership.redeem',
      remove: 'membership.reverse',
    }),
  ),
  /** By card number, member number, telephone tail (4 digits or more), plate, or part of the name. */
  find: query(
    'membership.read',
    z.strictObject({ code: z.string().trim().max(60) }),
    output<readonly MemberHit[]>(),
  ),
  view: query(
    'membership.read',
    z.strictObject({ id, entries: z.number().int().min(1).max(500).default(30) }),
    output<MemberView>(),
  ),
  /** The living membership of a customer, for the customer's page. */
  ofCustomer: query(
    'membership.read',
    z.strictObject({ customerId: id }),
    output<{
      readonly id: number;
      readonly number: string;
      readonly tier: string;
      readonly usable: Amounts;
    } | null>(),
  ),
  /** 入会, free or with the fee of a tier. Errors: `membership-exists`, those of `buyTier`. */
  enrol: command(
    'membership.redeem',
    z.strictObject({
      customerId: id,
      note,
      paid: z.strictObject({ tier: name, priceFen: fen, receiptKey }).nullable().default(null),
    }),
    output<{ id: number }>(),
  ),
  /** 补卡: the card before holds no more. */
  replaceCard: command('membership.redeem', z.strictObject({ id, reason }), output<{ cardNumber: string }>()),
  /**
   * 消费积分: by the tier's rate and the share of what was sold; `listFen`: what it would have cost without the member's discount.
   * Error: `membership-goods-without-points`.
   */
  earn: command(
    'membership.redeem',
    z.strictObject({
      ...posting,
      saleFen: fen,
      listFen: fen.nullable(),
      goods: z.enum(goodsKinds).default('other'),
    }),
    posted,
  ),
  /** 赠送积分. */
  grant: command('membership.redeem', z.strictObject({ ...posting, points }), posted),
  redeem: command('membership.redeem', z.strictObject({ ...posting, points }), posted),
  /** 充值: the bonus follows from the design. */
  topUp: command('membership.redeem', z.strictObject({ ...posting, paidFen: fen }), posted),
  pay: command(
    'membership.redeem',
    z.strictObject({ ...posting, amountFen: fen, listFen: fen.nullable() }),
    posted,
  ),
  /** 发券、售套餐、售期限卡: `unitFen` is the list price of one time, or of the pass. */
  issue: command(
    'membership.redeem',
    z.strictObject({
      ...posting,
      account: z.enum(['voucher', 'package', 'pass']),
      name,
      times,
      paidFen: fen.min(0).or(z.literal(0)),
      unitFen: fen,
      expiresOn: day.nullable(),
    }),
    posted,
  ),
  /**
   * 会费 a tier for its months, from today or after what of it still runs; `priceFen`: as the desk saw it. Errors:
   * `membership-tier-not-sold`, `membership-price-changed`.
   */
  buyTier: command('membership.redeem', z.strictObject({ ...posting, tier: name, priceFen: fen }), posted),
  /** 售套餐 one of the design. Errors: `membership-package-not-sold`, `membership-price-changed`. */
  buyPackage: command(
    'membership.redeem',
    z.strictObject({ ...posting, package: name, priceFen: fen }),
    posted,
  ),
  use: command('membership.redeem', z.strictObject({ ...posting, lotId: id, times }), posted),
  /** 等级权益 a benefit of the tier, within its times of a year. Errors: `membership-no-benefit`, `membership-benefit-used`. */
  takeBenefit: command('membership.redeem', z.strictObject({ ...posting, benefit: name }), posted),
  /** Errors: `membership-reversed`, `membership-not-reversible`, `membership-has-later`, `membership-lot-used`. */
  reverse: command('membership.reverse', z.strictObject({ entryId: id, reason }), posted),
  /** 退货扣回 of all or part of a sale. Errors: `membership-no-sale`, `membership-return-too-much`. */
  returnSale: command(
    'membership.reverse',
    z.strictObject({ entryId: id, receiptKey, saleFen: fen, reason }),
    output<Posted & { readonly shortPoints: number; readonly shortFen: number }>(),
  ),
  refundOf: query(
    'membership.read',
    z.strictObject({ id, cause: z.enum(refundCauses) }),
    output<RefundView>(),
  ),
  /** Pays out what was seen: `seenFen` is the total of the preview. Error: `membership-refund-changed`. */
  refund: command(
    'membership.reverse',
    z.strictObject({ id, cause: z.enum(refundCauses), seenFen: z.number().int().min(0), reason }),
    output<{ readonly refundFen: number }>(),
  ),
  printRefund: action(
    'membership.read',
    z.strictObject({ id, cause: z.enum(refundCauses), format: paperFormat }),
    output<DeskFile>(),
  ),
  /** Error: `membership-not-empty` while something can still be used. */
  close: command('membership.reverse', z.strictObject({ id, reason }), output<Record<string, never>>()),
  /** 合并: what the first holds goes to the second, lot by lot; its cards then name the second. */
  merge: command(
    'membership.reverse',
    z.strictObject({ id, intoId: id, reason }),
    output<Record<string, never>>(),
  ),
  /** 过期清理: writes off what has expired, of every member. */
  expire: command('membership.reverse', z.strictObject({}), output<{ readonly members: number }>()),
  /**
   * 工单积分: the repair orders that members paid and left with in a span get their points; each once. `taken`: orders whose number
   * somebody had already posted as the receipt of another customer's sale; nothing is posted for them.
   */
  earnRepairs: command(
    'membership.redeem',
    z.strictObject({ from: day, to: day }),
    output<{ readonly posted: number; readonly points: number; readonly taken: readonly TakenOrder[] }>(),
  ),
  liability: query('memberLiability.read', z.strictObject({ day }), output<Liability>()),
  statement: query(
    'membership.read',
    z.strictObject({ id, year: z.number().int().min(2000).max(2999) }),
    output<YearStatement>(),
  ),
  printStatement: action(
    'membership.read',
    z.strictObject({ id, year: z.number().int().min(2000).max(2999), format: paperFormat }),
    output<DeskFile>(),
  ),
  /** 制度版本 every edition, the newest first; past ones stay readable. */
  designs: query('membership.read', z.strictObject({}), output<readonly DesignLine[]>()),
  /**
   * A new edition that holds from a day on. Errors: issues of `designIssues` under `content`, `membership-from-past`: what was
   * booked keeps the design of its day.
   */
  saveDesign: command(
    'membership.design',
    z.strictObject({ fromDay: day, content: designContentSchema, note }),
    output<{ readonly edition: number }>(),
  ),
  /** Takes an edition back that has not begun. Error: `membership-design-begun`. */
  dropDesign: command(
    'membership.design',
    z.strictObject({ edition: z.number().int().positive() }),
    output<Record<string, never>>(),
  ),
  /** 会员卡: of each membership that is active the card in force, eight on a sheet to be cut out. Error: `membership-no-cards`. */
  printCards: action(
    'membership.redeem',
    z.strictObject({ ids: z.array(id).min(1).max(200), format: paperFormat }),
    output<DeskFile>(),
  ),
  /** The design that holds today. */
  design: query('membership.read', z.strictObject({}), output<DesignEdition>()),
};
