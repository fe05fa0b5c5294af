import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emergencyDrillFields, emergencyFields } from '#shared/features/emergency/emergency.fields.ts';
import { linesOf, nextDates, overdue } from '#shared/features/emergency/emergency.rules.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { newValues } from '#tests/support/records.ts';

describe('when a plan is due', () => {
  it.each([
    ['2026-05-31', 6, '2026-11-30'],
    ['2025-08-31', 6, '2026-02-28'], // the last day where the month has no such day
    [null, 6, null],
  ])('drilled on %s, every %s months: %s', (lastDrillOn, drillMonths, nextDrillOn) =>
    expect(nextDates({ lastDrillOn, drillMonths, reviewedOn: null, reviewMonths: 12 })).toEqual({
      nextDrillOn,
      nextReviewOn: null,
    }),
  );

  it.each([
    [null, 'never'],
    ['2026-11-19', null],
    ['2026-11-18', 0],
    ['2026-11-08', 10],
  ])('due on %s: %s', (dueOn, expected) => expect(overdue(dueOn, '2026-11-18')).toBe(expected));

  it('lines of a note lose their own numbers', () =>
    expect(linesOf('1. 报警\n\n 2、断电\n3）撤离\n120 急救')).toEqual(['报警', '断电', '撤离', '120 急救']));
});

describe.each(carriers)('emergency plans over %s', (carrier) => {
  it('ships plans to be checked, reckons drills and reviews, and is written by owner and manager only', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { client } = owner;
    const shipped = await client.emergency.list({ pageSize: 50 });
    expect(shipped.total).toBe(9);
    expect(shipped.rows.every(({ confirmed }) => !confirmed)).toBe(true);
    expect(new Set(shipped.rows.map(({ kind }) => kind)).size).toBe(9);
    expect(await client.emergency.due({})).toHaveLength(9);

    const seller = await personWindow(core, carrier, owner, '小陈', ['salesConsultant']);
    const values = newValues(emergencyFields, {
      name: '燃气泄漏',
      trigger: '闻到气味',
      roles: '总指挥：总经理',
      steps: '关阀\n撤离',
    });
    await expect(seller.client.emergency.create({ values })).rejects.toMatchObject({
      data: { code: 'forbidden' },
    });
    expect((await seller.client.emergency.list({})).total).toBe(9);

    const manager = await personWindow(core, carrier, owner, '李经理', ['manager']);
    const { id } = await manager.client.emergency.create({ values: { ...values, reviewedOn: '2026-01-31' } });
    const drill = newValues(emergencyDrillFields, {
      emergencyId: id,
      drilledOn: '2026-03-31',
      participants: 12,
    });
    await expect(seller.client.emergencyDrill.create({ values: drill })).rejects.toMatchObject({
      data: { code: 'forbidden' },
    });
    await manager.client.emergencyDrill.create({ values: drill });
    const later = await manager.client.emergencyDrill.create({
      values: { ...drill, drilledOn: '2026-06-30' },
    });
    expect((await client.emergency.get({ id })).record).toMatchObject({
      lastDrillOn: '2026-06-30',
      nextDrillOn: '2026-12-30',
      nextReviewOn: '2027-01-31',
    });
    expect((await client.emergency.due({})).map((one) => one.id)).not.toContain(id);
    // A drill taken back no longer counts.
    await manager.client.emergencyDrill.remove({ ids: [later.id] });
    expect((await client.emergency.due({})).find((one) => one.id === id)).toEqual({
      id,
      name: '燃气泄漏',
      drill: 49,
      review: null,
    });
  });
});

describe('on paper', () => {
  let worker: BundledWorker;
  beforeAll(async () => {
    worker = await bundledWorker('electron/workers/report-worker.ts');
  });
  afterAll(() => worker?.remove());

  it.skipIf(!pdfTools)('one key prints all, each from a page of its own', async () => {
    const core = await openTestCore({ reports: { workerUrl: worker.url, fontFolder } });
    const owner = await ownerWindow(core, 'port');
    const pages = pagesOf(
      await paperBytes(await owner.client.emergency.printAll({ format: 'pdf' }), 'emergency.pdf'),
    );
    expect(pages).toHaveLength(9);
    for (const text of ['火灾', '请核对', '火警119', '大声示警', '从未', '第1页共9页'])
      expect(pages[0], text).toContain(text);
    await owner.client.session.setLanguage({ language: 'en' });
    expect((await owner.client.emergency.due({})).map(({ name }) => name)).toContain(
      'Power, water or gas cut',
    );
    const english = pagesOf(
      await paperBytes(await owner.client.emergency.printAll({ format: 'pdf' }), 'emergency-en.pdf'),
    );
    for (const text of ['Shoutawarning', 'Fire119', 'Incommand:generalmanager'])
      expect(english[0], text).toContain(text);
    expect(english.join('').replaceAll('测试商用车', '')).not.toMatch(/\p{Script=Han}/u);
    const { rows } = await owner.client.emergency.list({ pageSize: 50 });
    await owner.client.emergency.remove({ ids: rows.map(({ id }) => id) });
    await expect(owner.client.emergency.printAll({ format: 'pdf' })).rejects.toMatchObject({
      data: { code: 'rule-violated', reason: 'emergency-none' },
    });
  });
});
