import type { SimulationResult } from '#shared/features/simulation/simulation.content.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { PrintBlock, PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import { counted, filled } from '#shared/text/filled.ts';
import { breakEvenText, shareText } from '#shared/text/simulation-words.ts';
import { simulationPageText } from '#shared/text/simulation.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { resultTables, spanWords, type Cell, type ResultTable } from './simulation.tables.ts';

export type PrintedSimulation = {
  readonly store: string;
  readonly auditCode: string;
  readonly name: string;
  readonly result: SimulationResult;
  readonly names: Readonly<Record<number, string>>;
};

const textOf = (cell: Cell): string =>
  typeof cell === 'object'
    ? formatMoney(cell.fen)
    : typeof cell === 'number'
      ? cell.toLocaleString('en-US')
      : cell;

const tableBlocks = ({ title, columns, rows }: ResultTable, none: string): PrintBlock[] => [
  { kind: 'heading', level: 2, text: title },
  {
    kind: 'table',
    dense: true,
    none,
    columns: columns.map((name, at) => ({
      title: name,
      ...(at === 0 ? { width: 2 } : { width: 1, align: 'right' as const }),
    })),
    rows: rows.map(({ cells, kind }): PrintRow => ({ kind: kind ?? 'normal', cells: cells.map(textOf) })),
  },
];

/** 月末欠会员: the draft's line beside what it is compared with, in yuan. */
function owedChart({ draft, base }: SimulationResult, language: Language): PrintBlock {
  const words = simulationPageText[language];
  const line = (name: string, { months }: SimulationResult['draft']) => ({
    name,
    kind: 'line' as const,
    values: months.map(({ owedFen }) => Math.round(owedFen / 100)),
  });
  return {
    kind: 'chart',
    caption: words.chart,
    heightMm: 50,
    chart: {
      categories: draft.months.map(({ month }) => formatMonth(month, language)),
      series: [line(words.chartDraft, draft), ...(base ? [line(words.chartBase, base)] : [])],
      unit: words.chartUnit,
    },
  };
}

/** 试算结果 on paper: the figures, the tables of the screen, what is owed month by month, how it was reckoned. */
export function simulationDocument(
  { store, auditCode, name, result, names }: PrintedSimulation,
  language: Language,
  now: string,
): PrintDocument {
  const words = simulationPageText[language];
  const { figures, method } = words;
  const { draft, breakEven, retention, salesFen, marginFen } = result;
  const even = breakEvenText(result, language);
  const customers = (count: number): string => counted(figures, 'customers', { count });
  const sum = (fen: number): string => filled(figures.sum, { money: formatMoney(fen) });
  const tables = resultTables(result, names, language);
  return {
    ...paperFrame(language, now, { auditCode, orientation: 'landscape' }),
    title: `${words.title} ${name}`,
    header: { store },
    blocks: [
      { kind: 'paragraphs', texts: [spanWords(result, language).join(' · ')] },
      {
        kind: 'keyFigures',
        items: [
          {
            name: figures.cost,
            value: formatMoney(draft.costFen),
            note: [
              filled(figures.ofSales, { percent: shareText(draft.costFen, salesFen) }),
              marginFen === null
                ? figures.marginUnknown
                : filled(figures.ofMargin, { percent: shareText(draft.costFen, marginFen) }),
            ].join(' · '),
          },
          {
            name: breakEven.extraFen < 0 ? figures.less : figures.extra,
            value: formatMoney(Math.abs(breakEven.extraFen)),
          },
          { name: figures.winners, value: customers(result.winners), note: sum(result.gainedFen) },
          { name: figures.losers, value: customers(result.losers), note: sum(result.lostFen) },
          {
            name: figures.breakEven,
            value: even.sales,
            ...(even.salesNote === null ? {} : { note: even.salesNote }),
          },
          {
            name: figures.retention,
            value: even.retention,
            note: filled(figures.retentionFact, {
              before: retention.before,
              kept: retention.kept,
              percent: shareText(retention.kept, retention.before),
            }),
          },
          {
            name: figures.owed,
            value: formatMoney(draft.owedFen + draft.principalOwedFen + draft.prepaidOwedFen),
            note: filled(figures.owedParts, {
              given: formatMoney(draft.owedFen),
              principal: formatMoney(draft.principalOwedFen),
              prepaid: formatMoney(draft.prepaidOwedFen),
            }),
          },
        ],
      },
      ...tables.flatMap((table) => tableBlocks(table, words.moverTable.none)),
      owedChart(result, language),
      { kind: 'heading', level: 2, text: words.methodTitle },
      { kind: 'paragraphs', style: 'note', texts: [method.p0, method.p1, method.p2, method.p3, method.p4] },
    ],
  };
}
