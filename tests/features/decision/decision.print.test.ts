import { afterAll, beforeAll, expect, it } from 'vitest';
import { actionFields } from '#shared/features/action/action.fields.ts';
import { decisionFields } from '#shared/features/decision/decision.fields.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { newValues } from '#tests/support/records.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

it.skipIf(!pdfTools)(
  'a decision is one page: six aspects, its items with their state, its chain, and the minutes that name it',
  async () => {
    const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
    const { client } = await ownerWindow(core, 'port');
    const { id: meetingId } = await client.meeting.open({ week: '2026-W47' });
    const decide = (values: Partial<Parameters<typeof client.decision.create>[0]['values']>) =>
      client.decision.create({ meetingId, values: newValues(decisionFields, values) });
    const old = await decide({ text: '周六盘点' });
    const { id } = await decide({
      text: '库龄超过九十天的车辆每周提出处置意见',
      guidance: '先动老车，再进新车',
      method: '#panic("x") 分级降价',
      timing: '每周五下班前',
      supervision: '财务经理抽查',
      logistics: '展厅留两个车位',
      incentive: '每台奖励 300 元',
    });
    await client.decision.replace({ id: old.id, byId: id });
    const action = async (text: string): Promise<number> => {
      const values = { text, ownerId: 1, dueOn: '2026-11-10', check: '看清单', decisionId: id };
      return (await client.action.create({ values: newValues(actionFields, values) })).id;
    };
    await action('列出超龄车');
    const done = await action('定降价表');
    await client.action.report({ id: done, meetingId: null, text: '已报' });

    const [page = '', ...more] = pagesOf(
      await paperBytes(await client.decision.print({ id }), 'decision.pdf'),
    );
    expect(more).toEqual([]);
    for (const text of [
      '经营决策单',
      '2026-D002',
      '有效',
      '主导思想先动老车，再进新车',
      '#panic("x")分级降价',
      '时间节点每周五下班前',
      '监督落实财务经理抽查',
      '后勤保障展厅留两个车位',
      '激励考核每台奖励300元',
      '2026-W47',
      '列出超龄车',
      '进行中逾期8天',
      '已报完成',
      '周六盘点2026年11月18日起由2026-D002替代',
    ])
      expect(page).toContain(text);
    const replaced = pagesOf(await paperBytes(await client.decision.print({ id: old.id })));
    expect(replaced[0]).toContain('已被替代');
    const minutes = pagesOf(await paperBytes(await client.meeting.preview({ id: meetingId }))).join('');
    expect(minutes).toContain('2026-D001周六盘点2026年11月18日起由2026-D002替代');
    expect(minutes).toContain('列出超龄车来自决议2026-D002');
  },
);
