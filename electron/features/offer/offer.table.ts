import type { offerRuleFields } from '#shared/features/offer/offer.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    offerRule: RecordTable<typeof offerRuleFields>;
  }
}
