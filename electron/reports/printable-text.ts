/** What paper and XML can hold of a text that somebody typed or imported. */

/** Tab, line feed and everything from the blank on; the two non-characters excepted. */
const holds = (code: number): boolean =>
  code === 0x09 ||
  code === 0x0a ||
  (code >= 0x20 && code !== 0xfffe && code !== 0xffff && !(code >= 0x7f && code < 0xa0));

/**
 * The text without control characters (one of them makes Word refuse a whole file), with line ends as line
 * feeds, and with halves of torn characters shown as �.
 */
export function printableText(text: string): string {
  const whole = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').toWellFormed();
  return Array.from(whole)
    .filter((sign) => holds(sign.codePointAt(0) ?? 0))
    .join('');
}
