import { z } from 'zod';
import { isDay } from '../../kernel/day.ts';
import { query } from '../../rpc/call.ts';
import { output, type Page } from '../../rpc/record.contract.ts';

export type AuditLine = {
  readonly seq: number;
  readonly at: string;
  readonly personId: number | null;
  readonly personName: string;
  readonly call: string;
  readonly records: readonly { readonly feature: string; readonly id: number }[];
  readonly detail: Readonly<Record<string, unknown>>;
  /** First 12 characters of the row's hash. */
  readonly shortHash: string;
};

const dayOrEmpty = z
  .string()
  .refine((text) => text === '' || isDay(text), { error: 'not-a-day' })
  .default('');

export const auditContract = {
  list: query(
    'audit.read',
    z.strictObject({
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
      personId: z.number().int().optional(),
      call: z.string().max(60).default(''),
      feature: z.string().max(40).default(''),
      recordId: z.number().int().optional(),
      /** Business days of the store, both included; empty: open. */
      from: dayOrEmpty,
      to: dayOrEmpty,
    }),
    output<Page<AuditLine>>(),
  ),
  /** Recomputes every hash of the chain. */
  verify: query(
    'audit.read',
    z.strictObject({}),
    output<{ rows: number; head: string; brokenAt: number | null }>(),
  ),
};
