import { describe, expect, it } from 'vitest';
import {
  dayTyped,
  monthTyped,
  instantShown,
  instantTyped,
  moneyToType,
  moneyTyped,
  numberShown,
  numberTyped,
} from '#renderer/components/fields/typing.ts';

const today = '2026-11-18';

describe('a typed day', () => {
  it.each([
    ['20260305', '2026-03-05'],
    ['2026-3-5', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['２０２６－０３－０５', '2026-03-05'],
    ['3/5', '2026-03-05'],
    ['3-5', '2026-03-05'],
    ['3月5日', '2026-03-05'],
    ['0305', '2026-03-05'],
    ['5 Mar 2026', '2026-03-05'],
    ['5 March 2026', '2026-03-05'],
    ['+3', '2026-11-21'],
    ['-18', '2026-10-31'],
    ['今天', '2026-11-18'],
    ['Tomorrow', '2026-11-19'],
    ['2/29', undefined],
    ['20260230', undefined],
    ['46086', undefined],
    ['03/05/2026', undefined],
    ['昨晚', undefined],
  ])('%s → %s', (text, day) => expect(dayTyped(text, today)).toBe(day));
});

describe('a typed instant on the store clock', () => {
  it.each([
    ['2026-03-05 09:30', '2026-03-05T01:30:00.000Z'],
    ['9:30', '2026-11-18T01:30:00.000Z'],
    ['0030', '2026-11-17T16:30:00.000Z'],
    ['24:10', undefined],
    ['2026-03-05', undefined],
    ['soon', undefined],
  ])('%s → %s', (text, iso) => expect(instantTyped(text, today)).toBe(iso));

  it('is shown as it is typed', () => {
    expect(instantShown('2026-11-17T16:30:00.000Z')).toBe('2026-11-18 00:30');
    expect(instantTyped(instantShown('2026-11-17T16:30:00.000Z'), today)).toBe('2026-11-17T16:30:00.000Z');
  });
});

describe('typed money', () => {
  it.each([
    ['1234.5', 123_450],
    ['１２３４．５', 123_450],
    ['1.2万', 1_200_000],
    ['¥1,234.50', 123_450],
    ['12.345', undefined],
    ['abc', undefined],
  ])('%s → %s fen', (text, fen) => expect(moneyTyped(text)).toBe(fen));

  it.each([0, 5, 123_450, 99_999_999_99])('%i fen comes back from the form in which it is typed', (fen) =>
    expect(moneyTyped(moneyToType(fen))).toBe(fen),
  );
});

describe('a typed number', () => {
  it.each([
    ['1.5', 2, 150],
    ['１，２３４', 0, 1234],
    ['1.50', 1, 15],
    ['-3', 0, -3],
    ['1.255', 2, undefined],
    ['1.5', 0, undefined],
    ['', 0, undefined],
    ['1e5', 0, undefined],
  ])('%s with %i decimals → %s', (text, scale, value) => expect(numberTyped(text, scale)).toBe(value));

  it.each([
    [150, 2, false, '1.5'],
    [5, 2, false, '0.05'],
    [3200, 2, false, '32'],
    [-1_234_567, 0, true, '-1,234,567'],
  ])('%i with %i decimals is shown as it is read', (value, scale, grouped, text) => {
    expect(numberShown(value, scale, grouped)).toBe(text);
    expect(numberTyped(text, scale)).toBe(value);
  });
});

describe('monthTyped', () => {
  it.each([
    ['2026-11', '2026-11'],
    ['2026/3', '2026-03'],
    ['202611', '2026-11'],
    ['2026年11月', '2026-11'],
    ['２０２６年１月', '2026-01'],
    ['Nov 2026', '2026-11'],
    ['March 2027', '2027-03'],
    ['11月', '2026-11'],
    ['3', '2026-03'],
    ['2026-11-18', '2026-11'],
    ['13', undefined],
    ['2026-13', undefined],
    ['20261', undefined],
    ['Foo 2026', undefined],
    ['x', undefined],
  ])('%s → %s', (text, month) => expect(monthTyped(text, '2026-11-18')).toBe(month));
});
