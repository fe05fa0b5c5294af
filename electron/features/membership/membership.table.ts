import type { Generated } from 'kysely';
import type { membershipFields } from '#shared/features/membership/membership.fields.ts';
import type { LotAccount } from '#shared/features/membership/membership-ledger.rules.ts';
import type { EntryKind } from '#shared/features/membership/membership-statement.rules.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

type MembershipCardTable = {
  id: Generated<number>;
  number: string;
  membershipId: number;
  issuedAt: string;
  endedAt: string | null;
  reason: string | null;
};

/** Only added to; triggers refuse the rest. In the order of their ids. */
type MembershipEntryTable = {
  id: Generated<number>;
  membershipId: number;
  kind: EntryKind;
  onDay: string;
  at: string;
  receiptKey: string;
  refersId: number | null;
  saleFen: number;
  listFen: number;
  worthFen: number;
  moneyFen: number;
  points: number;
  pointsAfter: number;
  principalFen: number;
  principalFenAfter: number;
  bonusFen: number;
  bonusFenAfter: number;
  units: number;
  unitsAfter: number;
  shortPoints: number;
  note: string | null;
  personId: number;
};

type MembershipLotTable = {
  id: Generated<number>;
  membershipId: number;
  entryId: number;
  account: LotAccount;
  quantity: number;
  startsOn: string;
  expiresOn: string | null;
  name: string | null;
  paidFen: number;
  unitFen: number;
};

type MembershipMoveTable = { lotId: number; entryId: number; quantity: number };

type MembershipDesignTable = {
  id: Generated<number>;
  version: Generated<number>;
  createdAt: string;
  updatedAt: string;
  edition: number;
  state: 'draft' | 'approved' | 'dropped';
  fromDay: string | null;
  /** JSON of `DesignContent`. */
  content: string;
  note: string | null;
  createdById: number;
  approvedById: number | null;
  approvedAt: string | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    membership: RecordTable<typeof membershipFields>;
    membershipCard: MembershipCardTable;
    membershipEntry: MembershipEntryTable;
    membershipLot: MembershipLotTable;
    membershipMove: MembershipMoveTable;
    membershipDesign: MembershipDesignTable;
  }
}
