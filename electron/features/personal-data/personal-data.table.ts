import type { Generated } from 'kysely';
import type { retentionRuleFields } from '#shared/features/personal-data/retention-rule.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

/** `scopes`: JSON list. `auditSeq`: the row of the audit that tells who; null: before the history began. */
type PersonalDataConsentTable = {
  id: Generated<number>;
  customerId: number;
  decision: string;
  scopes: string;
  onDay: string;
  way: string;
  note: string | null;
  at: string;
  auditSeq: number | null;
};

/** `changed`: JSON, feature → records; `kept`: JSON, the groups that stay; `photos`: JSON, kinds of photos that went; null: not told then. */
type PersonalDataDeletionTable = {
  id: Generated<number>;
  customerId: number;
  at: string;
  personId: number;
  personName: string;
  reason: string;
  changed: string;
  kept: string;
  photos: string | null;
  backupsUntil: string;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    personalDataConsent: PersonalDataConsentTable;
    /** Files that are still to be removed. */
    personalDataFile: { hash: string };
    personalDataDeletion: PersonalDataDeletionTable;
    retentionRule: RecordTable<typeof retentionRuleFields>;
  }
}
