import { expect, it } from 'vitest';
import type { ImportCounts } from '#shared/features/import/import.contract.ts';
import { openTestCore, ownerWindow, type Window } from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';

const csv = (...lines: string[]): File => new File([lines.join('\n')], '导出.csv');

type Told = { kind: string | null; counts: number[]; kept: unknown[] };

/** Previews or imports a file whose kind is guessed: [create, update, unchanged, refused], and why rows were kept out. */
async function go(window: Window, file: File, what: 'preview' | 'run' = 'run'): Promise<Told> {
  const { fileId } = await window.client.import.upload({ file });
  const { kind } = await window.client.import.look({ fileId });
  const job = await jobEnd(window, (await window.client.import[what]({ fileId, reading: {} })).jobId);
  expect(job).toMatchObject({ state: 'done' });
  const { create, update, unchanged, refused } = (job.result as { counts: ImportCounts }).counts;
  const { rows } = await window.client.import.previewRows({ fileId });
  const kept = rows
    .filter(({ verdict }) => verdict === 'ask' || verdict === 'refused')
    .map(({ row, problems, candidates }) => [row, problems[0]?.code, candidates.length]);
  return { kind, counts: [create, update, unchanged, refused], kept };
}

it('contacts and follow-ups hang on the customers of the store, once each, and are taken back', async () => {
  const window = await ownerWindow(await openTestCore(), 'port');
  await go(
    window,
    csv(
      '客户名称,联系电话,客户编号,车牌号',
      '远达物流有限公司,0755-83331234,K1,粤B12345',
      '张伟,13800001111,K2,粤B67890',
      '张伟,13800002222,K3,',
    ),
  );
  const contacts = csv(
    '单位名称,联系人,职务,联系人电话',
    '远达物流有限公司,陈队长,车队长,13900000001',
    '远达物流有限公司,李司机,司机,13900000002',
    '没有的公司,王五,,13900000003',
    '张伟,张太太,,13900000004',
  );
  const keptOut = [
    [4, 'customer-unknown', 0],
    [5, 'ambiguous', 2],
  ];
  expect(await go(window, contacts)).toEqual({ kind: 'contact', counts: [2, 0, 0, 2], kept: keptOut });
  expect(await go(window, contacts)).toEqual({ kind: 'contact', counts: [0, 0, 2, 2], kept: keptOut });
  // A new telephone of the same contact is an update, not another contact.
  const next = csv('客户编号,联系人,联系人电话', 'K1,陈队长,13900000009');
  expect((await go(window, next)).counts).toEqual([0, 1, 0, 0]);

  const followUps = csv(
    '车牌号,客户姓名,联系电话,回访日期,回访方式,回访结果,回访内容,回访人,下次回访日期',
    '粤B67890,,,2026-11-10,电话,里程未到,还差两千公里,王总,2026-12-10',
    ',张伟,13800002222,2026-11-11,微信,已预约,周六来做保养,,',
    ',张伟,13800002222,2026-11-11,微信,已预约,周六来做保养,,',
    ',,0755-83331234,2026/11/12,走访,空号,换了电话,,',
    '粤B67890,赵六,,2026-11-12,电话,满意,不是本人,,',
    ',张伟,13800001111,2026-11-13,电话,,,,',
    ',张伟,13800001111,2026-11-13,电话,很开心,谢谢,,',
  );
  const told = {
    kind: 'followUp',
    kept: [
      [6, 'ambiguous', 1],
      [7, 'required', 0],
      [8, 'not-a-choice', 0],
    ],
  };
  expect(await go(window, followUps, 'preview')).toMatchObject({ counts: [4, 0, 0, 3] });
  expect(await go(window, followUps)).toEqual({ ...told, counts: [4, 0, 0, 3] });
  expect(await go(window, followUps)).toEqual({ ...told, counts: [0, 0, 4, 3] });

  const list = await window.client.followUp.list({ sort: [{ field: 'happenedOn', descending: false }] });
  expect(list.rows.map(({ happenedOn, way, result, content }) => [happenedOn, way, result, content])).toEqual(
    [
      ['2026-11-10', 'call', 'reached', '还差两千公里'],
      ['2026-11-11', 'message', 'willing', '周六来做保养'],
      ['2026-11-11', 'message', 'willing', '周六来做保养'],
      ['2026-11-12', 'visit', 'notReached', '换了电话'],
    ],
  );
  const imports = (await window.client.import.list({})).rows;
  const made = imports.find(({ kind, counts }) => kind === 'followUp' && counts.create === 4);
  const undone = await jobEnd(window, (await window.client.import.undo({ id: made?.id ?? 0 })).jobId);
  expect(undone.result).toEqual({ undone: 4, keptBecauseEdited: 0, failed: 0 });
  expect((await window.client.followUp.list({})).total).toBe(0);
});
