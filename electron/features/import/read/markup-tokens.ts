import { characterOf } from './xml-text.ts';

export type MarkupHandler = {
  text(text: string, from: number, to: number): void;
  /** `name` in lower case without namespace prefix. */
  tag(name: string, closing: boolean, attributes: string, selfClosing: boolean): void;
};

const MAX_TAG_CHARS = 64 * 1024;
/** Elements whose content is no text of the page. */
const RAW = /^(?:style|script|xml)$/;

/** Cuts markup, fed in pieces, into texts and tags. Knows nothing of nesting; broken markup is passed on as text. */
export class MarkupTokens {
  readonly #handler: MarkupHandler;
  #carry = '';
  /** What must come before tokens count again: the end of a comment or of a raw element. */
  #until = '';

  constructor(handler: MarkupHandler) {
    this.#handler = handler;
  }

  push(piece: string, last = false): void {
    const text = this.#carry + piece;
    let at = 0;
    this.#carry = '';
    for (;;) {
      if (this.#until !== '') {
        const end = text.indexOf(this.#until, at);
        if (end < 0) {
          this.#carry = last ? '' : text.slice(Math.max(at, text.length - this.#until.length + 1));
          return;
        }
        at = this.#until.startsWith('</') ? end : end + this.#until.length;
        this.#until = '';
      }
      const open = text.indexOf('<', at);
      if (open < 0) {
        if (at < text.length) this.#handler.text(text, at, text.length);
        return;
      }
      if (open > at) this.#handler.text(text, at, open);
      if (!last && text.length - open < 9) {
        this.#carry = text.slice(open);
        return;
      }
      if (text.startsWith('<!--', open)) {
        this.#until = '-->';
        at = open + 4;
        continue;
      }
      if (text.startsWith('<![CDATA[', open)) {
        const end = text.indexOf(']]>', open);
        const stop = end < 0 ? text.length : end;
        this.#handler.text(text, open + 9, stop);
        at = Math.min(text.length, stop + 3);
        continue;
      }
      const end = markupTagEnd(text, open);
      if (end > 0) {
        this.#tag(text, open, end);
        at = end;
      } else if (last || end === NO_TAG || text.length - open > MAX_TAG_CHARS) {
        this.#handler.text(text, open, open + 1);
        at = open + 1;
      } else {
        this.#carry = text.slice(open);
        return;
      }
    }
  }

  #tag(text: string, open: number, end: number): void {
    const closing = text.charCodeAt(open + 1) === 47;
    let at = open + (closing ? 2 : 1);
    let start = at;
    for (; at < end - 1; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 58) start = at + 1;
      else if (code <= 32 || code === 47) break;
    }
    const name = text.slice(start, at).toLowerCase();
    const attributes = at < end - 1 ? text.slice(at, end - 1) : '';
    const selfClosing = attributes.endsWith('/');
    if (!closing && !selfClosing && RAW.test(name)) this.#until = `</${text.slice(open + 1, at)}`;
    this.#handler.tag(name, closing, attributes, selfClosing);
  }
}

const NO_TAG = -2;

/**
 * Place behind the `>` of a tag; -1 when it is not closed yet, NO_TAG when another `<` comes first: without that, a file of
 * open brackets would be scanned again from each of them. A quote opens a value only after `=`.
 */
function markupTagEnd(text: string, open: number): number {
  const farthest = Math.min(text.length, open + MAX_TAG_CHARS + 1);
  let quote = 0;
  let afterEquals = false;
  for (let at = open + 1; at < farthest; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) {
      return at + 1;
    } else if (code === 60) {
      return NO_TAG;
    } else if ((code === 34 || code === 39) && afterEquals) {
      quote = code;
    }
    if (code > 32) afterEquals = code === 61;
  }
  return -1;
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  yen: '¥',
  middot: '·',
  times: '×',
  deg: '°',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  ensp: ' ',
  emsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  bull: '•',
};

/** Text of a page with entities resolved and blanks joined; unknown entities stay as they are. */
export function pageText(text: string): string {
  const joined = /[\s]{2}|[\t\r\n]/.test(text) ? text.replace(/[ \t\r\n]+/g, ' ') : text;
  return joined.includes('&')
    ? joined.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,6}));?/gi, entity)
    : joined;
}

function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
  if (decimal !== undefined) return characterOf(Number(decimal));
  const key = (name ?? '').toLowerCase();
  return Object.hasOwn(NAMED, key) ? (NAMED[key] ?? whole) : whole;
}
