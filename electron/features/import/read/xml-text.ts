const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A character by its number; outside of Unicode the replacement character. */
export function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}

/** Text with the five entities of XML and character numbers resolved; others stay as they are. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
      if (decimal !== undefined) return characterOf(Number(decimal));
      return NAMED[name ?? ''] ?? whole;
    },
  );
}

/** Excel writes characters that XML forbids as `_x000D_`. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export type XmlTag = {
  /** Without namespace prefix. */
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  /** Place behind the tag. */
  readonly end: number;
};

/** The tags of a small XML text in order; declarations and comments are passed over. */
export function* tagsOf(text: string): Generator<XmlTag, void, undefined> {
  let at = 0;
  for (;;) {
    at = text.indexOf('<', at);
    if (at < 0) return;
    if (text.startsWith('<!--', at)) {
      at = text.indexOf('-->', at);
      if (at < 0) return;
      continue;
    }
    const end = tagEnd(text, at);
    if (end < 0) return;
    const closing = text.charCodeAt(at + 1) === 47;
    const inner = text.slice(at + (closing ? 2 : 1), end - 1);
    const blank = inner.search(/[\s/]/);
    const name = blank < 0 ? inner : inner.slice(0, blank);
    yield {
      name: name.slice(name.indexOf(':') + 1),
      closing,
      attributes: blank < 0 ? '' : inner.slice(blank),
      end,
    };
    at = end;
  }
}

/** Place behind the `>` of the tag that starts at `at`, quotes respected; -1 when it is not closed. */
export function tagEnd(text: string, at: number): number {
  let quote = 0;
  for (let place = at + 1; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) {
      return place + 1;
    } else if (code === 34 || code === 39) {
      quote = code;
    }
  }
  return -1;
}

/** One attribute of a tag, any namespace prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(
    attributes,
  );
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescapeXml(value);
}
