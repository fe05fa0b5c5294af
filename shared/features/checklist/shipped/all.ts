import { pdiChecklists } from './pdi.ts';
import { ceremonyChecklist, preparationChecklists } from './preparation.ts';
import { repairChecklists } from './repair.ts';
import type { ShippedChecklist } from './shipped-checklist.ts';

/** Raised by one whenever a text below changes: a store looks at the texts only then (a test compares them with it). */
export const shippedVersion = 1;

/** Every check list that comes with the program. */
export const shippedChecklists: readonly ShippedChecklist[] = [
  ...pdiChecklists,
  ...preparationChecklists,
  ceremonyChecklist,
  ...repairChecklists,
];
