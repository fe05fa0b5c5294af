import { editBlock } from '#shared/features/goal/goal-edit-many.rules.ts';
import { spanOf } from '#shared/features/goal/goal-period.rules.ts';
import { personKey } from '#shared/features/goal/goal-row.rules.ts';
import { monthsOfYear } from '#shared/features/goal/goal-tree.rules.ts';
import { DeskError, invalidField, type FieldIssue } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { saveGiven, savePromised } from './goal-cell.repository.ts';
import { addDraft, listPlans } from './goal.repository.ts';
import { loadPlan } from './goal.sheet.ts';
import { refusalIssue } from './goal.words.ts';

/** Months' goals of one person, as a calculation or a talk gave them. Values: pieces or fen. */
export type PersonGoals = {
  readonly personId: number;
  readonly year: number;
  readonly cells: readonly { readonly indicator: string; readonly period: string; readonly value: number }[];
};

/**
 * Writes what a person takes on: as the person's promise, and with `confirmed` (the manager's yes) as given, too; the sums
 * above follow. Into the draft and the edition in force of the year, whichever there are; where there is none a draft is made
 * with the reason. Errors: issues `goal-…` beside `cells.N.value` (locks, a person who left, another year).
 */
export async function adoptGoals(
  context: CommandContext,
  { personId, year, cells }: PersonGoals,
  options: { readonly confirmed: boolean; readonly reason: string },
): Promise<void> {
  const { writer, actor, clock } = context;
  const person = await writer
    .selectFrom('person')
    .select('departmentId')
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw invalidField('personId', 'goal-no-row');
  const plans = (await listPlans(writer, year)).filter(({ state }) => state !== 'replaced');
  const targets =
    plans.length > 0
      ? plans
      : [
          await addDraft(writer, {
            year,
            edition: 1,
            reason: options.reason,
            at: clock.now(),
            by: actor,
            from: null,
          }),
        ];
  const key = personKey(person.departmentId, personId);
  for (const plan of targets) {
    const loaded = await loadPlan(writer, plan, [...new Set(cells.map(({ indicator }) => indicator))], [key]);
    const row = loaded.rowOf.get(key);
    if (row === undefined) throw invalidField('personId', 'goal-no-row');
    const issues: FieldIssue[] = [];
    const placed = cells.flatMap((cell, at) => {
      const span = spanOf(cell.period, year);
      if (span && span.to - span.from === 1) return [{ ...cell, at, span }];
      issues.push({ field: `cells.${at}.value`, issue: 'goal-other-year', params: { year } });
      return [];
    });
    for (const [indicator, own] of Map.groupBy(placed, (one) => one.indicator)) {
      const sheet = loaded.sheets.get(indicator);
      if (!sheet) continue;
      const promised = own.map(({ span, value }) => {
        const cell = row * monthsOfYear + span.from;
        return { cell, before: sheet.promised[cell] ?? null, after: value };
      });
      const edits = own.map(({ span, value }) => ({ node: { row, span }, value, mode: 'bottomUp' as const }));
      const result = editBlock(sheet.sheet, sheet.book, edits, loaded.setting);
      for (const [at, refusal] of result.refusals)
        issues.push(
          refusalIssue(`cells.${own[at]?.at ?? 0}.value`, refusal, {
            rows: loaded.rows,
            year,
            unit: sheet.unit,
            language: actor.language,
          }),
        );
      if (issues.length > 0) continue;
      await savePromised(writer, plan, indicator, loaded.rows, promised);
      if (options.confirmed) await saveGiven(writer, plan, indicator, loaded.rows, result.changes);
    }
    if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
    context.changed({ feature: 'goalPlan', id: plan.id, changes: [] });
  }
}
