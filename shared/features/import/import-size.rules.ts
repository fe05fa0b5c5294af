import type { ImportCounts } from './import.contract.ts';

/** How many records an import makes and changes. */
export type ImportSize = { readonly create: number; readonly update: number };

/**
 * An import that makes or changes more records than these is written only when a person agreed to it (reliability.md §1: no mass
 * loss). New records are taken back whole by an undo, changed ones may have been edited since: so few of those go unasked.
 */
export const unaskedImport: ImportSize = { create: 10_000, update: 200 };

/** Agreed to whatever the file does: `--yes` of the command line. */
export const anyImportSize: ImportSize = {
  create: Number.MAX_SAFE_INTEGER,
  update: Number.MAX_SAFE_INTEGER,
};

/** Records of all features together; a row may make one and change another. */
export function importSize({ records }: Pick<ImportCounts, 'records'>): ImportSize {
  let [create, update] = [0, 0];
  for (const one of Object.values(records)) {
    create += one.create;
    update += one.update;
  }
  return { create, update };
}

/** Whether an import goes beyond what goes unasked and what the person agreed to. */
export const mustAsk = (size: ImportSize, agreed: ImportSize): boolean =>
  size.create > Math.max(unaskedImport.create, agreed.create) ||
  size.update > Math.max(unaskedImport.update, agreed.update);
