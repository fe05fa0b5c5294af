import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventCostFields, eventFields } from '#shared/features/event/event.fields.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { newValues } from '#tests/support/records.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

it.skipIf(!pdfTools)('the review of an event is one page, its costs for who may see them', async () => {
  const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
  const owner = await ownerWindow(core, 'port');
  const { client } = owner;
  const { id } = await client.event.make({
    key: 'autoShow',
    name: '秋季车展',
    startsOn: '2026-10-10',
    personId: 1,
  });
  const values = newValues(eventFields, {
    name: '秋季车展',
    kind: 'autoShow',
    startsOn: '2026-10-10',
    endsOn: '2026-10-12',
    personId: 1,
    reviewGood: '邀约到位\n留资及时',
    reviewBad: '#panic("x") 试驾车少',
    reviewNext: '备两台试驾车',
  });
  const { record } = await client.event.get({ id });
  await client.event.update({ id, version: record.version, values });
  await client.eventCost.create({
    values: newValues(eventCostFields, { eventId: id, name: '展位', budgetFen: 100_000, spentFen: 123_456 }),
  });
  const [page = '', ...more] = pagesOf(await paperBytes(await client.event.print({ id }), 'event.pdf'));
  expect(more).toEqual([]);
  for (const text of [
    '活动总结',
    '秋季车展',
    '¥1,234.56',
    '预算¥1,000.00',
    '还没有线索',
    '#panic("x")试驾车少',
    '备两台试驾车',
    '前期策划0/5',
  ])
    expect(page).toContain(text);
  const consultant = await personWindow(core, 'port', owner, '小陈', ['salesConsultant']);
  const [hidden = ''] = pagesOf(await paperBytes(await consultant.client.event.print({ id })));
  expect(hidden).toContain('备两台试驾车');
  expect(hidden).not.toContain('¥');
});
