import { describe, expect, it } from 'vitest';
import { closingFigure } from '#shared/text/closing-figure.ts';

describe('a figure with its unit', () => {
  it.each([
    [1, 'vehicles', '1 vehicle'],
    [1, 'policies', '1 policy'],
    [1, 'boxes', '1 box'],
    [1, 'times', '1 time'],
    [1, 'glass', '1 glass'],
    [21, 'vehicles', '21 vehicles'],
    [0, 'vehicles', '0 vehicles'],
    [1, '', '1'],
  ])('is said in English: %i %s', (value, en, said) => {
    expect(closingFigure(value, { unit: 'count', unitName: { 'zh-CN': '台', en } }, 'en')).toBe(said);
  });

  it('has one form in Chinese', () => {
    expect(closingFigure(1, { unit: 'count', unitName: { 'zh-CN': '台', en: 'vehicles' } }, 'zh-CN')).toBe(
      '1 台',
    );
  });
});
