import type { ReactNode } from 'react';
import {
  partnerAgreementFields,
  partnerCardFields,
  partnerSettlementFields,
} from '#shared/features/partner/partner.fields.ts';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { RelatedRecords } from '#renderer/components/record-form/related-records.tsx';
import { partnerLayout } from './partner.layout.ts';

/** 合作商户 with its agreements, settlements and cards. */
export function PartnerFormScreen(): ReactNode {
  return (
    <RecordForm
      layout={partnerLayout}
      renderBelow={({ id }) => (
        <>
          <RelatedRecords
            feature="partnerAgreement"
            fields={partnerAgreementFields}
            columns={['cardName', 'validFrom', 'validTo', 'faceFen', 'faceTimes', 'monthQuota', 'totalQuota']}
            of={{ field: 'partnerId', id }}
            sort={[{ field: 'validFrom', descending: true }]}
            newValues={{}}
          />
          <RelatedRecords
            feature="partnerSettlement"
            fields={partnerSettlementFields}
            columns={['number', 'month', 'state', 'storeFen', 'partnerFen', 'netFen', 'paidOn']}
            of={{ field: 'partnerId', id }}
            sort={[{ field: 'month', descending: true }]}
          />
          <RelatedRecords
            feature="partnerCard"
            fields={partnerCardFields}
            columns={['number', 'agreementId', 'state', 'customerId', 'issuedOn', 'expiresOn', 'balanceFen']}
            of={{ field: 'partnerId', id }}
            sort={[{ field: 'id', descending: true }]}
          />
        </>
      )}
    />
  );
}
