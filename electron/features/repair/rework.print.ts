import type { ReworkLine } from '#shared/features/repair/repair.contract.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { readPrinted } from '../inspection/inspection.print.ts';
import type { PrintedRework } from './rework.report.ts';

/** A rework order as the person may see it on paper. Error: not-found. */
export async function readPrintedRework(context: QueryContext, reworkId: number): Promise<PrintedRework> {
  const { reader } = context;
  const row = await reader
    .selectFrom('rework')
    .innerJoin('repair', 'repair.id', 'rework.repairId')
    .leftJoin('person as technician', 'technician.id', 'rework.technicianId')
    .leftJoin('person as doer', 'doer.id', 'rework.doneById')
    .select([
      'rework.number',
      'rework.state',
      'rework.round',
      'rework.reason',
      'technician.name as technicianName',
      'rework.raisedOn',
      'rework.doneOn',
      'doer.name as doneByName',
      'rework.doneNote',
      'rework.hoursHundredths',
      'rework.costFen',
      'rework.inspectionId',
      'repair.customerName',
    ])
    .where('rework.id', '=', reworkId)
    .where('rework.removedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('rework', reworkId);
  const { inspectionId, state, ...rest } = row;
  return {
    ...rest,
    state: state as ReworkLine['state'], // a choice of the field table
    check: await readPrinted(context, inspectionId),
    auditCode: shortCode((await auditHead(reader)).hash),
  };
}
