/**
 * What the template is given: every choice made, every optional field there, cells of a table in one flat list. Typst
 * interprets slowly and JavaScript does not, so whatever can be decided beforehand is decided here.
 */
import {
  cellText,
  type PrintAlign,
  type PrintBlock,
  type PrintCell,
  type PrintDocument,
  type PrintTone,
} from '#shared/kernel/print-document.ts';
import { chartSvg } from './chart-svg.ts';

type BlockOf<Kind extends PrintBlock['kind']> = Extract<PrintBlock, { kind: Kind }>;
type Labels = PrintDocument['labels'];

/** A bare text, or one with a tone; `missing` is the word for what nobody supplied, `total` a cell of a sum row. */
type PreparedCell = string | { readonly text: string; readonly tone: PrintTone | 'missing' | 'total' };

/** `long` may break across pages, `group` and `none` go across the table. */
type PreparedBodyCell =
  | PreparedCell
  | (Exclude<PreparedCell, string> & { readonly cell: 'long' | 'group' | 'none' });

type PreparedTable = {
  readonly kind: 'table';
  readonly caption: string | null;
  readonly columns: readonly { title: string; width: number | 'auto'; align: PrintAlign }[];
  readonly cells: readonly PreparedBodyCell[];
  /** By row of the table, the head being row 0. */
  readonly striped: readonly boolean[];
  readonly totals: readonly boolean[];
  readonly breakable: boolean;
};

export type PreparedBlock =
  | PreparedTable
  | { readonly kind: PrintBlock['kind']; readonly [field: string]: unknown };

/** A document whose charts are drawn, ready for the template: null where the document says nothing. */
export type PreparedDocument = Pick<PrintDocument, 'language' | 'title' | 'labels' | 'orientation'> & {
  readonly subtitle: string | null;
  readonly header: {
    readonly store: string;
    readonly number: string | null;
    readonly state: string | null;
    readonly stateTone: PrintTone;
  };
  readonly auditCode: string | null;
  readonly watermark: string | null;
  readonly createdAt: string | null;
  readonly blocks: readonly PreparedBlock[];
};

/** Width between the margins of the template, in millimetres. */
const textWidthMm = { portrait: 210 - 2 * 19, landscape: 297 - 2 * 19 } as const;

/** Letters of a cell beyond which its row might not fit a page and must be allowed to break. */
const longCell = 900;
/** Rows up to which a table stays on one page. */
const wholeTable = 10;

function preparedCell(cell: PrintCell, labels: Labels): PreparedCell {
  if (typeof cell === 'string') return cell;
  const tone = 'missing' in cell ? 'missing' : (cell.tone ?? 'normal');
  const text = cellText(cell, labels);
  return tone === 'normal' ? text : { text, tone };
}

function preparedTable(block: BlockOf<'table'>, labels: Labels): PreparedTable {
  const cells: PreparedBodyCell[] = [];
  const [striped, totals] = [[false], [false]];
  let plainRows = 0;
  let longRows = 0;
  for (const row of block.rows) {
    totals.push(row.kind === 'total');
    if (row.kind === 'group') {
      cells.push({ text: cellText(row.cells[0] ?? '', labels), tone: 'strong', cell: 'group' });
      striped.push(false);
      plainRows = 0;
      continue;
    }
    striped.push(row.kind !== 'total' && plainRows++ % 2 === 1);
    const prepared = block.columns.map((_, index) => preparedCell(row.cells[index] ?? '', labels));
    const styled = (cell: PreparedCell): Exclude<PreparedCell, string> =>
      typeof cell === 'string' ? { text: cell, tone: 'normal' } : cell;
    if (prepared.some((cell) => styled(cell).text.length >= longCell)) {
      longRows += 1;
      cells.push(...prepared.map((cell) => ({ ...styled(cell), cell: 'long' as const })));
    } else if (row.kind === 'total') {
      cells.push(
        ...prepared.map((cell) => (typeof cell === 'string' ? { text: cell, tone: 'total' as const } : cell)),
      );
    } else {
      cells.push(...prepared);
    }
  }
  if (block.rows.length === 0) cells.push({ text: block.none ?? labels.none, tone: 'muted', cell: 'none' });
  return {
    kind: 'table',
    caption: block.caption ?? null,
    columns: block.columns.map(({ title, width, align }) => ({ title, width, align: align ?? 'left' })),
    cells,
    striped,
    totals,
    breakable: block.rows.length > wholeTable || longRows > 0,
  };
}

function preparedBlock(block: PrintBlock, document: PrintDocument): PreparedBlock[] {
  const { labels, orientation } = document;
  const cell = (value: PrintCell): PreparedCell => preparedCell(value, labels);
  switch (block.kind) {
    case 'heading':
      return [{ ...block, note: block.note ?? null }];
    case 'keyValues':
      return [{ ...block, items: block.items.map(({ name, value }) => ({ name, value: cell(value) })) }];
    case 'keyFigures':
      return [
        {
          kind: block.kind,
          items: block.items.map(({ name, value, note, tone }) => ({
            name,
            value: cell(value),
            note: note ?? null,
            tone: tone ?? 'normal',
          })),
        },
      ];
    case 'table':
      return block.columns.length === 0 ? [] : [preparedTable(block, labels)];
    case 'chart': {
      const size = { widthMm: textWidthMm[orientation], heightMm: block.heightMm ?? 62 };
      return [{ kind: block.kind, svg: chartSvg(block.chart, size), caption: block.caption ?? null }];
    }
    case 'paragraphs':
      return [{ ...block, style: block.style ?? 'body' }];
    case 'signInSheet':
      return [
        {
          ...block,
          nothing: block.none ?? labels.none,
          people: block.people.map((person) => ({ ...person, state: cell(person.state) })),
        },
      ];
    case 'signatures':
      return [
        {
          ...block,
          signers: block.signers.map(({ meaning, signed, ...signer }) => ({
            ...signer,
            meaning: meaning ?? null,
            signed: signed ?? null,
          })),
        },
      ];
    case 'pageBreak':
      return [block];
  }
  return block satisfies never;
}

/** Draws the charts and decides everything that the template would have to work out. */
export function prepareDocument(document: PrintDocument): PreparedDocument {
  const { language, title, labels, orientation, header, subtitle, auditCode, watermark, createdAt } =
    document;
  return {
    language,
    title,
    labels,
    orientation,
    header: {
      store: header.store,
      number: header.number ?? null,
      state: header.state ?? null,
      stateTone: header.stateTone ?? 'muted',
    },
    subtitle: subtitle ?? null,
    auditCode: auditCode ?? null,
    watermark: watermark ?? null,
    createdAt: createdAt ?? null,
    blocks: document.blocks.flatMap((block) => preparedBlock(block, document)),
  };
}
