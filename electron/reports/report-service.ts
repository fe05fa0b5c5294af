/** Paper for the rest of the program: documents in, files out, the work in a process of its own. */
import type { PrintDocument } from '#shared/kernel/print-document.ts';
import { createWorkerHost, type WorkerFailure, type WorkerProgress } from '../workers/worker-host.ts';
import type { WorkerPlace } from '../workers/worker-link.ts';
import { inProcess } from '../workers/worker-process.ts';

export type ReportPdf = { readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number };
export type ReportDocx = { readonly bytes: Uint8Array<ArrayBuffer> };

export type ReportOptions = {
  /** Folder of the attachment store that holds the pictures which the documents name; without it frames stay empty. */
  readonly pictureFolder?: string;
  /** Stops between documents, or ends the engine when it does not get there within a second and a half. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: WorkerProgress) => void;
};

/** Every method throws DeskError `cancelled`, or `unavailable` with a WorkerFailure; the next call works again. */
export type ReportService = {
  /** PDF/A-2b with fonts inside and selectable text; `pages` counts sheets. */
  renderPdf(document: PrintDocument, options?: ReportOptions): Promise<ReportPdf>;
  /**
   * All documents in one PDF, each beginning on a new page with page numbers of its own and a bookmark. Set in portions, so
   * that many need hardly more memory than a few. Refuses an empty list.
   */
  renderPdfBatch(documents: readonly PrintDocument[], options?: ReportOptions): Promise<ReportPdf>;
  /** The same blocks as an editable Word document (.docx); charts and drawings are Word's own, to be edited too. */
  renderDocx(document: PrintDocument, options?: ReportOptions): Promise<ReportDocx>;
  close(): Promise<void>;
};

/** Calls of the report worker. */
export type ReportCalls = {
  renderPdf: {
    input: { readonly documents: readonly PrintDocument[]; readonly pictureFolder: string | undefined };
    output: ReportPdf;
  };
  renderDocx: {
    input: { readonly document: PrintDocument; readonly pictureFolder: string | undefined };
    output: ReportDocx;
  };
};

export type ReportServiceOptions = {
  /** The worker's entry: beside the bundle in the program (`new URL('report-worker.js', import.meta.url)`). */
  readonly workerUrl: URL;
  /** Folder of the package @expo-google-fonts/noto-sans-sc, outside the asar: Typst reads it as files. */
  readonly fontFolder: string;
  /** Where the engine runs: a process of its own when absent. */
  readonly place?: WorkerPlace;
  readonly idleMs?: number;
  /** Resident memory beyond which the engine is ended after its call; 400 MB when absent. */
  readonly memoryLimitBytes?: number;
  /** Resident memory beyond which the engine is ended half a second after its last call; 200 MB when absent. */
  readonly restingBytes?: number;
  readonly onFault?: (failure: WorkerFailure, error: unknown) => void;
};

/** Longest silence while one PDF is compiled: 400 pages take four seconds, a slow office PC ten times that. */
const silenceMs = 120_000;
/** Time for a cancelled print to stop by itself. */
const cancelGraceMs = 1_500;
/** An engine that printed one paper after another takes about 170 MB, one after a batch 300 and more, which Typst would keep. */
const memoryLimitBytes = 400 * 1024 * 1024;
const restingBytes = 200 * 1024 * 1024;

export function createReportService(options: ReportServiceOptions): ReportService {
  const { workerUrl, fontFolder, ...rest } = options;
  const worker = createWorkerHost<ReportCalls>({
    place: inProcess(),
    memoryLimitBytes,
    restingBytes,
    ...rest,
    url: workerUrl,
    args: [fontFolder],
    silenceMs,
    cancelGraceMs,
  });
  return {
    renderPdf: (document, run) =>
      worker.call('renderPdf', { documents: [document], pictureFolder: run?.pictureFolder }, run),
    renderPdfBatch: (documents, run) =>
      worker.call('renderPdf', { documents, pictureFolder: run?.pictureFolder }, run),
    renderDocx: (document, run) =>
      worker.call('renderDocx', { document, pictureFolder: run?.pictureFolder }, run),
    close: () => worker.close(),
  };
}
