import { array, assert, constantFrom, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planColumns } from '#electron/reports/docx-grid.ts';
import type { PrintColumn, PrintRow } from '#shared/kernel/print-document.ts';

const labels = { page: '', none: '无', notSupplied: '未提供', auditCode: '' };
const rows = (...cells: string[][]): PrintRow[] => cells.map((row) => ({ cells: row }));
const right = (title: string, width: number | 'auto' = 1): PrintColumn => ({ title, width, align: 'right' });
const rounded = (values: readonly number[]): number[] => values.map((value) => Math.round(value));

describe('columns of a Word table', () => {
  it('shares fill what automatic columns leave', () => {
    const columns: PrintColumn[] = [
      { title: '编号', width: 'auto' },
      { title: '内容', width: 3 },
      { title: '原因', width: 1 },
    ];
    const { percents, size } = planColumns(columns, rows(['2026-118', '长'.repeat(80), '短']), labels);
    // Eight letters and three of space, of 96 to the line.
    expect(rounded(percents)).toEqual([11, 66, 22]);
    expect(size).toBe(1);
  });

  it('a figure never breaks while words beside it can wrap', () => {
    const columns: PrintColumn[] = [{ title: '说明', width: 8 }, right('金额')];
    const { percents } = planColumns(columns, rows(['很长的说明'.repeat(30), '¥2,056,783.50']), labels);
    expect(percents[1]).toBeGreaterThanOrEqual(((13 + 3) * 100) / 96);
  });

  it('letters become smaller where the figures of a row do not fit', () => {
    const columns = [right('指标', 'auto'), ...Array.from({ length: 7 }, (_, index) => right(`列${index}`))];
    const { percents, size } = planColumns(
      columns,
      rows(['入厂台次 (台次)', ...Array.from({ length: 7 }, () => '¥2,056,783.50')]),
      labels,
    );
    expect(size).toBeGreaterThan(0.75);
    expect(size).toBeLessThan(0.85);
    expect(Math.min(...percents)).toBeGreaterThan(10);
  });

  it('whatever stands in them, they fill the page and none vanishes', () => {
    const column = record({
      title: string({ maxLength: 12 }),
      width: constantFrom<number | 'auto'>('auto', 0.5, 1, 4),
      align: constantFrom('left' as const, 'right' as const),
    });
    assert(
      property(
        array(column, { minLength: 1, maxLength: 9 }),
        array(array(string({ maxLength: 40 }))),
        (columns, cells) => {
          const { percents, size } = planColumns(columns, rows(...cells), labels);
          expect(percents.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 6);
          expect(Math.min(...percents)).toBeGreaterThan(1);
          expect(size).toBeGreaterThan(0.7);
        },
      ),
    );
  });
});
