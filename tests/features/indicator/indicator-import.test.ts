import { expect, it } from 'vitest';
import { departmentRecord } from '#electron/features/department/department.record.ts';
import { departmentFields } from '#shared/features/department/department.fields.ts';
import type { ImportCounts } from '#shared/features/import/import.contract.ts';
import { indicatorFields } from '#shared/features/indicator/indicator.fields.ts';
import { figureOfCell, periodTyped } from '#shared/features/indicator/indicator-typing.rules.ts';
import { openTestCore, ownerWindow, type Window } from '#tests/support/core.ts';
import { addRecords } from '#tests/support/filled-store.ts';
import { jobEnd } from '#tests/support/jobs.ts';
import { newValues } from '#tests/support/records.ts';

const csv = (...lines: string[]): File => new File([lines.join('\n')], '填报.csv');

/** Imports a file whose kind is guessed: [create, update, unchanged, refused], and which column of which row is wrong. */
async function go(window: Window, file: File, what: 'preview' | 'run' = 'run') {
  const { fileId } = await window.client.import.upload({ file });
  const { kind } = await window.client.import.look({ fileId });
  expect(kind).toBe('indicatorEntry');
  const job = await jobEnd(window, (await window.client.import[what]({ fileId, reading: {} })).jobId);
  expect(job).toMatchObject({ state: 'done' });
  const { create, update, unchanged, refused } = (job.result as { counts: ImportCounts }).counts;
  const { rows } = await window.client.import.previewRows({ fileId });
  const kept = rows
    .filter(({ verdict }) => verdict === 'refused')
    .map(({ row, problems }) => [row, problems[0]?.column, problems[0]?.code]);
  return { counts: [create, update, unchanged, refused], kept };
}

const entriesOf = async (window: Window) =>
  (await window.client.indicatorEntry.list({ sort: [{ field: 'id', descending: false }] })).rows.map(
    ({ indicator, period, level, value, late }) => [indicator, period, level, value, late],
  );

it('typed figures come in by row with day, week or month, once each, with wrong rows told beside the column, and go back', async () => {
  const core = await openTestCore();
  const window = await ownerWindow(core, 'port');
  await addRecords(core, departmentRecord, [newValues(departmentFields, { name: '销售部' })]);
  await window.client.indicator.create({
    values: newValues(indicatorFields, {
      name: '来店批次',
      way: 'flow',
      source: '本店',
      validFrom: '2026-01-01',
    }),
  });
  const file = csv(
    '指标,日期,周,月份,数值,部门,说明',
    '配件成本,,,2026年10月,"12,345.60",,十月账',
    'Cost of parts,,,2026-11,9000,,',
    '来店批次,2026-11-17,,,12,,',
    '来店批次,,2026年第47周,,60,,',
    '来店批次,,,10月,60,,',
    '来店批次,2026-11-19,,,12,,',
    '订单台数,,,2026-10,5,,',
    '没有的,,,2026-10,5,,',
    '来店批次,,,2026-10,3,维修部,',
    '来店批次,,,2026-10,三,销售部,',
    '来店批次,,,2026-10,300,销售部,',
    '来店批次,,,2025-12,300,,',
  );
  const kept = [
    [6, 3, 'entry-year-missing'],
    [7, 1, 'entry-future'],
    [8, 0, 'entry-not-typed'],
    [9, 0, 'entry-no-indicator'],
    [10, 5, 'entry-no-department'],
    [11, 4, 'not-a-number'],
    [13, 0, 'entry-no-indicator'], // it holds from 2026 on
  ];
  expect(await go(window, file, 'preview')).toEqual({ counts: [5, 0, 0, 7], kept });
  expect(await entriesOf(window)).toEqual([]); // nothing half-written
  expect(await go(window, file)).toEqual({ counts: [5, 0, 0, 7], kept });
  expect(await entriesOf(window)).toEqual([
    ['partsCost', '2026-10', 'store', 1_234_560, true], // due on the fifth working day of November
    ['partsCost', '2026-11', 'store', 900_000, false],
    ['own1', '2026-11-17', 'store', 12, false],
    ['own1', '2026-W47', 'store', 60, false],
    ['own1', '2026-10', 'department', 300, true],
  ]);
  expect((await go(window, file)).counts).toEqual([0, 0, 5, 7]);
  // A corrected figure keeps when it was first told, and goes back to what it was.
  expect((await go(window, csv('指标,期间,数值', '配件成本,2026-10,100.00'))).counts).toEqual([0, 1, 0, 0]);
  expect((await entriesOf(window))[0]).toEqual(['partsCost', '2026-10', 'store', 10_000, true]);
  const { rows } = await window.client.import.list({});
  for (const [id, undone] of [
    [rows[0]?.id, 1],
    [rows.at(-1)?.id, 5],
  ] as const) {
    const job = await jobEnd(window, (await window.client.import.undo({ id: id ?? 0 })).jobId);
    expect(job.result).toEqual({ undone, keptBecauseEdited: 0, failed: 0 });
  }
  expect(await entriesOf(window)).toEqual([]);
});

it('typed figures come in by a column for each month; a row with one wrong month leaves nothing of it', async () => {
  const window = await ownerWindow(await openTestCore(), 'port');
  const file = csv(
    '指标名称,年份,1月,2月,十月,12月',
    '到期保单,2026,10,20,30,',
    '本店续保,2026年,5,x,15,',
    '零件需求行数,2026,1,,,4',
    '零件满足行数,,1,,,',
  );
  expect(await go(window, file)).toEqual({
    counts: [1, 0, 0, 3],
    kept: [
      [3, 3, 'not-a-number'],
      [4, 5, 'entry-future'],
      [5, 2, 'entry-year-missing'],
    ],
  });
  expect((await entriesOf(window)).map(([key, period, , value]) => [key, period, value])).toEqual([
    ['policiesExpired', '2026-01', 10],
    ['policiesExpired', '2026-02', 20],
    ['policiesExpired', '2026-10', 30],
  ]);
});

it('typed figures go out with names and units, and the file comes in again unchanged', async () => {
  const window = await ownerWindow(await openTestCore(), 'port');
  await window.client.indicator.create({
    values: newValues(indicatorFields, {
      name: '满意度',
      unit: 'basisPoints',
      way: 'state',
      source: '本店',
      validFrom: '2026-01-01',
    }),
  });
  const file = csv('指标,期间,数值,说明', '配件成本,2026-10,"12,345.60",十月账', '满意度,2026-10,0.5%,');
  expect((await go(window, file)).counts).toEqual([2, 0, 0, 0]);
  const { jobId } = await window.client.export.start({
    feature: 'indicatorEntry',
    list: { sort: [{ field: 'id', descending: false }] },
    columns: ['indicator', 'period', 'value', 'note', 'late'],
    format: 'csv',
  });
  await jobEnd(window, jobId);
  const out = await window.client.job.file({ id: jobId });
  const lines = new TextDecoder()
    .decode(await out.arrayBuffer())
    .replace('\uFEFF', '')
    .trim()
    .split(/\r?\n/u);
  expect(lines.slice(1)).toEqual(['配件成本,2026-10,12345.6,十月账,是', '满意度,2026-10,0.5%,,是']);
  expect(await go(window, csv(...lines))).toEqual({ counts: [0, 0, 2, 0], kept: [] });
});

it.each([
  ['2026-11-18', undefined, undefined, '2026-11-18'],
  ['2026年11月18日', undefined, undefined, '2026-11-18'],
  ['2026/11/1', 'month', undefined, '2026-11'],
  ['2026-11-18', 'week', undefined, '2026-W47'],
  ['2026年11月', undefined, undefined, '2026-11'],
  ['2026/11', 'month', undefined, '2026-11'],
  ['202611', undefined, undefined, '2026-11'],
  ['11月份', undefined, 2026, '2026-11'],
  ['11', 'month', 2026, '2026-11'],
  ['2026年第7周', undefined, undefined, '2026-W07'],
  ['w7', undefined, 2026, '2026-W07'],
  ['2026年第四季度', undefined, undefined, '2026-Q4'],
  ['Q4', undefined, 2026, '2026-Q4'],
  ['2026年', undefined, undefined, '2026'],
  ['11月', undefined, undefined, 'entry-year-missing'],
  ['11', undefined, 2026, 'not-a-period'],
  ['2026-13', undefined, undefined, 'not-a-period'],
  ['2025年第53周', undefined, undefined, 'not-a-period'],
  ['2026年第7周', 'month', undefined, 'not-a-period'],
  ['2026年11月', 'day', undefined, 'not-a-period'],
  ['2026/11/1', 'day', undefined, '2026-11-01'],
  ['昨天', undefined, undefined, 'not-a-period'],
] as const)('the period %s in a column of %s with the year %s is %s', (text, as, year, expected) => {
  const found = periodTyped(text, as, year);
  expect('period' in found ? found.period : found.problem).toBe(expected);
});

it.each([
  ['83.4%', 'basisPoints', 8_340],
  ['83.4', 'basisPoints', 8_340],
  ['0.834', 'basisPoints', 'rate-unclear'],
  ['1', 'basisPoints', 'rate-unclear'],
  ['0.5%', 'basisPoints', 50],
  ['0', 'basisPoints', 0],
  ['¥1,234.50', 'fen', 123_450],
  ['1.2万', 'fen', 1_200_000],
  ['-3', 'fen', -300],
  ['1.005', 'fen', 'not-whole-fen'],
  ['-3', 'count', 'too-small'],
  ['3.5', 'count', 'not-a-number'],
  ['3.25', 'hundredths', 325],
] as const)('the cell %s of %s is %s', (text, unit, expected) => {
  const found = figureOfCell(text, unit);
  expect('value' in found ? found.value : found.problem).toBe(expected);
});
