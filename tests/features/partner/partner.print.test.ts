import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { newAgreement } from '#tests/support/partner.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

it.runIf(pdfTools)('settlement in both languages and as a workbook, cards in sheets', async () => {
  const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
  const owner = await ownerWindow(core, 'http');
  const { partnerCard, partnerSettlement, session } = owner.client;
  const { customerId } = await newMember(owner, { name: '#李 $x$ *粗*' });
  const { id: agreementId, partnerId } = await newAgreement(owner);
  const { cards } = await partnerCard.issue({
    agreementId,
    customerIds: [customerId],
    each: 9,
    numbers: [],
    reason: 'sale',
    note: null,
    key: 'a',
  });
  const ids = cards.map(({ id }) => id);
  await partnerCard.redeem({
    id: ids[0] ?? 0,
    quantity: 12_345,
    onDay: '2026-11-18',
    receiptKey: 'T-9',
    note: null,
  });
  const of = { partnerId, month: '2026-11' };
  const chinese = pagesOf(await paperBytes(await partnerSettlement.print(of), 'settlement.pdf'));
  for (const words of [
    '合作卡结算单',
    '草稿',
    '¥1,800.00',
    '¥123.45',
    '壹佰贰拾元玖角捌分',
    '#李$x$*粗*',
    '第1页共1页',
  ])
    expect(chinese.join('')).toContain(words);
  const sheets = pagesOf(await paperBytes(await partnerCard.printCards({ ids }), 'partner-cards.pdf'));
  expect(sheets).toHaveLength(2);
  expect(sheets.join('').match(/P\d{8}/gu)).toHaveLength(9);

  const book = await partnerSettlement.workbook(of);
  const cells = await partnerCard.readList({ file: new File([await book.arrayBuffer()], '结算.xlsx') });
  // Sums by agreement, then all of them: issued, redeemed, expired, what each owes.
  expect(cells.filter((line) => line[0] === '合计')).toEqual([
    ['合计', '1800', '123.45', '0', '123.45', '2.47'],
  ]);

  await session.setLanguage({ language: 'en' });
  const english = pagesOf(await paperBytes(await partnerSettlement.print(of), 'settlement-en.pdf'));
  for (const words of ['Partnersettlement', 'Draft', '¥120.98', 'Page1of1'])
    expect(english.join('')).toContain(words);
  for (const id of ids.slice(1, 2)) {
    const { entries } = await partnerCard.view({ id });
    await partnerCard.reverse({ entryId: entries[0]?.id ?? 0, reason: 'by mistake' });
    const none = partnerCard.printCards({ ids: [id] }).catch((error: unknown) => errorData(error));
    expect(await none).toMatchObject({ reason: 'partner-no-cards' });
  }
});
