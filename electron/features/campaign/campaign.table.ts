import type { Generated } from 'kysely';
import type {
  campaignFields,
  campaignTriggerFields,
  ResponseCode,
} from '#shared/features/campaign/campaign.fields.ts';
import type { LeftOutReason } from '#shared/features/campaign/campaign.rules.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

/**
 * The frozen audience. `sourceId`: the row of the list that brought the customer in; `why`: of lists that are reckoned the reason
 * as it stood at the start.
 */
type CampaignMemberTable = {
  id: Generated<number>;
  campaignId: number;
  customerId: number;
  sourceId: number;
  isControl: number;
  why: string | null;
  whyEn: string | null;
};

type CampaignLeftOutTable = {
  id: Generated<number>;
  campaignId: number;
  customerId: number | null;
  sourceId: number;
  reason: LeftOutReason;
};

/** What came of speaking to a customer about a campaign or a trigger; the talk itself is the follow-up that it names. */
type CampaignResponseTable = {
  id: Generated<number>;
  campaignId: number | null;
  campaignTriggerId: number | null;
  customerId: number;
  followUpId: number;
  personId: number;
  onDay: string;
  code: ResponseCode;
  nextOn: string | null;
  /** The entry of the membership's ledger by which the gift was given. */
  entryId: number | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    campaign: RecordTable<typeof campaignFields>;
    campaignMember: CampaignMemberTable;
    campaignLeftOut: CampaignLeftOutTable;
    campaignTrigger: RecordTable<typeof campaignTriggerFields>;
    campaignResponse: CampaignResponseTable;
  }
}
