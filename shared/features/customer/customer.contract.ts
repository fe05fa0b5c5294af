import { z } from 'zod';
import { action, query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
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

export const customerContract = {
  ...recordCalls(customerFields, rights),
  consumption: query(
    'customer.read',
    z.strictObject({ id: z.number().int().positive() }),
    output<CustomerConsumption>(),
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
