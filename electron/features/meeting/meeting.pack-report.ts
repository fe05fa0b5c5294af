import type { CommentTopic, MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import { indicators } from '#shared/features/goal/goal.fields.ts';
import type { Figure, GoalLine, ProgressLine } from '#shared/features/meeting/meeting.pack.ts';
import type { PrintBlock, PrintCell, PrintColumn, PrintRow } from '#shared/kernel/print-document.ts';
import { actionTable } from './meeting.action-report.ts';
import type { Paper } from './meeting.paper.ts';

/** The three parts of the weekly pack as printed blocks. */

/** Models printed line by line; the rest stands in one line. */
const modelLines = 24;

const mostAsked: readonly string[] = ['orders', 'deliveries', 'serviceRevenue', 'cashIn'];

const right = (title: string, width: number | 'auto' = 1): PrintColumn => ({ title, width, align: 'right' });

/** The comment that a person wrote beside a group of figures. */
const commentOf = (content: MeetingContent, topic: CommentTopic): PrintBlock[] => {
  const comment = content.comments[topic];
  return comment === undefined ? [] : [{ kind: 'paragraphs', texts: comment.split(/\n+/u) }];
};

export function progressBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { text, figure, goal, rate, day } = page;
  const { progress, days } = content.pack;
  const row = (line: ProgressLine): PrintRow => ({
    cells: [
      // Money says itself what it is; counts name their unit beside the indicator, which leaves room for large sums.
      line.unit === 'fen'
        ? text.indicators[line.indicator]
        : `${text.indicators[line.indicator]} (${text.units[line.indicator]})`,
      figure(line.week, line.unit),
      goal(line.weekGoal, line.unit),
      rate(line.weekRate),
      figure(line.monthToDate, line.unit),
      goal(line.monthGoal, line.unit),
      rate(line.monthRate),
      figure(line.sameWeekLastYear, line.unit),
    ],
  });
  const comments = progress.flatMap((line) => {
    const comment = content.comments[line.indicator];
    return comment === undefined ? [] : [`${text.indicators[line.indicator]}：${comment}`];
  });
  return [
    { kind: 'heading', level: 1, text: text.parts.progress, note: `${day(days.first)} – ${day(days.last)}` },
    keyFigures(progress, page),
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
      tone: line.weekRate === null ? 'normal' : line.weekRate >= 10_000 ? 'good' : 'warning',
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

/** Names of the age buckets: 0–30, 31–60, 61–90, over 90 days. */
export const ageNames = (limits: readonly number[], { text, fill }: Paper): string[] => [
  ...limits.map((limit, index) =>
    fill(text.ages.upTo, { from: index === 0 ? 0 : (limits[index - 1] ?? 0) + 1, to: limit }),
  ),
  fill(text.ages.over, { days: limits.at(-1) ?? 0 }),
];

export function resourceBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { text, figure, fill, day } = page;
  const { resources, days } = content.pack;
  const { people, cash } = resources;
  const money = (name: string, value: PrintCell): PrintRow => ({ cells: [name, value] });
  return [
    {
      kind: 'heading',
      level: 1,
      text: text.parts.resources,
      note: fill(text.labels.asOf, { day: day(days.asOf) }),
    },
    stockTable(content, page),
    ...commentOf(content, 'stock'),
    {
      kind: 'table',
      caption: text.captions.people,
      columns: [{ title: text.columns.department, width: 3 }, right(text.columns.inPost)],
      rows: [
        ...people.lines.map((line) => ({
          cells: [line.departmentName ?? text.labels.noDepartment, figure(line.people, 'count')],
        })),
        { cells: [text.labels.total, figure(people.total, 'count')], kind: 'total' as const },
      ],
    },
    ...commentOf(content, 'people'),
    ...receivableBlocks(content, page),
    ...commentOf(content, 'receivables'),
    {
      kind: 'table',
      caption: text.captions.cash,
      columns: [{ title: text.columns.item, width: 2 }, right(text.columns.amount)],
      rows: [
        money(text.cash.in, figure(cash.in, 'fen')),
        money(text.cash.out, figure(cash.out, 'fen')),
        {
          cells: [
            text.cash.change,
            cash.change === null ? { missing: true } : page.amount(cash.change, 'fen'),
          ],
          kind: 'total',
        },
      ],
    },
    ...commentOf(content, 'cash'),
  ];
}

function stockTable(content: MeetingContent, page: Paper): PrintBlock {
  const { text, fill } = page;
  const { stock, ageBuckets } = content.pack.resources;
  const inStock = (count: number): PrintCell => (stock.supplied ? String(count) : { missing: true });
  const ordered = (count: number): PrintCell => (stock.ordersSupplied ? String(count) : { missing: true });
  const gapCell = (gap: number | null): PrintCell =>
    gap === null || !stock.supplied || !stock.ordersSupplied
      ? { missing: true }
      : gap > 0
        ? { text: String(gap), tone: 'warning' }
        : { text: text.labels.dash, tone: 'muted' };
  const aged = (count: number): PrintCell =>
    stock.supplied && count > 0 ? { text: String(count), tone: 'warning' } : inStock(count);
  const rowOf = (name: string, line: Omit<(typeof stock.lines)[number], 'model'>): PrintRow => ({
    cells: [
      name,
      ...line.ages.map((count, index) => (index === ageBuckets.length ? aged(count) : inStock(count))),
      inStock(line.stock),
      ordered(line.openOrders),
      gapCell(line.gap),
    ],
  });
  const sum = (lines: typeof stock.lines): Omit<(typeof stock.lines)[number], 'model'> => ({
    ages: Array.from({ length: ageBuckets.length + 1 }, (_, index) =>
      lines.reduce((total, line) => total + (line.ages[index] ?? 0), 0),
    ),
    stock: lines.reduce((total, line) => total + line.stock, 0),
    openOrders: lines.reduce((total, line) => total + line.openOrders, 0),
    gap: lines.reduce((total, line) => total + line.gap, 0),
  });
  const rest = stock.lines.slice(modelLines);
  return {
    kind: 'table',
    caption: text.captions.stock,
    columns: [
      { title: text.columns.model, width: 2.6 },
      ...ageNames(ageBuckets, page).map((name) => right(name)),
      right(text.columns.stock),
      right(text.columns.openOrders),
      right(text.columns.gap, 0.8),
    ],
    rows: [
      ...stock.lines.slice(0, modelLines).map((line) => rowOf(line.model, line)),
      ...(rest.length === 0 ? [] : [rowOf(fill(text.labels.others, { count: rest.length }), sum(rest))]),
      ...(stock.lines.length === 0
        ? []
        : [{ ...rowOf(text.labels.total, sum(stock.lines)), kind: 'total' as const }]),
    ],
    ...(stock.supplied || stock.ordersSupplied ? {} : { none: text.labels.notSupplied }),
  };
}

function receivableBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { text, figure, fill, day } = page;
  const { receivables, ageBuckets } = content.pack.resources;
  const ages = ageNames(ageBuckets, page);
  const line = (name: string, value: Figure): PrintRow => ({ cells: [name, figure(value, 'fen')] });
  const late: PrintCell = figure(receivables.overdue, 'fen');
  return [
    {
      kind: 'table',
      caption: text.captions.receivables,
      columns: [{ title: text.columns.item, width: 2 }, right(text.columns.amount)],
      rows: [
        {
          cells: [
            text.receivables.overdue,
            typeof late === 'string' && receivables.overdue.value !== 0
              ? { text: late, tone: 'warning' }
              : late,
          ],
        },
        line(text.receivables.dueThisWeek, receivables.dueThisWeek),
        line(text.receivables.dueNextWeek, receivables.dueNextWeek),
        line(text.receivables.dueLater, receivables.dueLater),
        line(text.receivables.noDueDay, receivables.noDueDay),
        { ...line(text.receivables.open, receivables.open), kind: 'total' },
        ...receivables.ages.map((value, index) =>
          line(fill(text.receivables.aged, { range: ages[index] ?? '' }), value),
        ),
      ],
    },
    ...(receivables.lines.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: text.captions.overdue,
            columns: [
              { title: text.columns.customer, width: 2.4 },
              { title: text.columns.dueOn, width: 'auto' },
              right(text.columns.overdue, 'auto'),
              right(text.columns.amount, 1.2),
              { title: text.columns.person, width: 'auto' },
            ],
            rows: receivables.lines.slice(0, 15).map((one) => ({
              cells: [
                one.customerName,
                day(one.dueOn),
                { text: fill(text.labels.days, { count: one.daysOverdue }), tone: 'warning' },
                page.amount(one.openFen, 'fen'),
                one.personName ?? '',
              ],
            })),
          } satisfies PrintBlock,
        ]),
  ];
}

/** Next week's goals: a line for the store, each department and person, a column for each indicator that has a goal. */
function goalTable(goals: readonly GoalLine[], { text, amount }: Paper): PrintBlock {
  const used = indicators.filter((indicator) => goals.some((goal) => goal.indicator === indicator));
  const nameOf = (goal: GoalLine): string => goal.personName ?? goal.departmentName ?? text.labels.store;
  const lines = Map.groupBy(goals, nameOf);
  return {
    kind: 'table',
    caption: text.captions.goals,
    columns: [
      { title: text.columns.level, width: 2 },
      ...used.map((indicator) => right(text.indicators[indicator])),
    ],
    rows: [...lines].map(([name, own]) => ({
      cells: [
        name,
        ...used.map((indicator) => {
          const goal = own.find((one) => one.indicator === indicator);
          return goal ? amount(goal.value, goal.unit) : '';
        }),
      ],
    })),
  };
}

export function planBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { text, day } = page;
  const { plan, days } = content.pack;
  return [
    {
      kind: 'heading',
      level: 1,
      text: text.parts.plan,
      note: `${day(days.next.first)} – ${day(days.next.last)}`,
    },
    goalTable(plan.goals, page),
    ...commentOf(content, 'goals'),
    actionTable(plan.actions, text.captions.actionsDue, page, false),
    ...commentOf(content, 'actions'),
    {
      kind: 'table',
      caption: text.captions.deliveries,
      columns: [
        { title: text.columns.plannedOn, width: 'auto' },
        { title: text.columns.customer, width: 2 },
        { title: text.columns.model, width: 2 },
        right(text.columns.quantity, 'auto'),
        { title: text.columns.consultant, width: 'auto' },
      ],
      rows: plan.deliveryLines.map((line) => ({
        cells: [
          line.plannedOn < days.next.first
            ? { text: day(line.plannedOn), tone: 'warning' }
            : day(line.plannedOn),
          line.customerName,
          line.model,
          String(line.quantity),
          line.consultantName ?? '',
        ],
      })),
      ...(plan.deliveries.missing === null ? {} : { none: text.labels.notSupplied }),
    },
    ...commentOf(content, 'deliveriesAhead'),
    {
      kind: 'table',
      caption: text.captions.events,
      columns: [
        { title: text.columns.date, width: 'auto' },
        { title: text.columns.event, width: 3 },
        { title: text.columns.place, width: 2 },
        { title: text.columns.person, width: 'auto' },
      ],
      rows: plan.eventLines.map((event) => ({
        cells: [
          event.endsOn === null || event.endsOn === event.startsOn
            ? day(event.startsOn)
            : `${day(event.startsOn)} – ${day(event.endsOn)}`,
          event.name,
          event.place ?? '',
          event.personName ?? '',
        ],
      })),
      ...(plan.events.missing === null ? {} : { none: text.labels.notSupplied }),
    },
    ...commentOf(content, 'events'),
  ];
}
