import type { Generated } from 'kysely';

/** Written by triggers. `auditSeq`: the row of the audit with which the transaction ended; null: before the history began. */
type AssignmentTable = {
  id: Generated<number>;
  customerId: number;
  fromId: number | null;
  toId: number | null;
  at: string;
  auditSeq: number | null;
};

/** `moved`: JSON, kind → successor → ids. */
type AssignmentHandOverTable = {
  id: Generated<number>;
  fromId: number;
  cause: string;
  reason: string;
  at: string;
  personId: number;
  personName: string;
  moved: string;
  undoneAt: string | null;
  undoneBy: string | null;
  returned: number | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    assignment: AssignmentTable;
    assignmentHandOver: AssignmentHandOverTable;
  }
}
