import type { Generated } from 'kysely';
import type { ListVerdict } from '#shared/features/partner/partner-list.rules.ts';
import type { EntryKind } from '#shared/features/partner/partner-card.rules.ts';
import type {
  partnerAgreementFields,
  partnerCardFields,
  partnerFields,
  partnerKindFields,
  partnerSettlementFields,
} from '#shared/features/partner/partner.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

/** Only added to; triggers refuse the rest. In the order of their ids. */
export type PartnerEntryTable = {
  id: Generated<number>;
  cardId: number;
  partnerId: number;
  agreementId: number | null;
  kind: EntryKind;
  onDay: string;
  at: string;
  /** The month in whose settlement it counts; `late`: its own was closed. */
  month: string;
  late: number;
  /** Change of the balance, in fen or times. */
  quantity: number;
  after: number;
  /** What the quantity is worth, with its sign. */
  worthFen: number;
  storeFen: number;
  partnerFen: number;
  receiptKey: string | null;
  refersId: number | null;
  issueId: number | null;
  note: string | null;
  personId: number;
};

/** An order of issue: what makes it one and the same when it is sent twice. */
type PartnerIssueTable = {
  id: Generated<number>;
  key: string;
  agreementId: number;
  /** JSON of what was asked for. */
  content: string;
  cards: number;
  at: string;
  personId: number;
};

type PartnerListTable = {
  id: Generated<number>;
  key: string;
  partnerId: number;
  month: string;
  name: string;
  at: string;
  personId: number;
};

export type PartnerListRowTable = {
  listId: number;
  line: number;
  number: string;
  amount: number | null;
  worthFen: number;
  onDay: string | null;
  receiptKey: string | null;
  verdict: ListVerdict;
  entryId: number | null;
};

export type PartnerAgreementScanTable = {
  id: Generated<number>;
  agreementId: number;
  name: string;
  hash: string;
  mediaType: string;
  size: number;
  personName: string;
  at: string;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    partner: RecordTable<typeof partnerFields>;
    partnerKind: RecordTable<typeof partnerKindFields>;
    partnerAgreement: RecordTable<typeof partnerAgreementFields>;
    partnerCard: RecordTable<typeof partnerCardFields>;
    partnerSettlement: RecordTable<typeof partnerSettlementFields>;
    partnerEntry: PartnerEntryTable;
    partnerIssue: PartnerIssueTable;
    partnerList: PartnerListTable;
    partnerListRow: PartnerListRowTable;
    partnerAgreementScan: PartnerAgreementScanTable;
  }
}
