import type { CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import { repairGate } from '../repair/repair.checking.ts';
import type { CheckGate } from './inspection.gate.ts';
import { stockGate } from './inspection.pdi.ts';

/** Which gate a check passes. */
export const gates: Readonly<Record<CheckPurpose, CheckGate>> = {
  arrival: stockGate,
  departure: stockGate,
  quality: stockGate,
  preparation: stockGate,
  ceremony: stockGate,
  self: repairGate,
  peer: repairGate,
  final: repairGate,
};
