/** Cells that a spreadsheet would run as a formula when it opens the file; the full-width forms count too. */
const formulaStart = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** Plain numbers, and telephone numbers with an area code abroad, are not formulas. */
const harmless = /^[+-]?\d[\d\s-]*(?:\.\d+)?$/u;

/** A text cell made harmless: an apostrophe before what would run. */
export const plainCell = (text: string): string =>
  formulaStart.test(text) && !harmless.test(text) ? `'${text}` : text;

/** One csv line (RFC 4180) with CRLF. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
