import { setImmediate as nextTurn } from 'node:timers/promises';
import type { inspectionContract } from '#shared/features/inspection/inspection.contract.ts';
import type { PrintDocument } from '#shared/kernel/print-document.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { filled } from '#shared/text/filled.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import type { Jobs } from '#electron/kernel/jobs.ts';
import { listIds } from '#electron/kernel/record/record-list.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { keepSheet } from '#electron/reports/keep-sheet.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { checkDocument } from './inspection.report.ts';
import type { CheckTask, PrintedCheck } from './inspection.report-items.ts';
import { inspectionRecord } from './inspection.record.ts';
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
export async function readPrinted(context: QueryContext, id: number): Promise<PrintedCheck> {
  const { reader } = context;
  const view = await readView(context, id);
  return {
    view,
    store: (await readSetting(reader, 'storeName')) ?? '',
    hashes: new Map((await readPhotos(reader, id)).map((photo) => [photo.id, photo.thumbnailHash])),
    tasks: await listTasks(reader, id),
    auditCode: view.auditCode ?? shortCode((await auditHead(reader)).hash),
  };
}

type Printing = Pick<HandlersOf<typeof inspectionContract>, 'print' | 'printBatch'>;

export type PrintParts = Printer & {
  readonly jobs: Jobs;
  /** Where batches are kept until they are fetched. */
  readonly folder: string;
};

/** Most sheets of one batch: a busy store carries out about two hundred checks a month. */
const mostSheets = 600;

export const printHandlers = ({ jobs, folder, ...printer }: PrintParts): Printing => ({
  async print({ id, format }, context) {
    const asked = askedBy(context);
    const check = await readPrinted(asked, id);
    const document = checkDocument(check, asked.actor.language, asked.clock.now());
    return sheetFile(printer, document, { name: check.view.number, format, signal: context.signal });
  },

  async printBatch({ list }, context) {
    const asked = askedBy(context);
    const { reader, actor, clock, scope } = asked;
    const ids = await listIds(reader, inspectionRecord, list, { actor, scope }, mostSheets + 1);
    if (ids.length === 0) throw ruleViolated('no-checks-to-print');
    if (ids.length > mostSheets) throw ruleViolated('too-many-sheets', { most: mostSheets });
    const { id: jobId } = await jobs.start({
      kind: 'inspection.batch',
      subject: String(ids.length),
      personId: actor.personId,
      async run({ signal, progress }) {
        const documents: PrintDocument[] = [];
        for (const id of ids) {
          signal.throwIfAborted();
          await nextTurn();
          documents.push(checkDocument(await readPrinted(asked, id), actor.language, clock.now()));
          progress((documents.length / ids.length) * 30, 'reading');
        }
        const { bytes, pages } = await printer.reports.renderPdfBatch(documents, {
          pictureFolder: printer.attachments.folder,
          signal,
          onProgress: ({ done, total }) => progress(30 + (done / total) * 70, 'drawing'),
        });
        const name = filled(paperText[actor.language].batch.file, { day: clock.today() });
        return { result: { count: ids.length, pages }, file: await keepSheet(folder, `${name}.pdf`, bytes) };
      },
    });
    return { jobId, count: ids.length };
  },
});
