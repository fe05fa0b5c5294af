import type { Generated } from 'kysely';

type SimulationTable = {
  id: Generated<number>;
  version: Generated<number>;
  createdAt: string;
  updatedAt: string;
  name: string;
  /** JSON of `DesignContent`, `Assumptions` and `SimulationResult`. */
  content: string;
  assumptions: string;
  result: string | null;
  ranOn: string | null;
  edition: number | null;
  createdById: number;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    simulation: SimulationTable;
  }
}
