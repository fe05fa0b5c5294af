import type { ExcelEpoch } from '#shared/kernel/day.ts';
import { isDateFormat } from './excel-date.ts';
import { ReadProblem } from './read-problem.ts';
import type { SheetInfo } from './table-file.ts';
import { attributeOf, tagsOf } from './xml-text.ts';
import { partName, readPart, type ZipArchive } from './zip-archive.ts';

const PART_BYTES = 16 * 2 ** 20;

export type XlsxSheet = SheetInfo & { readonly part: string };

export type Workbook = {
  readonly sheets: readonly XlsxSheet[];
  readonly epoch: ExcelEpoch;
  readonly stringsPart: string | undefined;
  /** By style number of a cell: 1 when its number is a date. */
  readonly dateStyles: Uint8Array;
};

type Relation = { readonly type: string; readonly target: string };

/** Reads what a workbook says about its sheets, date system and date formats. @throws ReadProblem `unsupported` for zips that are no xlsx */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook> {
  const part = await workbookPart(zip);
  const text = await readPart(zip, part, PART_BYTES);
  const relations = await readRelations(zip, part);
  const sheets: XlsxSheet[] = [];
  let epoch: ExcelEpoch = '1900';
  for (const { name, closing, attributes } of tagsOf(text)) {
    if (closing) continue;
    if (name === 'workbookPr' && /^(1|true|on)$/.test(attributeOf(attributes, 'date1904') ?? ''))
      epoch = '1904';
    if (name !== 'sheet') continue;
    const relation = relations.get(sheetRelation(attributes));
    if (relation === undefined || !relation.type.endsWith('/worksheet')) continue; // chart sheets hold no cells
    const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
    sheets.push({ name: attributeOf(attributes, 'name') ?? '', hidden, part: relation.target });
  }
  if (sheets.length === 0) throw new ReadProblem('empty');
  const all = [...relations.values()];
  const stylesPart = all.find(({ type }) => type.endsWith('/styles'))?.target;
  const stringsPart = all.find(({ type }) => type.endsWith('/sharedStrings'))?.target;
  const dateStyles = await readDateStyles(zip, stylesPart);
  return { sheets, epoch, stringsPart, dateStyles };
}

function sheetRelation(attributes: string): string {
  return /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
}

async function workbookPart(zip: ZipArchive): Promise<string> {
  const { entries } = zip;
  if (entries.has('mimetype') || entries.has('xl/workbook.bin')) throw new ReadProblem('unsupported');
  if (entries.has('_rels/.rels')) {
    const relations = await readRelations(zip, '');
    const main = [...relations.values()].find(({ type }) => type.endsWith('/officeDocument'));
    if (main !== undefined && entries.has(main.target) && !main.target.startsWith('word/'))
      return main.target;
  }
  if (entries.has('xl/workbook.xml')) return 'xl/workbook.xml';
  throw new ReadProblem(entries.has('word/document.xml') ? 'not-a-table' : 'unsupported');
}

async function readRelations(zip: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const relations = new Map<string, Relation>();
  if (!zip.entries.has(partName(name))) return relations;
  for (const tag of tagsOf(await readPart(zip, name, PART_BYTES))) {
    if (tag.closing || tag.name !== 'Relationship') continue;
    const target = attributeOf(tag.attributes, 'Target') ?? '';
    if (attributeOf(tag.attributes, 'TargetMode') === 'External') continue;
    relations.set(attributeOf(tag.attributes, 'Id') ?? '', {
      type: attributeOf(tag.attributes, 'Type') ?? '',
      target: resolved(folder, target),
    });
  }
  return relations;
}

function resolved(folder: string, target: string): string {
  if (/^[/\\]/.test(target)) return partName(target);
  const steps: string[] = [];
  for (const step of partName(folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

async function readDateStyles(zip: ZipArchive, part: string | undefined): Promise<Uint8Array> {
  if (part === undefined || !zip.entries.has(part)) return new Uint8Array();
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellStyles = false;
  for (const { name, closing, attributes } of tagsOf(await readPart(zip, part, PART_BYTES))) {
    if (name === 'cellXfs') inCellStyles = !closing && !attributes.endsWith('/');
    if (closing) continue;
    const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
    if (name === 'numFmt') codes.set(id, attributeOf(attributes, 'formatCode') ?? '');
    if (name === 'xf' && inCellStyles) styles.push(id);
  }
  return Uint8Array.from(styles, (id) => (isDateFormat(id, codes.get(id)) ? 1 : 0));
}
