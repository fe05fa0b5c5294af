import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { carriers, openTestCore, ownerWindow } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

describe.each(carriers)('empty forms over %s', (carrier) => {
  it.skipIf(!pdfTools)('print for every list that comes with the program, in both languages', async () => {
    const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
    const { client } = await ownerWindow(core, carrier);
    const lists = await client.checklist.published({});
    expect(lists.length).toBeGreaterThan(30);
    // Each once, the other carrier and language with a few.
    const some = carrier === 'port' ? lists : lists.slice(0, 2);
    await client.session.setLanguage({ language: carrier === 'port' ? 'zh-CN' : 'en' });
    for (const { id, edition, name, content } of some) {
      const file = await client.checklist.print({ id, edition });
      const pages = pagesOf(await paperBytes(file, `form-${carrier}-${id}.pdf`));
      const text = pages.join('');
      expect(pages.length, name).toBeLessThanOrEqual(4);
      const boxes = text.split(carrier === 'port' ? '□合格' : '□OK').length - 1;
      const asked = content.sections.flatMap(({ items }) =>
        items.filter(({ type }) => type === 'okNg'),
      ).length;
      expect(boxes, name).toBe(asked);
      expect(text).toContain(carrier === 'port' ? '空白表' : 'Blankform');
    }
    const [first] = lists;
    const draft = client.checklist.print({ id: first?.id ?? 0, edition: 'draft' });
    expect(await draft.catch(errorData)).toMatchObject({ reason: 'checklist-no-draft' });
  });
});
