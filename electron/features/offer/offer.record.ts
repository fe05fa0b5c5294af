import { offerRuleFields, type OfferKind } from '#shared/features/offer/offer.fields.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';

/** The limit without which a kind finds nobody. */
const needs: Partial<Record<OfferKind, keyof typeof offerRuleFields>> = {
  tierNear: 'amountFen',
  pointsExpiring: 'days',
  vehicleAge: 'months',
  insuredElsewhere: 'days',
  lastWork: 'keywords',
};

export const offerRuleRecord = {
  feature: 'offerRule',
  table: 'offerRule',
  fields: offerRuleFields,
  readRight: 'campaign.read',
  title: 'name',
  titleEn: 'nameEn',
  indexed: false,
  check(values) {
    const need = needs[values['kind'] as OfferKind];
    if (need && (values[need] ?? '') === '') throw invalidField(`values.${need}`, 'required');
    checkValidSpan(values);
  },
} satisfies RecordDefinition;
