import type { PrintDocument } from '#shared/kernel/print-document.ts';
import type { PaperFormat } from '#shared/rpc/paper.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { AttachmentStore } from '#electron/kernel/attachment-store.ts';
import type { ActionContext, QueryContext } from '#electron/kernel/handler.ts';
import type { ReportService } from './report-service.ts';

/** What a feature prints with. */
export type Printer = { readonly reports: ReportService; readonly attachments: AttachmentStore };

const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** One sheet as a file, its photos from the store's attachments. Errors of the report service. */
export async function sheetFile(
  { reports, attachments }: Printer,
  document: PrintDocument,
  {
    name,
    format,
    signal,
  }: { readonly name: string; readonly format: PaperFormat; readonly signal: AbortSignal | undefined },
): Promise<File> {
  const options = { pictureFolder: attachments.folder, ...(signal ? { signal } : {}) };
  const { bytes } = await (format === 'docx'
    ? reports.renderDocx(document, options)
    : reports.renderPdf(document, options));
  return new File([bytes], `${name}.${format}`, { type: mediaTypes[format] });
}

/** The context in which a person's own sight of a record is read for paper. Error: signed-out. */
export function askedBy(context: ActionContext): QueryContext {
  const { actor } = context;
  if (!actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
  return { ...context, actor };
}
