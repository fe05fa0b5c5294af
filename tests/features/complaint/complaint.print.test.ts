import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { newComplaint } from '#tests/support/complaints.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

const hostile = '$x$ #panic("x") <b> \\ *n*';

describe.each(carriers)('a complaint on paper over %s', (carrier) => {
  it.skipIf(!pdfTools)('is its whole file on one page, the telephone as the person may see it', async () => {
    const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
    const owner = await ownerWindow(core, carrier);
    const adviser = await personWindow(core, carrier, owner, '顾问', ['serviceAdviser']);
    const technician = await personWindow(core, carrier, owner, '技师', ['technician']);
    const steps = adviser.client.complaint;
    const values = newComplaint({ phone: '13812345678', demand: '免费修好', description: hostile });
    const { id } = await steps.create({ values });
    let at = await steps.take({ id, version: 1 });
    at = await steps.pause({ id, version: at.version, reason: 'parts', text: '等卡箍到货' });
    at = await steps.resume({ id, version: at.version, text: null });
    at = await steps.extend({
      id,
      version: at.version,
      stage: 'finish',
      days: 5,
      reason: '配件晚到',
      consent: null,
    });
    at = await steps.investigate({
      id,
      version: at.version,
      cause: '漏装卡箍',
      remedy: '重新装配',
      costFen: 12_000,
    });
    await steps.answer({ id, version: at.version, answer: '已重新装配，免费' });
    const print = async (window: typeof owner, name: string): Promise<readonly string[]> =>
      pagesOf(await paperBytes(await window.client.complaint.print({ id }), name));

    const masked = await print(adviser, 'complaint.pdf');
    expect(masked).toHaveLength(1);
    for (const text of [
      '投诉处理单',
      '2026-T001',
      '已答复',
      hostile.replaceAll(/\s/gu, ''),
      '免费修好',
      '等卡箍到货',
      '等批准',
      '漏装卡箍',
      '120.00',
      '已重新装配，免费',
      '138****5678',
      '第1页共1页',
    ])
      expect(masked[0], text).toContain(text);
    expect(masked[0]).not.toContain('13812345678');

    await owner.client.session.setLanguage({ language: 'en' });
    const [english] = await print(owner, 'complaint-en.pdf');
    for (const text of ['Complaintfile', 'Answered', 'Telephone', '13812345678', 'Page1of1'])
      expect(english, text).toContain(text);
    expect(await technician.client.complaint.print({ id }).catch(errorData)).toEqual({
      code: 'forbidden',
      right: 'complaint.read',
    });
  });
});
