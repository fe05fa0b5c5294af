import { z } from 'zod';
import { action } from '../../rpc/call.ts';
import { listInput, output } from '../../rpc/record.contract.ts';

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportContract = {
  /** 导出 a list as the person sees it: its filter, order and columns. A job that leaves a file; logged. */
  start: action(
    'record.export',
    z.strictObject({
      feature: z.string().max(40),
      list: listInput,
      columns: z.array(z.string().max(60)).min(1).max(80),
      format: z.enum(exportFormats),
    }),
    output<{ jobId: number }>(),
  ),
};
