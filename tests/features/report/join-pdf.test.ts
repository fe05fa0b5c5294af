import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReportService, type ReportService } from '#electron/reports/report-service.ts';
import { joinPdf } from '#electron/reports/join-pdf.ts';
import type { PrintDocument } from '#shared/kernel/print-document.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '../../support/bundled-worker.ts';
import { paperBytes, pagesOf } from '../../support/paper.ts';
import { pdfTools } from '../../support/pdf-text.ts';
import { blankForm } from './example-papers.ts';

let worker: BundledWorker;
let reports: ReportService;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
  reports = createReportService({ workerUrl: worker.url, fontFolder });
});
afterAll(async () => {
  await reports?.close();
  worker?.remove();
});

/** Texts that look like what a PDF is made of. */
const sheet = (at: number): PrintDocument => ({
  ...blankForm,
  form: 'compact',
  title: `第 ${at} 张 (5 0 R) >> endobj`,
  blocks: [{ kind: 'heading', level: 1, text: `stream ${at} )( 3 0 R` }, ...blankForm.blocks],
});
const sheets = (count: number): PrintDocument[] => Array.from({ length: count }, (_, at) => sheet(at + 1));

const asFile = (bytes: Uint8Array<ArrayBuffer>, name: string): File => new File([bytes], name);

describe('PDFs joined to one', () => {
  it.skipIf(!pdfTools)('hold the pages of all in order; a batch in portions is one file', async () => {
    const { bytes, pages } = await reports.renderPdfBatch(sheets(60));
    expect(pages).toBe(60);
    const texts = pagesOf(await paperBytes(asFile(bytes, 'joined.pdf')));
    expect(texts).toHaveLength(60);
    texts.forEach((text, at) => {
      expect(text).toContain(`第${at + 1}张(50R)>>endobj`);
      expect(text).toContain('Page1of1');
    });
  });

  it('keep every bookmark, one chain from the first to the last', async () => {
    const parts = [];
    for (const count of [2, 1, 3]) parts.push((await reports.renderPdfBatch(sheets(count))).bytes);
    const text = Buffer.from(joinPdf(parts)).toString('latin1');
    const objects = new Map(
      [...text.matchAll(/(\d+) 0 obj\n(<<[\s\S]*?)endobj/gu)].map(([, id, body]) => [Number(id), body ?? '']),
    );
    const refer = (id: number, key: string): number =>
      Number(new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(objects.get(id) ?? '')?.[1] ?? Number.NaN);
    const root = Number(/\/Outlines (\d+) 0 R/u.exec(text)?.[1]);
    const chain = [refer(root, 'First')];
    while (!Number.isNaN(refer(chain.at(-1) ?? 0, 'Next'))) chain.push(refer(chain.at(-1) ?? 0, 'Next'));
    expect(chain).toHaveLength(6);
    expect(chain.at(-1)).toBe(refer(root, 'Last'));
    expect(chain.map((id) => refer(id, 'Parent'))).toEqual(chain.map(() => root));
    expect(chain.slice(1).map((id) => refer(id, 'Prev'))).toEqual(chain.slice(0, -1));
    // The table tells where each object begins.
    for (const [, offset] of text.slice(text.lastIndexOf('xref\n0 ')).matchAll(/^(\d{10}) 00000 n/gmu))
      expect(text.slice(Number(offset), Number(offset) + 12)).toMatch(/^\d+ 0 obj\n/u);
  });
});
