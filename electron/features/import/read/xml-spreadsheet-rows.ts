import type { MergedArea, RawCell, RawRow } from '#shared/features/import/raw-row.ts';
import { cellOfText } from './cell-text.ts';
import { MarkupTokens, type MarkupHandler } from './markup-tokens.ts';
import { ReadProblem } from './read-problem.ts';
import { MERGE_ROWS, type ReadLimits } from './table-file.ts';
import { attributeOf, unescapeXml } from './xml-text.ts';

/** Reads the rows of one sheet of an "XML spreadsheet 2003". */
export class XmlSpreadsheetRows implements MarkupHandler {
  readonly #limits: ReadLimits;
  readonly #wanted: number;
  readonly #tokens: MarkupTokens;
  #into: RawRow[] = [];
  #sheet = -1;
  #row = 0;
  #column = 0;
  #span = 0;
  #type = '';
  #text = '';
  #inData = false;
  #cells: RawCell[] = [];
  #merged: MergedArea[] = [];
  #kept = 0;

  /** @param wanted the sheet to read, counted from 0 */
  constructor(wanted: number, limits: ReadLimits) {
    this.#wanted = wanted;
    this.#limits = limits;
    this.#tokens = new MarkupTokens(this);
  }

  push(piece: string, into: RawRow[]): void {
    this.#into = into;
    this.#tokens.push(piece);
  }

  end(into: RawRow[]): void {
    this.#into = into;
    this.#tokens.push('', true);
    this.#endRow();
  }

  text(text: string, from: number, to: number): void {
    if (!this.#inData) return;
    if (this.#text.length + to - from > this.#limits.maxCellChars * 2) this.#fail('cell-too-long');
    this.#text += text.slice(from, to);
  }

  tag(name: string, closing: boolean, attributes: string, selfClosing: boolean): void {
    if (name === 'worksheet' && !closing) this.#sheet += 1;
    if (this.#sheet !== this.#wanted) return;
    switch (name) {
      case 'row':
        this.#endRow();
        if (closing) break;
        this.#row = Number.parseInt(attributeOf(attributes, 'Index') ?? '', 10) || this.#row + 1;
        this.#column = -1;
        this.#span = 1;
        break;
      case 'cell':
        if (closing) break;
        this.#startCell(attributes);
        break;
      case 'data':
        if (closing) this.#endData();
        else if (!selfClosing) {
          this.#inData = true;
          this.#text = '';
          this.#type = attributeOf(attributes, 'Type') ?? 'String';
        }
        break;
      default:
    }
  }

  #startCell(attributes: string): void {
    const index = Number.parseInt(attributeOf(attributes, 'Index') ?? '', 10);
    this.#column = index > 0 ? index - 1 : this.#column + this.#span;
    const across = Number.parseInt(attributeOf(attributes, 'MergeAcross') ?? '', 10) || 0;
    const down = Number.parseInt(attributeOf(attributes, 'MergeDown') ?? '', 10) || 0;
    this.#span = across + 1;
    if ((across > 0 || down > 0) && this.#kept < MERGE_ROWS) {
      this.#merged.push({ column: this.#column, columns: across + 1, rows: down + 1 });
    }
  }

  #endData(): void {
    if (!this.#inData) return;
    this.#inData = false;
    const value = this.#value(unescapeXml(this.#text));
    if (value === null) return;
    if (this.#column >= this.#limits.maxColumns) this.#fail('too-many-columns');
    if (typeof value === 'string' && value.length > this.#limits.maxCellChars) this.#fail('cell-too-long');
    while (this.#cells.length <= this.#column) this.#cells.push(null);
    this.#cells[Math.max(0, this.#column)] = value;
  }

  #value(text: string): RawCell {
    if (this.#type === 'Error') return null;
    if (this.#type === 'Boolean') return text === '1' ? 'TRUE' : 'FALSE';
    if (this.#type === 'Number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
    const instant = this.#type === 'DateTime' ? /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/.exec(text) : null;
    if (instant === null) return cellOfText(text);
    if (instant[1] === '1899-12-31') return instant[2] ?? null; // a time of day
    return instant[2] === '00:00:00' ? (instant[1] ?? null) : `${instant[1]} ${instant[2]}`;
  }

  #endRow(): void {
    if (this.#cells.length > 0) {
      if (this.#row > this.#limits.maxRows) this.#fail('too-large');
      const merged = this.#merged.length > 0 ? { merged: this.#merged } : {};
      this.#into.push({ row: this.#row, cells: this.#cells, ...merged });
      this.#kept += 1;
      this.#cells = [];
    }
    if (this.#merged.length > 0) this.#merged = [];
  }

  #fail(code: 'cell-too-long' | 'too-many-columns' | 'too-large'): never {
    throw new ReadProblem(code, { row: this.#row });
  }
}
