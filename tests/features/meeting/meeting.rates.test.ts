import { describe, expect, it } from 'vitest';
import { progressBlocks } from '#electron/features/meeting/meeting.progress-report.ts';
import { paper } from '#electron/features/meeting/meeting.paper.ts';
import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import type { Figure, ProgressLine } from '#shared/features/meeting/meeting.pack.ts';
import { passedOf, passedShare, rateTone } from '#shared/features/meeting/meeting.rates.ts';
import { packDays } from '#shared/features/meeting/meeting.rules.ts';

describe('完成率 by the days that passed', () => {
  it.each([
    ['before it begins', '2026-11-15', 0],
    ['the first day counts', '2026-11-16', 1 / 7],
    ['Wednesday', '2026-11-18', 3 / 7],
    ['the last day', '2026-11-22', 1],
    ['long after', '2026-12-31', 1],
  ])('%s', (_when, day, share) => {
    expect(passedShare('2026-11-16', '2026-11-22', day)).toBe(share);
  });

  it.each([
    [10_000, 0.1, 'met'],
    [5_000, 0.5, 'onTrack'],
    [4_999, 0.5, 'near'],
    [4_500, 0.5, 'near'],
    [4_499, 0.5, 'behind'],
    // At the end of the period only the goal counts.
    [9_999, 1, 'near'],
    [8_999, 1, 'behind'],
  ] as const)('%d basis points at %d of the period are %s', (rate, passed, tone) => {
    expect(rateTone(rate, passed)).toBe(tone);
  });

  it('week and month of a pack have their own shares', () => {
    expect(passedOf(packDays('2026-W47', '2026-11-18'))).toEqual({ week: 3 / 7, month: 18 / 30 });
  });
});

describe('on paper', () => {
  const one: Figure = { value: 1, missing: null, drill: { feature: 'order', filters: [], measure: 'count' } };
  const line = (weekRate: number, monthRate: number): ProgressLine => ({
    indicator: 'orders',
    unit: 'count',
    week: one,
    monthToDate: one,
    sameWeekLastYear: one,
    weekGoal: 2,
    monthGoal: 2,
    weekRate,
    monthRate,
    dataUpTo: null,
    series: [],
  });
  const blocksOf = (progress: ProgressLine[], today: string) => {
    const content = { comments: {}, pack: { progress, days: packDays('2026-W47', today) } };
    // Of the minutes only these two are read for this part.
    return progressBlocks(content as unknown as MeetingContent, paper('zh-CN'));
  };

  it.each([
    ['on Wednesday half of the goal is on its way', '2026-11-18', 5_000, 'normal'],
    ['on Sunday it is behind', '2026-11-22', 5_000, 'warning'],
    ['what is met is met on any day', '2026-11-16', 10_000, 'good'],
  ])('%s', (_what, today, rate, tone) => {
    const [, figures, table] = blocksOf([line(rate, 10_000)], today);
    expect(figures).toMatchObject({ kind: 'keyFigures', items: [{ tone }] });
    const cell = table?.kind === 'table' ? table.rows[0]?.cells[3] : undefined;
    expect(cell).toEqual({ text: `${(rate / 100).toFixed(1)}%`, tone });
  });
});
