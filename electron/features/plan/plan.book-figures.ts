import type {
  PlanContent,
  ClosingLine,
  ClosingOther,
  GoalLine,
} from '#shared/features/plan/plan.contract.ts';
import { shareOf } from '#shared/features/plan/plan.rules.ts';
import type { PrintBlock, PrintCell } from '#shared/kernel/print-document.ts';
import { closingFigure } from '#shared/text/closing-figure.ts';
import { percent } from '../meeting/meeting.paper.ts';
import { right } from './plan.book-columns.ts';
import type { PlanPaper, Unit } from './plan.paper.ts';

/** Closing figures and goals of the book. */

/** Ten thousands of yuan for axes; counts as they are. */
const onAxis = (value: number | null, unit: Unit): number | null =>
  value === null
    ? null
    : unit === 'fen'
      ? Math.round(value / 10_000) / 100
      : unit === 'rate' || unit === 'hundredths'
        ? value / 100
        : value;

/** Growth over the year before, in basis points. */
export const growthOf = ({ value, lastYearToDate }: ClosingLine): number | null => {
  const share = shareOf(value, lastYearToDate);
  return share === null ? null : share - 10_000;
};

function monthChart(
  page: PlanPaper,
  line: { readonly key: string; readonly unit: Unit; readonly months: readonly (number | null)[] },
  year: number,
): PrintBlock {
  const { text, fill } = page;
  const name = page.indicator(line.key);
  return {
    kind: 'chart',
    caption: fill(text.book.ofYear, { year, name }),
    heightMm: 44,
    chart: {
      categories: line.months.map((_, index) => page.month(index)),
      series: [{ name, kind: 'bar', values: line.months.map((value) => onAxis(value, line.unit)) }],
      unit: line.unit === 'fen' ? text.book.thousands : line.unit === 'rate' ? '%' : text.book.units,
      showValues: true,
    },
  };
}

/** Shares, states and days of the library. */
function otherBlocks(
  others: readonly ClosingOther[],
  comments: Readonly<Record<string, string>>,
  { text, language }: PlanPaper,
): PrintBlock[] {
  const { fields } = text;
  const figure = (value: number | null, one: ClosingOther): PrintCell =>
    value === null ? { text: '—', tone: 'muted' } : closingFigure(value, one, language);
  if (others.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: text.sections.others },
    {
      kind: 'table',
      columns: [
        { title: fields.indicator, width: 2 },
        ...[fields.lastYear, fields.goal, fields.actual].map(right),
        { title: fields.comment, width: 3 },
      ],
      rows: others.map((one) => ({
        cells: [
          one.name[language],
          figure(one.lastYear, one),
          figure(one.goal, one),
          figure(one.value, one),
          comments[one.key] ?? '',
        ],
      })),
    },
  ];
}

export function closingBlocks({ closing, parts }: PlanContent, page: PlanPaper): PrintBlock[] {
  const { text, fill, known, rate } = page;
  const { fields } = text;
  const comments = closing.lines.flatMap(({ key }) => {
    const words = parts.closing.comments[key] ?? '';
    return words === '' ? [] : [{ cells: [page.indicator(key), words] }];
  });
  return [
    { kind: 'heading', level: 2, text: text.sections.figures },
    {
      kind: 'table',
      caption: fill(text.ui.closingUntil, { year: closing.year, until: page.day(closing.until) }),
      columns: [
        { title: fields.indicator, width: 1 },
        ...[
          fields.lastYearToDate,
          fields.lastYear,
          fields.goal,
          fields.actual,
          fields.rate,
          fields.growth,
        ].map(right),
      ],
      rows: closing.lines.map((line) => ({
        cells: [
          page.indicator(line.key),
          known(line.lastYearToDate, line.unit),
          known(line.lastYear, line.unit),
          line.goal === null ? { text: '—', tone: 'muted' } : page.amount(line.goal, line.unit),
          known(line.value, line.unit),
          rate(shareOf(line.value, line.goal)),
          rate(growthOf(line)),
        ],
      })),
    },
    {
      kind: 'paragraphs',
      style: 'note',
      texts: [fill(text.book.until, { year: closing.year, until: page.day(closing.until) })],
    },
    ...(comments.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: fields.comment,
            columns: [
              { title: fields.indicator, width: 1 },
              { title: fields.comment, width: 4 },
            ],
            rows: comments,
          },
        ]),
    ...otherBlocks(closing.others, parts.closing.comments, page),
    { kind: 'heading', level: 2, text: text.sections.months },
    ...closing.lines
      .filter(({ value }) => value !== null)
      .map((line) => monthChart(page, line, closing.year)),
  ];
}

const goalRows = (lines: readonly GoalLine[], page: PlanPaper) =>
  lines.map((line) => ({
    cells: [
      page.indicator(line.key),
      line.department ?? page.text.dialogs.wholeStore,
      line.year === null ? { text: '—', tone: 'muted' as const } : page.amount(line.year, line.unit),
    ],
  }));

/** Money of months in ten thousands, so that twelve columns fit the page. */
const inMonth = (value: number | null, unit: Unit): string =>
  value === null
    ? ''
    : unit === 'fen'
      ? (value / 1_000_000).toFixed(1)
      : unit === 'rate'
        ? percent(value)
        : unit === 'hundredths'
          ? (value / 100).toFixed(2)
          : String(value);

export function goalTables(lines: readonly GoalLine[], page: PlanPaper): PrintBlock[] {
  const { text } = page;
  return [
    { kind: 'heading', level: 2, text: text.sections.goalsOfYear },
    {
      kind: 'table',
      columns: [
        { title: text.fields.indicator, width: 2 },
        { title: text.fields.scope, width: 2 },
        right(text.fields.year),
      ],
      rows: goalRows(lines, page),
    },
    { kind: 'heading', level: 2, text: text.sections.byMonth, note: text.book.thousands },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: text.fields.indicator, width: 1 },
        ...Array.from({ length: 12 }, (_, index) => right(page.month(index))),
      ],
      rows: lines.map((line) => ({
        cells: [
          { text: page.indicator(line.key), ...(line.department === null ? {} : { note: line.department }) },
          ...line.months.map((value) => inMonth(value, line.unit)),
        ],
      })),
    },
  ];
}

export function goalBlocks({ goals, year }: PlanContent, page: PlanPaper): PrintBlock[] {
  if (goals.length === 0)
    return [{ kind: 'paragraphs', texts: [page.fill(page.text.ui.noGoals, { year })], style: 'note' }];
  const store = goals.filter(({ departmentId }) => departmentId === null);
  return [
    ...goalTables(goals, page),
    ...store
      .filter(({ months }) => months.some((value) => value !== null))
      .map((line) => monthChart(page, line, year)),
  ];
}
