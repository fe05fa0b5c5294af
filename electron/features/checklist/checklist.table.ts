import type { Generated } from 'kysely';
import type { checklistFields } from '#shared/features/checklist/checklist.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    checklist: RecordTable<typeof checklistFields>;
    checklistEdition: ChecklistEditionTable;
    checklistOffer: { shippedKey: string; hash: string };
  }
}

/** A published edition, or the draft: then edition, hash, publishedAt and reason are null. */
export type ChecklistEditionTable = {
  id: Generated<number>;
  checklistId: number;
  edition: number | null;
  version: number;
  /** Canonical JSON of a ChecklistContent. */
  content: string;
  source: string;
  personId: number | null;
  personName: string;
  savedAt: string;
  hash: string | null;
  publishedAt: string | null;
  reason: string | null;
};
