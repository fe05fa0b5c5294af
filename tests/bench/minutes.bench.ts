import { setTimeout as wait } from 'node:timers/promises';
import type { PrintDocument } from '../../shared/kernel/print-document.ts';
import { reportFiles } from '../../electron/reports/report-files.ts';
import { createReportService, type ReportService } from '../../electron/reports/report-service.ts';
import { sampleMinutes } from '../support/sample-minutes.ts';
import { median, percentile, timed, times, type Bench } from './bench.ts';
import { childrenOf, residentMb } from '../support/processes.ts';
import { peakOfEngine } from './engine.ts';
import { builtUrl } from './built.ts';

const service = (): ReportService =>
  createReportService({ ...reportFiles(), workerUrl: builtUrl('report-worker.js') });

/** The same paper with other digits in every text, as the minutes of another week have them. */
function otherFigures(document: PrintDocument, run: number): PrintDocument {
  const digits = String(run).padStart(4, '0');
  let place = 0;
  const turned = (_key: string, value: unknown): unknown =>
    typeof value === 'string'
      ? value.replaceAll(/\d/gu, (digit) => String((Number(digit) + Number(digits[place++ % 4])) % 10))
      : value;
  // Plain data: what JSON makes of it is a document again.
  const blocks = JSON.parse(JSON.stringify(document.blocks, turned)) as PrintDocument['blocks'];
  return { ...document, blocks };
}

/**
 * Minutes of about four pages on paper by the real engine: warm, cold (process, fonts, compiler), a batch with its memory and
 * what is kept of it a second later, and as docx.
 */
export const minutesBench: Bench = {
  name: 'minutes',
  async run(report) {
    const stated = { unit: 'ms', beside: 'stated limit', target: 1 } as const;
    const cold: number[] = [];
    for (let run = 0; run < 3; run++) {
      const reports = service();
      cold.push(await timed(() => reports.renderPdf(sampleMinutes())));
      await reports.close();
    }
    const reports = service();
    // Every paper has figures of its own, so that none is an earlier one kept by the compiler.
    const paper = (run: number): PrintDocument =>
      otherFigures(sampleMinutes({ number: `2026-W47-${run}` }), run);
    await times(3, (run) => reports.renderPdf(paper(run)));
    const warm = await times(20, (run) => reports.renderPdf(paper(100 + run)));
    const batch = await times(3, (run) =>
      reports.renderPdfBatch(Array.from({ length: 100 }, (_, index) => paper(1000 * (run + 1) + index))),
    );
    const peak = await peakOfEngine(() =>
      reports.renderPdfBatch(Array.from({ length: 100 }, (_, index) => paper(10_000 + index))),
    );
    await wait(1000);
    const kept = childrenOf(process.pid).reduce((sum, pid) => sum + residentMb(pid, 'VmRSS'), 0);
    const docx = await times(5, (run) => reports.renderDocx(paper(run)));
    await reports.close();
    report({ name: 'minutes.pdf.cold', value: median(cold), limit: 1500, ...stated });
    report({ name: 'minutes.pdf.warm', value: median(warm), limit: 50, ...stated });
    report({ name: 'minutes.pdf.warm.p95', value: percentile(warm, 0.95), limit: 100, ...stated });
    report({ name: 'minutes.pdf.100', value: median(batch), limit: 4000, ...stated });
    const memory = { unit: 'MB', beside: 'stated limit, resident', target: 1 } as const;
    report({ name: 'minutes.100.memory.peak', value: peak, limit: 1500, ...memory });
    report({ name: 'minutes.100.memory.kept', value: kept, limit: 150, ...memory });
    report({ name: 'minutes.docx', value: median(docx), limit: 200, ...stated });
  },
};
