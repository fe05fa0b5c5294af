import { numberOfDate } from '#shared/kernel/day-number.ts';

/**
 * Columns of whole numbers and days, each as one text made by SQLite: for statements over a whole store, where an array for each
 * row and a text for each cell cost more than reading them.
 */

/**
 * A statement that answers one row: for each column a text of all its values, parted by `,`. `columns` are expressions that
 * give whole numbers from 0 on, days `YYYY-MM-DD` or null. With `order` the values come in it; without it in the order in
 * which SQLite goes through the table.
 */
export function packedSql(columns: readonly string[], from: string, order?: string): string {
  const packed = (column: string): string => `cast(group_concat(ifnull(${column}, '')) as blob)`;
  if (order === undefined) return `select count(*), ${columns.map(packed).join(', ')} ${from}`;
  const name = (index: number): string => `c${index}`;
  const named = columns.map((column, index) => `${column} as ${name(index)}`);
  return `select count(*), ${columns.map((_, index) => packed(name(index))).join(', ')}
    from (select ${named.join(', ')} ${from} order by ${order})`;
}

const [zero, dash, comma] = [...Buffer.from('0-,')] as [number, number, number]; // three letters
const [yearLength, dayLength] = ['YYYY'.length, 'YYYY-MM-DD'.length];

/**
 * The values of one packed text: numbers as they are, days as their number since 1970-01-01, null as `none`; what
 * is neither (a part of a number, a negative one) is cut off or `none`, and never moves the values after it.
 */
export function unpacked(text: Uint8Array, count: number, none: number): Int32Array {
  const values = new Int32Array(count).fill(none);
  let at = 0;
  const digit = (place: number): number => (text[place] ?? zero) - zero;
  for (let row = 0; row < count; row += 1) {
    const start = at;
    let value = 0;
    while (at < text.length && (text[at] ?? 0) >= zero) {
      value = value * 10 + digit(at);
      at += 1;
    }
    if (at - start === yearLength && text[at] === dash) {
      values[row] = numberOfDate(
        value,
        digit(at + 1) * 10 + digit(at + 2),
        digit(at + 4) * 10 + digit(at + 5),
      );
      at = start + dayLength;
    } else if (at > start) values[row] = value;
    while (at < text.length && text[at] !== comma) at += 1;
    at += 1;
  }
  return values;
}
