/** How well a page or action answers what was typed. */

/** A thing that is found by its names: in any language, and by pinyin or initials of the Chinese one. */
export type Named = { readonly names: readonly string[]; readonly readings: readonly string[] };

const tidy = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/**
 * 0: no match; the higher the better: whole name, its start, a word's start, somewhere inside, then pinyin and initials.
 * An empty question matches everything a little.
 */
export function matchOf(typed: string, { names, readings }: Named): number {
  const asked = tidy(typed);
  if (asked === '') return 1;
  let best = 0;
  for (const name of names.map(tidy)) {
    if (name === asked) best = Math.max(best, 9);
    else if (name.startsWith(asked)) best = Math.max(best, 8);
    else if (name.split(/[\s’'-]+/u).some((word) => word.startsWith(asked))) best = Math.max(best, 7);
    else if (name.includes(asked)) best = Math.max(best, 6);
  }
  const letters = asked.replaceAll(/[\s']/gu, '');
  if (/^[a-z]+$/u.test(letters)) {
    for (const reading of readings) {
      if (reading === letters) best = Math.max(best, 5);
      else if (reading.startsWith(letters)) best = Math.max(best, 4);
    }
  }
  return best;
}
