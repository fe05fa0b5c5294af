import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { cashFlow } from '#shared/features/plan/plan.rules.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { GoalTableRow } from '../goal/goal.period.ts';
import type { PlanBudget } from './plan.budget.ts';
import { paper } from './plan.paper.ts';
import { budgetSheet } from './plan.workbook-budget.ts';
import { closingSheet, otherSheet } from './plan.workbook-figures.ts';
import { goalSheet } from './plan.workbook-goals.ts';
import { marketSheets } from './plan.workbook-market.ts';
import { cashFlowSheet, investmentSheet } from './plan.workbook-money.ts';
import { paySheet } from './plan.workbook-pay.ts';
import { staffSheet } from './plan.workbook-staff.ts';
import { aboutSheet, measureSheet, writtenSheet } from './plan.workbook-text.ts';

export type WorkbookData = {
  readonly view: PlanView;
  /** Goals of all rows of the plan's edition of goals: store, departments, people, channels and models. */
  readonly goals: readonly GoalTableRow[];
  readonly budget: PlanBudget;
};

const hasRows = ({ rows }: WriteSheet): boolean => (rows ?? []).length > 1;

/**
 * 工作簿 the whole plan in the reader's language: what the program computes is a formula that computes it again in the
 * spreadsheet. Sheets without a line are left out. `now`: an instant.
 */
export async function planWorkbook(
  { view, goals, budget }: WorkbookData,
  language: Language,
  now: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { content, hiddenPay } = view;
  const page = paper(language, content.people);
  const { investments } = content.parts.investment;
  const { posts } = content.parts.staffing;
  const flow = cashFlow(investments, content.year);
  const tree = goalSheet(goals, page);
  const sources = { goals: tree.storeMoney, posts, investments, flow, budget };
  const bytes = await writeXlsx({
    sheets: [
      aboutSheet(view, now, page),
      closingSheet(content, page),
      otherSheet(content, page),
      ...marketSheets(content.parts.market, page),
      staffSheet(posts, page),
      paySheet(content.pay, hiddenPay, page),
      tree.sheet,
      measureSheet(view, page),
      budgetSheet(sources, page),
      investmentSheet(investments, page),
      ...(investments.length === 0 ? [] : [cashFlowSheet(flow, investments.length, page)]),
      writtenSheet(content, page),
    ].filter(hasRows),
  });
  return new Uint8Array(bytes);
}
