import { expect, it } from 'vitest';
import { paper } from '#electron/features/meeting/meeting.paper.ts';
import { qualityBlocks } from '#electron/features/meeting/meeting.quality-report.ts';
import { figuresOf, listSum } from '#tests/support/pack-figures.ts';
import { carriers, openTestCore, ownerWindow } from '#tests/support/core.ts';
import { newComplaint } from '#tests/support/complaints.ts';
import { importedOrder, importedRepair } from '#tests/support/records.ts';

it.each(carriers)(
  'quality of the week over %s is that counted by hand, also of a week that is over',
  async (carrier) => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const sqlite = core.database.raw.writer;
    // Two vehicles left in the week without any check, one more earlier in the month.
    for (const [number, deliveredOn, vin] of [
      ['D1', '2026-11-16', 'LSVAA4182E2000001'],
      ['D2', '2026-11-18', 'LSVAA4182E2000002'],
      ['D3', '2026-11-02', 'LSVAA4182E2000003'],
    ] as const)
      await importedOrder(core, {
        number,
        orderedOn: '2026-10-01',
        customerName: '甲',
        model: 'M',
        vin,
        state: 'delivered',
        deliveredOn,
      });
    // Three repairs passed their final check in the week, one of them after a rework; one in the week before.
    const final = async (number: string, finishedOn: string, isReturn: number | null): Promise<number> => {
      const { id } = await importedRepair(core, { number, checkedInOn: finishedOn, customerName: '甲' });
      sqlite
        .prepare(
          `insert into inspection (created_at, updated_at, number, purpose, state, repair_id, checklist_id, edition, round,
          started_on, started_by_id, finished_on, item_count, ng_count) values ('', '', ?, 'final', 'passed', ?, 1, 1, 1, ?, 1, ?, 1, 0)`,
        )
        .run(`Q-${number}`, id, finishedOn, finishedOn);
      sqlite.prepare('update repair set is_return = ? where id = ?').run(isReturn, id);
      return id;
    };
    await final('R1', '2026-11-16', 1);
    await final('R2', '2026-11-17', 0);
    const again = await final('R3', '2026-11-18', null);
    await final('R4', '2026-11-10', 1);
    sqlite
      .prepare(
        `insert into rework (created_at, updated_at, number, repair_id, inspection_id, round, state, reason, raised_on)
        values ('', '', 'F1', ?, 1, 1, 'done', '异响', '2026-11-17')`,
      )
      .run(again);
    for (const receivedOn of ['2026-11-10', '2026-11-10', '2026-11-17', '2026-11-18'])
      await client.complaint.create({ values: newComplaint({ receivedOn }) });
    sqlite.exec(
      `update complaint set state = 'closed', closed_on = '2026-11-16' where id = 1;
       update complaint set state = 'closed', closed_on = '2026-11-15' where id = 2`,
    );

    // Parts of three lines in the week, 300.00 in all and 180.00 of it original; one more line earlier in the month.
    const part = sqlite.prepare(
      `insert into repair_part (created_at, updated_at, repair_id, name, quantity_hundredths, amount_fen, origin,
        allowed_reason, allowed_by_id, allowed_on, allowed_for) values ('', '', ?, ?, 100, ?, ?, ?, ?, ?, ?)`,
    );
    part.run(1, '机油滤芯', 18_000, 'original', null, null, null, null);
    part.run(
      1,
      '刹车片',
      7000,
      'equivalent',
      '原厂缺货，客户同意',
      1,
      '2026-11-16',
      'equivalent||刹车片||100',
    );
    part.run(2, '雨刮片', 5000, 'unknown', null, null, null, null);
    part.run(4, '空气滤芯', 10_000, 'original', null, null, null, null);

    const { quality, version } = await client.meeting.pack({ week: '2026-W47' });
    expect(version).toBe(4);
    expect(quality).toMatchObject({
      coverage: {
        week: { counted: 2, good: 0, basisPoints: 0 },
        monthToDate: { counted: 3, good: 0, basisPoints: 0 },
      },
      firstPass: {
        week: { counted: 3, good: 2, basisPoints: 6666 },
        monthToDate: { counted: 4, good: 3, basisPoints: 7500 },
      },
      openComplaints: { value: 2 },
      returns: { value: 1 },
      origins: {
        week: {
          byCount: { counted: 3, good: 1, basisPoints: 3333 },
          byValue: { counted: 30_000, good: 18_000, basisPoints: 6000 },
        },
        monthToDate: {
          byCount: { counted: 4, good: 2, basisPoints: 5000 },
          byValue: { counted: 40_000, good: 28_000, basisPoints: 7000 },
        },
        exceptionCount: 2,
        exceptions: [
          {
            repairId: 1,
            repairNumber: 'R1',
            name: '刹车片',
            origin: 'equivalent',
            amountFen: 7000,
            reason: '原厂缺货，客户同意',
            allowedByName: '王总',
          },
          {
            repairId: 2,
            repairNumber: 'R2',
            name: '雨刮片',
            amountFen: 5000,
            reason: null,
            allowedByName: null,
          },
        ],
      },
    });
    // The Sunday before: one complaint was closed on that very day, one a day later; only R4 had come back.
    const before = (await client.meeting.pack({ week: '2026-W46' })).quality;
    expect(before).toMatchObject({
      coverage: { week: { counted: 0, basisPoints: null } },
      openComplaints: { value: 1 },
      returns: { value: 1 },
      origins: { week: { byCount: { counted: 1, basisPoints: 10_000 } }, exceptionCount: 0, exceptions: [] },
    });
    for (const [path, figure] of [...figuresOf(quality), ...figuresOf(before)])
      expect([path, await listSum(client, figure.drill)]).toEqual([path, figure.value]);
  },
);

it('minutes print the rates rounded down, and nothing where an older program left none', async () => {
  const core = await openTestCore();
  const { client } = await ownerWindow(core, 'port');
  const { id } = await client.meeting.open({ week: '2026-W47' });
  const { content } = await client.meeting.get({ id });
  const rate = { counted: 10_000, good: 9999, basisPoints: 9999 };
  const none = { counted: 0, good: 0, basisPoints: null };
  const drill = { feature: 'complaint', measure: 'rows', filters: [] };
  const quality = {
    coverage: { week: rate, monthToDate: none },
    firstPass: { week: none, monthToDate: rate },
    openComplaints: { value: 3, missing: null, drill },
    returns: { value: null, missing: 'never-supplied' as const, drill },
    origins: {
      week: { byCount: rate, byValue: { counted: 123_456, good: 100_000, basisPoints: 8100 } },
      monthToDate: { byCount: none, byValue: none },
      exceptionCount: 60,
      exceptions: [
        {
          partId: 1,
          repairId: 1,
          repairNumber: 'R1',
          name: '刹车片',
          origin: 'equivalent' as const,
          amountFen: 7000,
          reason: null,
          allowedByName: null,
        },
      ],
    },
  };
  const printed = (pack: typeof content.pack) => qualityBlocks({ ...content, pack }, paper('zh-CN'));
  expect(printed({ ...content.pack, quality })).toMatchObject([
    { kind: 'heading', text: '质量' },
    {
      items: [
        { name: '三检覆盖率', value: '99.9%', note: '9,999 / 10,000 · 本月累计 —', tone: 'warning' },
        { name: '维修一次合格率', value: { text: '—' }, note: '0 / 0 · 本月累计 99.9%', tone: 'normal' },
        { value: '3' },
        { value: { missing: true } },
      ],
    },
    {
      items: [
        { name: '原厂配件率（行数）', value: '99.9%', note: '9,999 / 10,000 · 本月累计 —' },
        { name: '原厂配件率（金额）', value: '81.0%', note: '¥1,000.00 / ¥1,234.56 · 本月累计 —' },
        { name: '非原厂配件', value: '60', tone: 'warning' },
      ],
    },
    { rows: [{ cells: ['R1', '刹车片', '质量相当配件', '¥70.00', { text: '未放行' }, ''] }] },
    { texts: ['另有 59 项，见质量分析'] },
  ]);
  // Minutes of an older program tell quality without original parts.
  expect(printed({ ...content.pack, quality: { ...quality, origins: null } })).toHaveLength(2);
  expect(printed({ ...content.pack, quality: null })).toEqual([]);
});
