import type { Generated } from 'kysely';
import type { goalFields } from '#shared/features/goal/goal.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    goal: RecordTable<typeof goalFields>;
    goalPlan: GoalPlanTable;
    goalCell: GoalCellTable;
    goalLock: GoalLockTable;
  }
}

/** An edition of a year's goals. */
export type GoalPlanTable = {
  id: Generated<number>;
  version: Generated<number>;
  year: number;
  edition: number;
  state: string;
  reason: string;
  createdAt: string;
  createdById: number | null;
  createdBy: string;
  inForceAt: string | null;
  inForceBy: string | null;
};

/** What a row of the tree holds itself in a month. */
export type GoalCellTable = {
  planId: number;
  indicator: string;
  rowKey: string;
  period: string;
  departmentId: number | null;
  personId: number | null;
  given: number | null;
  /** Days of the month that were set by hand (`goal-day.rules`); null: by the calendar. */
  days: string | null;
  promised: number | null;
};

export type GoalLockTable = {
  planId: number;
  indicator: string;
  rowKey: string;
  period: string;
  at: string;
  personName: string;
};
