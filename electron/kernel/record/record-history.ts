import type { HistoryLine } from '#shared/rpc/record.contract.ts';
import type { AuditDetail } from '../audit.ts';
import type { Reader } from '../database.ts';
import type { QueryContext } from '../handler.ts';
import type { RecordDefinition } from './record-definition.ts';
import { masked, maskedFields } from './record-mask.ts';

/** Reads what else changed a record beside audited calls: imports keep their changes in bulk. */
export type HistorySource = (reader: Reader, feature: string, id: number) => Promise<readonly HistoryLine[]>;

const sources: HistorySource[] = [];

/** Adds a source once; the composition root calls it. */
export function addHistorySource(source: HistorySource): void {
  if (!sources.includes(source)) sources.push(source);
}

const longest = 200;

async function auditedLines(reader: Reader, feature: string, id: number): Promise<HistoryLine[]> {
  const rows = await reader
    .selectFrom('auditRecord')
    .innerJoin('audit', 'audit.seq', 'auditRecord.seq')
    .select(['audit.seq', 'audit.at', 'audit.personName', 'audit.call', 'audit.detail'])
    .where('auditRecord.feature', '=', feature)
    .where('auditRecord.recordId', '=', id)
    .orderBy('audit.seq', 'desc')
    .limit(longest)
    .execute();
  return rows.map(({ detail, ...line }) => {
    const { records } = JSON.parse(detail) as AuditDetail; // written by appendAudit
    return { ...line, changes: records.find((r) => r.feature === feature && r.id === id)?.changes ?? [] };
  });
}

/** Everything that changed a record, newest first, as the person may see it. */
export async function recordHistory(
  context: QueryContext,
  definition: RecordDefinition,
  id: number,
): Promise<readonly HistoryLine[]> {
  const { reader, actor } = context;
  const found = await Promise.all([
    auditedLines(reader, definition.feature, id),
    ...sources.map((source) => source(reader, definition.feature, id)),
  ]);
  const hidden = new Map(maskedFields(definition, actor));
  return found
    .flat()
    .sort((a, b) => b.seq - a.seq)
    .slice(0, longest)
    .map((line) => ({
      ...line,
      changes: line.changes.map((change) => {
        const field = hidden.get(change.field);
        return field
          ? { ...change, before: masked(field, change.before), after: masked(field, change.after) }
          : change;
      }),
    }));
}
