import type { CheckPurpose, RepairClass } from '#shared/features/checklist/checklist.content.ts';
import type { CheckRefusal } from '#shared/features/inspection/inspection.rules.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Role } from '#shared/rpc/rights.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { Subject } from './inspection.repository.ts';

/** What a new check is of, as its vehicle or repair order knows it. */
export type CheckedThing = Subject & {
  readonly vin: string | null;
  readonly plate: string | null;
  readonly vehicleKind: VehicleKind | null;
  /** Decides the list of a repair's levels; null for the others. */
  readonly repairClass: RepairClass | null;
  readonly odometerKm: number | null;
  /** 轮次 of the new check. */
  readonly round: number;
};

export type Checker = { readonly personId: number; readonly roles: readonly Role[] };

/** Who asks for a check of what: either a stock vehicle or a repair order is named. */
export type Asked = Partial<Subject> & { readonly purpose: CheckPurpose };

/**
 * What the engine must know of the things that it checks. One gate per family of purposes, kept by the feature that owns the
 * thing; the engine asks it when a check begins, when one is signed, and what to show meanwhile.
 */
export type CheckGate = {
  /** Errors: not-found; invalid-input when neither vehicle nor repair order is named. */
  readonly thing: (reader: Reader | Writer, asked: Asked) => Promise<CheckedThing>;
  /** Why the person can neither begin nor sign the check; null: go ahead. */
  readonly refusal: (
    reader: Reader | Writer,
    asked: Subject & { readonly purpose: CheckPurpose },
    checker: Checker,
    today: Day,
  ) => Promise<CheckRefusal | null>;
  /** What else a failed check brings about, in the transaction of its signature. `found`: one line an item. */
  readonly failed?: (
    context: CommandContext,
    check: Subject & { readonly id: number; readonly round: number },
    found: readonly string[],
  ) => Promise<void>;
};
