import { expect, it } from 'vitest';
import { openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { csvFile, importFile } from '#tests/support/import.ts';
import { jobEnd } from '#tests/support/jobs.ts';
import { newMember } from '#tests/support/membership.ts';
import { told } from '#tests/support/refusal.ts';

const csv = (...lines: string[]): File => csvFile('合作商户.csv', ...lines);

const heading = '商户名称,商户类别,联系人,卡种,生效日期,到期日期,面值,返点,每月配额,承担方';

it('partners and agreements come from a file, wrong rows told, terms with cards stand, all taken back', async () => {
  const core = await openTestCore();
  const window = await ownerWindow(core, 'port');
  const { client } = window;
  const clerk = await personWindow(core, 'port', window, '小刘', ['clerk']);
  const file = csv(
    heading,
    '中石化东站,加油站,老周,加油卡,2026-01-01,2027-12-31,200,1.5,40,本店',
    '中石化东站,加油站,老周,洗车卡,2026-01-01,2027-12-31,30,,,商户',
    '好再来饭店,饭店,,,,,,,,',
    '中石化东站,加油站,老周,加油卡,2026-06-01,2026-12-31,100,,,本店',
    '好再来饭店,饭店,,套餐卡,2026-06-01,2026-05-31,100,,,本店',
    '好再来饭店,饭店,,套餐卡,2026-06-01,2026-12-31,,,,本店',
    '没有类别,,,卡,2026-06-01,2026-12-31,10,,,本店',
  );
  const { fileId } = await clerk.client.import.upload({ file });
  expect(await told(clerk.client.import.run({ fileId, reading: {} }))).toBe('forbidden');
  const first = await importFile(window, file);
  const kept = [
    [5, 'partner-rows-overlap'],
    [6, 'ends-before-start'],
    [7, 'partner-face-needed'],
    [8, 'required'],
  ];
  expect(first).toMatchObject({ kind: 'partner', counts: [3, 0, 0, 4], kept });
  const { rows: partners } = await client.partner.list({ pageSize: 20 });
  expect(Object.fromEntries(partners.map(({ name, contact }) => [name, contact]))).toEqual({
    中石化东站: '老周',
    好再来饭店: null,
  });
  const agreements = async () => (await client.partnerAgreement.list({ pageSize: 20 })).rows;
  const fuel = (await agreements()).find(({ cardName }) => cardName === '加油卡');
  expect(fuel).toMatchObject({ faceFen: 20_000, monthQuota: 40, bearer: 'store', validDays: 365 });
  // Open terms follow the file; with a card under them they stand.
  const change = (face: string, to: string): File =>
    csv(heading, `中石化东站,加油站,,加油卡,2026-01-01,${to},${face},,,`);
  expect((await importFile(window, change('300', '2027-12-31'))).counts).toEqual([0, 1, 0, 0]);
  const { customerId } = await newMember(window);
  await client.partnerCard.issue({
    agreementId: fuel?.id ?? 0,
    customerIds: [customerId],
    each: 1,
    numbers: [],
    reason: 'goodwill',
    note: null,
    key: 'k',
  });
  expect(await importFile(window, change('200', '2027-12-31'))).toMatchObject({
    kept: [[2, 'partner-terms-frozen']],
  });
  // What hangs on a card stays when the first file is taken back; what nobody used goes.
  const oldest = (await client.import.list({})).rows.at(-1);
  const job = await jobEnd(window, (await client.import.undo({ id: oldest?.id ?? 0 })).jobId);
  expect(job).toMatchObject({ state: 'done' });
  expect((await agreements()).map(({ cardName }) => cardName)).toEqual(['加油卡']);
});
