import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDayText, parseInstantText } from '#shared/kernel/date-text.ts';
import { excelSerialOfDay } from '#shared/kernel/day.ts';
import { referenceDay } from './reference-calendar.ts';

describe('parseDayText', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['2026-03-05 08:30', '2026-03-05'],
    ['2026-03-05 08:30:15', '2026-03-05'],
    ['2026-03-05 08:30:15.0', '2026-03-05'],
    ['2026-03-05T08:30:15', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['20260305 08:30:15', '2026-03-05'],
    ['20260305083015', '2026-03-05'],
    ['2026/03/05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026/3/5 0:00:00', '2026-03-05'],
    ['2026.03.05', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026-3-5', '2026-03-05'],
    ['2026-12-5', '2026-12-05'],
    ['2026-03', '2026-03-01'],
    ['2026-3', '2026-03-01'],
    ['2026/03', '2026-03-01'],
    ['2026.03', '2026-03-01'],
    ['2026.3', undefined],
    ['202603', '2026-03-01'],
    ['260305', '2026-03-05'],
    ['500101', '1950-01-01'],
    ['991231', '1999-12-31'],
    ['491231', '2049-12-31'],
    ['2026年3月5日', '2026-03-05'],
    ['2026年03月05日', '2026-03-05'],
    ['2026年3月5号', '2026-03-05'],
    ['2026年3月5', '2026-03-05'],
    ['2026年 3月 5日', '2026-03-05'],
    ['2026年3月5日 8:30', '2026-03-05'],
    ['2026年3月5日8时30分', '2026-03-05'],
    ['2026年3月', '2026-03-01'],
    ['46086', '2026-03-05'],
    ['46086.5', '2026-03-05'],
    ['18264', '1950-01-01'],
    ['18263', undefined],
    ['73415', '2100-12-31'],
    ['73416', undefined],
    ['２０２６－０３－０５', '2026-03-05'],
    ['２０２６年３月５日', '2026-03-05'],
    ["'2026-03-05", '2026-03-05'],
    ['  2026-03-05  ', '2026-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['20240229', '2024-02-29'],
    ['240229', '2024-02-29'],
    ['2023-02-29', undefined],
    ['20230229', undefined],
    ['230229', undefined],
    ['2023年2月29日', undefined],
    ['2100-02-29', undefined],
    ['2026-04-31', undefined],
    ['2026-13-01', undefined],
    ['2026-00-01', undefined],
    ['2026-01-00', undefined],
    ['0000-00-00', undefined],
    ['1949-12-31', undefined],
    ['1950-01-01', '1950-01-01'],
    ['2100-12-31', '2100-12-31'],
    ['2101-01-01', undefined],
    ['1900-01-01', undefined],
    ['03/05/2026', undefined],
    ['5-3-2026', undefined],
    ['26-03-05', undefined],
    ['2026-03/05', undefined],
    ['2026-03-05x', undefined],
    ['2026-03-05 明天', undefined],
    ['2026-03-05 8', undefined],
    ['2026-03-05 08:', undefined],
    ['2026-03-05 08:30:15Z', undefined],
    ['2026-03-', undefined],
    ['2026-', undefined],
    ['2026年', undefined],
    ['2026年3', undefined],
    ['2026', undefined],
    ['2026-003-05', undefined],
    ['2026-03-005', undefined],
    ['46086.', undefined],
    ['46086.5a', undefined],
    ['1234567', undefined],
    ['13812345678', undefined],
    ['合计', undefined],
    ['-', undefined],
    ['', undefined],
    [' ', undefined],
  ])('%j → %s', (text, expected) => expect(parseDayText(text)).toBe(expected));

  it('six digits that mean both are read as the column says', () => {
    expect(parseDayText('201203')).toBe('2012-03-01');
    expect(parseDayText('201203', 'yyMMdd')).toBe('2020-12-03');
    expect(parseDayText('202603', 'yyMMdd')).toBe('2026-03-01');
    expect(parseDayText('260305', 'yyMMdd')).toBe('2026-03-05');
  });

  it('every day comes back from every spelling', () => {
    const day = fc.integer({ min: -7305, max: 47_846 }).map((number) => referenceDay(number * 86_400_000));
    fc.assert(
      fc.property(day, (text) => {
        const [year = '', month = '', date = ''] = text.split('-');
        const short = [year, Number(month), Number(date)];
        const spellings = [
          text,
          `${text} 23:59:59`,
          `${text} 23:59`,
          year + month + date,
          `${year}/${month}/${date}`,
          `${year}.${month}.${date}`,
          short.join('-'),
          short.join('/'),
          short.join('.'),
          `${year}年${month}月${date}日`,
          `${year}年${Number(month)}月${Number(date)}日`,
          String(excelSerialOfDay(text, '1900')),
          Array.from(text)
            .map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
            .join(''),
        ];
        expect(spellings.map((spelling) => parseDayText(spelling))).toEqual(spellings.map(() => text));
        expect(parseDayText(`${year}-${month}`)).toBe(`${year}-${month}-01`);
        expect(parseDayText(year + month)).toBe(`${year}-${month}-01`);
        if (year < '2050') expect(parseDayText(year.slice(2) + month + date, 'yyMMdd')).toBe(text);
      }),
    );
  });

  it('gives a real day of 1950–2100 or nothing, whatever the text', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789-/.: 年月日T'.split('')), maxLength: 22 });
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), near),
        fc.constantFrom('', '2026-', '2026', '2026年'),
        (text, start) => {
          const day = parseDayText(start + text);
          if (day !== undefined) expect(referenceDay(Date.parse(`${day}T00:00:00Z`))).toBe(day);
          if (day !== undefined) expect(day >= '1950-01-01' && day <= '2100-12-31').toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('parseInstantText', () => {
  it.each([
    ['2026-03-05', { day: '2026-03-05' }],
    ['2026-03-05 08:30', { day: '2026-03-05', time: '08:30:00' }],
    ['2026-03-05 8:30:15', { day: '2026-03-05', time: '08:30:15' }],
    ['2026-03-05 08:30:15.123', { day: '2026-03-05', time: '08:30:15' }],
    ['2026/3/5 0:00', { day: '2026-03-05', time: '00:00:00' }],
    ['20260305 23:59:59', { day: '2026-03-05', time: '23:59:59' }],
    ['20260305235959', { day: '2026-03-05', time: '23:59:59' }],
    ['2026年3月5日 14时30分', { day: '2026-03-05', time: '14:30:00' }],
    ['2026年3月5日14时30分5秒', { day: '2026-03-05', time: '14:30:05' }],
    ['２０２６－０３－０５　０８：３０', { day: '2026-03-05', time: '08:30:00' }],
    ['46086.5', { day: '2026-03-05', time: '12:00:00' }],
    ['46086.354166666664', { day: '2026-03-05', time: '08:30:00' }],
    ['46086.999999', { day: '2026-03-06', time: '00:00:00' }],
    ['46086', { day: '2026-03-05' }],
    ['2026-03-05 24:00', { day: '2026-03-05' }],
    ['2026-03-05 12:60:00', { day: '2026-03-05' }],
    ['2026-02-30 12:00', undefined],
    ['12:30', undefined],
  ])('%s → %j', (text, expected) => expect(parseInstantText(text)).toEqual(expected));
});
