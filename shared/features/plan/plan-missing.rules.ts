import { yearOf } from '../../kernel/period.ts';
import { measureParts, planParts, type PlanPart, type PlanPartContents } from './plan.content.ts';
import { chartData } from './plan-text.rules.ts';
import { overdrawnMonth } from './plan.rules.ts';

export const planIssueCodes = [
  'part-empty',
  'theme-missing',
  'measures-missing',
  'measure-text',
  'measure-owner',
  'measure-owner-left',
  'measure-date',
  'measure-other-year',
  'measure-check',
  'measure-goals',
  'chart-number',
  'market-name',
  'market-share',
  'staff-name',
  'staff-overdrawn',
  'staff-cost',
  'investment-name',
  'investment-figures',
] as const;
export type PlanIssueCode = (typeof planIssueCodes)[number];

/** What stands against submitting: where, and with what to say it. */
export type PlanIssue = {
  readonly part: PlanPart;
  readonly code: PlanIssueCode;
  /** What it is about: words of the measure, name of the row; empty where that is missing itself. */
  readonly name: string;
  /** Row counted from 1, month, or the year that a day must lie in; 0 where there is none. */
  readonly number: number;
};

type Known = {
  readonly year: number;
  /** People in post; who left or is unknown cannot answer for a measure. */
  readonly isPresent: (personId: number) => boolean;
};

const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

type Told = (code: PlanIssueCode, name?: string, number?: number) => void;

function checkMeasures(
  measures: PlanPartContents['measures']['measures'],
  { year, isPresent }: Known,
  tell: Told,
): void {
  if (measures.length === 0) tell('measures-missing');
  measures.forEach((measure, index) => {
    const name = short(measure.text);
    if (measure.text.trim() === '') tell('measure-text', '', index + 1);
    if (measure.ownerId === null) tell('measure-owner', name, index + 1);
    else if (!isPresent(measure.ownerId)) tell('measure-owner-left', name, index + 1);
    if (measure.dueOn === null) tell('measure-date', name, index + 1);
    else if (yearOf(measure.dueOn) !== year) tell('measure-other-year', name, year);
    if (measure.check.trim() === '') tell('measure-check', name, index + 1);
    if (measure.goals.length === 0) tell('measure-goals', name, index + 1);
  });
}

function checkMarket({ markets, blocks, swot, competitors }: PlanPartContents['market'], tell: Told): void {
  const nothing = markets.length + competitors.length + blocks.length === 0;
  if (nothing && Object.values(swot).every((text) => text.trim() === '')) tell('part-empty');
  markets.forEach((row, index) => {
    if (row.name.trim() === '') tell('market-name', '', index + 1);
    const over = (own: number | null, size: number | null): boolean =>
      own !== null && size !== null && own > size;
    if (over(row.ownNow, row.sizeNow) || over(row.ownNext, row.sizeNext))
      tell('market-share', row.name, index + 1);
  });
}

function checkStaffing({ posts }: PlanPartContents['staffing'], tell: Told): void {
  if (posts.length === 0) tell('part-empty');
  posts.forEach((row, index) => {
    if (row.post.trim() === '') tell('staff-name', '', index + 1);
    const month = overdrawnMonth(row);
    if (month !== undefined) tell('staff-overdrawn', row.post, month);
    if (row.monthlyCostFen === null) tell('staff-cost', row.post, index + 1);
  });
}

function checkInvestments({ investments }: PlanPartContents['investment'], tell: Told): void {
  investments.forEach((row, index) => {
    if (row.name.trim() === '') tell('investment-name', '', index + 1);
    if (Object.values(row).includes(null)) tell('investment-figures', row.name, index + 1);
  });
}

/** Everything that a plan still lacks before it can be submitted, in the order of its parts. */
export function missingForSubmit(parts: PlanPartContents, known: Known): PlanIssue[] {
  const issues: PlanIssue[] = [];
  for (const part of planParts) {
    const tell: Told = (code, name = '', number = 0) => void issues.push({ part, code, name, number });
    if (part === 'opening' && parts.opening.theme.trim() === '') tell('theme-missing');
    if (part === 'market') checkMarket(parts.market, tell);
    if (part === 'staffing') checkStaffing(parts.staffing, tell);
    if (part === 'investment') checkInvestments(parts.investment, tell);
    const withMeasures = measureParts.find((one) => one === part);
    if (withMeasures) checkMeasures(parts[withMeasures].measures, known, tell);
    for (const block of parts[part].blocks)
      if (block.kind === 'chart')
        for (const { row, text } of chartData(block).wrong)
          tell('chart-number', `${block.caption} “${text}”`, row + 1);
  }
  return issues;
}
