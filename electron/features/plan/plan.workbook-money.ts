import type { WriteSheet } from 'hucre/xlsx';
import type { InvestmentRow } from '#shared/features/plan/plan.content.ts';
import { investmentFigures, type CashMonth, type Payback } from '#shared/features/plan/plan.rules.ts';
import type { PlanPaper } from './plan.paper.ts';
import { at, columnName, computed, firstRow, sheetOf, yuan, type SheetCell } from './plan.sheet-cells.ts';

/** Investments and their cash flow in the workbook. */

/** Columns of the sheet of investments. */
const column = {
  amount: 1,
  paid: 2,
  delay: 3,
  income: 4,
  cost: 5,
  life: 6,
  net: 7,
  payback: 8,
  profit: 9,
  rate: 10,
  known: 11,
};

const paybackResult = (payback: Payback, { text }: PlanPaper): number | string =>
  payback.kind === 'months' ? payback.months : payback.kind === 'unknown' ? '' : text.payback[payback.kind];

function investmentRow(one: InvestmentRow, row: number, page: PlanPaper): SheetCell[] {
  const { netFen, payback, profitFen } = investmentFigures(one);
  const cell = (name: keyof typeof column): string => at(column[name], row);
  const { never, notInLife } = page.text.payback;
  // Whole fen, so that a quotient that goes up is not rounded up once more.
  const returns = `ROUNDUP(ROUND(${cell('amount')}*100,0)/ROUND(${cell('net')}*100,0),0)`;
  const isKnown = `${cell('known')}=1`;
  return [
    one.name,
    yuan(one.amountFen),
    one.paidMonth,
    one.delayMonths,
    yuan(one.incomeFen),
    yuan(one.costFen),
    one.lifeMonths,
    computed(
      `IF(COUNT(${cell('income')},${cell('cost')})<2,"",${cell('income')}-${cell('cost')})`,
      yuan(netFen),
      'yuan',
    ),
    {
      formula: `IF(NOT(${isKnown}),"",IF(${cell('amount')}=0,0,IF(${cell('net')}<=0,"${never}",IF(${returns}>${cell('life')},"${notInLife}",${cell('delay')}+${returns}-1))))`,
      result: paybackResult(payback, page),
      format: 'count',
    },
    computed(`IF(${isKnown},${cell('net')}*${cell('life')}-${cell('amount')},"")`, yuan(profitFen), 'yuan'),
    computed(
      `IF(OR(NOT(${isKnown}),${cell('amount')}=0),"",${cell('profit')}/${cell('amount')})`,
      profitFen === null || one.amountFen === null || one.amountFen === 0 ? null : profitFen / one.amountFen,
      'percent',
    ),
    computed(
      `IF(COUNT(${at(column.amount, row)}:${at(column.life, row)})=6,1,0)`,
      payback.kind === 'unknown' ? 0 : 1,
      'count',
    ),
  ];
}

export function investmentSheet(rows: readonly InvestmentRow[], page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  const money = { width: 14, format: 'yuan' as const };
  return sheetOf(
    sheet.investment,
    [
      { title: fields.investment, width: 24 },
      { title: fields.amountFen, ...money },
      { title: fields.paidMonth },
      { title: fields.delayMonths, width: 14 },
      { title: fields.incomeFen, ...money },
      { title: fields.costFen, ...money },
      { title: fields.lifeMonths },
      { title: fields.net, ...money },
      { title: fields.payback, width: 24 },
      { title: fields.profit, ...money },
      { title: fields.returnRate },
      { title: sheet.checks },
    ],
    rows.map((one, index) => ({ cells: investmentRow(one, index + firstRow, page) })),
  );
}

/** Each month adds up the investments that are paid or earn in it; what lacks figures counts for nothing. */
export function cashFlowSheet(flow: readonly CashMonth[], investments: number, page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  const range = (name: keyof typeof column): string => {
    const letter = columnName(column[name]);
    return `'${sheet.investment}'!$${letter}$${firstRow}:$${letter}$${investments + firstRow - 1}`;
  };
  const rows = flow.map(({ month, outFen, netFen, balanceFen }, index) => {
    const row = index + firstRow;
    // Months since the payment; its own month is 0.
    const since = `(${index + 1}-${range('paid')})`;
    const earning = `(${since}>=${range('delay')})*(${since}<${range('delay')}+${range('life')})`;
    const known = `(${range('known')}=1)`;
    const sum = (terms: string): string => `SUMPRODUCT(${terms})`;
    const before = index === 0 ? '' : `${at(3, row - 1)}+`;
    return {
      cells: [
        month,
        computed(sum(`(${since}=0)*${known}*${range('amount')}`), yuan(outFen), 'yuan'),
        computed(sum(`${earning}*${known}*(${range('income')}-${range('cost')})`), yuan(netFen), 'yuan'),
        computed(`${before}${at(2, row)}-${at(1, row)}`, yuan(balanceFen), 'yuan'),
      ] satisfies SheetCell[],
    };
  });
  return sheetOf(
    sheet.cashFlow,
    [
      { title: fields.month },
      ...[fields.out, fields.flow, fields.balance].map((title) => ({ title, width: 16 })),
    ],
    rows,
  );
}
