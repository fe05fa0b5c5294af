import type { DistributionInput, DistributionLine } from '#shared/features/goal/goal.contract.ts';
import { followDays, type DayChange } from '#shared/features/goal/goal-day-book.rules.ts';
import { distributeRows } from '#shared/features/goal/goal-distribute-rows.rules.ts';
import { distributeMonths, type SharedPart } from '#shared/features/goal/goal-distribute.rules.ts';
import type { GoalRefusal } from '#shared/features/goal/goal-edit.rules.ts';
import { monthPeriod, spanOf } from '#shared/features/goal/goal-period.rules.ts';
import {
  changedSheet,
  monthsOfYear,
  totalAt,
  totalsOf,
  type CellChange,
  type GoalNode,
} from '#shared/features/goal/goal-tree.rules.ts';
import { periodWords } from '#shared/features/goal/goal-words.ts';
import { channels } from '#shared/features/order/order.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { DeskError, invalidField } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { hasFacets, listPattern } from './goal.pattern.ts';
import type { GoalPlan } from '#shared/features/goal/goal.contract.ts';
import { loadPlan, type LoadedPlan, type LoadedSheet } from './goal.sheet.ts';
import { monthWeightsOf, rowWeightsOf } from './goal.weights.ts';
import { refusalIssue, rowName } from './goal.words.ts';

/** A distribution worked out, not written. */
export type WorkedOut = {
  readonly loaded: LoadedPlan;
  readonly sheet: LoadedSheet;
  readonly node: GoalNode;
  readonly changes: readonly DayChange[];
  readonly raised: readonly number[];
  readonly lines: readonly DistributionLine[];
  readonly total: number;
};

/**
 * Works a distribution out. Errors: issues goal-unknown-indicator, goal-no-row, goal-not-a-period, goal-rate, goal-nothing,
 * goal-no-pattern, goal-nobody, goal-no-facet, goal-facet-below, and those of the rules.
 */
export async function workOut(
  reader: Reader | Writer,
  plan: GoalPlan,
  input: DistributionInput,
  { language, today }: { readonly language: Language; readonly today: Day },
): Promise<WorkedOut> {
  const names = await facetNames(reader, plan, input, today);
  const loaded = await loadPlan(reader, plan, [input.indicator], names);
  const sheet = loaded.sheets.get(input.indicator);
  const row = loaded.rowOf.get(input.row);
  const span = spanOf(input.period, plan.year);
  if (!sheet || row === undefined) throw invalidField('row', 'goal-no-row');
  if (!span) throw invalidField('period', 'goal-other-year', { year: plan.year });
  if (sheet.sheet.kind !== 'sum') throw invalidField('method', 'goal-rate');
  const node: GoalNode = { row, span };
  const total = totalAt(totalsOf(sheet.sheet), 'sum', node) ?? 0;
  if (total === 0) throw invalidField('period', 'goal-nothing');
  const facet = input.over === 'channel' || input.over === 'model' ? input.over : null;
  if (facet !== null) assertFacet(loaded, sheet, row, facet);

  const weighing = { reader, loaded, node, input, today };
  const result =
    input.over === 'months'
      ? distributeMonths(sheet.sheet, node, await monthWeightsOf(weighing), loaded.setting)
      : distributeRows(sheet.sheet, node, await rowWeightsOf(weighing), {
          deep: input.deep && facet === null,
          closed: loaded.setting.closed,
        });
  const refuse = (refusal: GoalRefusal): DeskError =>
    new DeskError({
      code: 'invalid-input',
      issues: [
        refusalIssue('period', refusal, { rows: loaded.rows, year: plan.year, unit: sheet.unit, language }),
      ],
    });
  if (result.refusal) throw refuse(result.refusal);
  const followed = followDays(sheet.sheet, sheet.book, result.changes);
  if (followed.refusal) throw refuse(followed.refusal);
  return {
    loaded,
    sheet,
    node,
    changes: followed.changes,
    raised: result.raised,
    total,
    lines: linesOf(loaded, sheet, node, input, result.changes, result.parts, language),
  };
}

/** Keys of the channels or models that may get something. */
async function facetNames(
  reader: Reader | Writer,
  plan: GoalPlan,
  { over, row, parts, indicator }: DistributionInput,
  today: Day,
): Promise<string[]> {
  if (over !== 'channel' && over !== 'model') return [];
  if (!hasFacets(indicator)) throw invalidField('over', 'goal-no-facet');
  const isOfRow = (key: string): boolean => key.startsWith(`${row}.${over}.`);
  if (parts.length > 0) return parts.map(({ key }) => key).filter(isOfRow);
  if (over === 'channel') return channels.map((name) => `${row}.channel.${name}`);
  const reached = await listPattern(reader, indicator, plan.year - 1, today, 'model');
  return [...new Set(reached.flatMap(({ facet }) => facet ?? []))].map((name) => `${row}.model.${name}`);
}

/** Channels or models stand below the last rows, and only one of the two. */
function assertFacet(
  { rows }: LoadedPlan,
  { sheet }: LoadedSheet,
  row: number,
  over: 'channel' | 'model',
): void {
  const totals = totalsOf(sheet);
  for (const [at, one] of rows.entries()) {
    if (one.parent !== row) continue;
    const amounts = totals.slice(at * monthsOfYear, (at + 1) * monthsOfYear);
    if (amounts.every((amount) => amount === null || amount === 0)) continue;
    if (one.facet === null) throw invalidField('over', 'goal-facet-below');
    if (one.facet.kind !== over) throw invalidField('over', 'goal-one-facet');
  }
}

function linesOf(
  { rows, plan }: LoadedPlan,
  { sheet }: LoadedSheet,
  node: GoalNode,
  input: DistributionInput,
  changes: readonly CellChange[],
  parts: readonly SharedPart[],
  language: Language,
): DistributionLine[] {
  const before = totalsOf(sheet);
  const after = totalsOf(changedSheet(sheet, changes));
  const shares = new Map<number, number>();
  let all = 0;
  for (const { column, share } of parts) {
    shares.set(column, (shares.get(column) ?? 0) + share);
    all += share;
  }
  const line = (at: GoalNode, column: number, key: string, name: string): DistributionLine => {
    const share = shares.get(column) ?? 0;
    return {
      key,
      name,
      share,
      weight: all === 0 ? 0 : Math.round((share / all) * 10_000),
      before: totalAt(before, 'sum', at) ?? 0,
      after: totalAt(after, 'sum', at) ?? 0,
    };
  };
  if (input.over === 'months')
    return Array.from({ length: node.span.to - node.span.from }, (_, column) => {
      const month = node.span.from + column;
      const period = monthPeriod(plan.year, month);
      return line(
        { row: node.row, span: { from: month, to: month + 1 } },
        column,
        period,
        periodWords(period, language),
      );
    });
  return rows
    .flatMap((one, row) => (one.parent === node.row ? [{ one, row }] : []))
    .map(({ one, row }, column) => line({ row, span: node.span }, column, one.key, rowName(one, language)))
    .filter(({ before: was, after: is, share }) => was > 0 || is > 0 || share > 0);
}
