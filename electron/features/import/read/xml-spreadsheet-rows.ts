import type { RawCell, RawRow } from '#shared/features/import/raw-row.ts';
import { cellOfText } from './cell-text.ts';
import { MarkupTokens, type MarkupHandler } from './markup-tokens.ts';
import { RowFrame } from './row-frame.ts';
import type { ReadLimits } from './table-file.ts';
import { attributeOf, unescapeXml } from './xml-text.ts';

/** Reads the rows of one sheet of an "XML spreadsheet 2003". */
export class XmlSpreadsheetRows implements MarkupHandler {
  readonly #frame: RowFrame;
  readonly #wanted: number;
  readonly #tokens: MarkupTokens;
  #sheet = -1;
  #column = 0;
  #span = 0;
  #type = '';

  /** @param wanted the sheet to read, counted from 0 */
  constructor(wanted: number, limits: ReadLimits) {
    this.#wanted = wanted;
    this.#frame = new RowFrame(limits);
    this.#tokens = new MarkupTokens(this);
  }

  push(piece: string, into: RawRow[]): void {
    this.#frame.collect(into);
    this.#tokens.push(piece);
  }

  end(into: RawRow[]): void {
    this.#frame.collect(into);
    this.#tokens.push('', true);
    this.#frame.finish();
  }

  text(text: string, from: number, to: number): void {
    this.#frame.addText(text, from, to);
  }

  tag(name: string, closing: boolean, attributes: string, selfClosing: boolean): void {
    if (name === 'worksheet' && !closing) this.#sheet += 1;
    if (this.#sheet !== this.#wanted) return;
    switch (name) {
      case 'row':
        this.#frame.finish();
        if (!closing) this.#startRow(attributes);
        break;
      case 'cell':
        if (!closing) this.#startCell(attributes);
        break;
      case 'data':
        if (closing) this.#endData();
        else if (!selfClosing) {
          this.#frame.openCell();
          this.#type = attributeOf(attributes, 'Type') ?? 'String';
        }
        break;
      default:
    }
  }

  #startRow(attributes: string): void {
    const frame = this.#frame;
    frame.row = Number.parseInt(attributeOf(attributes, 'Index') ?? '', 10) || frame.row + 1;
    this.#column = -1;
    this.#span = 1;
  }

  #startCell(attributes: string): void {
    const index = Number.parseInt(attributeOf(attributes, 'Index') ?? '', 10);
    this.#column = index > 0 ? index - 1 : this.#column + this.#span;
    const across = Number.parseInt(attributeOf(attributes, 'MergeAcross') ?? '', 10) || 0;
    const down = Number.parseInt(attributeOf(attributes, 'MergeDown') ?? '', 10) || 0;
    this.#span = across + 1;
    this.#frame.merge({ column: this.#column, columns: across + 1, rows: down + 1 });
  }

  #endData(): void {
    if (!this.#frame.isOpen) return;
    this.#frame.put(Math.max(0, this.#column), this.#value(unescapeXml(this.#frame.closeCell())));
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
}
