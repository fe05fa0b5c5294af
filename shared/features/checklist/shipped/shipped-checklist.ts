import type { VehicleKind } from '../../vehicle/vehicle.rules.ts';
import type { ChecklistContent, ChecklistSection, CheckPurpose, RepairClass } from '../checklist.content.ts';
import type { Two } from './item.ts';

/** A check list that comes with the program; the key never changes. */
export type ShippedChecklist = {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly purpose: CheckPurpose;
  readonly content: ChecklistContent;
};

export const shipped = (
  key: string,
  [name, nameEn]: Two,
  purpose: CheckPurpose,
  sections: readonly ChecklistSection[],
  scope: {
    readonly vehicleKinds?: readonly VehicleKind[];
    readonly repairClasses?: readonly RepairClass[];
    readonly damageMap?: boolean;
  } = {},
): ShippedChecklist => ({
  key,
  name,
  nameEn,
  purpose,
  content: {
    vehicleKinds: [...(scope.vehicleKinds ?? [])],
    repairClasses: [...(scope.repairClasses ?? [])],
    damageMap: scope.damageMap ?? false,
    sections: [...sections],
  },
});
