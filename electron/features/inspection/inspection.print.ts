import type { inspectionContract } from '#shared/features/inspection/inspection.contract.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { checkDocument } from './inspection.report.ts';
import type { CheckTask, PrintedCheck } from './inspection.report-items.ts';
import { readPhotos } from './inspection.repository.ts';
import { readView } from './inspection.view.ts';

async function listTasks(reader: Reader, inspectionId: number): Promise<readonly CheckTask[]> {
  const rows = await reader
    .selectFrom('action')
    .innerJoin('person', 'person.id', 'action.ownerId')
    .select([
      'action.inspectionItem',
      'action.number',
      'person.name as ownerName',
      'action.dueOn',
      'action.state',
    ])
    .where('action.inspectionId', '=', inspectionId)
    .where('action.removedAt', 'is', null)
    .orderBy('action.id')
    .execute();
  return rows.map(({ inspectionItem, state, ...row }) => ({
    ...row,
    item: inspectionItem ?? '',
    isClosed: state === 'closed',
  }));
}

/** A check with everything that stands on its paper, as the person may see it. Error: not-found. */
async function readPrinted(context: QueryContext, id: number): Promise<PrintedCheck> {
  const { reader } = context;
  const view = await readView(context, id);
  return {
    view,
    store: (await readSetting(reader, 'storeName')) ?? '',
    hashes: new Map((await readPhotos(reader, id)).map((photo) => [photo.id, photo.hash])),
    tasks: await listTasks(reader, id),
    auditCode: view.auditCode ?? shortCode((await auditHead(reader)).hash),
  };
}

type Printing = Pick<HandlersOf<typeof inspectionContract>, 'print'>;

export const printHandlers = (printer: Printer): Printing => ({
  async print({ id, format }, context) {
    const { actor, clock, signal } = context;
    if (!actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
    const check = await readPrinted({ ...context, actor }, id);
    const document = checkDocument(check, actor.language, clock.now());
    return sheetFile(printer, document, { name: check.view.number, format, signal });
  },
});
