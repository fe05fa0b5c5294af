/** The thread that prints. Started by the report service; holds fonts and compiler while it lives. */
import { workerData } from 'node:worker_threads';
import { createPdfRenderer, type PdfRenderer } from '#electron/reports/pdf-renderer.ts';
import { prepareDocument, type PreparedDocument } from '#electron/reports/prepare-print.ts';
import type { ReportCalls, ReportWorkerData } from '#electron/reports/report-service.ts';
import { serveWorker } from './worker-protocol.ts';

// What the report service passes when it starts this file.
const { fontFolder } = workerData as ReportWorkerData;

let renderer: PdfRenderer | undefined;

serveWorker<ReportCalls>({
  async renderPdf({ documents }, run) {
    renderer ??= createPdfRenderer(fontFolder);
    const pages: PreparedDocument[] = [];
    for (const [index, document] of documents.entries()) {
      await run.checkpoint();
      pages.push(prepareDocument(document));
      run.progress(index + 1, documents.length, 'prepare');
    }
    await run.checkpoint();
    const file = renderer.render(pages);
    // A compilation cannot be interrupted; whoever gave up meanwhile gets no file.
    await run.checkpoint();
    const { tidy } = renderer;
    // After the answer has left: nobody waits for it.
    setImmediate(tidy);
    return { output: file, transfer: [file.bytes.buffer] };
  },

  async renderDocx({ document }, run) {
    await run.checkpoint();
    // Word is asked for seldom: its library is read only then.
    const { renderDocx } = await import('#electron/reports/docx-renderer.ts');
    const bytes = await renderDocx(document);
    return { output: { bytes }, transfer: [bytes.buffer] };
  },
});
