const APOSTROPHES = /^(?:['‘’`]\s*)+/;
const BLANKS = /[\s\p{Cc}]+/gu;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g;

/**
 * Whether normalising would change nothing: printable ASCII and common Chinese characters (which NFKC leaves alone),
 * single inner blanks, no apostrophe in front. Spares the import most of its work.
 */
function isNormal(text: string): boolean {
  let afterBlank = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      if (afterBlank) return false;
      afterBlank = true;
    } else {
      if (code < 32 || (code > 126 && code < 0x4e00) || code > 0x9fff) return false;
      afterBlank = false;
    }
  }
  const first = text.charCodeAt(0);
  return text === '' || (!afterBlank && first !== 39 && first !== 96);
}

/**
 * One spelling for cell text: full-width forms become half-width (NFKC), blanks and line breaks become one space,
 * invisible characters and apostrophes in front (text marks of spreadsheets) go, ends are trimmed.
 */
export function normalText(text: string): string {
  if (isNormal(text)) return text;
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(BLANKS, ' ').trim().replace(APOSTROPHES, '');
}
