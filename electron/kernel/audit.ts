import { hash } from 'node:crypto';
import { sql } from 'kysely';
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
export async function auditHead(reader: Reader | Writer): Promise<{ seq: number; hash: string }> {
  const last = await reader
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { seq: 0, hash: emptyHead };
}

const digestOf = (detail: string): string => hash('sha256', detail);

/** Rows of the audit that were blanked: number and hash of what is left. Told under `redacted`. */
export type Redacted = readonly (readonly [seq: number, digest: string])[];

/**
 * Blanks the values that rows of the audit tell of some records, and the reason where they tell of nothing else (deletion of a
 * person): the rows stay with who, when and which fields. The row that this transaction ends with must tell what is returned
 * under `redacted`: it puts the hash of what is left into the chain.
 */
export async function redactAudit(
  writer: Writer,
  records: readonly { readonly feature: string; readonly id: number }[],
): Promise<Redacted> {
  const concerned = new Set(records.map(({ feature, id }) => `${feature} ${id}`));
  const { rows } = await sql<{ seq: number }>`select distinct r.seq from audit_record r
    join json_each(${JSON.stringify(records)}) j
      on r.feature = j.value ->> 'feature' and r.record_id = j.value ->> 'id' order by 1`.execute(writer);
  const { seq: last } = await auditHead(writer);
  const redacted: [number, string][] = [];
  for (const { seq } of rows) {
    const row = await writer
      .selectFrom('audit')
      .select('detail')
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow();
    const detail = JSON.parse(row.detail) as AuditDetail; // written by appendAudit
    const isOf = ({ feature, id }: AuditDetail['records'][number]): boolean =>
      concerned.has(`${feature} ${id}`);
    // The words why belong to the person where the row tells of nobody else.
    const isAlone = typeof detail['reason'] === 'string' && detail.records.every(isOf);
    const blanked = JSON.stringify({
      ...detail,
      ...(isAlone ? { reason: null } : {}),
      records: detail.records.map((record) =>
        isOf(record)
          ? { ...record, changes: record.changes.map(({ field }) => ({ field, before: null, after: null })) }
          : record,
      ),
    });
    if (blanked === row.detail) continue;
    await sql`insert into audit_redaction (seq, by_seq) values (${seq}, ${last + 1})
      on conflict do update set by_seq = excluded.by_seq`.execute(writer);
    await writer.updateTable('audit').set({ detail: blanked }).where('seq', '=', seq).execute();
    redacted.push([seq, digestOf(blanked)]);
  }
  return redacted;
}

/** What a later row of the chain says of rows that were blanked. */
function readRedacted(detail: string, into: Map<number, string>): void {
  if (!detail.includes('"redacted":')) return;
  const { redacted } = JSON.parse(detail) as AuditDetail; // written by appendAudit
  if (!Array.isArray(redacted)) return;
  for (const [seq, digest] of redacted as Redacted) into.set(seq, digest);
}

/**
 * Recomputes the chain in steps of 2,000 rows; `brokenAt` is the first row that does not fit. A row that was blanked fits when a
 * later row of the chain holds the hash of what is left of it.
 */
export async function verifyAudit(
  reader: Reader,
): Promise<{ rows: number; head: string; brokenAt: number | null }> {
  let previous = emptyHead;
  let seq = 0;
  const blanked = new Map<number, string>();
  const named = new Map<number, string>();
  for (;;) {
    const rows = await reader
      .selectFrom('audit')
      .leftJoin('auditRedaction', 'auditRedaction.seq', 'audit.seq')
      .selectAll('audit')
      .select('auditRedaction.bySeq')
      .where('audit.seq', '>', seq)
      .orderBy('audit.seq')
      .limit(2000)
      .execute();
    if (rows.length === 0) break;
    for (const { hash, bySeq, ...row } of rows) {
      const isSound = auditHash(row) === hash;
      if (row.seq !== seq + 1 || row.previousHash !== previous || (!isSound && bySeq === null))
        return { rows: seq, head: previous, brokenAt: seq + 1 };
      if (!isSound) blanked.set(row.seq, digestOf(row.detail));
      readRedacted(row.detail, named);
      previous = hash;
      seq = row.seq;
    }
  }
  const torn = [...blanked].find(([at, digest]) => named.get(at) !== digest);
  return { rows: seq, head: previous, brokenAt: torn?.[0] ?? null };
}

/** First twelve digits of an audit hash, for paper: `7F3A-91C2-D40E`. */
export const shortCode = (hash: string): string =>
  hash.slice(0, 12).toUpperCase().match(/.{4}/gu)?.join('-') ?? '';
