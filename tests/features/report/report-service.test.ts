import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createReportService,
  type ReportService,
  type ReportServiceOptions,
} from '#electron/reports/report-service.ts';
import type { WorkerProgress } from '#electron/workers/worker-host.ts';
import type { PrintBlock, PrintDocument } from '#shared/kernel/print-document.ts';
import { type BundledWorker, bundledWorker, fontFolder } from '../../support/bundled-worker.ts';
import { pdfFonts, pdfText, pdfTools } from '../../support/pdf-text.ts';
import { childrenOf, commandOf } from '../../support/processes.ts';
import { sampleMinutes } from '../../support/sample-minutes.ts';

let worker: BundledWorker;
let reports: ReportService;
const faults: unknown[] = [];

beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
  reports = createReportService({
    workerUrl: worker.url,
    fontFolder,
    onFault: (failure, error) => faults.push([failure, error]),
  });
});
afterAll(async () => {
  await reports?.close();
  worker?.remove();
  expect(faults).toEqual([]);
});

const plain = (blocks: PrintBlock[], rest: Partial<PrintDocument> = {}): PrintDocument => ({
  ...sampleMinutes(),
  title: '试印',
  subtitle: undefined,
  blocks,
  ...rest,
});
const manyRows = (count: number): PrintBlock => ({
  kind: 'table',
  columns: [
    { title: '序号列', width: 'auto', align: 'right' },
    { title: '内容列', width: 1 },
  ],
  rows: Array.from({ length: count }, (_, index) => ({ cells: [String(index + 1), `第${index + 1}行`] })),
});

/** Text of the printed document without blanks, page by page; Typst sets a blank between Chinese and Latin. */
async function printed(document: PrintDocument): Promise<string[]> {
  const { bytes } = await reports.renderPdf(document);
  return pdfText(bytes).map((page) => page.replaceAll(/\s/g, ''));
}

describe('the PDF of minutes', () => {
  it('is an archive file of four sheets', async () => {
    const { bytes, pages } = await reports.renderPdf(sampleMinutes());
    expect(pages).toBe(4);
    const head = Buffer.from(bytes).toString('latin1');
    expect(head.startsWith('%PDF-1.7')).toBe(true);
    expect(head).toContain('pdfaid:part>2<');
    expect(bytes.length).toBeLessThan(300_000);
  });

  it('is the same file whenever it is printed', async () => {
    const [once, again] = [
      await reports.renderPdf(sampleMinutes()),
      await reports.renderPdf(sampleMinutes()),
    ];
    expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  });
});

describe.skipIf(!pdfTools)('what a reader finds (poppler’s tools)', () => {
  it('every text of every block can be selected', async () => {
    const all = (await printed(sampleMinutes())).join('');
    for (const text of [
      '周例会纪要',
      '南岭卡车销售服务有限公司',
      '已确认',
      '其中应收回款¥412,000',
      '宏运物流分期第3期已到账',
      '下周暂无已排定的交车',
      '承诺给客户的日期就是我们的底线',
      '欧阳建华',
      'b41f02d977ac',
      '内容属实',
    ])
      expect(all).toContain(text);
  });

  it('what nobody supplied says so, and is not 0', async () => {
    const cells = plain([
      { kind: 'keyValues', columns: 1, items: [{ name: '现金收入', value: { missing: true } }] },
    ]);
    const [page] = await printed(cells);
    expect(page).toContain('现金收入未提供');
  });

  it('empty tables say what the caller says, else the general word', async () => {
    const columns = [{ title: '列', width: 1 }];
    const document = plain([
      { kind: 'table', columns, rows: [], none: '下周暂无' },
      { kind: 'table', columns, rows: [] },
    ]);
    const [page] = await printed(document);
    expect(page).toMatch(/列下周暂无列无/);
  });

  it('pages are numbered and carry number and audit code', async () => {
    const pages = await printed(sampleMinutes());
    pages.forEach((page, index) => {
      expect(page).toContain(`第${index + 1}页共4页`);
      expect(page).toContain('审计码7F3A-91C2-D40E');
      expect(page).toContain('2026-W47');
    });
  });

  it('a table over several pages repeats its head', async () => {
    const pages = await printed(plain([manyRows(120)]));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.match(/序号列/g)).toHaveLength(1);
    expect(pages.join('')).toContain('第120行');
  });

  it('a heading never stands alone at the foot of a page', async () => {
    // Whatever stands above, the heading is on the page where its table begins.
    for (let above = 20; above < 34; above++) {
      const pages = await printed(
        plain([
          manyRows(above),
          { kind: 'heading', level: 1, text: '标题甲' },
          { ...manyRows(30), caption: '表题乙' } as PrintBlock,
        ]),
      );
      const page = pages.find((text) => text.includes('标题甲')) ?? '';
      expect(page.slice(page.indexOf('标题甲'))).toMatch(/^标题甲表题乙序号列内容列1第1行/);
    }
  });

  it('the picture has Chinese labels, set in the document’s font', async () => {
    const chart: PrintBlock = {
      kind: 'chart',
      chart: {
        categories: ['甲周', '乙周'],
        unit: '万元',
        series: [
          { name: '订单数', kind: 'bar', values: [3, null] },
          { name: '目标线', kind: 'line', values: [4, 4] },
        ],
      },
    };
    const { bytes } = await reports.renderPdf(plain([chart]));
    const text = pdfText(bytes).join('').replaceAll(/\s/g, '');
    for (const label of ['甲周', '乙周', '万元', '订单数', '目标线']) expect(text).toContain(label);
    expect(pdfFonts(bytes).every((font) => font.includes('NotoSansSC'))).toBe(true);
  });

  it('a draft has its watermark on every page, a confirmed one has none', async () => {
    const draft = await printed({ ...sampleMinutes({ draft: true }), watermark: '樣' });
    expect(draft.every((page) => page.includes('樣'))).toBe(true);
    expect((await printed(sampleMinutes())).join('')).not.toContain('樣');
  });

  it('landscape and English', async () => {
    const labels = {
      page: 'page {page} of {pages}',
      none: 'none',
      notSupplied: 'not supplied',
      auditCode: 'audit',
    };
    const pages = await printed(plain([manyRows(60)], { language: 'en', orientation: 'landscape', labels }));
    expect(pages[1]).toContain(`page2of${pages.length}`);
  });

  it.each([
    ['Typst code', '#import "/etc/passwd": x'],
    ['Typst call', '#panic("no") #sys.inputs #read("print.typ")'],
    ['mathematics', '$ x^2 $ 售价 $100 与 $200'],
    ['emphasis', '*加粗* _斜体_ `原样` = 标题'],
    ['brackets', '[a] {b} (c) <标签> @引用 ~ \\ \\u{41} // 注释 /* */'],
    ['XML', '<w:t>&amp;</w:t> ]]> <script>alert(1)</script>'],
    ['templates', '{page} {pages} ${x} {{y}} %s'],
    ['quotes', `"双" '单' -- --- ...`],
  ])('%s prints as it was typed', async (_name, typed) => {
    const column = { title: typed, width: 1 };
    const people = [{ name: typed, department: typed, post: typed, state: typed }];
    const document = plain(
      [
        { kind: 'heading', level: 1, text: typed, note: typed },
        { kind: 'paragraphs', texts: [typed] },
        {
          kind: 'table',
          caption: typed,
          columns: [column],
          rows: [{ cells: [typed] }, { cells: [{ text: typed, tone: 'good' }] }],
        },
        { kind: 'keyFigures', items: [{ name: typed, value: typed, note: typed }] },
        { kind: 'keyValues', columns: 2, items: [{ name: typed, value: typed }] },
        { kind: 'chart', chart: { categories: [typed], series: [{ name: '数', kind: 'bar', values: [1] }] } },
        { kind: 'signInSheet', titles: { name: '名', post: '岗', state: '态', signature: '签' }, people },
      ],
      { title: typed, subtitle: typed },
    );
    const page = (await printed(document)).join('');
    const expected = typed.replaceAll(/\s/g, '');
    // Narrow cells may break the text at any sign; blanks are gone on both sides, so it is found whole.
    expect(page.split(expected).length - 1).toBeGreaterThanOrEqual(9);
  });

  it.each([
    ['emoji', '好😀的'],
    ['rare Chinese', '𬭎𰻝'],
    ['signs no font may have', 'བོད་ཡིག ﷽ \u{1F9FF}'],
    ['control characters and torn pairs', 'a\u0000b\u001bc\ud83d d'],
    ['one word without end', 'W'.repeat(3_000)],
    ['a very long comment in a cell', '很长的说明。'.repeat(3_000)],
  ])('%s do not stop the print', async (_name, typed) => {
    const column = { title: '列', width: 1 };
    const document = plain([
      { kind: 'paragraphs', texts: [typed, '后文在此'] },
      { kind: 'table', columns: [column], rows: [{ cells: [typed] }, { cells: ['末行在此'] }] },
    ]);
    const all = (await printed(document)).join('');
    expect(all).toContain('后文在此');
    expect(all).toContain('末行在此');
  });

  it('every block may be empty', async () => {
    const document = plain([
      { kind: 'heading', level: 2, text: '' },
      { kind: 'keyValues', columns: 3, items: [] },
      { kind: 'keyFigures', items: [] },
      { kind: 'table', columns: [], rows: [] },
      { kind: 'chart', chart: { categories: [], series: [] } },
      { kind: 'drawing', drawing: { width: 10, height: 10, strokes: [], description: '' } },
      { kind: 'pictures', columns: 3, items: [] },
      { kind: 'paragraphs', texts: [] },
      { kind: 'signInSheet', titles: { name: '', post: '', state: '', signature: '' }, people: [] },
      { kind: 'signatures', labels: { signHere: '', date: '', hash: '' }, signers: [] },
      { kind: 'pageBreak' },
      { kind: 'paragraphs', texts: ['文末'] },
    ]);
    expect((await printed(document)).join('')).toContain('文末');
    await expect(reports.renderDocx(document)).resolves.toHaveProperty('bytes');
  });

  it('a row with too few or too many cells keeps the columns of the others', async () => {
    const columns = ['甲', '乙', '丙'].map((title) => ({ title, width: 1 }));
    const rows = [['一', '二', '三', '多余'], ['四', '五', '六'], ['短']].map((cells) => ({ cells }));
    const [page] = await printed(plain([{ kind: 'table', columns, rows }]));
    expect(page).toContain('甲乙丙一二三四五六');
    expect(page).not.toContain('多余');
  });
});

describe('whatever was typed', () => {
  it('prints: no text ends the process or the call', async () => {
    const anything = string({ unit: 'binary', maxLength: 40 });
    // Typst 0.13 aborts on texts like these when they reach it as they are.
    const nasty = constantFrom('﷽ \u{1F9FF}', '\u202Eعربي', 'שלום 12', '👨‍👩‍👧', 'ကြော', '각', 'e\u0301\u0302');
    await assert(
      asyncProperty(array(oneof(anything, nasty), { minLength: 1, maxLength: 12 }), async (texts) => {
        const document = plain([
          { kind: 'paragraphs', texts },
          {
            kind: 'table',
            columns: [{ title: texts[0] ?? '', width: 'auto' }],
            rows: texts.map((text) => ({ cells: [text] })),
          },
        ]);
        expect((await reports.renderPdf(document)).pages).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('many documents in one file', () => {
  it.skipIf(!pdfTools)('each has its own page numbers and bookmark', async () => {
    const documents = ['2026-W40', '2026-W41', '2026-W42'].map((number) => ({
      ...sampleMinutes({ number }),
      title: `周例会纪要 ${number}`,
    }));
    const { bytes, pages } = await reports.renderPdfBatch(documents);
    expect(pages).toBe(12);
    const texts = pdfText(bytes).map((page) => page.replaceAll(/\s/g, ''));
    texts.forEach((text, index) => {
      expect(text).toContain(`第${(index % 4) + 1}页共4页`);
      expect(text).toContain(documents[Math.floor(index / 4)]?.header.number);
    });
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Outlines/);
  });

  it('tells its progress, one step per document', async () => {
    const seen: WorkerProgress[] = [];
    await reports.renderPdfBatch([sampleMinutes(), sampleMinutes()], {
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.map(({ done, total }) => [done, total])).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('stops between documents when asked; the next print works', async () => {
    const abort = new AbortController();
    let reached = 0;
    const batch = reports.renderPdfBatch(
      Array.from({ length: 60 }, () => sampleMinutes()),
      {
        signal: abort.signal,
        onProgress({ done }) {
          reached = done;
          if (done === 2) abort.abort();
        },
      },
    );
    await expect(batch).rejects.toMatchObject({ data: { code: 'cancelled' } });
    expect(reached).toBeLessThan(60);
    expect((await reports.renderPdf(sampleMinutes())).pages).toBe(4);
  });

  it('an empty list is refused', async () => {
    await expect(reports.renderPdfBatch([])).rejects.toMatchObject({
      data: { code: 'rule-violated', reason: 'nothing-to-print' },
    });
  });
});

describe.skipIf(process.platform !== 'linux')('the engine is a process of its own', () => {
  /** Engines of a service that run now. */
  const engines = (): number[] =>
    childrenOf(process.pid).filter((pid) => commandOf(pid).includes(fileURLToPath(worker.url)));
  const others: ReportService[] = [];
  afterEach(async () => {
    await Promise.all(others.splice(0).map((each) => each.close()));
  });
  function another(options: Partial<ReportServiceOptions> = {}): { service: ReportService; told: string[] } {
    const told: string[] = [];
    const service = createReportService({
      workerUrl: worker.url,
      fontFolder,
      onFault: (failure, error) => told.push(`${failure} ${String(error)}`),
      ...options,
    });
    others.push(service);
    return { service, told };
  }

  it.each(['SIGKILL', 'SIGABRT'] as const)('%s in a job fails that job alone', async (signal) => {
    const before = engines();
    const { service, told } = another();
    let killed = false;
    const lost = service.renderPdfBatch(
      Array.from({ length: 40 }, () => sampleMinutes()),
      {
        onProgress({ done }) {
          const [engine] = engines().filter((pid) => !before.includes(pid));
          if (done >= 3 && engine !== undefined && !killed) killed = process.kill(engine, signal);
        },
      },
    );
    const next = service.renderPdf(sampleMinutes());
    await expect(lost).rejects.toMatchObject({ data: { code: 'unavailable', reason: 'worker-exited' } });
    expect((await next).pages).toBe(4);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(signal);
  });

  it('ends when its memory has grown beyond the bound, and when it is idle', async () => {
    const before = engines();
    const mine = (): number[] => engines().filter((pid) => !before.includes(pid));
    const { service } = another({ memoryLimitBytes: 1 });
    await service.renderPdf(sampleMinutes());
    await vi.waitFor(() => expect(mine()).toEqual([]), { timeout: 5_000 });
    expect((await service.renderPdf(sampleMinutes())).pages).toBe(4);
    // One that holds much waits for the next call, but not for long.
    const { service: large } = another({ restingBytes: 1 });
    await large.renderPdf(sampleMinutes());
    const [engine] = mine();
    await large.renderPdf(sampleMinutes());
    expect(mine()).toEqual([engine]);
    await vi.waitFor(() => expect(mine()).toEqual([]), { timeout: 5_000 });
    const { service: idle } = another({ idleMs: 100 });
    await idle.renderPdf(sampleMinutes());
    await vi.waitFor(() => expect(mine()).toEqual([]), { timeout: 5_000 });
    expect((await idle.renderPdf(sampleMinutes())).pages).toBe(4);
  });

  it('a cancelled print does not wait for a compilation that takes long', async () => {
    const { service } = another();
    const abort = new AbortController();
    const total = 150;
    const print = service.renderPdfBatch(
      Array.from({ length: total }, () => sampleMinutes()),
      {
        signal: abort.signal,
        onProgress: ({ done }) => void (done === total && setTimeout(() => abort.abort(), 100)),
      },
    );
    await expect(print).rejects.toMatchObject({ data: { code: 'cancelled' } });
    expect((await service.renderPdf(sampleMinutes())).pages).toBe(4);
  });
});

describe('the Word document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-docx-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A part of the package; unzip comes with the system of every developer machine that runs these tests. */
  async function part(document: PrintDocument, name: string): Promise<string> {
    const { bytes } = await reports.renderDocx(document);
    const file = join(folder, 'file.docx');
    writeFileSync(file, bytes);
    return execFileSync('unzip', ['-p', file, name], { encoding: 'utf8', maxBuffer: 1e8 });
  }

  it('has headings, repeated heads, page fields and an East Asian font', async () => {
    const body = await part(sampleMinutes(), 'word/document.xml');
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1);
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(5);
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(10);
    expect(await part(sampleMinutes(), 'word/styles.xml')).toContain('w:eastAsia="Microsoft YaHei"');
    const footer = await part(sampleMinutes(), 'word/footer1.xml');
    expect(footer).toMatch(/NUMPAGES/);
    expect(footer).toMatch(/PAGE/);
    expect(footer).toContain('7F3A-91C2-D40E');
  });

  it('has a chart of Word’s own with its figures, a gap where nothing was supplied', async () => {
    const chart = await part(sampleMinutes(), 'word/charts/chart1.xml');
    expect(chart).toContain('44周');
    // 交付 of week 44: eleven of twelve points.
    const series = chart.split('<c:ser>').find((one) => one.includes('交付')) ?? '';
    expect(/<c:val>.*<\/c:val>/.exec(series)?.[0].match(/<c:pt /g)).toHaveLength(11);
  });

  it('a draft has a watermark on its first and later pages', async () => {
    const draft = { ...sampleMinutes({ draft: true }), watermark: '草稿' };
    for (const name of ['word/header1.xml', 'word/header2.xml'])
      expect(await part(draft, name)).toMatch(/<v:textpath[^>]*string="草稿"/);
    expect(await part(sampleMinutes(), 'word/header1.xml')).not.toContain('textpath');
  });

  it('holds what people typed as text', async () => {
    const body = await part(
      sampleMinutes({ comment: '<w:b/> & "x" #import \u0000\u001b\ud83d 完' }),
      'word/document.xml',
    );
    expect(body).toContain('&lt;w:b/&gt; &amp; ');
    expect(body).toContain('完');
    // Nothing that XML 1.0 forbids.
    expect(Array.from(body).every((sign) => (sign.codePointAt(0) ?? 0) >= 0x20 || /\s/.test(sign))).toBe(
      true,
    );
  });
});
