import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planParts, type PartChange } from '#shared/features/plan/plan.content.ts';
import { goalIndicators } from '#shared/features/goal/goal-indicator.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import type { BookFormat } from '#shared/features/plan/plan.contract.ts';
import type { Core } from '#electron/core.ts';
import { planBook } from '#electron/features/plan/plan.book.ts';
import type { DeskClient } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, ownerWindow, password, tempFolder } from '#tests/support/core.ts';
import { fillSources } from '#tests/support/meeting.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { completePlan, putGoals } from '#tests/support/plan.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

type Written = { readonly core: Core; readonly client: DeskClient; readonly id: number };

/** A whole plan of 2027 beside figures of two years. */
async function writtenPlan(dataFolder = tempFolder()): Promise<Written> {
  const core = await openTestCore({ dataFolder, reports: { workerUrl: worker.url, fontFolder } });
  const { client } = await ownerWindow(core, 'port');
  await fillSources(
    core,
    { first: '2025-01-01', days: 680 },
    { orders: 300, repairs: 400, cash: 300, receivables: 60, leads: 200, stock: 10 },
  );
  await putGoals(client, 2027, {
    orders: Array.from({ length: 12 }, () => 30),
    cashIn: Array.from({ length: 12 }, () => 80_000_000),
  });
  const { id } = await client.plan.open({ year: 2027 });
  const parts = completePlan(1);
  for (const part of planParts) {
    const change = { part, content: parts[part] } as PartChange; // the content of this part
    await client.plan.savePart({ id, version: 0, change });
  }
  return { core, client, id };
}

/** The file of a book made as a job. */
async function bookOf({ client, id }: Written, format: BookFormat): Promise<Uint8Array> {
  const { jobId } = await client.plan.print({ id, format });
  for (;;) {
    const { state } = await client.job.get({ id: jobId });
    if (state === 'done') return paperBytes(await client.job.file({ id: jobId }), `book.${format}`);
    expect(state).toBe('running');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe.skipIf(!pdfTools)('the book', () => {
  it('has a cover, contents that name the right pages, every part, and the signature', async () => {
    const plan = await writtenPlan();
    const { client, id } = plan;
    const draft = pagesOf(await paperBytes(await client.plan.preview({ id }), 'draft.pdf'));
    expect(draft[0]).toContain('草稿');
    await client.plan.submit({ id });
    await client.plan.approve({ id, secret: { password } });

    const pages = pagesOf(await bookOf(plan, 'pdf'));
    expect(pages[0]).toContain('2027年度经营计划');
    expect(pages[0]).toContain('守住大客户，做强服务');
    expect(pages[0]).toContain('批准王总');
    expect(pages.join('')).not.toContain('草稿');
    const chapters = [...(pages[1] ?? '').matchAll(/([一二三四五六七八九十]、[^.\d]+)\.+(\d+)/gu)];
    expect(chapters.map(([, name]) => name)).toEqual([
      '一、年度主题',
      '二、当年决算',
      '三、来年市场分析',
      '四、人力资源规划',
      '五、薪酬福利设计',
      '六、经营目标',
      '七、实现措施',
      '八、投资战略',
      '九、人才战略',
      '十、客户战略',
    ]);
    for (const [, name = '', page] of chapters)
      expect([name, pages[Number(page) - 1]]).toEqual([name, expect.stringContaining(name)]);
    const all = pages.join('');
    for (const words of [
      '三季度断货，少卖二十台。',
      '北环卡车城',
      '¥2,444,252.47',
      '13个月',
      '2026-A001',
      '360',
    ])
      expect(all).toContain(words);
    expect(pages.at(-1)).toMatch(/版本记录.*第1版已批准首版王总.*校验码/u);

    const docx = join(tempFolder(), 'book.docx');
    writeFileSync(docx, await bookOf(plan, 'docx'));
    const xml = execFileSync('unzip', ['-p', docx, 'word/document.xml'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/gu)).toHaveLength(11);
    expect(xml.match(/<w:tbl>/gu)?.length).toBeGreaterThan(25);
    expect(xml.match(/<w:tblHeader\/>/gu)?.length).toBeGreaterThan(25);
    // Every line of the contents has its page.
    const lines = xml.match(/PAGEREF _Toc\d+ \\h/gu)?.length ?? 0;
    expect(lines).toBeGreaterThan(30);
    expect(
      xml.match(
        /PAGEREF _Toc\d+ \\h<\/w:instrText><w:fldChar w:fldCharType="separate"\/><\/w:r><w:r><w:t[^>]*>\d+/gu,
      ) ?? xml.match(/PAGEREF _Toc\d+ \\h.{0,120}?<w:t[^>]*>\d+</gu),
    ).toHaveLength(lines);
  });

  it.each(['pdf', 'docx'] as const)(
    'tells its progress and can be cancelled as %s: nothing is left of it, and the next one is made',
    async (format) => {
      const dataFolder = tempFolder();
      const plan = await writtenPlan(dataFolder);
      const { client, id } = plan;
      const { jobId } = await client.plan.print({ id, format });
      await client.job.cancel({ id: jobId });
      await expect.poll(async () => (await client.job.get({ id: jobId })).state).toBe('cancelled');
      expect(await failure(client.job.file({ id: jobId }))).toBeDefined();
      const left = (): string[] =>
        readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
          path.includes(`.${format}`),
        );
      // What was on its way when it was cancelled has had its time.
      await bookOf(plan, format);
      expect(left()).toHaveLength(1);
      const { percent, step } = await client.job.get({ id: jobId });
      expect([percent, step]).toEqual([10, 'drawing']);
    },
  );

  it('says across every page that the content was changed behind its signature', async () => {
    const { core, client, id } = await writtenPlan();
    await client.plan.submit({ id });
    await client.plan.approve({ id, secret: { password } });
    await core.database.write(async (writer) => {
      await sql.raw('drop trigger plan_snapshot_closed').execute(writer);
      await sql
        .raw(`update plan_snapshot set content = replace(content, '牵引车', '自卸车')`)
        .execute(writer);
    });
    const view = await client.plan.get({ id });
    expect(planBook(view, 'zh-CN', '2026-11-18T02:00:00.000Z')).toMatchObject({
      watermark: '签字无效',
      header: { stateTone: 'warning' },
    });
    const pages = pagesOf(await paperBytes(await client.plan.preview({ id })));
    expect(pages.at(-1)).toMatch(/签字无效：.*内容/u);
  });
});

describe.skipIf(!pdfTools)('one page each', () => {
  it('a poster stays on its page with twenty goals and measures, and says how many more there are', async () => {
    const { client } = await writtenPlan();
    await putGoals(
      client,
      2028,
      Object.fromEntries(
        goalIndicators.slice(0, 20).map((key) => [key, Array.from({ length: 12 }, () => 5000)]),
      ),
    );
    const { id: next } = await client.plan.open({ year: 2028 });
    const [measure] = completePlan(1, 2028).measures.measures;
    const measures = Array.from({ length: 20 }, (_, index) => ({ ...measure!, key: `m${index}` }));
    const { edits } = await client.plan.get({ id: next });
    const version = edits.measures?.version ?? 0;
    await client.plan.savePart({
      id: next,
      version,
      change: { part: 'measures', content: { measures, blocks: [] } },
    });
    const file = await client.plan.poster({ id: next, departmentId: null });
    const [page = '', ...more] = pagesOf(await paperBytes(file, 'full-poster.pdf'));
    expect(more).toEqual([]);
    expect(page).toContain('另有10项见计划书');
    expect(page).toContain('另有14项见计划书');
  });

  it('poster and goal card: goals of the year with what is done for them; nothing to print is told', async () => {
    const { client, id } = await writtenPlan();
    const poster = pagesOf(
      await paperBytes(await client.plan.poster({ id, departmentId: null }), 'poster.pdf'),
    );
    expect(poster).toHaveLength(1);
    for (const words of ['2027年度目标', '守住大客户，做强服务', '360', '每周走访两家车队'])
      expect(poster[0]).toContain(words);
    const card = pagesOf(
      await paperBytes(await client.plan.goalCard({ year: 2027, personId: 1 }), 'card.pdf'),
    );
    expect(card).toHaveLength(1);
    for (const words of ['2027年目标卡', '王总', '前五十名客户一户一策']) expect(card[0]).toContain(words);
    const { id: other } = await client.person.create({ values: newValues(personFields, { name: '小李' }) });
    expect(await failure(client.plan.goalCard({ year: 2027, personId: other }))).toMatchObject({
      reason: 'no-goals-of-person',
    });
  });
});
