import { afterAll, beforeAll, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { firstAssumptions } from '#shared/features/simulation/simulation.content.ts';
import { errorData } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { importedRepair, newCustomer } from '#tests/support/records.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

it.runIf(pdfTools)('figures on paper in both languages and as a workbook, none before a run', async () => {
  const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
  const owner = await ownerWindow(core, 'http');
  const { customer, membership, session, simulation } = owner.client;
  const { id: customerId } = await customer.create({ values: newCustomer({ name: '#车队 $x$ *粗*' }) });
  for (let month = 1; month <= 9; month += 1)
    await importedRepair(core, {
      number: `A${month}`,
      customerId,
      state: 'handedOver',
      checkedInOn: `2026-0${month}-10`,
      handedOverOn: `2026-0${month}-10`,
      labourFen: 200_000,
    });
  const { content } = await membership.design({});
  const { id } = await simulation.save({
    id: null,
    version: null,
    name: '少给一点',
    content: { ...content, tiers: content.tiers.map((tier) => ({ ...tier, labourDiscountBp: 0 })) },
    assumptions: { ...firstAssumptions, sleepBp: 0, redeemBp: 0, benefitBp: 0 },
  });
  for (const call of [simulation.print({ id }), simulation.workbook({ id })])
    expect(await call.catch((error: unknown) => errorData(error))).toMatchObject({
      reason: 'simulation-not-run',
    });
  const { jobId } = await simulation.run({ id });
  await core.jobs.ended(jobId);
  const { result } = await simulation.view({ id });

  const chinese = pagesOf(await paperBytes(await simulation.print({ id }), 'simulation.pdf')).join('');
  for (const words of ['会员制度试算少给一点', '¥18,000.00', '#车队$x$*粗*', '-¥394.00', '2026年9月', '每月'])
    expect(chinese).toContain(words);

  const book = await simulation.workbook({ id });
  const { sheets } = await readXlsx(new Uint8Array(await book.arrayBuffer()));
  expect(sheets.map(({ name }) => name)).toHaveLength(6);
  expect(sheets[0]?.rows.at(-1)).toEqual([
    '合计',
    (result?.draft.costFen ?? 0) / 100,
    (result?.base?.costFen ?? 0) / 100,
  ]);
  expect(sheets[5]?.rows).toHaveLength(13);

  await session.setLanguage({ language: 'en' });
  const english = pagesOf(await paperBytes(await simulation.print({ id }), 'simulation-en.pdf')).join('');
  for (const words of [
    'Membershipsimulation',
    'ofsales',
    'Owedtomembersattheend',
    'Customerswholosemost',
    '¥18,000.00',
  ])
    expect(english).toContain(words);
});
