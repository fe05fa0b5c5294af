import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goalRecord } from '#electron/features/goal/goal.record.ts';
import { leadRecord } from '#electron/features/lead/lead.record.ts';
import { goalFields } from '#shared/features/goal/goal.fields.ts';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { addRecords } from '#tests/support/filled-store.ts';
import { paperBytes } from '#tests/support/paper.ts';
import { pdfInOrder, pdfTools } from '#tests/support/pdf-text.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

describe.skipIf(!pdfTools)('the wall on paper (poppler’s tools)', () => {
  let worker: BundledWorker;
  beforeAll(async () => {
    worker = await bundledWorker('electron/workers/report-worker.ts');
  });
  afterAll(() => worker.remove());

  it('tells goals by month, people, what is red and its action, as its reader may see them; nothing without goals', async () => {
    const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
    const owner = await ownerWindow(core, 'port');
    const print = (window = owner) => window.client.indicator.printWall({ year: 2026, format: 'pdf' });
    expect(await failure(print())).toMatchObject({ reason: 'wall-no-goals' });
    const seller = await personWindow(core, 'port', owner, '安', ['salesConsultant']);
    const { id: anna } = (await owner.client.person.list({ filters: [{ field: 'name', operator: 'is', value: '安' }] })).rows[0] ?? { id: 0 };
    const goal = (value: number, given = {}) =>
      newValues(goalFields, { indicator: 'leads', periodKind: 'month', period: '2026-10', level: 'store', value, ...given });
    const lead = (consultantId: number) => newValues(leadFields, { customerName: '客', arrivedOn: '2026-10-12', consultantId });
    await addRecords(core, leadRecord, [lead(1), lead(1), lead(anna), lead(anna), lead(anna)]);
    await addRecords(core, goalRecord, [
      goal(20),
      goal(4, { level: 'person', personId: 1 }),
      goal(3, { level: 'person', personId: anna }),
    ]);
    const about = { key: 'leads', period: '2026-10', who: { level: 'store', departmentId: null, personId: null } } as const;
    const { id, number } = await owner.client.gap.open({ ...about, ownerId: 1 });
    const raised = await owner.client.gap.counter({ id, text: '周末回电', ownerId: 1, dueOn: '2026-11-10', check: '看' });

    const page = pdfInOrder(await paperBytes(await print(), 'wall.pdf'));
    const { store, people, red } = await owner.client.indicator.wall({ year: 2026 });
    for (const text of ['经营墙2026年', '截至2026年11月18日', '▼25%5', number, raised.number, '周末回电', '2026年11月10日', '逾期'])
      expect(page, text).toContain(text);
    // What is on the wall is on the paper, figure by figure.
    for (const { cells, toDate } of [...store, ...people]) {
      for (const { actual, rate } of cells)
        if (actual !== null && rate !== null) expect(page).toContain(`${Math.round(rate / 100)}%${actual}`);
      expect(page).toContain(String(toDate.value));
    }
    expect(red.length).toBeGreaterThan(0);
    // Another's figures are not for a consultant; her own are.
    const hers = pdfInOrder(await paperBytes(await print(seller), 'wall-own.pdf'));
    expect([hers.includes('安'), hers.includes('▲100%3'), hers.includes('▼50%2')]).toEqual([true, true, false]);
    const word = await owner.client.indicator.printWall({ year: 2026, format: 'docx' });
    expect(word.name).toBe('经营墙 2026年.docx');
    expect((await paperBytes(word)).length).toBeGreaterThan(5_000);
  }); // prettier-ignore
});
