import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { partnerCardContract } from '#shared/features/partner/partner-card.contract.ts';
import type { partnerSettlementContract } from '#shared/features/partner/partner-settlement.contract.ts';
import type {
  partnerAgreementContract,
  partnerContract,
  partnerKindContract,
} from '#shared/features/partner/partner.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import type { Printer } from '#electron/reports/sheet-file.ts';
import { agreementHandlers } from './partner.agreements.ts';
import { partnerDesk, partnerFigures } from './partner.figures.ts';
import { issuingHandlers } from './partner.issuing.ts';
import { listingHandlers } from './partner.listing.ts';
import { cardPrinting, settlementPrinting } from './partner.print.ts';
import { readingHandlers } from './partner.reading.ts';
import {
  partnerAgreementRecord,
  partnerCardRecord,
  partnerKindRecord,
  partnerRecord,
  partnerSettlementRecord,
} from './partner.record.ts';
import { redeemingHandlers } from './partner.redeeming.ts';
import { scanHandlers } from './partner.scans.ts';
import { settlingHandlers } from './partner.settling.ts';
import { stockingHandlers } from './partner.stocking.ts';

/** `folder`: where a partner's list lies while it is read. */
type PartnerParts = Printer & { readonly folder: string };

type PartnerHandlers = {
  readonly partner: HandlersOf<typeof partnerContract>;
  readonly partnerKind: HandlersOf<typeof partnerKindContract>;
  readonly partnerAgreement: HandlersOf<typeof partnerAgreementContract>;
  readonly partnerCard: HandlersOf<typeof partnerCardContract>;
  readonly partnerSettlement: HandlersOf<typeof partnerSettlementContract>;
};

/** 合作卡: partners with their agreements, cards and settlements. */
export const partnerFeature = (parts: PartnerParts): PartnerHandlers => ({
  partner: {
    ...recordHandlers(partnerRecord),
    figures: (span, { reader }) => partnerFigures(reader, span),
    desk: (_input, { reader, clock }) => partnerDesk(reader, clock.today()),
  },
  partnerKind: recordHandlers(partnerKindRecord),
  partnerAgreement: {
    ...recordHandlers(partnerAgreementRecord),
    ...agreementHandlers,
    ...scanHandlers(parts.attachments),
  },
  partnerCard: {
    ...readOnlyCalls(recordHandlers(partnerCardRecord)),
    ...readingHandlers,
    ...issuingHandlers,
    ...redeemingHandlers,
    ...stockingHandlers,
    ...listingHandlers(parts.folder),
    ...cardPrinting(parts),
  },
  partnerSettlement: {
    ...readOnlyCalls(recordHandlers(partnerSettlementRecord)),
    ...settlingHandlers,
    ...settlementPrinting(parts),
  },
});
