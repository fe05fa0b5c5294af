import { hash } from 'node:crypto';
import type { HistoryLine } from '#shared/rpc/record.contract.ts';
import type { Reader, Writer } from './database.ts';
import { fixedQuery } from './fixed-query.ts';
import type { AuditTable } from './tables.ts';

/** What a command did to one record. */
export type RecordChange = {
  readonly feature: string;
  readonly id: number;
  readonly changes: HistoryLine['changes'];
};

export type AuditEntry = {
  readonly at: string;
  readonly personId: number | null;
  readonly personName: string;
  readonly call: string;
  readonly records: readonly RecordChange[];
  /** What else the handler told, e.g. the reason of a reveal. Never passwords. */
  readonly told: Readonly<Record<string, unknown>>;
};

export type AuditDetail = { readonly records: readonly RecordChange[] } & Readonly<Record<string, unknown>>;

export const emptyHead = '0'.repeat(64);

/** Hash of a row: SHA-256 over its fields and the hash before it, in a fixed order. */
export function auditHash(row: Omit<AuditTable, 'hash'>): string {
  const content = JSON.stringify([
    row.seq,
    row.at,
    row.personId,
    row.personName,
    row.call,
    row.detail,
    row.previousHash,
  ]);
  return hash('sha256', content, 'hex');
}

const lastRow = fixedQuery<{ seq: number; hash: string }>(
  'select seq, hash from audit order by seq desc limit 1',
);
const putRow = fixedQuery(
  `insert into audit (seq, at, person_id, person_name, call, detail, previous_hash, hash)
   values (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const putRecord = fixedQuery('insert into audit_record (seq, feature, record_id) values (?, ?, ?)');

/** Appends one row to the chain inside the command's transaction and returns it. */
export async function appendAudit(writer: Writer, entry: AuditEntry): Promise<AuditTable> {
  const last = await lastRow.first(writer);
  const body = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    personId: entry.personId,
    personName: entry.personName,
    call: entry.call,
    detail: JSON.stringify({ records: entry.records, ...entry.told } satisfies AuditDetail),
    previousHash: last?.hash ?? emptyHead,
  };
  const row: AuditTable = { ...body, hash: auditHash(body) };
  await putRow.insert(
    writer,
    row.seq,
    row.at,
    row.personId,
    row.personName,
    row.call,
    row.detail,
    row.previousHash,
    row.hash,
  );
  const [only] = entry.records;
  if (only && entry.records.length === 1) {
    await putRecord.insert(writer, row.seq, only.feature, only.id);
    return row;
  }
  const records = entry.records.map((record) => ({
    seq: row.seq,
    feature: record.feature,
    recordId: record.id,
  }));
  for (let start = 0; start < records.length; start += 500) {
    await writer
      .insertInto('auditRecord')
      .values(records.slice(start, start + 500))
      .onConflict((c) => c.doNothing())
      .execute();
  }
  return row;
}

/** The newest row's number and hash: goes into backup manifests and, short, onto printed sheets. */
export async function auditHead(reader: Reader): Promise<{ seq: number; hash: string }> {
  const last = await reader
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { seq: 0, hash: emptyHead };
}

/** Recomputes the chain in steps of 2,000 rows; `brokenAt` is the first row that does not fit. */
export async function verifyAudit(
  reader: Reader,
): Promise<{ rows: number; head: string; brokenAt: number | null }> {
  let previous = emptyHead;
  let seq = 0;
  for (;;) {
    const rows = await reader
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(2000)
      .execute();
    if (rows.length === 0) return { rows: seq, head: previous, brokenAt: null };
    for (const { hash, ...row } of rows) {
      if (row.seq !== seq + 1 || row.previousHash !== previous || auditHash(row) !== hash) {
        return { rows: seq, head: previous, brokenAt: seq + 1 };
      }
      previous = hash;
      seq = row.seq;
    }
  }
}

/** First twelve digits of an audit hash, for paper: `7F3A-91C2-D40E`. */
export const shortCode = (hash: string): string =>
  hash.slice(0, 12).toUpperCase().match(/.{4}/gu)?.join('-') ?? '';
