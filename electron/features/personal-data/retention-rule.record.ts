import { retentionRuleFields } from '#shared/features/personal-data/retention-rule.fields.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';

export const retentionRuleRecord = {
  feature: 'retentionRule',
  table: 'retentionRule',
  fields: retentionRuleFields,
  readRight: 'setting.read',
  title: 'source',
  titleEn: 'sourceEn',
  indexed: false,
  check: checkValidSpan,
} satisfies RecordDefinition;
