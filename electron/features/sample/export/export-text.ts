import { encodeGb18030 } from '#electron/kernel/gb18030.ts';
import type { ExportTable } from './export-table.ts';

const allRows = ({ titles, headers, rows, total }: ExportTable): readonly (readonly string[])[] => [
  ...titles.map((title) => [title]),
  headers,
  ...rows,
  ...(total ? [total] : []),
];

/** csv as the dealers' systems write it: GBK, no quotes, commas of values turned to &, an empty value one space. */
export function dealerCsv(table: ExportTable): Uint8Array {
  const lines = allRows(table).map((cells) =>
    cells.map((cell) => (cell === '' ? ' ' : cell.replaceAll(',', '&'))).join(','),
  );
  return encodeGb18030(`${lines.join('\r\n')}\r\n`);
}

/** csv in UTF-8 with byte order mark, quoted where needed. */
export function markedCsv(table: ExportTable): Uint8Array {
  const lines = allRows(table).map((cells) =>
    cells.map((cell) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
  );
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

/** Tab-separated UTF-16 with byte order mark: what Excel calls Unicode text. */
export function unicodeText(table: ExportTable): Uint8Array {
  const lines = allRows(table).map((cells) =>
    cells.map((cell) => cell.replaceAll(/[\t\r\n]/gu, ' ')).join('\t'),
  );
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Headings of two rows: `费用/工时费` and its neighbours of the same group stand under one merged cell. */
function headRows(headers: readonly string[]): string {
  const upper: { text: string; columns: number; grouped: boolean }[] = [];
  const lower: string[] = [];
  for (const header of headers) {
    const [group = '', name] = header.split('/');
    const last = upper.at(-1);
    if (name === undefined) upper.push({ text: group, columns: 1, grouped: false });
    else {
      lower.push(name);
      if (last?.grouped && last.text === group) last.columns += 1;
      else upper.push({ text: group, columns: 1, grouped: true });
    }
  }
  const top = upper
    .map(({ text, columns, grouped }) =>
      grouped ? `<td colspan="${columns}">${escaped(text)}</td>` : `<td rowspan="2">${escaped(text)}</td>`,
    )
    .join('');
  return `<tr>${top}</tr>\n<tr>${lower.map((name) => `<td>${escaped(name)}</td>`).join('')}</tr>`;
}

/** An HTML table, which many systems name .xls: title over all columns, two rows of headings, GBK. */
export function htmlSheet({ titles, headers, rows, total }: ExportTable): Uint8Array {
  const line = (cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<td class=t>${cell === '' ? '&nbsp;' : escaped(cell)}</td>`).join('')}</tr>`;
  const title = titles.map(
    (text) => `<tr><td colspan="${headers.length}" align="center"><b>${escaped(text)}</b></td></tr>`,
  );
  const body = [...title, headRows(headers), ...rows.map(line), ...(total ? [line(total)] : [])].join('\n');
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>.t{mso-number-format:'\\@'}</style></head>\n<body><table border="1">\n${body}\n</table></body></html>\n`;
  return encodeGb18030(html);
}
