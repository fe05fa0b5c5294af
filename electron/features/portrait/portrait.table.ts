import type { Generated } from 'kysely';

type PortraitRuleTable = {
  id: Generated<number>;
  version: Generated<number>;
  createdAt: string;
  updatedAt: string;
  edition: number;
  fromDay: string;
  /** JSON of `PortraitTerms`. */
  content: string;
  source: string;
  /** 0 is shown as 请核对. */
  confirmed: number;
  dropped: Generated<number>;
  /** null: shipped with the program. */
  personId: number | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    portraitRule: PortraitRuleTable;
  }
}
