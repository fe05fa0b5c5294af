import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import type { Month } from '../../kernel/period.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import type { CardEntry, ListLine } from './partner-card.contract.ts';
import type { SettlementLine, SettlementTotals } from './partner-settlement.rules.ts';
import { partnerSettlementFields } from './partner.fields.ts';
import type { CardUnit } from './partner.fields.ts';

const id = z.number({ error: 'required' }).int().positive();
const month = z.string({ error: 'required' }).regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, { error: 'not-a-month' });
const note = z.string().trim().max(200, { error: 'too-long' }).nullable();
const of = { partnerId: id, month };

/** An entry of a settlement's month with its card. */
export type SettlementEntry = Pick<
  CardEntry,
  | 'id'
  | 'kind'
  | 'reversedKind'
  | 'onDay'
  | 'late'
  | 'quantity'
  | 'worthFen'
  | 'storeFen'
  | 'partnerFen'
  | 'receiptKey'
> & {
  readonly number: string;
  readonly cardName: string;
  readonly unit: CardUnit;
  readonly customerName: string;
};

export type SettlementView = SettlementTotals & {
  /** The part of `openingFen` that cards of before the program brought in during the month, by an import. */
  readonly broughtInFen: number;
  readonly partnerId: number;
  readonly partnerName: string;
  readonly month: Month;
  readonly state: 'draft' | 'agreed' | 'paid';
  /** The record, once it is agreed. */
  readonly id: number | null;
  readonly number: string | null;
  readonly dueOn: Day;
  /** The month is over, and no earlier one waits: it can be agreed. */
  readonly blocked: { readonly reason: string; readonly params: Readonly<Record<string, string>> } | null;
  readonly lines: readonly SettlementLine[];
  readonly entries: readonly SettlementEntry[];
  /** The partner's own list; `differenceFen`: by how much it is above the store's redemptions. */
  readonly list: {
    readonly name: string;
    readonly rows: number;
    readonly listFen: number;
    readonly differenceFen: number;
    /** Rows that were neither posted nor known. */
    readonly open: readonly Pick<
      ListLine,
      'line' | 'number' | 'amountFen' | 'onDay' | 'receipt' | 'verdict'
    >[];
  } | null;
  readonly agreedOn: Day | null;
  readonly agreedByName: string | null;
  readonly paidOn: Day | null;
  readonly receivableId: number | null;
  readonly cashId: number | null;
  readonly note: string | null;
};

/** A month of a partner that is not agreed yet. */
export type OpenMonth = {
  readonly partnerId: number;
  readonly partnerName: string;
  readonly month: Month;
  readonly entries: number;
  readonly dueOn: Day;
};

export const partnerSettlementContract = {
  ...readOnlyCalls(
    recordCalls(partnerSettlementFields, {
      read: 'partnerSettlement.read',
      write: 'partner.settle',
      remove: 'partner.settle',
    }),
  ),
  open: query('partnerSettlement.read', z.strictObject({}), output<readonly OpenMonth[]>()),
  view: query('partnerSettlement.read', z.strictObject(of), output<SettlementView>()),
  /**
   * Writes off what expired, closes the month and hands a claim on the partner over to the receivables. `seenNetFen`: what
   * the person saw. Errors: `partner-month-running`, `partner-settle-earlier`, `partner-settled`, `partner-settle-changed`,
   * `partner-settle-empty`.
   */
  agree: command(
    'partner.settle',
    z.strictObject({ ...of, seenNetFen: z.number().int(), note }),
    output<{ readonly id: number; readonly number: string }>(),
  ),
  /** 已付: what the store pays goes out of the cash, what the partner pays settles its receivable. Errors: `partner-not-agreed`, `partner-paid`. */
  pay: command(
    'partner.settle',
    z.strictObject({
      id,
      onDay: z.string({ error: 'required' }).refine(isDay, { error: 'not-a-day' }),
      account: z.string().trim().max(60).nullable(),
    }),
    output<Record<string, never>>(),
  ),
  print: action('partnerSettlement.read', z.strictObject({ ...of, format: paperFormat }), output<DeskFile>()),
  workbook: action('partnerSettlement.read', z.strictObject(of), output<DeskFile>()),
};
