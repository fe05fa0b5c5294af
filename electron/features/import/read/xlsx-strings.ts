import type { RawCell } from '#shared/features/import/raw-row.ts';
import { cellOfText } from './cell-text.ts';
import { ReadProblem } from './read-problem.ts';
import { newDecoder, type Decoder } from './text-decoder.ts';
import { tagEnd, unescapeExcel, unescapeXml } from './xml-text.ts';
import { inflated, xmlEncoding, type ZipArchive } from './zip-archive.ts';

const MAX_STRINGS = 8_000_000;

/**
 * The shared strings of a workbook. Not a string each, which would cost 40 bytes of heap and more: the decoded text in
 * blocks and the places in it; a cell is cut out when it is asked for. Only texts with entities or parts are kept apart.
 */
export class SharedStrings {
  readonly #blocks: string[] = [];
  readonly #made = new Map<number, RawCell>();
  #places = new Uint32Array(3 * 4096);
  #count = 0;

  /** The text of a string cell; nothing when the number is out of range. */
  cell(index: number): RawCell {
    if (!(index >= 0 && index < this.#count)) return null;
    const at = index * 3;
    const end = this.#places[at + 2] ?? 0;
    if (end === 0) return this.#made.get(index) ?? null;
    return cellOfText((this.#blocks[this.#places[at] ?? 0] ?? '').substring(this.#places[at + 1] ?? 0, end));
  }

  /** Takes in the `<si>` elements that start from..to, all of them complete. */
  addBlock({ text, from, to }: XmlBlock, maxChars: number): void {
    const block = this.#blocks.push(text) - 1;
    let at = from;
    for (;;) {
      at = text.indexOf('<si', at);
      if (at < 0 || at >= to) return;
      if (text.startsWith('><t>', at + 3)) {
        const start = at + 7;
        const end = plainEnd(text, start);
        if (end >= 0 && text.startsWith('</t></si>', end)) {
          if (end - start > maxChars) throw new ReadProblem('cell-too-long');
          this.#place(block, start, end);
          at = end + 9;
          continue;
        }
      }
      const open = tagEnd(text, at);
      if (open < 0) return;
      if (text.charCodeAt(open - 2) === 47) {
        this.#make('', maxChars);
        at = open;
      } else {
        const close = text.indexOf('</si>', open);
        if (close < 0) return;
        this.#make(richText(text.slice(open, close)), maxChars);
        at = close + 5;
      }
    }
  }

  #place(block: number, start: number, end: number): void {
    if (this.#count >= MAX_STRINGS) throw new ReadProblem('too-large');
    const at = this.#count * 3;
    if (at + 3 > this.#places.length) {
      const wider = new Uint32Array(this.#places.length * 2);
      wider.set(this.#places);
      this.#places = wider;
    }
    this.#places[at] = block;
    this.#places[at + 1] = start;
    this.#places[at + 2] = end;
    this.#count += 1;
  }

  #make(text: string, maxChars: number): void {
    if (text.length > maxChars) throw new ReadProblem('cell-too-long');
    const cell = cellOfText(text);
    if (cell !== null) this.#made.set(this.#count, cell);
    this.#place(0, 0, 0);
  }
}

/**
 * Place of the next `<` when the text before it needs no unescaping, else -1. A loop on purpose: guarded `indexOf('&')`
 * calls get hoisted by the optimising compiler and scan the whole block for every string (forty times slower).
 */
function plainEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 60) return at;
    if (code === 38 || code === 95) return -1;
  }
  return -1;
}

/** The plain text of `<si>` or `<is>`: all its runs, without phonetic guides. */
export function richText(inner: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    at = inner.indexOf('<', at);
    if (at < 0) break;
    const open = tagEnd(inner, at);
    if (open < 0) break;
    const name = /^<(rPh|t)[\s>]/.exec(inner.slice(at, at + 5))?.[1];
    at = open;
    if (name === 'rPh') {
      at = inner.indexOf('</rPh>', open);
      if (at < 0) break;
    } else if (name === 't') {
      const close = inner.indexOf('<', open);
      text += inner.slice(open, close < 0 ? undefined : close);
    }
  }
  return unescapeExcel(unescapeXml(text));
}

/** Reads the part of the shared strings. @throws ReadProblem `too-large`, `cell-too-long`, `doctype`, and as `inflated` */
export async function readSharedStrings(zip: ZipArchive, part: string | undefined): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === undefined || !zip.entries.has(part)) return strings;
  const { maxCellChars, maxStringsBytes } = zip.limits;
  for await (const block of xmlBlocks(zip, part, ['<si>', '<si '], maxStringsBytes))
    strings.addBlock(block, maxCellChars);
  return strings;
}

/** A stretch of XML text that ends before an opening tag, so that whatever started before it is complete. */
export type XmlBlock = { readonly text: string; readonly from: number; readonly to: number };

/**
 * The text of an XML part in blocks, each ending before one of the given opening tags (the commonest first). Namespace
 * prefixes are taken off, DOCTYPE is refused.
 */
export async function* xmlBlocks(
  zip: ZipArchive,
  part: string,
  openings: readonly string[],
  maxBytes: number,
): AsyncGenerator<XmlBlock, void, undefined> {
  let decoder: Decoder | undefined;
  let prefix: string | undefined;
  let carry = '';
  for await (const chunk of inflated(zip, part, maxBytes)) {
    const first = decoder === undefined;
    decoder ??= newDecoder(xmlEncoding(chunk));
    let text = decoder.decode(chunk, { stream: true });
    if (first) {
      if (text.includes('<!DOCTYPE')) throw new ReadProblem('doctype');
      prefix = /^(?:\s|<[?!][^>]*>)*<(\w+):\w/.exec(text)?.[1];
    }
    if (prefix !== undefined) {
      text = withoutPrefix(carry + text, prefix);
      carry = '';
    }
    let from = 0;
    if (carry !== '') {
      // only the element that the border cut in two is put together; the rest is read where it is
      from = firstOpening(text, openings);
      carry += from < 0 ? text : text.slice(0, from);
      if (from >= 0) yield { text: carry, from: 0, to: carry.length };
    }
    if (from >= 0) {
      const cut = Math.max(from, lastOpening(text, openings));
      if (cut > from) yield { text, from, to: cut };
      carry = text.slice(cut);
    }
    if (carry.length > zip.limits.maxCellChars * 8 + 2 ** 20) {
      const closed = carry.search(/<\/(?:sheetData|sst)>/);
      if (closed < 0) throw new ReadProblem('cell-too-long');
      yield { text: carry, from: 0, to: closed };
      carry = carry.slice(closed, closed + 12);
    }
  }
  carry += decoder?.decode() ?? '';
  if (prefix !== undefined) carry = withoutPrefix(carry, prefix);
  if (carry !== '') yield { text: carry, from: 0, to: carry.length };
}

function withoutPrefix(text: string, prefix: string): string {
  return text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

/** The first place of any of the openings, or -1. */
function firstOpening(text: string, openings: readonly string[]): number {
  let place = -1;
  for (const opening of openings) {
    const found = (place < 0 ? text : text.slice(0, place)).indexOf(opening);
    if (found >= 0) place = found;
  }
  return place;
}

/** The last place of any of the openings, or -1. */
function lastOpening(text: string, openings: readonly string[]): number {
  let place = -1;
  for (const opening of openings) {
    const from = Math.max(0, place);
    const found = (from === 0 ? text : text.slice(from)).lastIndexOf(opening);
    if (found >= 0) place = from + found;
  }
  return place;
}
