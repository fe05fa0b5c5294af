/** The print engine: a process of its own, started by the report service; holds fonts and compiler while it lives. */
import { joinPdf } from '#electron/reports/join-pdf.ts';
import { createPdfRenderer, type PdfFile, type PdfRenderer } from '#electron/reports/pdf-renderer.ts';
import { readPictures } from '#electron/reports/picture-files.ts';
import { prepareDocument, type PreparedDocument } from '#electron/reports/prepare-print.ts';
import type { ReportCalls } from '#electron/reports/report-service.ts';
import { picturesOf, type PrintDocument } from '#shared/kernel/print-document.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { serveWorker } from './worker-protocol.ts';

/** What the report service passes when it starts this file. */
const fontFolder = process.argv.at(-1) ?? '';

let renderer: PdfRenderer | undefined;

/** Documents and pictures that are set at once; what a portion needed is given back before the next. */
const portionDocuments = 25;
const portionPictures = 120;

function portionsOf(documents: readonly PrintDocument[]): readonly (readonly PrintDocument[])[] {
  const portions: PrintDocument[][] = [];
  let pictures = 0;
  for (const document of documents) {
    const own = picturesOf(document).length;
    const last = portions.at(-1);
    if (last && last.length < portionDocuments && pictures + own <= portionPictures) last.push(document);
    else {
      portions.push([document]);
      pictures = 0;
    }
    pictures += own;
  }
  return portions;
}

/** Sets the documents of one portion; `step` is called before each. */
async function renderPortion(
  engine: PdfRenderer,
  documents: readonly PrintDocument[],
  pictureFolder: string | undefined,
  step: () => Promise<void>,
): Promise<PdfFile> {
  const pictures = await readPictures(pictureFolder, documents.flatMap(picturesOf));
  const prepared: PreparedDocument[] = [];
  for (const document of documents) {
    await step();
    prepared.push(...prepareDocument(document, pictures));
  }
  try {
    return engine.render(prepared, pictures);
  } catch (error) {
    // One photo that cannot be decoded must not cost the paper: it is left out, and everything else is printed.
    const broken = engine.broken(pictures);
    if (broken.length === 0) throw error;
    for (const hash of broken) pictures.delete(hash);
    return engine.render(
      documents.flatMap((document) => prepareDocument(document, pictures)),
      pictures,
    );
  }
}

serveWorker<ReportCalls>({
  async renderPdf({ documents, pictureFolder }, run) {
    const engine = (renderer ??= createPdfRenderer(fontFolder));
    if (documents.length === 0) throw ruleViolated('nothing-to-print');
    const files: PdfFile[] = [];
    let begun = 0;
    const step = async (): Promise<void> => {
      await run.checkpoint();
      run.progress((begun += 1), documents.length, 'prepare');
    };
    for (const portion of portionsOf(documents)) {
      if (files.length > 0) engine.tidy();
      files.push(await renderPortion(engine, portion, pictureFolder, step));
    }
    // A compilation cannot be interrupted; whoever gave up meanwhile gets no file.
    await run.checkpoint();
    const bytes = joinPdf(files.map((file) => file.bytes));
    // After the answer has left: nobody waits for it.
    setImmediate(() => engine.tidy());
    const pages = files.reduce((sum, file) => sum + file.pages, 0);
    return { output: { bytes, pages }, transfer: [bytes.buffer] };
  },

  async renderDocx({ document, pictureFolder }, run) {
    await run.checkpoint();
    // Word is asked for seldom: its library is read only then.
    const { renderDocx } = await import('#electron/reports/docx-renderer.ts');
    const bytes = await renderDocx(document, await readPictures(pictureFolder, picturesOf(document)));
    return { output: { bytes }, transfer: [bytes.buffer] };
  },
});
