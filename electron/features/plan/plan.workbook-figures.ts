import type { WriteSheet } from 'hucre/xlsx';
import type { ClosingLine, ClosingOther, PlanContent } from '#shared/features/plan/plan.contract.ts';
import type { IndicatorUnit } from '#shared/features/indicator/indicator.exact.ts';
import { indicatorPageText } from '#shared/text/indicator.text.ts';
import { growthOf } from './plan.book-figures.ts';
import type { PlanPaper, Unit } from './plan.paper.ts';
import {
  at,
  computed,
  firstRow,
  quotient,
  rateOf,
  sheetOf,
  sumOf,
  yuan,
  type Format,
  type SheetCell,
} from './plan.sheet-cells.ts';

/** Closing figures in the workbook, and how its sheets write units. */

/** A stored figure as the sheet has it: yuan, pieces, a share of 1. */
export const inUnit = (value: number | null, unit: Unit): number | null =>
  unit === 'fen'
    ? yuan(value)
    : value === null
      ? null
      : unit === 'rate'
        ? value / 10_000
        : unit === 'hundredths'
          ? value / 100
          : value;
export const formatOf = (unit: Unit): Format =>
  unit === 'fen' ? 'yuan' : unit === 'rate' ? 'percent' : unit === 'hundredths' ? 'hundredths' : 'count';
export const unitName = (unit: Unit, { text }: PlanPaper): string =>
  unit === 'fen' ? text.sheet.yuan : unit === 'rate' ? '%' : text.sheet.unitCount;

export const monthColumns = (page: PlanPaper, name: (month: string) => string = (month) => month) =>
  Array.from({ length: 12 }, (_, index) => ({ title: name(page.month(index)), width: 11 }));

/** The growth over the year before, not rounded. */
const growth = (line: ClosingLine): number | null => {
  const { value, lastYearToDate } = line;
  return growthOf(line) === null || value === null || lastYearToDate === null
    ? null
    : value / lastYearToDate - 1;
};

function closingRow(line: ClosingLine, row: number, comment: string, page: PlanPaper): SheetCell[] {
  const { unit } = line;
  const format = formatOf(unit);
  const given = (value: number | null): SheetCell => ({ given: inUnit(value, unit), format });
  const [actual, before, goal] = [at(14, row), at(15, row), at(17, row)];
  return [
    page.indicator(line.key),
    unitName(unit, page),
    ...line.months.map(given),
    sumOf(`${at(2, row)}:${at(13, row)}`, inUnit(line.value, unit), format),
    given(line.lastYearToDate),
    given(line.lastYear),
    given(line.goal),
    computed(quotient(actual, goal), rateOf(line.value, line.goal), 'percent'),
    computed(
      `IF(OR(${actual}="",${before}="",${before}=0),"",${actual}/${before}-1)`,
      growth(line),
      'percent',
    ),
    comment,
  ];
}

export function closingSheet({ closing, parts }: PlanContent, page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  const { comments } = parts.closing;
  return sheetOf(
    sheet.closing,
    [
      { title: fields.indicator, width: 18 },
      { title: sheet.lineUnit, width: 8 },
      ...monthColumns(page),
      ...[fields.actual, fields.lastYearToDate, fields.lastYear, fields.goal].map((title) => ({
        title,
        width: 15,
      })),
      { title: fields.rate },
      { title: fields.growth },
      { title: fields.comment, width: 40 },
    ],
    closing.lines.map((line, index) => ({
      cells: closingRow(line, index + firstRow, comments[line.key] ?? '', page),
    })),
  );
}

const formatOfFigure: Readonly<Record<IndicatorUnit, Format>> = {
  count: 'count',
  fen: 'yuan',
  basisPoints: 'percent',
  days: 'count',
  hundredths: 'hundredths',
};
const stepsOf: Readonly<Record<IndicatorUnit, number>> = {
  count: 1,
  fen: 100,
  basisPoints: 10_000,
  days: 1,
  hundredths: 100,
};

function otherRow(one: ClosingOther, row: number, comment: string, page: PlanPaper): SheetCell[] {
  const { language, text } = page;
  const format = formatOfFigure[one.unit];
  const figure = (value: number | null): number | null => value && value / stepsOf[one.unit];
  const given = (value: number | null): SheetCell => ({ given: figure(value), format });
  const unit =
    one.unit === 'fen'
      ? text.sheet.yuan
      : one.unit === 'basisPoints'
        ? '%'
        : one.unit === 'days'
          ? indicatorPageText[language].units.days
          : one.unitName[language];
  const [goal, actual] = [at(3, row), at(4, row)];
  const gap = one.value === null || one.goal === null ? null : one.value - one.goal;
  return [
    one.name[language],
    unit,
    given(one.lastYear),
    given(one.goal),
    given(one.value),
    computed(`IF(COUNT(${goal},${actual})<2,"",${actual}-${goal})`, figure(gap), format),
    comment,
  ];
}

/** Shares, states and days of the library. */
export function otherSheet({ closing, parts }: PlanContent, page: PlanPaper): WriteSheet {
  const { fields, sheet } = page.text;
  return sheetOf(
    sheet.others,
    [
      { title: fields.indicator, width: 24 },
      { title: sheet.lineUnit, width: 8 },
      ...[fields.lastYear, fields.goal, fields.actual, sheet.difference].map((title) => ({
        title,
        width: 15,
      })),
      { title: fields.comment, width: 40 },
    ],
    closing.others.map((one, index) => ({
      cells: otherRow(one, index + firstRow, parts.closing.comments[one.key] ?? '', page),
    })),
  );
}
