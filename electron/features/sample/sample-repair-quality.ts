import { allowanceKey } from '#shared/features/repair/repair.rules.ts';
import type { SampleRows } from './sample-rows.ts';
import type { SampleWorld } from './sample-world.ts';

/** What the quality of a repair order adds to its row and parts; takes no throw of the dice, so the rest stays as it was. */

type RepairRow = SampleRows['repair'];
type PartRow = SampleRows['repairPart'];

/** 维修类别 by type of order: trucks come for second-level maintenance, accidents are special repairs. */
export const sampleRepairClass = (type: RepairRow['type'], isTruck: boolean): RepairRow['repairClass'] => {
  if (type === 'maintenance') return isTruck ? 'secondMaintenance' : 'firstMaintenance';
  return type === 'accident' ? 'special' : 'minor';
};

const suppliers = ['鲁通汽配', '中重配件城', '恒远商用车配件'] as const;

/** Origin papers of a part: consent and allowance where it is not original and the order has left; a few wait in the house. */
export function samplePartPapers(
  world: SampleWorld,
  part: Pick<PartRow, 'origin' | 'code' | 'name' | 'quantityHundredths'>,
  order: { readonly number: string; readonly left: number | null; readonly customerName: string | null },
): Pick<
  PartRow,
  | 'supplier'
  | 'voucher'
  | 'consentBy'
  | 'consentOn'
  | 'allowedReason'
  | 'allowedById'
  | 'allowedOn'
  | 'allowedFor'
> {
  const nothing = {
    supplier: null,
    voucher: null,
    consentBy: null,
    consentOn: null,
    allowedReason: null,
    allowedById: null,
    allowedOn: null,
    allowedFor: null,
  };
  if (part.origin === 'original') return nothing;
  const supplier = suppliers[part.name.length % suppliers.length] ?? null;
  const papers = { ...nothing, supplier, voucher: `SH${order.number.slice(2)}` };
  if (order.left === null) return papers;
  const on = world.calendar.day(order.left);
  return {
    ...papers,
    consentBy: order.customerName ?? '车主',
    consentOn: on,
    allowedReason: '原厂件缺货，客户同意使用',
    allowedById: world.staff.find(({ post }) => post === '售后经理')?.id ?? 1,
    allowedOn: on,
    allowedFor: allowanceKey({ ...part, supplier }),
  };
}
