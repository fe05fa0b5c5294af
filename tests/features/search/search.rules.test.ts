import { describe, expect, it } from 'vitest';
import { matchOf } from '#shared/features/search/search.rules.ts';

const audit = { names: ['操作记录', 'Audit trail'], readings: ['caozuojilu', 'czjl'] };

describe('matchOf', () => {
  it.each([
    ['', 1],
    ['   ', 1],
    ['操作记录', 9],
    ['操作', 8],
    ['记录', 6],
    ['录', 6],
    ['AUDIT', 8],
    ['trail', 7],
    ['rai', 6],
    ['ＡＵＤＩＴ', 8], // full width
    ['czjl', 5],
    ['caozuojilu', 5],
    ['czj', 4],
    ['caozuo', 4],
    ['cao zuo', 4],
    ['jl', 0],
    ['备份', 0],
    ['3456', 0],
  ])('%j → %i', (typed, match) => {
    expect(matchOf(typed, audit)).toBe(match);
  });

  it('prefers the language over pinyin, and initials of another page do not win', () => {
    const names = [audit, { names: ['采购', 'Purchase'], readings: ['caigou', 'cg'] }];
    expect(names.map((one) => matchOf('cai', one))).toEqual([0, 4]);
  });
});
