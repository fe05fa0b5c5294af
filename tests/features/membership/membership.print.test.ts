import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { carriers, openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newMember } from '#tests/support/membership.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

describe.each(carriers)('papers of members over %s', (carrier) => {
  it.runIf(pdfTools)('refund with its reasoning, statement in money, cards in sheets', async () => {
    const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
    const owner = await ownerWindow(core, carrier);
    const { membership } = owner.client;
    const hostile = '#李 $x$ *粗*';
    const members = [await newMember(owner, { name: hostile })];
    for (let n = 1; n < 12; n += 1) members.push(await newMember(owner, { name: `持卡人${n}` }));
    const id = members[0]?.id ?? 0;
    const head = { id, note: null };
    await membership.topUp({ ...head, receiptKey: 'U', paidFen: 1_000_000 });
    await membership.pay({ ...head, receiptKey: 'P', amountFen: 105_000, listFen: 210_000 });
    await membership.earn({ ...head, receiptKey: 'E', saleFen: 123_400, listFen: 130_000 });

    const refund = await paperBytes(
      await membership.printRefund({ id, cause: 'member' }),
      `refund-${carrier}.pdf`,
    );
    const [calculation = ''] = pagesOf(refund);
    for (const words of [
      '预付款退款计算单',
      '已用，按原价计¥2,100.00',
      '¥8,000.00',
      '捌仟元整',
      '法释〔2025〕4号',
      hostile.replaceAll(' ', ''),
    ])
      expect(calculation).toContain(words);
    expect(pagesOf(refund)).toHaveLength(1);

    const statement = await paperBytes(
      await membership.printStatement({ id, year: 2026 }),
      `statement-${carrier}.pdf`,
    );
    // 50.00 of bonus, 1,050.00 and 66.00 below list price
    for (const words of ['2026年会员对账单', '¥1,166.00', '储值消费'])
      expect(pagesOf(statement)[0]).toContain(words);

    const cards = await paperBytes(
      await membership.printCards({ ids: members.map((one) => one.id) }),
      `cards-${carrier}.pdf`,
    );
    const sheets = pagesOf(cards);
    expect(sheets).toHaveLength(2);
    expect(sheets.join('')).toContain('M00000018');
    expect(sheets.join('').match(/M\d{8}/gu)).toHaveLength(12);
    const single = await membership.printCards({ ids: [id], format: 'docx' });
    expect((await paperBytes(single, `card-${carrier}.docx`)).length).toBeGreaterThan(2000);

    await membership.close({ id: members[1]?.id ?? 0, reason: '搬走' });
    const none = membership
      .printCards({ ids: [members[1]?.id ?? 0] })
      .catch((error: unknown) => errorData(error));
    expect(await none).toMatchObject({ reason: 'membership-no-cards' });
  });
});
