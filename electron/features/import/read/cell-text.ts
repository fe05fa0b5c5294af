import type { RawCell } from '#shared/features/import/raw-row.ts';

const OUTER_BLANKS = /^[\s\u0000-\u0020\u200b\ufeff]+|[\s\u0000-\u0020\u200b\ufeff]+$/g;

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
  if (!isBlankCode(text.charCodeAt(0)) && !isBlankCode(text.charCodeAt(length - 1))) return text;
  const trimmed = text.replace(OUTER_BLANKS, '');
  return trimmed === '' ? null : trimmed;
}
