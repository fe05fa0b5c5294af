import type { CellDone, goalContract, GoalsDone } from '#shared/features/goal/goal.contract.ts';
import { followDays } from '#shared/features/goal/goal-day-book.rules.ts';
import { handOn } from '#shared/features/goal/goal-hand-on.rules.ts';
import { spanOf } from '#shared/features/goal/goal-period.rules.ts';
import { isUnder } from '#shared/features/goal/goal-tree.rules.ts';
import { DeskError, invalidField } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { listIndicatorsOf, saveGiven } from './goal-cell.repository.ts';
import { doneOf, draftOf, placesOf, tellChanges } from './goal.changes.ts';
import { assertTotalKept } from './goal.placing.ts';
import { forbidden, goalSight } from './goal.rights.ts';
import { loadPlan } from './goal.sheet.ts';
import { refusalIssue } from './goal.words.ts';

/** 交接 the rest of the goals of somebody who leaves or changes the department, of every indicator at once. */
export const goalHandOn: Pick<HandlersOf<typeof goalContract>, 'handOn'> = {
  async handOn({ planId, row: key, from, to }, context) {
    const plan = await draftOf(context, planId);
    const span = spanOf(from, plan.year);
    if (!span) throw invalidField('from', 'goal-other-year', { year: plan.year });
    const indicators = await listIndicatorsOf(context.writer, planId, key);
    const loaded = await loadPlan(context.writer, plan, indicators, to);
    const row = loaded.rowOf.get(key);
    if (row === undefined) throw invalidField('row', 'goal-no-row');
    const targets = to.map((target, at) => {
      const found = loaded.rowOf.get(target);
      if (found === undefined) throw invalidField(`to.${at}`, 'goal-no-row');
      return found;
    });
    const parents = loaded.rows.map(({ parent }) => parent);
    const itself = targets.findIndex((target) => isUnder(parents, target, row));
    if (itself >= 0) throw invalidField(`to.${itself}`, 'goal-hand-on-itself');
    const sight = await goalSight(context.writer, context.actor);
    for (const at of [row, ...targets]) {
      const one = loaded.rows[at];
      if (!one || !sight.sets(one)) throw forbidden('goal.plan');
    }
    const done: CellDone[] = [];
    const raised: GoalsDone['raised'][number][] = [];
    for (const { indicator, unit, sheet, book } of loaded.sheets.values()) {
      const moved = handOn(sheet, { row, from: span.from, targets }, loaded.setting.closed);
      const followed = moved.refusal ? moved : followDays(sheet, book, moved.changes);
      if (moved.refusal || followed.refusal) {
        const refusal = moved.refusal ?? followed.refusal;
        if (!refusal) continue;
        const about = { rows: loaded.rows, year: plan.year, unit, language: context.actor.language };
        throw new DeskError({ code: 'invalid-input', issues: [refusalIssue('to', refusal, about)] });
      }
      if (!sight.setsAll) assertTotalKept(followed.changes);
      await saveGiven(context.writer, plan, indicator, loaded.rows, followed.changes);
      done.push(...doneOf(loaded, indicator, followed.changes));
      raised.push(...placesOf(loaded, indicator, moved.raised));
    }
    if (done.length === 0) throw invalidField('from', 'goal-nothing-to-hand-on');
    context.tell('handedOn', loaded.rows[row]?.name ?? key);
    context.tell(
      'to',
      targets.map((target) => loaded.rows[target]?.name ?? ''),
    );
    tellChanges(context, plan, done);
    return { changes: done, raised };
  },
};
