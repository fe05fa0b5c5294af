import type { Generated } from 'kysely';

export type ImportTable = {
  id: Generated<number>;
  kind: string;
  fileName: string;
  /** SHA-256 of the file. */
  fileHash: string;
  personId: number | null;
  personName: string;
  at: string;
  state: 'done' | 'undone';
  /** JSON: ImportCounts. */
  counts: string;
  undoneAt: string | null;
  /** JSON: UndoCounts. */
  undoCounts: string | null;
  auditSeq: number | null;
};

export type ImportChangeTable = {
  importId: number;
  feature: string;
  recordId: number;
  /** The record's version after the import: a later one means that somebody edited it since. */
  version: number;
  /** JSON of the values before; null for a created record. */
  before: string | null;
  after: string;
};

export type ImportShapeTable = {
  shape: string;
  kind: string;
  /** JSON: heading → address. */
  mapping: string;
  encoding: string | null;
  headerRow: number | null;
  at: string;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    import: ImportTable;
    importChange: ImportChangeTable;
    importShape: ImportShapeTable;
  }
}
