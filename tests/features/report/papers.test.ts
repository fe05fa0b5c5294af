import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentStore } from '#electron/kernel/attachment-store.ts';
import { createReportService, type ReportService } from '#electron/reports/report-service.ts';
import type { PrintBlock, PrintDocument } from '#shared/kernel/print-document.ts';
import { type BundledWorker, bundledWorker, fontFolder } from '../../support/bundled-worker.ts';
import { pdfFonts, pdfImages, pdfText, pdfTools } from '../../support/pdf-text.ts';
import { jpegPicture, pngOf, yardPhoto } from '../../support/test-pictures.ts';
import { blankForm, certificate, checkSheet, handOverSheet, photos, signature } from './example-papers.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-papers-'));
const pictureFolder = join(folder, 'attachments');
const store = attachmentStore(pictureFolder);
const faults: unknown[] = [];
let worker: BundledWorker;
let reports: ReportService;

beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
  reports = createReportService({
    workerUrl: worker.url,
    fontFolder,
    onFault: (failure, error) => faults.push([failure, error]),
  });
  for (const picture of [...photos, signature]) await store.put(picture.bytes);
});
afterAll(async () => {
  await reports?.close();
  worker?.remove();
  rmSync(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

/** Pages without blanks. */
async function printed(document: PrintDocument): Promise<string[]> {
  const { bytes } = await reports.renderPdf(document, { pictureFolder });
  return pdfText(bytes).map((page) => page.replaceAll(/\s/g, ''));
}

async function docxPart(document: PrintDocument, name: string): Promise<string> {
  const { bytes } = await reports.renderDocx(document, { pictureFolder });
  const file = join(folder, 'paper.docx');
  writeFileSync(file, bytes);
  return execFileSync('unzip', ['-p', file, name], { encoding: 'utf8', maxBuffer: 1e8 });
}

const withBlocks = (...blocks: PrintBlock[]): PrintDocument => ({ ...blankForm, blocks });

describe.skipIf(!pdfTools)('papers of the workshop as PDF', () => {
  it('a check list: sections, answers in words, limits, damage marks, photos, signatures', async () => {
    const pages = await printed(checkSheet);
    const all = pages.join('');
    for (const text of [
      '入库检查单',
      'PDI-2026-0417',
      '不合格待复检',
      '一、外观6项·合格4·不合格2',
      '1车身漆面无划痕、凹陷、色差',
      '≥11.0mm',
      '不适用',
      '左侧厢板划痕12cm',
      '左侧',
      '背面',
      '图1左侧厢板划痕',
      '2026-11-2309:12区伟明',
      '质检员·检验',
      '校验b41f02d977ac',
      '曾晓岚',
    ])
      expect(all).toContain(text);
    expect(pages[1]).toContain(`第2页共${pages.length}页`);
  });

  it('English apostrophes are narrow, Chinese quotation marks stay', async () => {
    const texts = ['The driver’s door', '他说‘好’'];
    const [page] = await printed(withBlocks({ kind: 'paragraphs', texts }));
    expect(page).toContain("Thedriver'sdoor");
    expect(page).toContain('他说‘好’');
  });

  it('photos are in the file, a missing one leaves its frame and word', async () => {
    const { bytes } = await reports.renderPdf(checkSheet, { pictureFolder });
    // Four photos and one signature; the fifth photo is not in the store.
    expect(pdfImages(bytes)).toHaveLength(5);
    const all = (await printed(checkSheet)).join('');
    expect(all).toContain('未提供');
    expect(all).toContain('照片文件缺失');
  });

  it('a certificate takes one page; what is read sign by sign has letters of one width', async () => {
    const pages = await printed(certificate);
    expect(pages).toHaveLength(1);
    for (const text of [
      '机动车维修竣工出厂合格证',
      '证号2026-00153',
      '托修方宏运物流有限公司',
      '准予出厂',
      '盖章处',
      '粤B·D12345',
      'LGAG4DY38N3012345',
    ])
      expect(pages[0]).toContain(text);
    const faces = async (document: PrintDocument): Promise<string> =>
      pdfFonts((await reports.renderPdf(document)).bytes).join(' ');
    expect(await faces(certificate)).toContain('DejaVuSansMono');
    expect(await faces(blankForm)).not.toContain('DejaVuSansMono');
  });

  it('copies differ in nothing but their mark, and count their pages anew', async () => {
    const [first = '', second = '', ...more] = await printed(handOverSheet);
    expect(more).toEqual([]);
    expect(first).toContain('第一联店方留存');
    expect(second).toContain('第二联客户留存');
    expect(second).toContain('第1页共1页');
    expect(second.replaceAll('第二联客户留存', '')).toBe(first.replaceAll('第一联店方留存', ''));
  });

  it('copies of several pages begin with their title, not with the running head', async () => {
    const table: PrintBlock = {
      kind: 'table',
      columns: [{ title: '列', width: 1 }],
      rows: Array.from({ length: 60 }, (_, index) => ({ cells: [`第${index + 1}行`] })),
    };
    const pages = await printed({ ...handOverSheet, blocks: [table] });
    expect(pages).toHaveLength(4);
    expect(pages.map((page) => page.match(/第\d页共\d页/)?.[0])).toEqual([
      '第1页共2页',
      '第2页共2页',
      '第1页共2页',
      '第2页共2页',
    ]);
    // The running head names the paper; on a first page only the title does.
    expect(pages.map((page) => page.split('车辆交接单').length - 1)).toEqual([1, 1, 1, 1]);
  });

  it('a blank form in English', async () => {
    const [page] = await printed(blankForm);
    for (const text of ['Deliverypreparation', 'Roadtest3items', '□OK□NG□n/a', '≤50km', 'Page1of1'])
      expect(page).toContain(text);
  });
});

describe.skipIf(!pdfTools)('pictures', () => {
  const frame = (picture: string): PrintDocument =>
    withBlocks({ kind: 'pictures', columns: 2, items: [{ picture, caption: 'Here' }] });

  async function outcome(picture: string): Promise<{ text: string; images: number }> {
    const { bytes } = await reports.renderPdf(frame(picture), { pictureFolder });
    return { text: pdfText(bytes).join('').replaceAll(/\s/g, ''), images: pdfImages(bytes).length };
  }

  const kept = async (bytes: Uint8Array): Promise<string> => (await store.put(bytes)).hash;
  const jpeg = jpegPicture().bytes;
  const png = pngOf(40, 30, () => [1, 2, 3]).bytes;
  const hugePng = (): Uint8Array => {
    const bytes = Buffer.from(png);
    bytes.writeUInt32BE(40_000, 16);
    bytes.writeUInt32BE(40_000, 20);
    return bytes;
  };

  it('a sound JPEG and a sound PNG are printed', async () => {
    expect(await outcome(await kept(jpeg))).toMatchObject({ images: 1 });
    expect(await outcome(await kept(png))).toMatchObject({ images: 1 });
  });

  it.each<[string, () => Promise<string>]>([
    ['a name that is no hash', async () => '../../../../etc/passwd'],
    ['an absolute path', async () => '/etc/hostname'],
    ['a hash that nobody kept', async () => 'f'.repeat(64)],
    ['a text', () => kept(Buffer.from('no picture at all'))],
    [
      'an SVG with a script',
      () => kept(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')),
    ],
    ['an empty file', () => kept(new Uint8Array())],
    ['a JPEG cut off in its head', () => kept(jpeg.slice(0, 30))],
    ['a PNG cut off in its pixels', () => kept(png.slice(0, 60))],
    ['a PNG whose pixels are garbled', () => kept(Buffer.from(png).fill(0xa5, 45, 60))],
    ['a PNG that says it is 40,000 pixels wide', () => kept(hugePng())],
  ])('%s leaves a frame and does not stop the print', async (_what, name) => {
    const { text, images } = await outcome(await name());
    expect(images).toBe(0);
    expect(text).toContain('NotsuppliedHere');
  });

  it('a file that was changed after it was kept is not printed', async () => {
    const hash = createHash('sha256').update('something else').digest('hex');
    mkdirSync(join(pictureFolder, hash.slice(0, 2)), { recursive: true });
    writeFileSync(store.path(hash), png);
    expect(await outcome(hash)).toMatchObject({ images: 0 });
  });

  it('beside a broken one the others are printed', async () => {
    const broken = await kept(png.slice(0, 62));
    const document = withBlocks({
      kind: 'pictures',
      columns: 3,
      items: [photos[0]?.hash ?? '', broken, photos[1]?.hash ?? ''].map((picture) => ({ picture })),
    });
    const { bytes } = await reports.renderPdf(document, { pictureFolder });
    expect(pdfImages(bytes)).toHaveLength(2);
  });

  it('without a folder every frame is empty', async () => {
    const { bytes } = await reports.renderPdf(frame(photos[0]?.hash ?? ''));
    expect(pdfImages(bytes)).toHaveLength(0);
  });

  it('the same photo twice is in the file once', async () => {
    const { hash } = yardPhoto(0);
    const twice = withBlocks({ kind: 'pictures', columns: 2, items: [{ picture: hash }, { picture: hash }] });
    const { bytes } = await reports.renderPdf(twice, { pictureFolder });
    expect(new Set(pdfImages(bytes)).size).toBe(1);
  });
});

describe('the same papers in Word', () => {
  it('a check list: signs beside the words, pictures inside, a drawing that can be edited', async () => {
    const body = await docxPart(checkSheet, 'word/document.xml');
    for (const text of ['✓', '✗', '不合格', '≥ 11.0 mm', '未提供', 'b41f 02d9 77ac'])
      expect(body).toContain(text);
    expect(body.match(/<a:custGeom>/g)?.length).toBeGreaterThan(20);
    // Four photos, a signature, the code.
    expect(body.match(/<pic:pic/g)).toHaveLength(6);
  });

  it('copies are sections of their own that count from 1', async () => {
    const body = await docxPart(handOverSheet, 'word/document.xml');
    expect(body.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2);
    expect(body).toContain('第一联 店方留存');
    expect(body).toContain('第二联 客户留存');
    expect(await docxPart(handOverSheet, 'word/footer2.xml')).toContain('SECTIONPAGES');
  });

  it('a certificate has a frame', async () => {
    const body = await docxPart(certificate, 'word/document.xml');
    expect(body).toMatch(/<w:pgBorders[^>]*>.*w:val="double"/);
    expect(body).toContain('盖章处');
    expect(body).toMatch(/Courier New"[^/]*\/>(?:(?!<\/w:r>).)*LGAG4DY38N3012345/u);
  });

  it('a drawing cannot carry markup', async () => {
    const document = withBlocks({
      kind: 'drawing',
      drawing: {
        width: 10,
        height: 10,
        description: '"><x/>',
        strokes: [
          { path: 'M 0 0"/><image href="file:///etc/passwd"/><path d="L 9 9' },
          { path: 'M 1 1 L 9 9' },
        ],
        marks: [{ x: 5, y: 5, text: '<b>' }],
        texts: [{ x: 1, y: 1, text: '</text><script>' }],
      },
    });
    const body = await docxPart(document, 'word/document.xml');
    expect(body).not.toMatch(/<image|<script|<x\/>/);
    expect((await reports.renderPdf(document)).pages).toBe(1);
  });
});
