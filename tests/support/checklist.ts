import type { ChecklistContent, ChecklistItem } from '#shared/features/checklist/checklist.content.ts';

type OkNg = Extract<ChecklistItem, { type: 'okNg' }>;
type Measured = Extract<ChecklistItem, { type: 'number' }>;

/** An OK/NG item that must be answered and asks for a note on NG. */
export const okNgItem = (code: string, given: Partial<OkNg> = {}): OkNg => ({
  type: 'okNg',
  code,
  title: { zh: code },
  required: true,
  mayNotApply: false,
  ngNote: true,
  ngPhoto: false,
  ...given,
});

/** A measured item; limits in thousandths of the unit. */
export const numberItem = (
  code: string,
  lowest: number | null,
  highest: number | null,
  given: Partial<Measured> = {},
): Measured => ({ ...okNgItem(code), ...given, type: 'number', unit: given.unit ?? 'mm', lowest, highest });

/** One section with the given items, for every vehicle. */
export const contentOf = (
  items: readonly ChecklistItem[],
  given: Partial<ChecklistContent> = {},
): ChecklistContent => ({
  vehicleKinds: [],
  repairClasses: [],
  damageMap: false,
  sections: [{ code: 'one', title: { zh: '一' }, items: [...items] }],
  ...given,
});
