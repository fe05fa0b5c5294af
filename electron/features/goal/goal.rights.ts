import type { GoalRow } from '#shared/features/goal/goal-row.rules.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { may, scopeOf } from '#shared/rpc/rights.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { departmentsLedBy } from '../department/department.leading.ts';

/**
 * Who sees, sets and promises what: owner and manager everything; who leads a department the people of it and of those below
 * it, within what the department was given; everybody sees and promises the own goals.
 */
export type GoalSight = {
  readonly sees: (row: GoalRow) => boolean;
  /** Whole tree, or only rows below a department that the person leads. */
  readonly sets: (row: GoalRow) => boolean;
  readonly setsAll: boolean;
  readonly promises: (row: GoalRow) => boolean;
};

export async function goalSight(reader: Reader | Writer, actor: Actor): Promise<GoalSight> {
  const led = await departmentsLedBy(reader, actor.personId);
  const isMine = (row: GoalRow): boolean => row.personId === actor.personId;
  const isLed = (row: GoalRow): boolean => row.departmentId !== null && led.has(row.departmentId);
  const setsAll = scopeOf(actor.roles, 'goal.plan') === 'all';
  const maySet = may(actor.roles, 'goal.plan');
  const seesAll = may(actor.roles, 'othersGoal.read');
  return {
    sees: (row) => seesAll || isMine(row) || isLed(row),
    sets: (row) => setsAll || (maySet && isLed(row) && row.kind !== 'department'),
    setsAll,
    promises: (row) =>
      may(actor.roles, 'goal.promise') &&
      row.personId !== null &&
      (scopeOf(actor.roles, 'goal.promise') === 'all' || isMine(row)),
  };
}

export const forbidden = (right: string): DeskError => new DeskError({ code: 'forbidden', right });
