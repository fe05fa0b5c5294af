import type { ColumnType, Generated } from 'kysely';
import type { Field, Fields } from '#shared/kernel/field.ts';

/**
 * The tables that Kysely knows. Every `<f>.table.ts` adds its own by declaration merging, so that no central list has
 * to be touched (the one interface of the program, because only interfaces merge).
 */
export interface Tables {
  audit: AuditTable;
  auditRecord: AuditRecordTable;
  setting: { key: string; value: string };
  personSetting: { personId: number; key: string; value: string };
  job: JobTable;
  searchEntry: SearchEntryTable;
  searchHidden: { feature: string; recordId: number };
  auditRedaction: { seq: number; bySeq: number };
  attachment: AttachmentTable;
}

export type AuditTable = {
  seq: number;
  at: string;
  personId: number | null;
  personName: string;
  call: string;
  /** JSON: records touched with their changes, and what the handler told. */
  detail: string;
  previousHash: string;
  hash: string;
};

export type AuditRecordTable = { seq: number; feature: string; recordId: number };

export type JobTable = {
  id: Generated<number>;
  kind: string;
  subject: string;
  personId: number | null;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  percent: number;
  step: string;
  error: string | null;
  result: string | null;
  filePath: string | null;
  fileName: string | null;
  startedAt: string;
  endedAt: string | null;
};

export type SearchEntryTable = {
  id: Generated<number>;
  feature: string;
  recordId: number;
  title: string;
  detail: string;
};

/** A file that the store uses; its bytes lie in the attachment store under the hash. */
export type AttachmentTable = {
  hash: string;
  /** Bytes. */
  size: number;
  /** By content, never by name, e.g. `image/jpeg`. */
  mediaType: string;
  /** Pixels; null where it is no picture. */
  width: number | null;
  height: number | null;
  createdAt: string;
};

/** Columns that every store record has. */
export type RecordColumns = {
  id: Generated<number>;
  version: ColumnType<number, number | undefined, number>;
  createdAt: string;
  updatedAt: string;
  removedAt: string | null;
};

type Column<F extends Field> = F['kind'] extends 'money' | 'integer' | 'reference' | 'flag' ? number : string;

/** The table of a record feature, from its fields: SQL snake_case outside, flags as 0/1. */
export type RecordTable<F extends Fields> = RecordColumns & {
  [K in keyof F]: F[K] extends { readonly required: true } ? Column<F[K]> : Column<F[K]> | null;
};
