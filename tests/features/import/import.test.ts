import { describe, expect, it } from 'vitest';
import type { ImportCounts, PreviewRow, Reading } from '#shared/features/import/import.contract.ts';
import { openTable } from '#electron/features/import/read/open-table.ts';
import { carriers, openTestCore, ownerWindow, tempFolder, type Window } from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';
import { newCustomer } from '#tests/support/records.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '#tests/support/refusal.ts';

const heading = '客户名称,联系电话,客户编号,车牌号,车架号,车型,保险到期日';
const vins = { a: '1M8GDM9AXKP042788', b: '5GZCZ43D13S812715' };

const csv = (...rows: string[]): File =>
  new File([['客户车辆清单', heading, ...rows, '合计,,,,,,'].join('\n')], '客户.xls');

async function upload(window: Window, file: File): Promise<string> {
  return (await window.client.import.upload({ file })).fileId;
}

async function counted(
  window: Window,
  fileId: string,
  what: 'preview' | 'run',
  reading: Reading = {},
): Promise<ImportCounts & { importId: number }> {
  const { jobId } = await window.client.import[what]({ fileId, reading });
  const job = await jobEnd(window, jobId);
  expect(job).toMatchObject({ state: 'done', percent: 100 });
  const { counts, importId } = job.result as { counts: ImportCounts; importId: number };
  return { ...counts, importId };
}

const imported = async (window: Window, file: File): Promise<ImportCounts & { importId: number }> =>
  counted(window, await upload(window, file), 'run');
const preview = async (window: Window, file: File): Promise<readonly PreviewRow[]> => {
  const fileId = await upload(window, file);
  await counted(window, fileId, 'preview');
  return (await window.client.import.previewRows({ fileId })).rows;
};
const summary = ({ read, create, update, unchanged, refused }: ImportCounts): number[] => [
  read,
  create,
  update,
  unchanged,
  refused,
];

describe.each(carriers)('import over %s', (carrier) => {
  it('looks, previews without writing, imports, changes nothing the second time, and is taken back', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const file = csv(
      `张伟,13800001111,K1,粤B12345,${vins.a},牵引车,2026-12-01`,
      `远达物流有限公司,0755-83331234,K2,粤B67890,${vins.b},自卸车,20261202`,
      '李四,1381,,,,,',
    );
    const fileId = await upload(window, file);
    const look = await window.client.import.look({ fileId });
    expect(look).toMatchObject({
      kind: 'customerVehicle',
      headerRow: 2,
      missing: [],
      remembered: false,
      format: 'text',
    });
    expect(look.mapping).toEqual({
      0: 'customer.name',
      1: 'customer.phone',
      2: 'customer.code',
      3: 'vehicle.plate',
      4: 'vehicle.vin',
      5: 'vehicle.model',
      6: 'vehicle.commercialInsuranceDueOn',
    });

    expect(summary(await counted(window, fileId, 'preview'))).toEqual([3, 2, 0, 0, 1]);
    expect((await window.client.customer.list({})).total).toBe(0);
    expect((await window.client.import.list({})).total).toBe(0);

    const done = await counted(window, fileId, 'run');
    expect(summary(done)).toEqual([3, 2, 0, 0, 1]);
    const company = (await window.client.customer.list({ search: '远达' })).rows[0];
    expect(company).toMatchObject({ name: '远达物流有限公司', kind: 'company', phone: '0755-83331234' });
    const vehicle = (await window.client.vehicle.list({ search: '8788' })).rows;
    expect(vehicle).toEqual([]);
    expect((await window.client.vehicle.list({ search: '2788' })).rows[0]).toMatchObject({
      plate: '粤B12345',
      kind: 'tractor',
      commercialInsuranceDueOn: '2026-12-01',
    });

    const again = await upload(window, file);
    expect((await window.client.import.look({ fileId: again })).remembered).toBe(true);
    expect(summary(await counted(window, again, 'run'))).toEqual([3, 0, 0, 2, 1]);

    const undone = await jobEnd(window, (await window.client.import.undo({ id: done.importId })).jobId);
    expect(undone.result).toEqual({ undone: 4, keptBecauseEdited: 0, failed: 0 });
    expect([
      (await window.client.customer.list({})).total,
      (await window.client.vehicle.list({})).total,
      (await window.client.search.find({ text: '远达' })).length,
    ]).toEqual([0, 0, 0]);
    const twice = await jobEnd(window, (await window.client.import.undo({ id: done.importId })).jobId);
    expect(twice).toMatchObject({ state: 'failed', error: { reason: 'import-undone-already' } });
  });

  it('tells old and new, and an empty cell wipes nothing', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    await imported(window, csv(`张伟,13800001111,K1,粤B12345,${vins.a},牵引车,2026-12-01`));
    const next = csv(`张伟,13800001111,,粤B54321,${vins.a},,2027-12-01`);
    const [row] = await preview(window, next);
    expect(row).toMatchObject({ row: 3, verdict: 'update' });
    expect(row?.changes).toEqual([
      { feature: 'vehicle', field: 'plate', before: '粤B12345', after: '粤B54321' },
      { feature: 'vehicle', field: 'commercialInsuranceDueOn', before: '2026-12-01', after: '2027-12-01' },
    ]);
    await imported(window, next);
    const vehicle = (await window.client.vehicle.list({})).rows[0];
    expect(vehicle).toMatchObject({ plate: '粤B54321', model: '牵引车', version: 2 });
    expect((await window.client.customer.list({})).rows[0]).toMatchObject({ code: 'K1', version: 1 });
    // History names the import that changed the record.
    expect((await window.client.vehicle.history({ id: vehicle?.id ?? 0 })).map((line) => line.call)).toEqual([
      'import.run',
      'import.run',
    ]);
  });

  it('two imports taken back newest first leave what was there before both', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const values = newCustomer({ name: '老客户', phone: '13900000001', code: 'K9' });
    const { id } = await window.client.customer.create({ values });
    const { id: other } = await window.client.customer.create({
      values: newCustomer({ name: '二客户', phone: '13900000002', code: 'K8' }),
    });
    const rows = (first: string): File =>
      new File(
        [`客户名称,联系电话,客户编号,地址\n老客户,13900000001,K9,${first}\n二客户,13900000002,K8,${first}\n`],
        'a.csv',
      );
    const first = await imported(window, rows('一路 1 号'));
    const edited = (await window.client.customer.get({ id: other })).record;
    const byHand = newCustomer({ name: '二客户', phone: '13900000002', code: 'K8', address: '手改' });
    await window.client.customer.update({ id: other, version: edited.version, values: byHand });
    const second = await imported(window, rows('二路 2 号'));
    const undo = async (importId: number): Promise<unknown> =>
      (await jobEnd(window, (await window.client.import.undo({ id: importId })).jobId)).result;
    expect(await undo(second.importId)).toEqual({ undone: 2, keptBecauseEdited: 0, failed: 0 });
    expect(await undo(first.importId)).toEqual({ undone: 1, keptBecauseEdited: 1, failed: 0 });
    expect((await window.client.customer.get({ id })).record).toMatchObject(values);
    expect((await window.client.customer.get({ id: other })).record).toMatchObject(byHand);
  });

  it('undoes in three buckets', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const { id: kept } = await window.client.customer.create({
      values: newCustomer({ name: '老客户', phone: '13900000001', code: 'K9' }),
    });
    const done = await imported(
      window,
      csv(
        `老客户,13900000001,K9,粤B00001,${vins.a},车,`,
        `新一,13900000002,,粤B00002,${vins.b},车,`,
        '新二,13900000003,,粤B00003,,车,',
        '新三,13900000004,,,,,',
      ),
    );
    expect(done.records).toMatchObject({ customer: { create: 3, unchanged: 1 }, vehicle: { create: 3 } });
    const customers = (await window.client.customer.list({ pageSize: 50 })).rows;
    const idOf = (name: string): number => customers.find((row) => row.name === name)?.id ?? 0;
    const edited = (await window.client.customer.get({ id: idOf('新一') })).record;
    await window.client.customer.update({
      id: edited.id,
      version: edited.version,
      values: newCustomer({ name: '新一', phone: '13900000002', note: '来过' }),
    });
    // A record that somebody hung on an imported one.
    await window.client.contact.create({
      values: { customerId: idOf('新三'), name: '会计', post: null, phone: null, note: null },
    });
    const undo = await jobEnd(window, (await window.client.import.undo({ id: done.importId })).jobId);
    expect(undo.result).toEqual({ undone: 4, keptBecauseEdited: 1, failed: 1 });
    const left = (await window.client.customer.list({})).rows.map((row) => row.name).sort();
    expect(left).toEqual(['新一', '新三', '老客户'].sort());
    expect((await window.client.vehicle.list({})).total).toBe(0);
    expect((await window.client.customer.get({ id: kept })).record.version).toBe(1);
  });

  it('asks instead of guessing, takes the answer, a correction and an exclusion', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    await imported(window, csv(`张伟,13800001111,K1,粤B12345,${vins.a},牵引车,`));
    // Same vehicle, neither name nor telephone agree: sold on, or renamed?
    const fileId = await upload(
      window,
      csv(`王五,13700001111,,粤B12345,${vins.a},,`, '坏电话,12,,,,,', '不要,13611112222,,,,,'),
    );
    expect(summary(await counted(window, fileId, 'preview'))).toEqual([3, 1, 0, 0, 2]);
    const { rows, byVerdict } = await window.client.import.previewRows({ fileId });
    expect(byVerdict).toMatchObject({ ask: 1, refused: 1, create: 1 });
    expect(rows[0]).toMatchObject({
      verdict: 'ask',
      candidates: [{ feature: 'customer', label: '张伟 · 13800001111' }],
    });
    expect(rows[1]?.problems).toEqual([expect.objectContaining({ column: 1, code: 'not-a-phone' })]);
    await window.client.import.correct({ fileId, row: 3, decision: { feature: 'customer', id: 0 } });
    await window.client.import.correct({ fileId, row: 4, cell: { column: 1, text: '13600000012' } });
    await window.client.import.correct({ fileId, row: 5, excluded: true });
    expect(summary(await counted(window, fileId, 'preview'))).toEqual([3, 2, 0, 0, 1]);
    expect(summary(await counted(window, fileId, 'run'))).toEqual([3, 2, 0, 0, 1]);
    const names = (await window.client.customer.list({})).rows.map((row) => row.name).sort();
    expect(names).toEqual(['坏电话', '张伟', '王五'].sort());
    const vehicle = (await window.client.vehicle.list({})).rows[0];
    expect((await window.client.customer.get({ id: vehicle?.customerId ?? 0 })).record.name).toBe('王五');
  });

  it('takes no vehicle from its owner for one plate under two names, in the store or in one file', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    await imported(window, csv('张伟,13800001111,K1,粤B12345,,,', '李四,13700002222,K2,,,,'));
    const fileId = await upload(
      window,
      csv(
        '李四,13700002222,K2,粤B12345,,,', // on file both: the plate is 张伟's
        '新甲,13900000001,,粤B99999,,,',
        '新乙,13900000002,,粤B99999,,,',
      ),
    );
    expect(summary(await counted(window, fileId, 'preview'))).toEqual([3, 1, 0, 0, 2]);
    const { rows } = await window.client.import.previewRows({ fileId });
    expect(
      rows.map(({ row, candidates, problems }) => [
        row,
        problems.map(({ code }) => code),
        candidates.map(({ label }) => label),
      ]),
    ).toEqual([
      [3, ['plate-other-owner'], ['张伟 · 13800001111', '李四 · 13700002222']],
      [4, [], []],
      [5, ['plate-other-owner'], ['新甲 · 13900000001']],
    ]);
    const owners = async (): Promise<unknown[]> => {
      const vehicles = (await window.client.vehicle.list({})).rows;
      const names = new Map((await window.client.customer.list({})).rows.map(({ id, name }) => [id, name]));
      return vehicles.map(({ plate, customerId }) => `${plate} ${names.get(customerId ?? 0)}`).toSorted();
    };
    expect(summary(await counted(window, fileId, 'run'))).toEqual([3, 1, 0, 0, 2]);
    expect(await owners()).toEqual(['粤B12345 张伟', '粤B99999 新甲']);
    const sold = await upload(window, csv('李四,13700002222,K2,粤B12345,,,'));
    const li = (await window.client.customer.list({ search: '李四' })).rows[0]?.id ?? 0;
    await window.client.import.correct({ fileId: sold, row: 3, decision: { feature: 'customer', id: li } });
    expect(summary(await counted(window, sold, 'run'))).toEqual([1, 0, 1, 0, 0]);
    expect(await owners()).toEqual(['粤B12345 李四', '粤B99999 新甲']);
  });

  it('leaves the refused rows as a file with reasons that can be mended and imported', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const fileId = await upload(
      window,
      csv('好人,13800001111,,,,,', `坏车,13800002222,,粤B1,1M8GDM9AXKP04278O,车,`),
    );
    const { jobId } = await window.client.import.run({ fileId, reading: {} });
    expect((await jobEnd(window, jobId)).fileName).toBe('客户-refused.xlsx');
    const file = await window.client.job.file({ id: jobId });
    const path = join(tempFolder(), 'refused.xlsx');
    writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
    const table = await openTable(path);
    const rows = [];
    for await (const batch of table.rows()) rows.push(...batch);
    await table.close();
    expect(rows.map((row) => row.cells)).toEqual([
      ['未导入的原因', '原行号', ...heading.split(',')],
      [
        '车架号：车架号不含 I、O、Q，请核对。',
        '4',
        '坏车',
        '13800002222',
        null,
        '粤B1',
        '1M8GDM9AXKP04278O',
        '车',
        null,
      ].slice(0, rows[1]?.cells.length),
    ]);
  });

  it('joins orders, repairs with lines and parts, receivables and payments to what is there', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const { client } = window;
    await imported(window, csv(`远达物流有限公司,13800001111,K2,粤B67890,${vins.b},自卸车,`));
    const text = (name: string, ...rows: string[]): File => new File([rows.join('\n')], name);
    await imported(
      window,
      text(
        '人员.csv',
        '姓名,部门,岗位,入职日期',
        '赵师傅,售后部,技师,2020-01-02',
        '钱顾问,销售部,销售顾问,2021/3/4',
      ),
    );
    expect((await client.department.list({})).rows.map((row) => row.name)).toContain('售后部');
    const repairs = await imported(
      window,
      text(
        '工单.csv',
        '工单号,进厂时间,车牌号,客户名称,维修类型,维修技师,工时费,材料费,总金额,结算日期',
        'W1,2026-11-16 08:30,粤B67890,远达物流有限公司,保养,赵师傅,100.00,250.5,360.50,2026-11-17',
        'W2,2026-11-17,粤B67890,远达物流有限公司,事故,没有这人,0,0,,',
      ),
    );
    expect(summary(repairs)).toEqual([2, 2, 0, 0, 0]);
    const [, first] = (await client.repair.list({ sort: [{ field: 'number', descending: true }] })).rows;
    expect(first).toMatchObject({
      number: 'W1',
      type: 'maintenance',
      state: 'handedOver',
      checkedInOn: '2026-11-16',
      checkedInAt: '2026-11-16T00:30:00.000Z',
      handedOverOn: '2026-11-17',
      labourFen: 10_000,
      partsFen: 25_050,
      otherFen: 1000,
      totalFen: 36_050,
    });
    expect(
      [first?.customerId, first?.vehicleId, first?.technicianId].every((id) => typeof id === 'number'),
    ).toBe(true);
    const parts = text(
      '配件.csv',
      '工单号,配件编码,配件名称,数量,单价,配件来源',
      'W1,P1,机油,2,100.00,原厂',
      'W1,P1,机油,2,100.00,原厂',
      'W9,P1,机油,1,1,原厂',
    );
    expect(summary(await imported(window, parts))).toEqual([3, 2, 0, 0, 1]);
    expect(summary(await imported(window, parts))).toEqual([3, 0, 0, 2, 1]);
    const owed = text(
      '应收.csv',
      '单据号,客户名称,业务类型,发生日期,应收金额,已收金额,回款日期',
      'Y1,远达物流有限公司,维修,2026-11-01,1000.00,300.00,2026-11-10',
    );
    await imported(window, owed);
    expect((await client.receivable.list({})).rows[0]).toMatchObject({
      amountFen: 100_000,
      settledFen: 30_000,
      openFen: 70_000,
    });
    await imported(
      window,
      text(
        '回款.csv',
        '应收单号,回款日期,回款金额,收款方式',
        'Y1,2026-11-18,700,微信',
        'Y1,2026-11-18,1,现金',
      ),
    );
    expect((await client.receivable.list({})).rows[0]).toMatchObject({ settledFen: 100_000, openFen: 0 });
    expect(summary(await imported(window, owed))).toEqual([1, 0, 0, 1, 0]);
  });

  it('moves states forward by the dates of a later file, completes totals, and doubles neither plates nor people', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const { client } = window;
    const text = (name: string, ...rows: string[]): File => new File([rows.join('\n')], name);
    await imported(
      window,
      text(
        '订单.csv',
        '订单号,订单日期,客户名称,车型,定金',
        'D1,2026-11-01,甲公司,牵引车,1000',
        'D2,2026-11-01,乙公司,牵引车,1000',
      ),
    );
    await imported(window, text('交车.csv', '订单号,交车日期,退订日期', 'D1,2026-11-10,', 'D2,,2026-11-11'));
    await imported(
      window,
      text('订单.csv', '订单号,订单日期,客户名称,车型,定金', 'D1,2026-11-01,甲公司,牵引车,1000'),
    );
    const orders = (await client.order.list({ sort: [{ field: 'number', descending: false }] })).rows;
    expect(orders.map((order) => [order.number, order.state])).toEqual([
      ['D1', 'delivered'],
      ['D2', 'cancelled'],
    ]);

    await imported(
      window,
      text(
        '工单.csv',
        '工单号,进厂时间,客户名称,维修类型,工时费,材料费',
        'W1,2026-11-02,甲公司,保养,100,200',
      ),
    );
    await imported(
      window,
      text('结算.csv', '工单号,结算日期,客户名称,维修类型,总金额', 'W1,2026-11-03,甲公司,保养,350'),
    );
    expect((await client.repair.list({})).rows[0]).toMatchObject({
      state: 'handedOver',
      labourFen: 10_000,
      partsFen: 20_000,
      otherFen: 5000,
      totalFen: 35_000,
    });

    await imported(
      window,
      csv(`甲,13800001111,,粤B11111,${vins.a},车,`, `乙,13800002222,,粤B22222,${vins.b},车,`),
    );
    const swapped = await imported(window, csv(`甲,13800001111,,粤B22222,${vins.a},车,`));
    expect(summary(swapped)).toEqual([1, 0, 0, 0, 1]);

    await imported(
      window,
      text('人员.csv', '姓名,工号,部门,岗位', '李明,01,售后部,技师', '李明,02,售后部,技师'),
    );
    await imported(
      window,
      text('工单.csv', '工单号,进厂时间,客户名称,维修类型,维修技师', 'W2,2026-11-05,甲,保养,李明'),
    );
    expect((await client.repair.list({ search: 'W2' })).rows[0]?.technicianId).toBeNull();
  });

  it('refuses what is no table, and a person without the right', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const fileId = await upload(window, new File(['%PDF-1.7 …'], 'a.xlsx'));
    expect(await failure(window.client.import.look({ fileId }))).toEqual({
      code: 'rule-violated',
      reason: 'file-not-a-table',
    });
    expect(await failure(window.client.import.look({ fileId: 'no-such-file' }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('leaves nothing when it is cancelled', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const rows = Array.from({ length: 40_000 }, (_, i) => `客户${i},139${String(i).padStart(8, '0')},,,,,`);
    const fileId = await upload(window, csv(...rows));
    const { jobId } = await window.client.import.run({ fileId, reading: {} });
    await expect
      .poll(async () => (await window.client.job.get({ id: jobId })).step, { timeout: 25_000, interval: 5 })
      .toBe('importing');
    await window.client.job.cancel({ id: jobId });
    expect(await jobEnd(window, jobId)).toMatchObject({ state: 'cancelled' });
    expect([
      (await window.client.customer.list({})).total,
      (await window.client.import.list({})).total,
    ]).toEqual([0, 0]);
  });
});

it.each([
  ['zh-CN', '工单号；维修项目'],
  ['en', 'Repair order number; Work'],
] as const)(
  'columns that are missing are named in the language of the person: %s',
  async (language, columns) => {
    const window = await ownerWindow(await openTestCore(), 'port');
    await window.client.session.setLanguage({ language });
    const fileId = await upload(window, csv('甲,,,,,,'));
    const { jobId } = await window.client.import.run({ fileId, reading: { kind: 'repairLine' } });
    const job = await jobEnd(window, jobId);
    expect(job.error).toEqual({
      code: 'rule-violated',
      reason: 'import-columns-missing',
      params: { file: '客户.xls', columns },
    });
  },
);
