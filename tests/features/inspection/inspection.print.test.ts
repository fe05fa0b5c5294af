import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '#electron/core.ts';
import { errorData } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  type Carrier,
  type Window,
} from '#tests/support/core.ts';
import { answerAll, newStock, publishList, smallList } from '#tests/support/inspection.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfImages, pdfTools } from '#tests/support/pdf-text.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

const hostile = '#show: none $x$ *粗* <b>&amp; ]; \u{1F600}';

async function photo(red: number): Promise<File> {
  const background = { r: red, g: 120, b: 90 };
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], 'photo.jpg', { type: 'image/jpeg' });
}

/** A store with a tractor whose arrival check found a scratch, a wrong pressure and two damages. */
async function store(carrier: Carrier) {
  const core: Core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
  const owner = await ownerWindow(core, carrier);
  await core.database.write((writer) => writer.updateTable('checklist').set({ state: 'retired' }).execute());
  await publishList(core, 'arrival', smallList, `入库检查 ${hostile}`);
  const inspector = await personWindow(core, carrier, owner, '区伟明', ['inspector']);
  const technician = await personWindow(core, carrier, owner, '单志强', ['technician']);
  const { id: stockId } = await owner.client.stock.create({ values: newStock() });
  const { id } = await inspector.client.inspection.start({ purpose: 'arrival', stockId });
  const { client } = inspector;
  await answerAll(inspector, id, {
    paint: { result: 'ng', note: `左侧划痕 ${hostile}` },
    'tyre.pressure': { number: 6900, note: null },
  });
  const common = { id, caption: null, file: await photo(200) };
  await client.inspection.addPhoto({ ...common, item: 'paint', markId: null });
  const { markId } = await client.inspection.mark({
    id,
    view: 'left',
    x: 300,
    y: 500,
    kind: 'scratch',
    note: '12 cm',
  });
  await client.inspection.mark({ id, view: 'right', x: 900, y: 300, kind: 'dent', note: null });
  await client.inspection.addPhoto({ ...common, item: null, markId, file: await photo(90) });
  const finish = () =>
    client.inspection.finish({
      id,
      secret: { password },
      tasks: { ownerId: technician.personId, dueOn: '2026-11-20' },
    });
  return { core, owner, inspector, technician, id, finish };
}

const print = async (window: Window, id: number, name: string): Promise<Uint8Array> =>
  paperBytes(await window.client.inspection.print({ id }), name);

describe.each(carriers)('a check on paper over %s', (carrier) => {
  it.skipIf(!pdfTools)('shows answers, damages, photos, tasks and the signature on one page', async () => {
    const { core, owner, inspector, id, finish } = await store(carrier);
    const [open] = pagesOf(await print(inspector, id, 'check-open.pdf'));
    expect(open).toContain('进行中');
    await finish();
    const bytes = await print(inspector, id, 'check.pdf');
    const pages = pagesOf(bytes);
    expect(pages).toHaveLength(1);
    const flat = (text: string): string => text.replaceAll(/\s+/gu, '');
    for (const text of [
      '测试商用车',
      '检查单·入库PDI',
      '2026-Q001',
      'T7H牵引车',
      '不合格2',
      '6.9bar',
      '7.5–8.5bar',
      flat(`左侧划痕 ${hostile.replace('\u{1F600}', '□')}`),
      '任务2026-A001单志强2026-11-20前',
      '照片1·漆面',
      '照片2·损伤1',
      '1左侧划痕12cm；照片2',
      '2右侧凹陷',
      '检验',
      '区伟明',
      '第1页共1页',
      '审计码',
    ])
      expect(pages.join(''), text).toContain(text);
    // Two photos, each once.
    expect(new Set(pdfImages(bytes)).size).toBe(2);

    await owner.client.session.setLanguage({ language: 'en' });
    const english = pagesOf(await print(owner, id, 'check-en.pdf')).join('');
    for (const text of ['ArrivalPDI', 'NotOK', 'Paint', 'Task2026-A001', 'Page1of1', 'Checked'])
      expect(english, text).toContain(text);

    // Somebody changed an answer in the file, behind the signature.
    await core.database.write((writer) =>
      writer.updateTable('inspectionAnswer').set({ note: '没问题' }).where('item', '=', 'paint').execute(),
    );
    const changed = pagesOf(await print(inspector, id, 'check-void.pdf')).join('');
    expect(changed).toContain('签字无效：内容被改动');
    expect(pages.join('')).not.toContain('签字无效');
  });

  it.skipIf(!pdfTools)('prints many as one file, tells progress, can be cancelled', async () => {
    const { core, inspector, id, finish } = await store(carrier);
    const { client } = inspector;
    await finish();
    const { id: again } = await client.inspection.reinspect({ id });
    const all = await client.inspection.printBatch({
      list: { sort: [{ field: 'number', descending: false }] },
    });
    expect(all.count).toBe(2);
    const job = await core.jobs.ended(all.jobId);
    expect(job).toMatchObject({ state: 'done', percent: 100, result: { count: 2 } });
    const pages = pagesOf(await paperBytes(await client.job.file({ id: all.jobId }), 'batch.pdf'));
    expect(pages[0]).toContain('2026-Q001');
    expect(pages[1]).toContain('2026-Q002');
    // Pages count within each check.
    expect(pages[1]).toContain('第1页共1页');
    // Only what was signed in the month.
    const month = await client.inspection.printBatch({
      list: { filters: [{ field: 'finishedOn', operator: 'from', value: '2026-11-01' }] },
    });
    expect(month.count).toBe(1);
    expect(again).not.toBe(id);
    const none = client.inspection.printBatch({ list: { search: 'nothing of this name' } });
    expect(await none.catch(errorData)).toMatchObject({ reason: 'no-checks-to-print' });
    await core.jobs.ended(month.jobId);
    const stopped = await client.inspection.printBatch({ list: {} });
    await client.job.cancel({ id: stopped.jobId });
    expect((await core.jobs.ended(stopped.jobId))?.state).toBe('cancelled');
  });

  it('is an editable Word file too, and nothing for who is not signed in', async () => {
    const { core, inspector, id } = await store(carrier);
    const file = await inspector.client.inspection.print({ id, format: 'docx' });
    expect(file.name).toBe('2026-Q001.docx');
    expect(new TextDecoder().decode((await file.arrayBuffer()).slice(0, 2))).toBe('PK');
    const refused = await core.call('inspection.print', { id }, {}).catch(errorData);
    expect(refused).toMatchObject({ code: 'signed-out' });
  });
});
