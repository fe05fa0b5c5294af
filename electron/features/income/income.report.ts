import type { IncomeBasis } from '#shared/features/income/income.contract.ts';
import {
  differenceOf,
  type Activity,
  type Figure,
  type Figures,
  type Outlook,
} from '#shared/features/income/income.rules.ts';
import { formatDay, formatMonth } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { PrintBlock, PrintCell, PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import { filled } from '#shared/text/filled.ts';
import { incomeText } from '#shared/text/income.text.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { payLineText, rateText } from '#shared/text/pay-line.ts';
import { payText } from '#shared/text/pay.text.ts';
import type { Reckoned } from './income.basis.ts';

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
  const source = figure.source === 'data' ? words.ownData : { text: words.assumed, tone: 'warning' as const };
  return [shown(figure.value), source];
};

/** What the calculation rests on, with what was assumed told apart. */
function restsOn({ averages, goal, rates }: Figures, { content }: Reckoned, language: Language): PrintBlock {
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
  return { text: String(need[key]), note: filled(incomeText[language].everyDays, { count: need.everyDays }) };
};

function activityBlock({ activity, given }: Result, { content }: Reckoned, language: Language): PrintBlock {
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

function slipBlock({ slip, given }: Result, { content }: Reckoned, language: Language): PrintBlock {
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

/** What cannot be reached, with the most that can and why. */
export function unreachableText(
  solved: Extract<Result['solved'], { kind: 'unreachable' }>,
  wishFen: number,
  { content }: Pick<Reckoned, 'content'>,
  language: Language,
): string {
  const { unreachable } = incomeText[language];
  const unit = payText[language].unitWord[content.unit];
  return [
    filled(unreachable.title, { wish: formatMoney(wishFen) }),
    filled(unreachable.highest, { highest: formatMoney(solved.highestFen), units: solved.atUnits, unit }),
    filled(unreachable[solved.reason], { cap: formatMoney(content.capFen ?? 0), most: 10_000, unit }),
  ].join(' ');
}

/** 收入目标测算表: for the person, on one page. */
export function incomeDocument(
  { basis, reckoned, wishFen, store, auditCode }: PrintedIncome,
  language: Language,
  now: string,
): PrintDocument {
  const words = incomeText[language];
  const { labels, signature } = paperText[language];
  const { person, managerName } = basis;
  const { outlook, content, months, workingDays } = reckoned;
  const { result, figures } = outlook;
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const span =
    first === last
      ? formatMonth(first, language)
      : `${formatMonth(first, language)} – ${formatMonth(last, language)}`;
  const blocks: PrintBlock[] = [
    {
      kind: 'keyValues',
      columns: 3,
      boxed: true,
      items: [
        { name: words.person, value: person.name },
        { name: words.paper.post, value: person.post ?? '' },
        { name: words.paper.months, value: span },
      ],
    },
  ];
  if (result) {
    const { solved, slip } = result;
    blocks.push({
      kind: 'keyFigures',
      items: [
        { name: words.paper.wish, value: formatMoney(wishFen) },
        {
          name: words.paper.result,
          value: `${slip.units} ${payText[language].unitWord[content.unit]}`,
          ...(solved.kind === 'unreachable' ? { tone: 'warning' as const } : {}),
        },
        { name: words.paper.income, value: formatMoney(slip.totalFen) },
        { name: words.paper.working, value: String(workingDays) },
      ],
    });
    if (solved.kind === 'unreachable')
      blocks.push({ kind: 'paragraphs', texts: [unreachableText(solved, wishFen, reckoned, language)] });
    blocks.push(
      {
        kind: 'heading',
        level: 2,
        text: words.activity,
        note: filled(words.workingDays, { month: formatMonth(first, language), count: workingDays }),
      },
      activityBlock(result, reckoned, language),
      { kind: 'heading', level: 2, text: result.given ? words.differenceTitle : words.slip },
      slipBlock(result, reckoned, language),
    );
    if (result.ownGoalFen !== null)
      blocks.push({
        kind: 'paragraphs',
        style: 'note',
        texts: [
          filled(words.ownGoal, {
            goal: figures.goal?.source === 'missing' ? '' : (figures.goal?.value ?? ''),
            units: slip.units,
            income: formatMoney(result.ownGoalFen),
          }),
        ],
      });
  } else blocks.push({ kind: 'paragraphs', texts: [words.waiting] });
  const evidence = basis.evidence[content.unit];
  blocks.push(
    {
      kind: 'heading',
      level: 2,
      text: words.paper.assumptions,
      note: filled(words.evidence, {
        from: formatDay(evidence.from, language),
        to: formatDay(evidence.to, language),
      }),
    },
    restsOn(figures, reckoned, language),
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
    language,
    title: words.paper.title,
    header: { store },
    labels,
    auditCode,
    createdAt: now,
    paper: 'A4',
    orientation: 'portrait',
    form: 'compact',
    blocks,
  };
}
