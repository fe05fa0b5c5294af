import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMoney } from '#shared/kernel/money.ts';
import { decisionFields } from '#shared/features/decision/decision.fields.ts';
import { eventFields } from '#shared/features/event/event.fields.ts';
import { goalFields } from '#shared/features/goal/goal.fields.ts';
import { meetingFields } from '#shared/features/meeting/meeting.fields.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import type { Job } from '#shared/features/job/job.contract.ts';
import { errorData, type DeskClient } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import {
  carriers,
  openTestCore,
  ownerWindow,
  password,
  personWindow,
  testClock,
} from '#tests/support/core.ts';
import { fillSources } from '#tests/support/meeting.ts';
import { pdfText, pdfTools } from '#tests/support/pdf-text.ts';
import { newValues } from '#tests/support/records.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

/** Keeps a file to look at, when DESK_KEEP names a folder. */
function keep(name: string, bytes: Uint8Array): void {
  const folder = process.env['DESK_KEEP'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}`, bytes);
}

async function endOf(client: DeskClient, id: number): Promise<Job> {
  for (;;) {
    const job = await client.job.get({ id });
    if (!['queued', 'running'].includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function meetingOf(client: DeskClient, week: string, heldOn: string): Promise<number> {
  const { id } = await client.meeting.open({ week });
  const values = newValues(meetingFields, {
    heldOn,
    startsAt: '08:30',
    endsAt: '10:00',
    place: '二楼会议室',
    chairId: 1,
    recorderId: 1,
  });
  await client.meeting.savePart({ id, version: 0, change: { part: 'head', values } });
  await client.meeting.signIn({ id });
  return id;
}

const bytesOf = async (file: { arrayBuffer(): Promise<ArrayBuffer> }): Promise<Uint8Array> =>
  new Uint8Array(await file.arrayBuffer());
/** Text without blanks: paper breaks lines where it likes. */
const flat = (pages: readonly string[]): string => pages.join('').replaceAll(/\s+/gu, '');

describe.each(carriers)('minutes on paper over %s', (carrier) => {
  it.skipIf(!pdfTools)(
    'show a draft, then the confirmed figures with signature, audit code and amendment',
    async () => {
      const clock = testClock();
      const core = await openTestCore({ clock, reports: { workerUrl: worker.url, fontFolder } });
      const owner = await ownerWindow(core, carrier);
      const { client } = owner;
      const clerk = await personWindow(core, carrier, owner, '林秋月', ['clerk']);
      await fillSources(
        core,
        { first: '2025-09-01', days: 443 },
        { orders: 700, repairs: 2000, cash: 0, receivables: 300, leads: 900, stock: 200 },
      );
      const goal = { indicator: 'orders', periodKind: 'week', level: 'store' } as const;
      await client.goal.create({ values: newValues(goalFields, { ...goal, period: '2026-W47', value: 25 }) });
      await client.goal.create({ values: newValues(goalFields, { ...goal, period: '2026-W48', value: 31 }) });
      await client.event.create({
        values: newValues(eventFields, { name: '年末团购', startsOn: '2026-11-28', endsOn: '2026-11-29' }),
      });
      const id = await meetingOf(client, '2026-W47', '2026-11-18');
      const { topicId } = await client.meeting.addTopic({ id, title: '交付落后的原因' });
      const minutes = '改装厂排产冲突，5 台底盘没有按期出厂。\n自下周起按日均衡安排出库检查。';
      await client.meeting.savePart({
        id,
        version: 0,
        change: { part: 'topic', topicId, title: '交付落后的原因', minutes },
      });
      await client.meeting.savePart({
        id,
        version: 0,
        change: { part: 'comment', topic: 'orders', text: '六台来自同一车队' },
      });
      await client.decision.create({
        meetingId: id,
        values: newValues(decisionFields, { text: '先签排产再承诺交期', supervision: '每周五核对' }),
      });
      const item = { ownerId: clerk.personId, check: '确认单原件', decisionId: null };
      await client.action.create({
        values: { ...item, text: '签十二月排产单', dueOn: '2026-11-25', meetingId: id },
      });
      await client.action.create({
        values: { ...item, text: '清点工具', dueOn: '2026-11-10', meetingId: null },
      });

      const draft = await bytesOf(await client.meeting.preview({ id }));
      keep(`draft-${carrier}.pdf`, draft);
      const draftText = flat(pdfText(draft));
      expect(draftText).toContain('草稿');
      for (const words of [
        '周例会纪要',
        '一、周完成进度',
        '二、现有资源匹配',
        '三、下周工作计划',
        '六台来自同一车队',
        '交付落后的原因',
        '先签排产再承诺交期',
        '监督落实：每周五核对',
        '2026-A001',
        '签十二月排产单',
        '逾期8天',
        '年末团购',
        '未提供', // cash was never supplied
        '林秋月',
      ])
        expect(draftText, words).toContain(words);

      const { auditCode, hash } = await client.meeting.confirm({ id, secret: { password } });
      await client.meeting.amend({ id, reason: '笔误', text: '底盘应为 6 台', secret: { password } });
      await client.order.create({
        values: newValues(orderFields, {
          number: 'X1',
          orderedOn: '2026-11-18',
          customerName: '甲',
          model: 'M',
          quantity: 4321,
        }),
      });
      const { jobId } = await client.meeting.print({ id, format: 'pdf' });
      const job = await endOf(client, jobId);
      expect(job).toMatchObject({ state: 'done', fileName: '2026-W47.pdf', kind: 'meeting.print' });
      const pdf = await bytesOf(await client.job.file({ id: jobId }));
      keep(`confirmed-${carrier}.pdf`, pdf);
      const text = flat(pdfText(pdf));
      for (const words of [
        '已确认',
        auditCode,
        hash.slice(0, 4),
        '底盘应为6台',
        '笔误',
        '2026-W47',
        '第1页共',
      ])
        expect(text, words).toContain(words);
      expect(text).not.toContain('草稿');
      expect(text).not.toContain('4,321');

      // Whoever may not read receivables prints what they may read, and the paper says so.
      const { open } = (await client.meeting.get({ id })).content.pack.resources.receivables;
      const sum = formatMoney(open.value ?? 0);
      expect(text).toContain(sum);
      const technician = await personWindow(core, carrier, owner, '小钱', ['technician']);
      const part = flat(pdfText(await bytesOf(await technician.client.meeting.preview({ id }))));
      expect(part).toContain('无权查看');
      expect(part).toContain('不是纪要全文');
      expect(part).not.toContain(sum);

      const word = await endOf(client, (await client.meeting.print({ id, format: 'docx' })).jobId);
      expect(word).toMatchObject({ state: 'done', fileName: '2026-W47.docx' });
      const docx = await bytesOf(await client.job.file({ id: word.id }));
      keep(`confirmed-${carrier}.docx`, docx);
      expect(String.fromCharCode(...docx.slice(0, 2))).toBe('PK');

      await clerk.client.session.setLanguage({ language: 'en' });
      const english = flat(pdfText(await bytesOf(await clerk.client.meeting.preview({ id }))));
      for (const words of ['Minutesoftheweeklymeeting', 'Confirmed', 'notsupplied', 'Page1of'])
        expect(english, words).toContain(words);
    },
  );

  it('bind the confirmed minutes of a quarter into one file, by the Thursday of their week', async () => {
    const clock = testClock();
    const core = await openTestCore({ clock, reports: { workerUrl: worker.url, fontFolder } });
    const { client } = await ownerWindow(core, carrier);
    const none = await client.meeting.printQuarter({ quarter: '2026-Q4' }).then(() => undefined, errorData);
    expect(none).toEqual({ code: 'rule-violated', reason: 'nothing-to-print' });
    for (const [week, heldOn] of [
      ['2026-W39', '2026-09-23'],
      ['2026-W40', '2026-09-30'], // Thursday is 1 October
      ['2026-W46', '2026-11-11'],
    ] as const) {
      const id = await meetingOf(client, week, heldOn);
      await client.meeting.confirm({ id, secret: { password } });
    }
    await client.meeting.open({ week: '2026-W47' }); // a draft stays out
    const { jobId, count } = await client.meeting.printQuarter({ quarter: '2026-Q4' });
    expect(count).toBe(2);
    expect(await endOf(client, jobId)).toMatchObject({
      state: 'done',
      fileName: '2026-Q4.pdf',
      result: { count: 2 },
    });
    if (!pdfTools) return;
    const text = flat(pdfText(await bytesOf(await client.job.file({ id: jobId }))));
    expect([text.includes('2026-W40'), text.includes('2026-W46'), text.includes('2026-W39')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('say so when printing cannot start', async () => {
    const core = await openTestCore({ reports: { workerUrl: new URL('file:///no/worker.mjs'), fontFolder } });
    const { client } = await ownerWindow(core, carrier);
    const { id } = await client.meeting.open({ week: '2026-W47' });
    const failure = await client.meeting.preview({ id }).then(() => undefined, errorData);
    expect(failure?.code).toBe('unavailable');
    const job = await endOf(client, (await client.meeting.print({ id })).jobId);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'unavailable' } });
  });
});
