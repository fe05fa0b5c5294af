import type { Generated } from 'kysely';

/** One edition of a pay rule; `content` is JSON of `PayContent`. */
export type PayTable = {
  id: Generated<number>;
  /** Id of the first edition. */
  lineId: number | null;
  edition: number;
  postId: number;
  fromMonth: string;
  toMonth: string | null;
  content: string;
  note: string | null;
  createdAt: string;
  createdById: number;
  replacedAt: string | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    pay: PayTable;
  }
}
