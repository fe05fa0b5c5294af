/** The print engine: a process of its own, started by the report service; holds fonts and compiler while it lives. */
import { createPdfRenderer, type PdfFile, type PdfRenderer } from '#electron/reports/pdf-renderer.ts';
import { readPictures } from '#electron/reports/picture-files.ts';
import { prepareDocument, type PreparedDocument } from '#electron/reports/prepare-print.ts';
import type { ReportCalls } from '#electron/reports/report-service.ts';
import { picturesOf } from '#shared/kernel/print-document.ts';
import { serveWorker } from './worker-protocol.ts';

/** What the report service passes when it starts this file. */
const fontFolder = process.argv.at(-1) ?? '';

let renderer: PdfRenderer | undefined;

serveWorker<ReportCalls>({
  async renderPdf({ documents, pictureFolder }, run) {
    const engine = (renderer ??= createPdfRenderer(fontFolder));
    const pictures = await readPictures(pictureFolder, documents.flatMap(picturesOf));
    const prepared: PreparedDocument[] = [];
    for (const [index, document] of documents.entries()) {
      await run.checkpoint();
      prepared.push(...prepareDocument(document, pictures));
      run.progress(index + 1, documents.length, 'prepare');
    }
    await run.checkpoint();
    let file: PdfFile;
    try {
      file = engine.render(prepared, pictures);
    } catch (error) {
      // One photo that cannot be decoded must not cost the paper: it is left out, and everything else is printed.
      const broken = engine.broken(pictures);
      if (broken.length === 0) throw error;
      for (const hash of broken) pictures.delete(hash);
      file = engine.render(
        documents.flatMap((document) => prepareDocument(document, pictures)),
        pictures,
      );
    }
    // A compilation cannot be interrupted; whoever gave up meanwhile gets no file.
    await run.checkpoint();
    // After the answer has left: nobody waits for it.
    setImmediate(() => engine.tidy());
    return { output: file, transfer: [file.bytes.buffer] };
  },

  async renderDocx({ document, pictureFolder }, run) {
    await run.checkpoint();
    // Word is asked for seldom: its library is read only then.
    const { renderDocx } = await import('#electron/reports/docx-renderer.ts');
    const bytes = await renderDocx(document, await readPictures(pictureFolder, picturesOf(document)));
    return { output: { bytes }, transfer: [bytes.buffer] };
  },
});
