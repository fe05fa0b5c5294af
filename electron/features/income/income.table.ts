import type { Generated } from 'kysely';

/** A wish; `assumed` is JSON of `WhatIf`. */
export type IncomeTable = {
  id: Generated<number>;
  version: number;
  createdAt: string;
  updatedAt: string;
  personId: number;
  payId: number;
  unit: string;
  fromMonth: string;
  toMonth: string;
  wishFen: number;
  units: number;
  incomeFen: number;
  assumed: string;
  words: string | null;
  state: string;
  answerUnits: number | null;
  answerWords: string | null;
  answeredById: number | null;
  answeredAt: string | null;
  decidedById: number | null;
  decidedAt: string | null;
  /** JSON of `IncomeMonthUnits[]`; null: `units` and `incomeFen` in each month (before migration 0031). */
  months: string | null;
  /** JSON of the manager's figures, one a month; null: none, or `answerUnits` in each month. */
  answerMonths: string | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    income: IncomeTable;
  }
}
