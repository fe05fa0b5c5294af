import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import type { Month } from '../../kernel/period.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import { fileSchema, type DeskFile } from '../job/job.contract.ts';
import type { EntryKind } from './partner-card.rules.ts';
import { mostListRows, type ListVerdict } from './partner-list.rules.ts';
import {
  issueReasons,
  partnerCardFields,
  type CardNumbering,
  type CardState,
  type CardUnit,
} from './partner.fields.ts';

const id = z.number({ error: 'required' }).int().positive();
const day = z.string({ error: 'required' }).refine(isDay, { error: 'not-a-day' });
const month = z.string({ error: 'required' }).regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, { error: 'not-a-month' });
const note = z.string().trim().max(200, { error: 'too-long' }).nullable();
const reason = z.string().trim().min(2, { error: 'required' }).max(200, { error: 'too-long' });
/** What makes an order one and the same when it is sent twice. */
const key = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(60, { error: 'too-long' });
const number = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(40, { error: 'too-long' });

const issueOrder = z.strictObject({
  agreementId: id,
  customerIds: z
    .array(id)
    .min(1, { error: 'partner-choose-customer' })
    .max(500, { error: 'partner-too-many' }),
  /** Cards for each customer. */
  each: z
    .number({ error: 'required' })
    .int({ error: 'not-whole' })
    .min(1, { error: 'partner-above-zero' })
    .max(50, { error: 'partner-too-many' }),
  /** Numbers in the order of the customers, where the store does not make them; none: out of the stock. */
  numbers: z.array(number).max(500, { error: 'partner-too-many' }),
  reason: z.enum(issueReasons),
  note,
});

export type CustomerHit = {
  readonly id: number;
  readonly name: string;
  /** Masked where the person may not see it. */
  readonly phone: string | null;
  readonly plates: readonly string[];
  /** Number of the living membership. */
  readonly memberNumber: string | null;
};

/** What an order of issue would do, customer by customer. */
export type IssuePreview = {
  readonly total: number;
  readonly numbering: CardNumbering;
  readonly customers: readonly {
    readonly id: number;
    readonly name: string;
    readonly tier: string | null;
    /** Cards of this agreement that the customer has had. */
    readonly had: number;
    readonly tooMany: boolean;
  }[];
  /** Why the whole cannot be issued. */
  readonly refusal: {
    readonly reason: string;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
};

export type IssuedCards = {
  readonly issueId: number;
  readonly repeated: boolean;
  readonly cards: readonly { readonly id: number; readonly number: string; readonly customerId: number }[];
};

export type CardEntry = {
  readonly id: number;
  readonly kind: EntryKind;
  readonly onDay: Day;
  readonly month: Month;
  readonly late: boolean;
  readonly quantity: number;
  readonly after: number;
  readonly worthFen: number;
  readonly storeFen: number;
  readonly partnerFen: number;
  readonly receiptKey: string | null;
  readonly refersId: number | null;
  /** Of a reversal: the kind of what it reverses. */
  readonly reversedKind: EntryKind | null;
  readonly reversedById: number | null;
  readonly note: string | null;
  readonly personName: string;
};

export type CardView = {
  readonly id: number;
  readonly number: string;
  readonly partnerId: number;
  readonly partnerName: string;
  readonly agreementId: number | null;
  readonly cardName: string | null;
  readonly unit: CardUnit;
  readonly face: number;
  readonly balance: number;
  readonly state: CardState;
  /** Its last day is over, though nothing has written it off yet. */
  readonly isOver: boolean;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly issuedOn: Day | null;
  readonly expiresOn: Day | null;
  readonly entries: readonly CardEntry[];
};

/** A card on the page of its customer. */
export type CustomerCards = {
  readonly cards: readonly Omit<CardView, 'entries'>[];
  /** Worth of what was redeemed in the present year, and ever. */
  readonly gotYearFen: number;
  readonly gotFen: number;
};

export type ListLine = {
  readonly line: number;
  readonly number: string;
  readonly amountFen: number | null;
  readonly onDay: Day | null;
  readonly receipt: string | null;
  readonly verdict: ListVerdict;
  /** In the card's unit, what can still be redeemed. */
  readonly balance: number | null;
  readonly unit: CardUnit | null;
  readonly customerName: string | null;
};

export type ListCheck = {
  readonly lines: readonly ListLine[];
  /** Worth of all rows, and of those that are posted or known. */
  readonly listFen: number;
  readonly agreedFen: number;
};

/** Physical cards of a partner: received = in stock + given out + damaged + returned. */
export type StockLine = {
  readonly partnerId: number;
  readonly partnerName: string;
  readonly lot: string;
  readonly received: number;
  readonly inStock: number;
  readonly issued: number;
  readonly damaged: number;
  readonly returned: number;
};

const listInput = z.strictObject({
  partnerId: id,
  month,
  /** Cells as read or pasted, headings included. */
  cells: z
    .array(z.array(z.string().max(200)).max(60))
    .min(1, { error: 'partner-list-empty' })
    .max(mostListRows + 20, { error: 'partner-list-long' }),
});

/**
 * Glossary: 商户 partner, 合作协议 agreement, 合作卡 partner card, 发卡 issue, 核销 redemption, 面值 face, 余额 balance, 配额 quota,
 * 结算 settlement. Refusals leave everything untouched; an order or receipt that comes again answers `repeated`.
 */
export const partnerCardContract = {
  ...readOnlyCalls(
    recordCalls(partnerCardFields, {
      read: 'partner.read',
      write: 'partner.issue',
      remove: 'partner.reverse',
    }),
  ),
  /** Customers by member card, member number, telephone tail, plate, or part of the name. */
  find: query(
    'partner.read',
    z.strictObject({ code: z.string().trim().max(60) }),
    output<readonly CustomerHit[]>(),
  ),
  view: query('partner.read', z.strictObject({ id }), output<CardView>()),
  /** Cards of a number: one, or one of each partner that uses it. */
  byNumber: query('partner.read', z.strictObject({ number }), output<readonly CardView[]>()),
  ofCustomer: query('partner.read', z.strictObject({ customerId: id }), output<CustomerCards>()),
  /** 批量发卡名单: living members of a tier, or of all; of these alone where memberships are named. */
  audience: query(
    'partner.issue',
    z.strictObject({
      tier: z.string().max(40).nullable(),
      membershipIds: z.array(id).min(1).max(500).optional(),
    }),
    output<readonly { readonly customerId: number; readonly name: string; readonly tier: string }[]>(),
  ),
  previewIssue: query('partner.issue', issueOrder, output<IssuePreview>()),
  /**
   * Errors: `partner-not-active`, `partner-not-valid`, `partner-quota-…`, `partner-per-customer`, `partner-stock-short`,
   * `partner-numbers-count`, `partner-own-numbers`; beside `numbers.N`: `partner-number-taken`, `partner-number-twice`,
   * `partner-number-not-in-stock`; `partner-key-taken`.
   */
  issue: command('partner.issue', issueOrder.extend({ key }), output<IssuedCards>()),
  /**
   * `quantity` in the card's unit: fen, or times. `seen` is the balance that the desk looked at, so that what is sent twice is
   * booked once without a receipt too; null: not asked. Errors: those of `redeemRefusal`, `partner-receipt-taken`,
   * `partner-receipt-reversed`, `partner-balance-changed`.
   */
  redeem: command(
    'partner.issue',
    z.strictObject({
      id,
      quantity: z
        .number({ error: 'required' })
        .int({ error: 'not-whole' })
        .min(1, { error: 'partner-above-zero' })
        .max(1_000_000_000, { error: 'too-large' }),
      onDay: day,
      receiptKey: key.nullable(),
      seen: z.number().int().min(0).nullable().default(null),
      note,
    }),
    output<{ readonly entryId: number; readonly repeated: boolean; readonly balance: number }>(),
  ),
  /** A redemption, or an issue or a balance that was brought in of which nothing was used. Errors: `partner-reversed`, `partner-not-reversible`, `partner-issue-used`. */
  reverse: command(
    'partner.reverse',
    z.strictObject({ entryId: id, reason }),
    output<{ readonly entryId: number }>(),
  ),
  /** 入库 a lot of physical cards. Errors beside `numbers.N`: `partner-number-taken`, `partner-number-twice`. */
  receive: command(
    'partner.stock',
    z.strictObject({
      partnerId: id,
      lot: z.string().trim().min(1, { error: 'required' }).max(40, { error: 'too-long' }),
      numbers: z.array(number).min(1, { error: 'required' }).max(2000, { error: 'partner-too-many' }),
    }),
    output<{ readonly received: number }>(),
  ),
  /** 报损、退回 of cards that lie in stock. Error beside `numbers.N`: `partner-number-not-in-stock`. */
  takeOut: command(
    'partner.stock',
    z.strictObject({
      partnerId: id,
      as: z.enum(['damage', 'return']),
      numbers: z.array(number).min(1, { error: 'required' }).max(2000, { error: 'partner-too-many' }),
      reason,
    }),
    output<{ readonly taken: number }>(),
  ),
  stock: query('partner.read', z.strictObject({}), output<readonly StockLine[]>()),
  /** The cells of a file of the partner. Errors: `file-…` of reading a table. */
  readList: action(
    'partner.issue',
    z.strictObject({ file: fileSchema }),
    output<readonly (readonly string[])[]>(),
  ),
  checkList: query('partner.issue', listInput, output<ListCheck>()),
  /**
   * Redeems what matches and keeps every row with what became of it; the newest list of a month counts. Errors: `partner-list-empty`,
   * `partner-key-taken` for another list under the same key.
   */
  postList: command(
    'partner.issue',
    listInput.extend({ key, name: z.string().trim().min(1, { error: 'required' }).max(200) }),
    output<{
      readonly posted: number;
      readonly known: number;
      readonly left: number;
      readonly repeated: boolean;
    }>(),
  ),
  /** Cards that the store numbers, eight on a sheet to be cut out. Error: `partner-no-cards`. */
  printCards: action(
    'partner.issue',
    z.strictObject({ ids: z.array(id).min(1).max(200), format: paperFormat }),
    output<DeskFile>(),
  ),
};
