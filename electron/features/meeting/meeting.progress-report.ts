import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import type { ProgressLine } from '#shared/features/meeting/meeting.pack.ts';
import { passedOf, rateTone } from '#shared/features/meeting/meeting.rates.ts';
import type { PrintBlock, PrintRow } from '#shared/kernel/print-document.ts';
import { toneOnPaper, type Paper } from './meeting.paper.ts';
import { right } from './meeting.report-parts.ts';

const mostAsked: readonly string[] = ['orders', 'deliveries', 'serviceRevenue', 'cashIn'];

/** 周完成进度 as printed blocks. */
export function progressBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { text, figure, goal, rate, day } = page;
  const { progress, days } = content.pack;
  const passed = passedOf(days);
  const row = (line: ProgressLine): PrintRow => ({
    cells: [
      // Money says itself what it is; counts name their unit beside the indicator, which leaves room for large sums.
      line.unit === 'fen'
        ? text.indicators[line.indicator]
        : `${text.indicators[line.indicator]} (${text.units[line.indicator]})`,
      figure(line.week, line.unit),
      goal(line.weekGoal, line.unit),
      rate(line.weekRate, passed.week),
      figure(line.monthToDate, line.unit),
      goal(line.monthGoal, line.unit),
      rate(line.monthRate, passed.month),
      figure(line.sameWeekLastYear, line.unit),
    ],
  });
  const comments = progress.flatMap((line) => {
    const comment = content.comments[line.indicator];
    return comment === undefined ? [] : [`${text.indicators[line.indicator]}：${comment}`];
  });
  return [
    { kind: 'heading', level: 1, text: text.parts.progress, note: `${day(days.first)} – ${day(days.last)}` },
    keyFigures(progress, passed.week, page),
    {
      kind: 'table',
      columns: [
        { title: text.columns.indicator, width: 'auto' },
        right(text.columns.week, 1.35),
        right(text.columns.weekGoal, 1.35),
        right(text.columns.weekRate, 'auto'),
        right(text.columns.monthToDate, 1.5),
        right(text.columns.monthGoal, 1.35),
        right(text.columns.monthRate, 'auto'),
        right(text.columns.lastYear, 1.35),
      ],
      rows: progress.map(row),
    },
    ...(comments.length === 0 ? [] : [{ kind: 'paragraphs', texts: comments } satisfies PrintBlock]),
    ...(['orders', 'serviceRevenue'] as const).flatMap((indicator) => seriesChart(progress, indicator, page)),
  ];
}

/** The four figures that everybody asks for first, each against its goal of the week. */
const keyFigures = (
  progress: readonly ProgressLine[],
  passed: number,
  { text, figure, amount, fill }: Paper,
): PrintBlock => ({
  kind: 'keyFigures',
  items: progress
    .filter(({ indicator }) => mostAsked.includes(indicator))
    .map((line) => ({
      name: text.indicators[line.indicator],
      value: figure(line.week, line.unit),
      note:
        line.weekGoal === null
          ? text.labels.noGoal
          : fill(text.labels.goalOf, { value: amount(line.weekGoal, line.unit) }),
      tone: line.weekRate === null ? 'normal' : toneOnPaper[rateTone(line.weekRate, passed)],
    })),
});

/** Twelve weeks of an indicator, money in ten thousands; nothing when no week was supplied. */
function seriesChart(
  progress: readonly ProgressLine[],
  indicator: ProgressLine['indicator'],
  { text, fill, language }: Paper,
): PrintBlock[] {
  const line = progress.find((one) => one.indicator === indicator);
  if (!line || line.series.every((point) => point.value === null)) return [];
  const money = line.unit === 'fen';
  const scaled = (value: number | null): number | null =>
    value === null || !money ? value : Math.round(value / 10_000) / 100;
  const hasGoals = line.series.some((point) => point.goal !== null);
  const name = text.indicators[indicator];
  return [
    {
      kind: 'chart',
      caption: fill(text.captions.series, { name }),
      heightMm: 38,
      chart: {
        categories: line.series.map((point) => point.week.slice(5)),
        unit: money ? (language === 'en' ? '10k CNY' : '万元') : text.units[indicator],
        showValues: true,
        series: [
          { name, kind: 'bar', values: line.series.map((point) => scaled(point.value)) },
          ...(hasGoals
            ? [
                {
                  name: text.columns.weekGoal,
                  kind: 'line' as const,
                  values: line.series.map((point) => scaled(point.goal)),
                },
              ]
            : []),
        ],
      },
    },
  ];
}
