/** A keyboard-wedge scanner types like a person, only much faster and with Enter at the end. */

export type Stroke = {
  /** As the browser names it: one character, or `Enter`. */
  readonly key: string;
  /** When it was struck, in milliseconds of any clock that only rises. */
  readonly at: number;
  /** An input method is composing, or a modifier other than Shift is held. */
  readonly isOther: boolean;
};

/** Longest pause between two characters of a scan; a person who types 120 words a minute needs 100 ms. */
const longestPauseMs = 50;
const shortestCode = 5;
const longestCode = 60;
/** VIN, plates and numbers of sheets have digits; a word typed in one go has none. */
const hasDigit = /[0-9]/u;

export type Scan = { readonly text: string; readonly last: number };
export const noScan: Scan = { text: '', last: 0 };

/** The next state of a scan, and the code when this stroke ended one. */
export function afterStroke(
  scan: Scan,
  { key, at, isOther }: Stroke,
): { readonly scan: Scan; readonly code?: string } {
  if (isOther) return { scan: noScan };
  const isFast = at - scan.last <= longestPauseMs;
  if (key === 'Enter') {
    const code = scan.text.trim();
    return isFast && code.length >= shortestCode && code.length <= longestCode && hasDigit.test(code)
      ? { scan: noScan, code }
      : { scan: noScan };
  }
  // Shift comes between the characters of a scan and is none of them.
  if (Array.from(key).length !== 1)
    return { scan: key === 'Shift' ? { ...scan, last: isFast ? at : 0 } : noScan };
  return { scan: { text: (isFast ? scan.text : '') + key, last: at } };
}
