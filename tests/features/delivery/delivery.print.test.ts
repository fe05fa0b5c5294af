import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { carriers, openTestCore, ownerWindow, password } from '#tests/support/core.ts';
import { makeReady, plannedDelivery, stroke, versionOf } from '#tests/support/delivery.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfImages, pdfTools } from '#tests/support/pdf-text.ts';
import { importedRepair } from '#tests/support/records.ts';
import { yardPhoto } from '#tests/support/test-pictures.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

const hostile = '#show: none $x$ *粗* <b>&amp;';

describe.each(carriers)('the hand-over sheet on paper over %s', (carrier) => {
  it.runIf(pdfTools)('has two copies, before and after the customer signed', async () => {
    const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
    const owner = await ownerWindow(core, carrier);
    const { id, vin } = await plannedDelivery(owner, 1, {
      stock: { colour: '珠光白', engineNumber: 'WP12-88' },
    });
    const { delivery } = owner.client;
    const print = async (paper: 'sheet' | 'disclosure', name: string) =>
      pagesOf(await paperBytes(await delivery.print({ id, paper }), name));
    const refused = (paper: 'sheet' | 'disclosure') =>
      delivery.print({ id, paper }).then(
        () => 'printed',
        (error: unknown) => errorData(error),
      );
    expect(await refused('sheet')).toMatchObject({ reason: 'delivery-not-signing' });
    expect(await refused('disclosure')).toMatchObject({ reason: 'delivery-nothing-to-disclose' });
    await makeReady(core, owner, id);
    const { id: repairId } = await importedRepair(core, {
      number: 'GD-77',
      vin,
      state: 'done',
      checkedInOn: '2026-11-12',
    });
    await delivery.disclose({ id, repairId, text: `左门补漆 ${hostile}` });
    const notice = await print('disclosure', `notice-${carrier}.pdf`);
    expect(notice).toHaveLength(2);
    expect(notice[0]).toContain('售前维修告知书');
    expect(notice[0]).toContain(hostile.replaceAll(' ', ''));
    // Signed on paper: the photo of it takes a page of its own.
    const way = carrier === 'http' ? 'paper' : 'screen';
    const photo = new File([Buffer.from(yardPhoto(40).bytes)], 'paper.png');
    await delivery.acknowledge({
      id,
      version: await versionOf(owner, id),
      way,
      name: '李师傅',
      file: way === 'paper' ? photo : stroke().file,
    });
    await delivery.sign({ id, version: await versionOf(owner, id), secret: { password } });
    const unsigned = await print('sheet', `sheet-unsigned-${carrier}.pdf`);
    expect(unsigned.filter((page) => page.includes('第一联店方留存'))).not.toEqual([]);
    expect(unsigned.join('')).toContain('待客户签字');
    await delivery.handOver({ id, version: await versionOf(owner, id), ...stroke() });
    const file = await delivery.print({ id, paper: 'sheet' });
    const bytes = await paperBytes(file, `sheet-${carrier}.pdf`);
    const pages = pagesOf(bytes);
    const half = pages.length / 2;
    expect(file.name).toBe('2026-P001.pdf');
    expect(pages).toHaveLength(way === 'paper' ? 4 : 2);
    expect(pages.slice(0, half).every((page) => page.includes('第一联店方留存'))).toBe(true);
    expect(pages.slice(half).every((page) => page.includes('第二联客户留存'))).toBe(true);
    for (const part of ['2026-P001', '车钥匙', '李师傅', '双方已签字', vin, `第1页共${half}页`, '审计码'])
      expect(pages[0]).toContain(part);
    // The stroke and the photo of the acknowledged paper.
    expect(new Set(pdfImages(bytes)).size).toBeGreaterThanOrEqual(way === 'paper' ? 2 : 1);
    const word = await delivery.print({ id, paper: 'sheet', format: 'docx' });
    expect((await paperBytes(word, `sheet-${carrier}.docx`)).byteLength).toBeGreaterThan(10_000);
  });
});
