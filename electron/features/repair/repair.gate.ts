import { leaveRefusal } from '#shared/features/repair/repair.rules.ts';
import type { RepairClass } from '#shared/features/checklist/checklist.content.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordValues } from '#electron/kernel/record/record-definition.ts';
import { readLeaving } from './repair-check.repository.ts';

const isGone = (values: RecordValues | null): boolean =>
  values !== null &&
  (values['state'] === 'handedOver' || values['handedOverAt'] !== null) &&
  values['state'] !== 'cancelled';

/** No repair is handed over by hand before its levels passed, its parts are allowed and its certificate stands. Errors: LeaveRefusal. */
export async function repairMayLeave(
  { writer }: CommandContext,
  before: RecordValues | null,
  after: RecordValues,
): Promise<void> {
  if (!isGone(after) || isGone(before)) return;
  const repairClass = after['repairClass'] as RepairClass | null; // a choice of the field table
  const refusal = leaveRefusal({
    repairClass,
    // An order that is entered as handed over has no id yet, and no checks.
    ...(await readLeaving(writer, Number(after['id'] ?? 0))),
  });
  if (refusal) throw ruleViolated(refusal);
}
