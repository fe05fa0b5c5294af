import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '#electron/kernel/clock.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { importedRepair } from '#tests/support/records.ts';
import { plan } from './campaign-plan.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

it.runIf(pdfTools)('papers of a result and of what members lose, in both languages', async () => {
  const clock = fixedClock('2026-11-18T01:00:00.000Z');
  const core = await openTestCore({ clock, reports: { workerUrl: worker.url, fontFolder } });
  const owner = await ownerWindow(core, 'http');
  const { campaign, membership, session } = owner.client;
  const members = [];
  for (const name of ['#甲 $x$ *粗*', '乙']) members.push(await newMember(owner, { name }));
  const list = { page: 1, pageSize: 50, sort: [], search: '', filters: [], bin: false };
  const { id } = await campaign.make({
    source: { feature: 'customer', list },
    controlBp: 5000,
    name: '冬检',
    startsOn: '2026-11-18',
    endsOn: '2026-12-17',
  });
  await plan(owner, id, {
    offer: '免费冬检',
    fixedFen: 12_345,
    giftKind: 'voucher',
    giftName: '机滤券',
    giftFen: 10_000,
    giftGoods: 'parts',
  });
  await campaign.start({ id, controlBp: 5000, seen: 2 });
  const { lines } = await campaign.audience({ id, group: 'treated' });
  const customerId = lines[0]?.customerId ?? 0;
  await campaign.enter({
    campaignId: id,
    triggerId: null,
    customerId,
    code: 'accepted',
    words: '',
    nextOn: null,
    gives: true,
  });
  const member = members.find((one) => one.customerId === customerId)?.id ?? 0;
  const [lot] = (await membership.view({ id: member, entries: 5 })).lots;
  await membership.use({ id: member, lotId: lot?.id ?? 0, times: 1, receiptKey: 'use', note: null });
  await importedRepair(core, {
    number: 'R1',
    customerId,
    checkedInOn: '2026-11-18',
    labourFen: 100_000,
    partsFen: 50_000,
  });
  const unknown = pagesOf(await paperBytes(await campaign.printResult({ id }), 'result.pdf')).join('');
  for (const words of [
    '活动结果冬检',
    '没有填毛利率：工时、配件',
    '（¥1,500.00−¥0.00）×1=¥1,500.00',
    '¥1,500.00−¥223.45',
    '已使用的赠送按价格算',
  ])
    expect(unknown).toContain(words);
  const { content } = await membership.design({});
  const goods = {
    ...content.goods,
    labour: { ...content.goods.labour, marginBp: 6000 },
    parts: { ...content.goods.parts, marginBp: 2550 },
  };
  await membership.saveDesign({ fromDay: '2026-11-18', content: { ...content, goods }, note: null });
  await session.setLanguage({ language: 'en' });
  const pages = pagesOf(await paperBytes(await campaign.printResult({ id }), 'result-en.pdf'));
  expect(pages).toHaveLength(1);
  const english = pages.join('');
  for (const words of [
    '25.5%',
    '(¥727.50−¥0.00)×1=¥727.50;¥727.50−¥197.95=¥529.55',
    'ofeachsale:edition1.',
    'countatcost:price×(1−themarginofPartsonthedayofuse)',
  ])
    expect(english).toContain(words);

  await membership.issue({
    id: members[0]?.id ?? 0,
    account: 'voucher',
    note: null,
    paidFen: 0,
    unitFen: 5000,
    receiptKey: 'a',
    name: '洗车券',
    times: 2,
    expiresOn: '2026-12-18',
  });
  const expiring = pagesOf(
    await paperBytes(await campaign.printExpiring({ days: 30 }), 'expiring-en.pdf'),
  ).join('');
  for (const words of ['#甲$x$*粗*', '1member', '¥100.00']) expect(expiring).toContain(words);
  await core.close();
});
