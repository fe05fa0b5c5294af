import type { RawCell } from '#shared/features/import/raw-row.ts';

/** Whether a character may be trimmed away: blanks, control characters, ideographic and no-break space, BOM. */
export function isBlankCode(code: number): boolean {
  return (
    code <= 32 || (code >= 0xa0 && (code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff))
  );
}

/** The cell of a text: without outer blanks; nothing when only blanks are left (the exports write one space for "empty"). */
export function cellOfText(text: string): RawCell {
  const { length } = text;
  if (length === 0) return null;
  let start = 0;
  let end = length;
  while (start < end && isBlankCode(text.charCodeAt(start))) start += 1;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end -= 1;
  if (end - start === length) return text;
  return start === end ? null : text.slice(start, end);
}
