import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  planParts,
  type PlanPart,
  type PlanPartContents,
  type PartChange,
} from '#shared/features/plan/plan.content.ts';
import type { DeskClient } from '#renderer/transport/client.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, ownerWindow, password } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { completePlan } from '#tests/support/plan.ts';
import { fillSources } from '#tests/support/meeting.ts';

let worker: BundledWorker;
beforeAll(async () => {
  worker = await bundledWorker('electron/workers/report-worker.ts');
});
afterAll(() => worker?.remove());

const changeOf = (part: PlanPart, parts: PlanPartContents): PartChange =>
  ({ part, content: parts[part] }) as PartChange; // the content of this part

async function writtenPlan(client: DeskClient): Promise<number> {
  const { id } = await client.plan.open({ year: 2027 });
  const parts = completePlan(1);
  for (const part of planParts) {
    const { edits } = await client.plan.get({ id });
    await client.plan.savePart({ id, version: edits[part]?.version ?? 0, change: changeOf(part, parts) });
  }
  return id;
}

describe.skipIf(!pdfTools)('the book', () => {
  it('has cover, contents with pages, every part and the signature', async () => {
    const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
    await fillSources(
      core,
      { first: '2025-01-01', days: 680 },
      { orders: 900, repairs: 3000, cash: 2000, receivables: 300, leads: 1500, stock: 50 },
    );
    const { client } = await ownerWindow(core, 'port');
    const id = await writtenPlan(client);
    await client.plan.submit({ id });
    await client.plan.approve({ id, secret: { password } });
    const pages = pagesOf(await paperBytes(await client.plan.preview({ id }), 'book.pdf'));
    expect(pages.length).toBeGreaterThan(12);
    const job = await client.plan.print({ id, format: 'docx' });
    for (;;) {
      const { state } = await client.job.get({ id: job.jobId });
      if (state === 'done') break;
      expect(state).toBe('running');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await paperBytes(await client.job.file({ id: job.jobId }), 'book.docx');
    const sheet = await client.plan.print({ id, format: 'xlsx' });
    for (;;) {
      const { state } = await client.job.get({ id: sheet.jobId });
      if (state === 'done') break;
      expect(state).toBe('running');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await paperBytes(await client.job.file({ id: sheet.jobId }), 'book.xlsx');
    await paperBytes(await client.plan.poster({ id, departmentId: null }), 'poster.pdf');
    await paperBytes(await client.plan.goalCard({ year: 2027, personId: 1 }), 'card.pdf');
  });
});
