import type { IncomeBasis } from '#shared/features/income/income.contract.ts';
import { fewestCases, type Figure } from '#shared/features/income/income-rates.rules.ts';
import {
  differenceOf,
  type Activity,
  type Figures,
  type MonthOutlook,
  type Outlook,
} from '#shared/features/income/income.rules.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import { formatDay, formatMonth } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { PrintBlock, PrintCell, PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import { counted, filled } from '#shared/text/filled.ts';
import { incomeText } from '#shared/text/income.text.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { payLineText, rateText } from '#shared/text/pay-line.ts';
import { payText } from '#shared/text/pay.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import type { Reckoned } from './income.basis.ts';
import { shortText, spanBlocks } from './income.report-span.ts';

export type PrintedIncome = {
  readonly basis: IncomeBasis;
  readonly reckoned: Reckoned;
  readonly wishFen: number;
  readonly store: string;
  readonly auditCode: string;
};
type Result = NonNullable<Outlook['result']>;

const figureCells = (figure: Figure, shown: (value: number) => string, language: Language): PrintCell[] => {
  const words = incomeText[language];
  if (figure.source === 'missing') return [{ missing: true }, words.missing[figure.reason]];
  const source = {
    data: words.ownData,
    store: { text: words.storeData, note: words.lack[figure.source === 'store' ? figure.reason : 'tooFew'] },
    assumed: { text: words.assumed, tone: 'warning' as const },
  }[figure.source];
  return [shown(figure.value), source];
};

/** What the calculation rests on, with what was assumed told apart. */
function restsOn({ averages, goal, rates }: Figures, content: PayContent, language: Language): PrintBlock {
  const words = incomeText[language];
  const { shareKinds, unitWord } = payText[language];
  const unit = words.perUnit[content.unit];
  const rows: PrintRow[] = [
    ...averages.map((one) => ({
      cells: [
        filled(words.average, { unit, name: shareKinds[one.of] }),
        ...figureCells(one, formatMoney, language),
      ],
    })),
    ...(goal
      ? [
          {
            cells: [
              filled(words.goal, { unit: unitWord[content.unit] }),
              ...(goal.source === 'data'
                ? [String(goal.value), words.goalGiven]
                : figureCells(goal, String, language)),
            ],
          },
        ]
      : []),
    ...rates.map((one) => ({
      cells: [
        content.unit === 'visit' ? words.callRate : words.rates[one.kind],
        ...figureCells(one, rateText, language),
      ],
    })),
  ];
  const { figure, value, source } = words.paper;
  return {
    kind: 'table',
    dense: true,
    columns: [
      { title: figure, width: 3 },
      { title: value, width: 'auto', align: 'right' },
      { title: source, width: 3 },
    ],
    rows,
  };
}

const times = (
  need: Activity['need'],
  key: 'perMonth' | 'perWeek' | 'perDay',
  language: Language,
): PrintCell => {
  if (!('perMonth' in need)) return { missing: true };
  if (key !== 'perDay' || need.everyDays === null) return String(need[key]);
  return {
    text: String(need[key]),
    note: counted(incomeText[language], 'everyDays', { count: need.everyDays }),
  };
};

function activityBlock({ activity, given }: Result, content: PayContent, language: Language): PrintBlock {
  const words = incomeText[language];
  return {
    kind: 'table',
    dense: true,
    columns: [
      { title: words.activity, width: 2 },
      { title: words.perMonth, width: 1, align: 'right' },
      { title: words.perWeek, width: 1.6, align: 'right' },
      { title: words.perDay, width: 1.4, align: 'right' },
      ...(given
        ? [{ title: `${words.given} · ${words.perMonth}`, width: 1.4, align: 'right' as const }]
        : []),
    ],
    rows: activity.map(({ kind, need }, at) => {
      const other = given?.activity[at]?.need;
      return {
        cells: [
          kind === 'unit' ? words.activityKinds.unit[content.unit] : words.activityKinds[kind],
          times(need, 'perMonth', language),
          times(need, 'perWeek', language),
          times(need, 'perDay', language),
          ...(other ? [times(other, 'perMonth', language)] : []),
        ],
      };
    }),
  };
}

function slipBlock({ slip, given }: Result, content: PayContent, language: Language): PrintBlock {
  const words = incomeText[language];
  const { line, how, amount, total } = payText[language];
  const money = (fen: number): string => formatMoney(fen);
  const own = { title: amount, width: 'auto', align: 'right' } as const;
  const columns = [{ title: line, width: 2 }, { title: how, width: 4 }, own];
  if (!given)
    return {
      kind: 'table',
      dense: true,
      columns,
      rows: [
        ...slip.lines.map((one) => {
          const text = payLineText(one, content, slip.units, language);
          return { cells: [text.name, text.how, money(one.amountFen)] };
        }),
        { kind: 'total', cells: [total, '', money(slip.totalFen)] },
      ],
    };
  return {
    kind: 'table',
    dense: true,
    columns: [
      ...columns.slice(0, 2),
      { ...own, title: words.mine },
      { ...own, title: words.given },
      { ...own, title: words.difference },
    ],
    rows: [
      ...differenceOf(slip, given.slip).map((one) => {
        const text = payLineText(one.line, content, slip.units, language);
        return {
          cells: [text.name, text.how, money(one.ownFen), money(one.givenFen), money(one.differenceFen)],
        };
      }),
      {
        kind: 'total',
        cells: [
          total,
          '',
          money(slip.totalFen),
          money(given.slip.totalFen),
          money(slip.totalFen - given.slip.totalFen),
        ],
      },
    ],
  };
}

/** One month: result, activity, slip. */
function monthBlocks(
  { month, content, outlook, workingDays }: MonthOutlook,
  wishFen: number,
  language: Language,
): PrintBlock[] {
  const words = incomeText[language];
  const { result, figures } = outlook;
  if (!result) return [{ kind: 'paragraphs', texts: [words.waiting] }];
  const { solved, slip } = result;
  return [
    ...(solved.kind === 'unreachable'
      ? [{ kind: 'paragraphs' as const, texts: [shortText(solved, wishFen, content, language)] }]
      : []),
    {
      kind: 'heading',
      level: 2,
      text: words.activity,
      note: counted(words, 'workingDays', { month: formatMonth(month, language), count: workingDays }),
    },
    activityBlock(result, content, language),
    { kind: 'heading', level: 2, text: result.given ? words.differenceTitle : words.slip },
    slipBlock(result, content, language),
    ...(result.ownGoalFen === null
      ? []
      : [
          {
            kind: 'paragraphs' as const,
            style: 'note' as const,
            texts: [
              filled(words.ownGoal, {
                goal: figures.goal?.source === 'missing' ? '' : (figures.goal?.value ?? ''),
                units: slip.units,
                income: formatMoney(result.ownGoalFen),
              }),
            ],
          },
        ]),
  ];
}

/** 收入目标测算表: for the person; one month on one page. */
export function incomeDocument(
  { basis, reckoned, wishFen, store, auditCode }: PrintedIncome,
  language: Language,
  now: string,
): PrintDocument {
  const words = incomeText[language];
  const { signature } = paperText[language];
  const { person, managerName } = basis;
  const { span, unit } = reckoned;
  const { months, total } = span;
  const [first, last] = [months[0], months.at(-1)];
  const isSpan = first !== last;
  const names = [first, last].map((one) => (one ? formatMonth(one.month, language) : ''));
  const blocks: PrintBlock[] = [
    {
      kind: 'keyValues',
      columns: 3,
      boxed: true,
      items: [
        { name: words.person, value: person.name },
        { name: words.paper.post, value: person.post ?? '' },
        { name: words.paper.months, value: isSpan ? names.join(' – ') : (names[0] ?? '') },
      ],
    },
  ];
  if (total)
    blocks.push({
      kind: 'keyFigures',
      items: [
        { name: words.paper.wish, value: formatMoney(wishFen) },
        {
          name: isSpan ? words.total : words.paper.result,
          value: `${total.units} ${payText[language].unitWord[unit]}`,
          ...(total.isReached ? {} : { tone: 'warning' as const }),
        },
        { name: words.paper.income, value: formatMoney(total.incomeFen) },
        {
          name: words.paper.working,
          value: String(months.reduce((sum, { workingDays }) => sum + workingDays, 0)),
        },
      ],
    });
  if (isSpan) blocks.push(...spanBlocks(span, wishFen, language));
  else if (first) blocks.push(...monthBlocks(first, wishFen, language));
  const evidence = basis.evidence[unit];
  blocks.push({
    kind: 'heading',
    level: 2,
    text: words.paper.assumptions,
    note: filled(words.evidence, {
      from: formatDay(evidence.from, language),
      to: formatDay(evidence.to, language),
      few: fewestCases,
    }),
  });
  // Goals of several months stand in their table.
  if (first)
    blocks.push(
      restsOn({ ...first.outlook.figures, ...(isSpan ? { goal: null } : {}) }, first.content, language),
    );
  blocks.push(
    { kind: 'paragraphs', style: 'note', texts: [payText[language].rounding, words.paper.private] },
    {
      kind: 'signatures',
      labels: signature,
      signers: [
        { role: words.paper.self, name: person.name },
        { role: words.paper.manager, name: managerName ?? '' },
      ],
    },
  );
  return {
    ...paperFrame(language, now, { auditCode, form: 'compact' }),
    title: words.paper.title,
    header: { store },
    blocks,
  };
}
