import {
  partnerAgreementFields,
  partnerCardFields,
  partnerFields,
  partnerKindFields,
  partnerSettlementFields,
} from '#shared/features/partner/partner.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';

export const partnerLayout: RecordLayout = {
  feature: 'partner',
  fields: partnerFields,
  title: ['name'],
  usualSort: [{ field: 'name', descending: false }],
  groups: [
    { name: 'basic', fields: ['name', 'kindId', 'state', 'personId'] },
    { name: 'contact', fields: ['contact', 'phone', 'address'] },
    { name: 'note', fields: ['note'] },
  ],
};

export const partnerKindLayout: RecordLayout = {
  feature: 'partnerKind',
  fields: partnerKindFields,
  title: ['name'],
  titleEn: 'nameEn',
  usualSort: [{ field: 'id', descending: false }],
  groups: [
    { name: 'basic', fields: ['name', 'nameEn'] },
    { name: 'note', fields: ['note'] },
  ],
};

export const partnerAgreementLayout: RecordLayout = {
  feature: 'partnerAgreement',
  fields: partnerAgreementFields,
  title: ['cardName'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'validFrom', descending: true }],
  groups: [
    { name: 'basic', fields: ['partnerId', 'cardName', 'validFrom', 'validTo', 'numbering'] },
    { name: 'content', fields: ['unit', 'faceFen', 'faceTimes', 'timeFen', 'validDays'] },
    {
      name: 'amounts',
      fields: ['bearer', 'storeShareHundredths', 'cardFen', 'useFen', 'rebateHundredths', 'settleDay'],
    },
    { name: 'quotas', fields: ['monthQuota', 'totalQuota', 'perCustomer'] },
    { name: 'note', fields: ['note'] },
  ],
};

type ListOf = Pick<RecordLayout, 'feature' | 'fields' | 'usualSort'> &
  Required<Pick<RecordLayout, 'usualColumns'>>;

export const partnerCardList: ListOf = {
  feature: 'partnerCard',
  fields: partnerCardFields,
  usualSort: [{ field: 'id', descending: true }],
  usualColumns: [
    'number',
    'partnerId',
    'agreementId',
    'state',
    'customerId',
    'balanceFen',
    'balanceTimes',
    'expiresOn',
    'issuedOn',
    'reason',
  ],
};

export const partnerSettlementList: ListOf = {
  feature: 'partnerSettlement',
  fields: partnerSettlementFields,
  usualSort: [{ field: 'month', descending: true }],
  usualColumns: [
    'number',
    'partnerId',
    'month',
    'state',
    'netFen',
    'storeFen',
    'partnerFen',
    'redeemedFen',
    'differenceFen',
    'paidOn',
  ],
};
