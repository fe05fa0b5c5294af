import type { Generated } from 'kysely';
import type { ActionLineKind } from '#shared/features/action/action.contract.ts';
import type { actionFields } from '#shared/features/action/action.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

export type ActionLineTable = {
  id: Generated<number>;
  actionId: number;
  meetingId: number | null;
  at: string;
  kind: ActionLineKind;
  personId: number;
  personName: string;
  /** Who owned the item when the line was written (before a change of owner). */
  ownerId: number;
  text: string;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    action: RecordTable<typeof actionFields>;
    actionLine: ActionLineTable;
  }
}
