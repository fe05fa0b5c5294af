import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { readSheet } from '#shared/features/checklist/checklist-sheet-reading.rules.ts';
import { readScope, scopeRows } from '#shared/features/checklist/checklist-sheet-scope.rules.ts';
import {
  itemRow,
  sheetColumns,
  type SheetColumn,
  type SheetReading,
  type SheetWords,
} from '#shared/features/checklist/checklist-sheet.rules.ts';
import {
  itemTypes,
  repairClasses,
  type ChecklistContent,
} from '#shared/features/checklist/checklist.content.ts';
import { vehicleKinds } from '#shared/features/vehicle/vehicle.fields.ts';
import type { RawRow } from '#shared/features/import/raw-row.ts';
import type { DeskFile } from '#shared/features/job/job.contract.ts';
import { languages, type Language } from '#shared/kernel/language.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { createTexts } from '#shared/text/texts.ts';
import { openTable } from '../import/read/open-table.ts';
import { asUnreadable } from '../import/read/read-problem.ts';
import type { TableFile } from '../import/read/table-file.ts';

/** A check list has at most 40 × 120 items; a file beyond that is something else. */
const limits = {
  maxFileBytes: 8 * 2 ** 20,
  maxXlsBytes: 8 * 2 ** 20,
  maxInflatedBytes: 64 * 2 ** 20,
  maxStringsBytes: 32 * 2 ** 20,
  maxColumns: 200,
  maxCellChars: 4000,
};
const mostRows = 6000;

const widths: Partial<Record<SheetColumn, number>> = {
  section: 18,
  title: 30,
  titleEn: 30,
  standard: 40,
  standardEn: 40,
  choices: 24,
  choicesEn: 24,
  sectionEn: 18,
  code: 24,
};

const record = <Key extends string>(keys: readonly Key[], name: (key: Key) => string): Record<Key, string> =>
  Object.fromEntries(keys.map((key) => [key, name(key)])) as Record<Key, string>; // one entry for each key

/** What cells may say in a language. */
function wordsIn(language: Language): SheetWords {
  const { t } = createTexts(language);
  return {
    columns: record(sheetColumns, (column) => t(`checklist.sheet.columns.${column}`)),
    scope: {
      vehicleKinds: t('checklist.vehicleKinds'),
      repairClasses: t('checklist.repairClassesLabel'),
      damageMap: t('checklist.damageMap'),
    },
    vehicleKinds: record(vehicleKinds, (kind) => t(`record.vehicle.choices.kind.${kind}`)),
    repairClasses: record(repairClasses, (one) => t(`checklist.repairClasses.${one}`)),
    types: record(itemTypes, (type) => t(`checklist.types.${type}`)),
    yes: t('checklist.sheet.yes'),
    no: t('checklist.sheet.no'),
  };
}

const columnLetter = (column: SheetColumn): string => String.fromCodePoint(65 + sheetColumns.indexOf(column));

/** A list to choose from in every row of a column. */
const chosenFrom = (column: SheetColumn, values: readonly string[]) => ({
  type: 'list' as const,
  values: [...values],
  allowBlank: true,
  showErrorMessage: false,
  range: `${columnLetter(column)}2:${columnLetter(column)}${mostRows}`,
});

function itemsSheet(content: ChecklistContent, words: SheetWords, name: string): WriteSheet {
  const answers = [words.yes, words.no];
  return {
    name,
    columns: sheetColumns.map((column) => ({ header: words.columns[column], width: widths[column] ?? 13 })),
    rows: [
      sheetColumns.map((column) => words.columns[column]),
      ...content.sections.flatMap((section) => section.items.map((item) => itemRow(section, item, words))),
    ],
    freezePane: { rows: 1 },
    dataValidations: [
      chosenFrom(
        'type',
        itemTypes.map((type) => words.types[type]),
      ),
      ...(['required', 'mayNotApply', 'ngNote', 'ngPhoto'] as const).map((column) =>
        chosenFrom(column, answers),
      ),
    ],
  };
}

/** A list's content as a workbook in the person's language: items, and what it is for with a few words of help. */
export async function checklistWorkbook(
  list: { readonly name: string; readonly edition: string; readonly content: ChecklistContent },
  language: Language,
): Promise<Uint8Array> {
  const { t } = createTexts(language);
  const words = wordsIn(language);
  const help = (['section', 'code', 'limits', 'choices', 'yes'] as const).map((line) => [
    '',
    t(`checklist.sheet.helpLines.${line}`),
  ]);
  const scope: WriteSheet = {
    name: t('checklist.sheet.scope'),
    columns: [{ width: 22 }, { width: 90 }],
    rows: [
      [t('checklist.sheet.name'), list.name],
      [t('checklist.sheet.edition'), list.edition],
      ...scopeRows(list.content, words).map(([, label, text]) => [label, text]),
      [],
      [t('checklist.sheet.help')],
      ...help,
    ],
  };
  return writeXlsx({ sheets: [itemsSheet(list.content, words, t('checklist.sheet.items')), scope] });
}

/** All rows of a sheet. Error: `file-too-large`. */
async function rowsOf(table: TableFile, sheet: string | undefined): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of table.rows(sheet)) {
    rows.push(...batch);
    if (rows.length > mostRows) throw ruleViolated('file-too-large');
  }
  return rows;
}

/** The content of an open file; the second sheet says what the list is for, when there is one. */
async function readTable(table: TableFile, base: ChecklistContent): Promise<SheetReading> {
  const words = languages.map(wordsIn);
  const [items, about] = table.sheets;
  const scope = readScope(about ? await rowsOf(table, about.name) : [], base, words);
  const read = readSheet(await rowsOf(table, items?.name), { ...base, ...scope.scope }, words);
  if (!read) throw ruleViolated('not-a-checklist-file');
  const problems = [...scope.problems, ...read.problems];
  return { items: read.items, problems, content: problems.length === 0 ? read.content : null };
}

/**
 * Reads a workbook (or csv) as a check list's content. `base` gives what the file does not say: the scope, and the codes of
 * rows without one. Nothing stays on disk. Errors: `not-a-checklist-file`, `file-…` of reading a table.
 */
export async function readChecklistFile(
  file: DeskFile,
  base: ChecklistContent,
  folder: string,
): Promise<SheetReading> {
  if (file.size > limits.maxFileBytes) throw ruleViolated('file-too-large');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${randomUUID()}~checklist`);
  try {
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
    const table = await openTable(path, { limits });
    try {
      return await readTable(table, base);
    } finally {
      await table.close();
    }
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    await rm(path, { force: true });
  }
}
