import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, type Window } from '#tests/support/core.ts';
import { payStore, sellerPay, wish } from '#tests/support/income.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

it.skipIf(!pdfTools)(
  'the sheet is one page: result, what to do, each line of the slip, what was assumed',
  async () => {
    const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
    const { owner, manager, consultant, payId, postId, departmentId } = await payStore(core, 'port');
    const { personId } = consultant;
    const rule = {
      postId,
      fromMonth: '2026-01',
      toMonth: null,
      note: null,
      content: {
        ...sellerPay,
        capFen: 900_000,
        coefficients: [
          { fromBasisPoints: 0, belowBasisPoints: 10_000, basisPoints: 8000 },
          { fromBasisPoints: 10_000, belowBasisPoints: null, basisPoints: 11_000 },
        ],
        welfare: [{ name: '餐补', amountFen: 30_000, inCash: true }],
      },
    };
    const { id } = await owner.client.pay.save({ id: payId, ...rule });
    const plan = await owner.client.goal.openDraft({ year: 2026, reason: '年度目标' });
    const cell = {
      indicator: 'deliveries',
      row: `d${departmentId}.p${personId}`,
      period: '2026-12',
      value: 4,
      seen: null,
    };
    await owner.client.goal.set({ planId: plan.id, mode: 'bottomUp', cells: [cell] });
    await owner.client.goal.enforce({ planId: plan.id, version: plan.version, reason: '年度目标' });
    const asked = {
      personId,
      fromMonth: '2026-12',
      toMonth: '2026-12',
      what: { ...wish, wishFen: 1_000_000, rates: { testDrive: 4000 } },
    };
    const print = async (window: Window, given: typeof asked, name: string): Promise<readonly string[]> =>
      pagesOf(await paperBytes(await window.client.income.print({ ...given, format: 'pdf' }), name));

    const pages = await print(consultant, asked, 'income.pdf');
    expect(pages).toHaveLength(1);
    for (const text of [
      '收入目标测算表',
      '小陈',
      '¥10,000.00',
      '7台',
      '¥10,860.00', // 3,000 + 7 × 800 × 110 % + 7 × 200 + 300
      '主管的数',
      '全部7台×¥800.00（第5台起）',
      '假设',
      '未提供',
      '李经理',
      '第1页共1页',
    ])
      expect(pages[0], text).toContain(text);

    // What cannot be reached says the most that can, and why.
    const dear = { ...asked, what: { ...asked.what, wishFen: 2_000_000 } };
    const [unreachable] = await print(manager, dear, 'income-unreachable.pdf');
    expect(unreachable).toContain('按这条规则拿不到¥20,000.00');
    expect(unreachable).toContain('最高¥12,300.00');
    expect(unreachable).toContain('规则对浮动收入封顶¥9,000.00');

    await consultant.client.session.setLanguage({ language: 'en' });
    const [english] = await print(consultant, asked, 'income-en.pdf');
    for (const text of ['Incomegoalsheet', '7vehicles', 'Attainmentcoefficient', 'assumed', 'Page1of1'])
      expect(english, text).toContain(text);

    // Several months: each with its own goal, the assumed ones marked, and the sums.
    await consultant.client.session.setLanguage({ language: 'zh-CN' });
    const span = await print(
      consultant,
      { ...asked, toMonth: '2027-02', what: { ...asked.what, goalUnits: 9 } },
      'income-span.pdf',
    );
    expect(span).toHaveLength(1);
    // 7 by the goal of four; 8 below the assumed nine: 3,000 + 8 × 800 × 80 % + 8 × 200 + 300 = 10,020.
    for (const text of [
      '逐月测算',
      '2026年12月',
      '2027年2月',
      '23台',
      '¥10,020.00',
      '¥30,900.00',
      '每天1',
      '假设',
    ])
      expect(span[0], text).toContain(text);

    // A slip of many lines leaves the signatures on the same page.
    const welfare = ['餐补', '话费补贴', '交通补贴', '高温补贴', '工龄补贴', '全勤奖'].map((name) => ({
      name,
      amountFen: 10_000,
      inCash: true,
    }));
    await owner.client.pay.save({ id, ...rule, content: { ...rule.content, welfare } });
    const many = await print(consultant, asked, 'income-many.pdf');
    expect(many).toHaveLength(1);
    expect(many[0]).toContain('全勤奖');
  },
);
