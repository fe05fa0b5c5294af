import type { Generated } from 'kysely';
import type { PlanState } from '#shared/features/plan/plan.contract.ts';
import type { PlanPart } from '#shared/features/plan/plan.content.ts';

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    /** One edition of a year's plan. */
    plan: {
      id: Generated<number>;
      createdAt: string;
      updatedAt: string;
      year: number;
      edition: number;
      state: PlanState;
      reason: string | null;
      submittedAt: string | null;
      submittedById: number | null;
      returned: string | null;
      approvedAt: string | null;
      approvedById: number | null;
    };
    planPart: {
      planId: number;
      part: PlanPart;
      version: number;
      updatedAt: string;
      personName: string;
      /** JSON of the part. */
      content: string;
    };
    /** Canonical JSON of the signed content. */
    planSnapshot: { planId: number; templateVersion: number; content: string; auditCode: string };
    /** The action item that a measure of a year became, by the measure's key. */
    planAction: { year: number; measure: string; actionId: number };
  }
}
