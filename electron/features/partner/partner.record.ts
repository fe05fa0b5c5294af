import { agreementProblem } from '#shared/features/partner/partner-agreement.rules.ts';
import {
  partnerAgreementFields,
  partnerCardFields,
  partnerFields,
  partnerKindFields,
  partnerSettlementFields,
} from '#shared/features/partner/partner.fields.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { agreementMayBe, agreementStands, kindStands, partnerStands } from './partner.gate.ts';

export const partnerKindRecord = {
  feature: 'partnerKind',
  table: 'partnerKind',
  fields: partnerKindFields,
  readRight: 'partner.read',
  title: 'name',
  titleEn: 'nameEn',
  indexed: false,
  afterChange: kindStands,
} satisfies RecordDefinition;

export const partnerRecord = {
  feature: 'partner',
  table: 'partner',
  fields: partnerFields,
  readRight: 'partner.read',
  title: 'name',
  detail: 'contact',
  afterChange: partnerStands,
} satisfies RecordDefinition;

export const partnerAgreementRecord = {
  feature: 'partnerAgreement',
  table: 'partnerAgreement',
  fields: partnerAgreementFields,
  readRight: 'partner.read',
  title: 'cardName',
  detail: 'validFrom',
  check(values) {
    const problem = agreementProblem(values);
    if (problem) throw invalidField(`values.${problem.field}`, problem.issue);
  },
  gate: agreementMayBe,
  afterChange: agreementStands,
} satisfies RecordDefinition;

/** Written by the core alone, with its entries. */
export const partnerCardRecord = {
  feature: 'partnerCard',
  table: 'partnerCard',
  fields: partnerCardFields,
  readRight: 'partner.read',
  title: 'number',
  detail: 'expiresOn',
} satisfies RecordDefinition;

/** Written by the core alone when both have agreed. */
export const partnerSettlementRecord = {
  feature: 'partnerSettlement',
  table: 'partnerSettlement',
  fields: partnerSettlementFields,
  readRight: 'partnerSettlement.read',
  title: 'number',
  detail: 'month',
  indexed: false,
} satisfies RecordDefinition;
