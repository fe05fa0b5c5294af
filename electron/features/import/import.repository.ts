import type { ImportCounts, ImportLine, UndoCounts } from '#shared/features/import/import.contract.ts';
import { importKinds, type ImportKind } from '#shared/features/import/import.kinds.ts';
import type { ImportMapping } from '#shared/features/import/import-mapping.rules.ts';
import type { HistoryLine } from '#shared/rpc/record.contract.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { changesBetween } from '#electron/kernel/record/record-changes.ts';
import type { RecordValues } from '#electron/kernel/record/record-definition.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';

const perPage = 50;

export async function listImports(
  reader: Reader,
  page: number,
): Promise<{ rows: ImportLine[]; total: number }> {
  const { total } = await reader
    .selectFrom('import')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await reader
    .selectFrom('import')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  return {
    total,
    rows: rows.map(({ id, kind, fileName, personName, at, state, counts, undoCounts }) => ({
      id,
      kind: kind as ImportKind, // written by the import itself
      fileName,
      personName,
      at,
      state,
      counts: JSON.parse(counts) as ImportCounts,
      undoCounts: undoCounts ? (JSON.parse(undoCounts) as UndoCounts) : null,
    })),
  };
}

/** The newest import: 0 when there is none. */
export async function lastImportId(reader: Reader): Promise<number> {
  const last = await reader
    .selectFrom('import')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  return last?.id ?? 0;
}

/** 导入 of what kind; undefined: there is no such import. */
export async function importKindOf(reader: Reader, id: number): Promise<ImportKind | undefined> {
  const found = await reader.selectFrom('import').select('kind').where('id', '=', id).executeTakeFirst();
  return found?.kind as ImportKind | undefined; // written by the import itself
}

/** What an import did, as it noted it itself. */
export async function importCounts(reader: Reader, id: number): Promise<ImportCounts> {
  const { counts } = await reader
    .selectFrom('import')
    .select('counts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return JSON.parse(counts) as ImportCounts;
}

/** What became of an import that was taken back; undefined for one that stands. */
export async function undoCounts(reader: Reader, id: number): Promise<UndoCounts | undefined> {
  const row = await reader
    .selectFrom('import')
    .select('undoCounts')
    .where('id', '=', id)
    .where('state', '=', 'undone')
    .executeTakeFirst();
  return row?.undoCounts ? (JSON.parse(row.undoCounts) as UndoCounts) : undefined;
}

/** The features whose records an import made or changed. */
export async function touchedBy(reader: Reader, id: number): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('importChange')
    .select('feature')
    .distinct()
    .where('importId', '=', id)
    .execute();
  return rows.map(({ feature }) => feature);
}

/** How files of one shape were read the last time: headings → addresses, so that moved columns do not matter. */
export type RememberedShape = {
  readonly kind: ImportKind;
  readonly byHeading: Readonly<Record<string, string>>;
  readonly encoding: string | null;
};

export async function readShape(reader: Reader, shape: string): Promise<RememberedShape | undefined> {
  const row = await reader
    .selectFrom('importShape')
    .selectAll()
    .where('shape', '=', shape)
    .executeTakeFirst();
  const kind = importKinds.find((known) => known === row?.kind);
  return row && kind
    ? { kind, byHeading: JSON.parse(row.mapping) as Record<string, string>, encoding: row.encoding }
    : undefined;
}

export async function rememberShape(
  writer: Writer,
  shape: string,
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping,
  encoding: string | null,
  at: string,
): Promise<void> {
  const byHeading = Object.fromEntries(
    Object.entries(mapping).map(([column, address]) => [headers[Number(column)] ?? '', address]),
  );
  const values = { kind, mapping: JSON.stringify(byHeading), encoding, headerRow: null, at };
  await writer
    .insertInto('importShape')
    .values({ shape, ...values })
    .onConflict((c) => c.column('shape').doUpdateSet(values))
    .execute();
}

/** What imports did to one record, as lines of its history. */
export async function importHistory(
  reader: Reader,
  feature: string,
  id: number,
): Promise<readonly HistoryLine[]> {
  const rows = await reader
    .selectFrom('importChange')
    .innerJoin('import', 'import.id', 'importChange.importId')
    .select([
      'import.at',
      'import.personName',
      'import.auditSeq',
      'importChange.before',
      'importChange.after',
    ])
    .where('importChange.feature', '=', feature)
    .where('importChange.recordId', '=', id)
    .execute();
  const definition = definitionOf(feature);
  return rows.map(({ at, personName, auditSeq, before, after }) => ({
    seq: auditSeq ?? 0,
    at,
    personName,
    call: 'import.run',
    changes: changesBetween(
      definition,
      before ? (JSON.parse(before) as RecordValues) : null,
      JSON.parse(after) as RecordValues,
    ),
  }));
}
