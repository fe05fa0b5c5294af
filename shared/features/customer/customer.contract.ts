import { z } from 'zod';
import { action, command, query } from '../../rpc/call.ts';
import { output, recordCalls, type Labels } from '../../rpc/record.contract.ts';
import type { CommonValue, DuplicatePair } from './customer-duplicates.rules.ts';
import { contactFields, customerFields } from './customer.fields.ts';

const rights = { read: 'customer.read', write: 'customer.write', remove: 'customer.remove' } as const;

/**
 * 消费信息: what the customer bought, as sums of orders and repair orders. null: the person may not read orders, all repair orders
 * or all receivables. `own`: who reads their own orders only gets the sum of those.
 */
export type CustomerConsumption = {
  readonly orders: { readonly count: number; readonly fen: number; readonly own: boolean } | null;
  readonly repairs: {
    readonly count: number;
    readonly fen: number;
    readonly firstOn: string | null;
    readonly lastOn: string | null;
    readonly inYear: number;
  } | null;
  readonly openReceivableFen: number | null;
};

const id = z.number().int().positive();
/** The customer that stays, and the one that is merged into it. */
const pair = { keptId: id, goneId: id };

/** A customer as a pair of duplicates shows it. */
export type DuplicateSide = {
  readonly id: number;
  readonly name: string;
  readonly kind: 'person' | 'company';
  readonly phone: string | null;
  readonly region: string | null;
  readonly createdOn: string;
  readonly vehicles: readonly string[];
  readonly repairs: number;
  readonly orders: number;
};

export type DuplicatePage = {
  readonly total: number;
  readonly pairs: readonly (Omit<DuplicatePair, 'ids'> & {
    readonly first: DuplicateSide;
    readonly second: DuplicateSide;
  })[];
  /** Values that too many share to tell anything, the most shared first; at most ten. */
  readonly common: readonly CommonValue[];
};

/** What merging would do. Values as this person sees them. */
export type MergePreview = {
  readonly fields: readonly {
    readonly field: string;
    readonly kept: string | number | boolean | null;
    readonly gone: string | number | boolean | null;
    /** Proposed: the other's value, where this one has none. */
    readonly take: boolean;
  }[];
  readonly labels: Labels;
  /** The other's telephone has room as the second one. */
  readonly mayKeepPhone: boolean;
  /** Records that move, by feature. */
  readonly moves: readonly { readonly feature: string; readonly count: number }[];
  /** Signed hand-over sheets stay as they were signed. */
  readonly stays: readonly { readonly feature: string; readonly count: number }[];
};

export type MergeLine = {
  readonly id: number;
  readonly keptId: number;
  readonly keptName: string;
  readonly goneId: number;
  readonly goneName: string;
  readonly at: string;
  readonly personName: string;
  readonly moved: number;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
};

export const customerContract = {
  ...recordCalls(customerFields, rights),
  consumption: query(
    'customer.read',
    z.strictObject({ id: z.number().int().positive() }),
    output<CustomerConsumption>(),
  ),
  /** 重复客户: pairs that are likely one, the surest first; without those that somebody found to be two. */
  duplicates: query(
    'customer.remove',
    z.strictObject({
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(100).default(20),
    }),
    output<DuplicatePage>(),
  ),
  /** 不是同一个: the pair is not shown again. */
  tellApart: command(
    'customer.remove',
    z.strictObject({ firstId: id, secondId: id }),
    output<Record<string, never>>(),
  ),
  /** Errors of `merge`. */
  mergePreview: query('customer.remove', z.strictObject(pair), output<MergePreview>()),
  /**
   * 合并: everything of the one becomes the other's, chosen values are taken over, the one goes to the bin. A refusal of calls or of
   * consent is never lost. Errors: `customer-merge-same`, `customer-merge-kinds`, `in-bin`, issue on `take`.
   */
  merge: command(
    'customer.remove',
    z.strictObject({ ...pair, take: z.array(z.string().max(40)).max(40), keepPhone: z.boolean() }),
    output<{ readonly id: number; readonly moved: number }>(),
  ),
  merges: query(
    'customer.remove',
    z.strictObject({ page: z.number().int().min(1).default(1) }),
    output<{ readonly total: number; readonly lines: readonly MergeLine[] }>(),
  ),
  /**
   * Takes a merge back: what still belongs to the kept one returns, values that were taken over and not edited since go back.
   * Errors: `customer-merge-undone`, `in-bin` for a kept one that lies in the bin.
   */
  unmerge: command(
    'customer.remove',
    z.strictObject({ id }),
    output<{
      readonly returned: number;
      /** Moved on or changed hands since. */
      readonly stayed: number;
      readonly fieldsBack: readonly string[];
      readonly fieldsEdited: readonly string[];
    }>(),
  ),
  /** Shows one masked value of one record; the reason goes to the audit. */
  reveal: action(
    'customer.reveal',
    z.strictObject({
      feature: z.enum(['customer', 'contact', 'vehicle', 'lead', 'repair', 'complaint']),
      id: z.number().int().positive(),
      field: z.string().max(40),
      reason: z.string().trim().min(2, { error: 'required' }).max(200),
    }),
    output<{ value: string | null }>(),
  ),
};

export const contactContract = { ...recordCalls(contactFields, { ...rights, remove: 'customer.write' }) };
