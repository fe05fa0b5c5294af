import { parseDayText } from '../../kernel/date-text.ts';
import type { Day } from '../../kernel/day.ts';
import { parseMoney } from '../../kernel/money.ts';
import { normalHeading } from '../import/import.kinds.ts';
import { normalNumber } from './partner-card.rules.ts';

/** 商户对账清单: the partner's own list of redemptions of a month, pasted or out of a file. */

/** Longest list that is taken at once. */
export const mostListRows = 5000;

/** What became, or would become, of a row. `posted`: redeemed by the list; `known`: the store had it already. */
const listVerdicts = [
  'posted',
  'known',
  'bad-row',
  'unknown',
  'ambiguous',
  'not-issued',
  'cancelled',
  'used',
  'expired',
  'before-issue',
  'before-opening',
  'over-balance',
  'other-month',
  'receipt-taken',
] as const;
export type ListVerdict = (typeof listVerdicts)[number];

/** One row as it was read. `amountFen`: as money is written; for a card of times `2` means twice. */
export type ListRow = {
  readonly line: number;
  readonly number: string;
  readonly amountFen: number | null;
  readonly onDay: Day | null;
  readonly receipt: string | null;
};

const columns = {
  number: ['卡号', '券号', '卡券号', '会员卡号', 'cardno', 'cardnumber', 'number', 'card'],
  amountFen: ['金额', '核销金额', '消费金额', '次数', '核销次数', '数量', 'amount', 'times', 'quantity'],
  onDay: ['日期', '核销日期', '消费日期', '交易日期', '时间', '核销时间', 'date', 'day'],
  receipt: ['单号', '流水号', '小票号', '凭证号', '交易号', '核销单号', 'receipt', 'receiptno', 'voucherno'],
} as const satisfies Record<keyof Omit<ListRow, 'line'>, readonly string[]>;
type Column = keyof typeof columns;

/** Where each column stands, by a line of headings; undefined where the line is none. */
function headingsOf(cells: readonly string[]): Partial<Record<Column, number>> | undefined {
  const names = cells.map(normalHeading);
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(columns) as Column[]) {
    const at = names.findIndex((name) => (columns[column] as readonly string[]).includes(name));
    if (at >= 0) found[column] = at;
  }
  return found.number !== undefined && Object.keys(found).length > 1 ? found : undefined;
}

/** Without headings: card number, amount or times, day, receipt. */
const usual: Record<Column, number> = { number: 0, amountFen: 1, onDay: 2, receipt: 3 };

/** Rows of a list; lines count from 1 as in the file. Empty lines and lines of sums without a number are left out. */
export function readListRows(cells: readonly (readonly string[])[]): ListRow[] {
  const headingAt = cells.slice(0, 20).findIndex((line) => headingsOf(line) !== undefined);
  const places = headingsOf(cells[headingAt] ?? []) ?? usual;
  return cells.flatMap((line, at) => {
    if (at <= headingAt) return [];
    const cell = (column: Column): string => (line[places[column] ?? -1] ?? '').trim();
    const number = normalNumber(cell('number'));
    if (number === '' || /^(?:合计|总计|小计|TOTAL)/u.test(number)) return [];
    const receipt = cell('receipt');
    return [
      {
        line: at + 1,
        number,
        amountFen: parseMoney(cell('amountFen').replace(/次$/u, '')) ?? null,
        onDay: parseDayText(cell('onDay').split(/[\sT]/u)[0] ?? '') ?? null,
        receipt: receipt === '' ? null : receipt.slice(0, 60),
      },
    ];
  });
}

/** Cells of a pasted text: tabs as from a spreadsheet, else commas. */
export const pastedCells = (text: string): string[][] =>
  text.split(/\r?\n/u).map((line) => line.split(line.includes('\t') ? '\t' : /[,，]/u));
