import { describe, expect, it } from 'vitest';
import { chartSvg } from '#electron/reports/chart-svg.ts';
import { grouped } from '#electron/reports/svg-text.ts';
import type { PrintChart } from '#shared/kernel/print-document.ts';

const size = { widthMm: 100, heightMm: 50 };
const draw = (chart: PrintChart): string => chartSvg(chart, size);
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');

describe('a chart on paper', () => {
  it('names its axis, categories, values and series', () => {
    const texts = textsOf(
      draw({
        categories: ['甲周', '乙周'],
        unit: '万元',
        showValues: true,
        series: [
          { name: '订单', kind: 'bar', values: [3, 1234.5] },
          { name: '目标', kind: 'line', values: [4, 4] },
        ],
      }),
    );
    for (const text of ['甲周', '乙周', '万元', '订单', '目标', '3', '1,234.5', '0', '500', '1,500'])
      expect(texts).toContain(text);
  });

  it('draws no bar, no dot and no line where nothing was supplied', () => {
    const svg = draw({
      categories: ['甲', '乙', '丙'],
      series: [
        { name: '柱', kind: 'bar', values: [1, null, 2] },
        { name: '线', kind: 'line', values: [1, null, 2] },
      ],
    });
    const [bars = ''] = svg.match(/<path d="[^"]*z" fill/) ?? [];
    expect(bars.match(/z/g)).toHaveLength(2);
    // The line begins anew after the gap, and the legend has a dot of its own.
    const [line = ''] = svg.match(/<path d="[^"]*" stroke="#c26a2d" stroke-width="1.05"/) ?? [];
    expect(line.match(/M/g)).toHaveLength(2);
    expect(line).not.toContain('L');
    expect(svg.match(/<circle/g)).toHaveLength(3);
  });

  it('bars below zero hang from the zero line', () => {
    const svg = draw({ categories: ['甲', '乙'], series: [{ name: '净', kind: 'bar', values: [-5, 5] }] });
    const [, below, above] = /<path d="M\S+ (\S+?)V(\S+?)h/.exec(svg) ?? [];
    expect(Number(above)).toBeGreaterThan(Number(below));
  });

  it('sets the legend from its end, so that no name is cut off at the edge', () => {
    const svg = draw({
      categories: ['W47'],
      series: ['Orders', 'Week goal'].map((name) => ({ name, kind: 'bar' as const, values: [1] })),
    });
    const [, width] = /viewBox="0 0 (\S+) /.exec(svg) ?? [];
    const [goal = ''] = svg.match(/<text[^>]*>Week goal</) ?? [];
    expect(goal).toContain(`x="${width}"`);
    expect(goal).toContain('text-anchor="end"');
  });

  it('leaves out category names that would touch', () => {
    const categories = Array.from({ length: 31 }, (_, index) => `十一月${index + 1}日`);
    const texts = textsOf(
      draw({ categories, series: [{ name: '数', kind: 'line', values: categories.map(() => 1) }] }),
    );
    const named = texts.filter((text) => text.startsWith('十一月'));
    expect(named.length).toBeLessThan(9);
    expect(named[0]).toBe('十一月1日');
  });

  it('holds what people typed as text', () => {
    const svg = draw({
      categories: ['<script>&"\u0000'],
      unit: '</svg>',
      series: [{ name: '"><image href="file:///etc/passwd"/>', kind: 'bar', values: [1] }],
    });
    expect(svg).not.toMatch(/<script|<image/);
    expect(svg).not.toContain('\u0000');
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });
});

it.each([
  [0, '0'],
  [999, '999'],
  [-1000, '-1,000'],
  [1234567.25, '1,234,567.25'],
])('%d is written %s', (value, expected) => {
  expect(grouped(value)).toBe(expected);
});
