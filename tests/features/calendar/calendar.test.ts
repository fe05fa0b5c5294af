import { describe, expect, it } from 'vitest';
import { daysNamedIn, yearNamedIn } from '#shared/features/calendar/calendar.rules.ts';
import { calendarDayFields } from '#shared/features/calendar/calendar.fields.ts';
import { addWorkingDays, workingDaysBetween } from '#shared/kernel/working-day.ts';
import { readWorkCalendar } from '#electron/features/calendar/calendar.repository.ts';
import type { ImportCounts } from '#shared/features/import/import.contract.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Window } from '#tests/support/core.ts';
import { jobEnd } from '#tests/support/jobs.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

describe('days as a published plan names them', () => {
  it.each([
    ['2026-10-01', undefined, ['2026-10-01']],
    ['2026年10月1日', undefined, ['2026-10-01']],
    ['20261001', undefined, ['2026-10-01']],
    ['2026/10/1', undefined, ['2026-10-01']],
    ['10月1日', 2026, ['2026-10-01']],
    ['10.1', 2026, ['2026-10-01']],
    ['１月３１日', 2027, ['2027-01-31']],
    ['10月1日至3日', 2026, ['2026-10-01', '2026-10-02', '2026-10-03']],
    ['10月1日（周四）至3日（周六）放假调休，共3天', 2026, ['2026-10-01', '2026-10-02', '2026-10-03']],
    ['2026-10-01~2026-10-02', undefined, ['2026-10-01', '2026-10-02']],
    ['2026年2月27日—3月1日', undefined, ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['2月14日(周六)、2月28日(周六)上班', 2026, ['2026-02-14', '2026-02-28']],
    ['2月14日、28日', 2026, ['2026-02-14', '2026-02-28']],
    ['12月31日至1月2日', 2026, ['2026-12-31', '2027-01-01', '2027-01-02']], // over New Year
    ['2月28日至3月1日', 2028, ['2028-02-28', '2028-02-29', '2028-03-01']], // leap day
  ])('%s (%s): %j', (text, year, days) => expect(daysNamedIn(text, year)).toEqual({ days }));

  it.each([
    ['10月1日', undefined, 'calendar-year-missing'],
    ['2月29日', 2026, 'not-a-day'],
    ['2月29日至3月1日', 2027, 'not-a-day'],
    ['国庆', 2026, 'not-a-day'],
    ['10月1日左右', 2026, 'not-a-day'],
    ['第3周', 2026, 'not-a-day'],
    ['7日', 2026, 'not-a-day'],
    ['10月1日至12月1日', 2026, 'calendar-range'],
    ['2026-10-07至2026-10-01', undefined, 'calendar-range'],
    ['', 2026, 'not-a-day'],
  ])('%s (%s): %s', (text, year, problem) => expect(daysNamedIn(text, year)).toEqual({ problem }));

  it.each([
    ['国务院办公厅关于2026年部分节假日安排的通知', 2026],
    ['国办发明电〔2025〕7号', undefined],
    ['', undefined],
  ])('%s names %s', (text, year) => expect(yearNamedIn(text)).toBe(year));
});

async function imported(window: Window, name: string, text: string): Promise<ImportCounts> {
  const { fileId } = await window.client.import.upload({ file: new File([text], name) });
  expect((await window.client.import.look({ fileId })).kind).toBe('calendar');
  const { jobId } = await window.client.import.run({ fileId, reading: {} });
  return ((await jobEnd(window, jobId)).result as { counts: ImportCounts }).counts;
}

describe('the shipped calendar', () => {
  it('has the days off and the worked weekends of 2025 and 2026 as they were published', async () => {
    const core = await openTestCore();
    const calendar = await readWorkCalendar(core.database.reader);
    // 365 − 104 weekend days − days off on weekdays + worked weekend days.
    expect(workingDaysBetween('2024-12-31', '2025-12-31', calendar)).toBe(248);
    expect(workingDaysBetween('2025-12-31', '2026-12-31', calendar)).toBe(248);
    expect(addWorkingDays('2026-02-13', 1, calendar)).toBe('2026-02-14'); // Saturday, worked
    expect(addWorkingDays('2026-02-14', 1, calendar)).toBe('2026-02-24');
    expect(addWorkingDays('2025-09-30', 2, calendar)).toBe('2025-10-10');
    expect(addWorkingDays('2025-09-30', 3, calendar)).toBe('2025-10-11');
    const window = await ownerWindow(core, 'port');
    expect(await window.client.calendarDay.years({})).toEqual({ years: [2025, 2026] });
    const shipped = await window.client.calendarDay.list({ pageSize: 200 });
    expect(shipped.total).toBe(72);
    expect(shipped.rows.filter(({ confirmed, source }) => !confirmed || source === null)).toEqual([]);
  });
});

describe.each(carriers)('calendar over %s', (carrier) => {
  it('takes a plan with one row a festival, twice without change, and back', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const plan = [
      '2027年节假日安排',
      '节日,放假时间,调休上班日期,放假天数,年份',
      '元旦,1月1日（周五）至3日（周日）,无,3,2027',
      '春节,"2月5日（周五）至13日（周六）","1月31日（周日）、2月20日（周六）上班",9,2027',
    ].join('\n');
    expect(await imported(window, '2027.csv', plan)).toMatchObject({
      read: 2,
      create: 2,
      records: { calendarDay: { create: 14, update: 0, unchanged: 0 } },
    });
    const found = await window.client.calendarDay.list({
      filters: [{ field: 'day', operator: 'from', value: '2027-01-01' }],
      sort: [{ field: 'day', descending: false }],
      pageSize: 200,
    });
    expect(found.rows.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      ...['01', '02', '03'].map((day) => `2027-01-${day} holiday`),
      '2027-01-31 working',
      ...['05', '06', '07', '08', '09', '10', '11', '12', '13'].map((day) => `2027-02-${day} holiday`),
      '2027-02-20 working',
    ]);
    expect((await window.client.calendarDay.years({})).years).toEqual([2025, 2026, 2027]);
    expect(await imported(window, '2027.csv', plan)).toMatchObject({ create: 0, update: 0, unchanged: 2 });
    const [, first] = (await window.client.import.list({})).rows;
    await jobEnd(window, (await window.client.import.undo({ id: first?.id ?? 0 })).jobId);
    expect((await window.client.calendarDay.years({})).years).toEqual([2025, 2026]);
  });

  it('takes one row a day and refuses what it cannot read, saying why', async () => {
    const window = await ownerWindow(await openTestCore(), carrier);
    const rows = [
      '日期,类型,名称',
      '2027-10-01,放假,国庆节',
      '2027年10月2日至7日,放假,国庆节',
      '2027-10-09,上班,国庆节',
      '10月10日,上班,国庆节',
      '2027-02-30,放假,春节',
      '2027-10-11,半天,国庆节',
    ].join('\n');
    expect(await imported(window, 'days.csv', rows)).toMatchObject({ read: 6, create: 3, refused: 3 });
  });

  it('is changed by owner and manager only, a day once', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const clerk = await personWindow(core, carrier, owner, '小张', ['clerk']);
    const values = newValues(calendarDayFields, { day: '2027-01-01', name: '元旦' });
    expect(await failure(clerk.client.calendarDay.create({ values }))).toEqual({
      code: 'forbidden',
      right: 'rule.write',
    });
    await owner.client.calendarDay.create({ values });
    expect(await failure(owner.client.calendarDay.create({ values }))).toMatchObject({
      issues: [{ field: 'values.day', issue: 'taken' }],
    });
  });
});
