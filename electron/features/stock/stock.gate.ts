import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordValues } from '#electron/kernel/record/record-definition.ts';
import { isHandedOver } from '../delivery/delivery.handed-over.ts';
import { assertMayLeave } from '../inspection/inspection.pdi.ts';
import { listDone } from '../inspection/inspection.repository.ts';

/** Handed over: sold, or left without going back to the maker. */
const isGone = (values: RecordValues | null): boolean =>
  values !== null &&
  (values['state'] === 'sold' || (values['leftOn'] !== null && values['state'] !== 'returned'));

/**
 * No vehicle leaves without its three PDI as of today, whatever day is written down, nor without the hand-over that both
 * sides signed; signed checks stay with the VIN that they were made of. Errors of assertMayLeave; `hand-over-unsigned`,
 * `checked-vin-stays`.
 */
export async function stockMayLeave(
  { writer, clock }: CommandContext,
  before: RecordValues | null,
  after: RecordValues,
): Promise<void> {
  // A vehicle that is entered as sold has no id yet, and no checks.
  const id = Number(after['id'] ?? 0);
  if (before && before['vin'] !== after['vin']) {
    const checks = await listDone(writer, { stockId: id, repairId: null });
    if (checks.some(({ state }) => state === 'passed' || state === 'failed'))
      throw ruleViolated('checked-vin-stays');
  }
  if (!isGone(after) || isGone(before)) return;
  const kind = after['kind'] as VehicleKind; // a choice of the field table
  await assertMayLeave(writer, { id, kind, leftOn: null }, clock.today());
  if (!(await isHandedOver(writer, id))) throw ruleViolated('hand-over-unsigned');
}
