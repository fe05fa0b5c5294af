import type { ImportAddress } from './import-column.ts';
import { importKindRules, importKinds, normalHeading, type ImportKind } from './import.kinds.ts';

/** Column index of the file → where it goes; columns that go nowhere are left out. */
export type ImportMapping = Readonly<Record<string, ImportAddress>>;

const rankOf = new Map<ImportKind, Map<string, { to: ImportAddress; rank: number }[]>>();

/** Addresses by known heading, best first. */
function known(kind: ImportKind): Map<string, { to: ImportAddress; rank: number }[]> {
  let names = rankOf.get(kind);
  if (!names) {
    names = new Map();
    for (const { to, names: list } of importKindRules[kind].columns) {
      for (const [rank, name] of list.entries()) {
        const places = names.get(normalHeading(name)) ?? [];
        places.push({ to, rank });
        names.set(normalHeading(name), places);
      }
    }
    rankOf.set(kind, names);
  }
  return names;
}

/** Is this a heading that any kind knows? Helps to find the header row. */
export const isKnownHeading = (heading: string): boolean => {
  const name = normalHeading(heading);
  return name !== '' && importKinds.some((kind) => known(kind).has(name));
};

/**
 * Guesses where the columns of a file go. A heading of several rows joined by `/` is also tried without its upper parts. Each address is
 * given once, to the heading that stands first among its names.
 */
export function guessMapping(headers: readonly string[], kind: ImportKind): ImportMapping {
  const names = known(kind);
  const offers = headers.flatMap((header, column) => {
    const parts = header.split('/');
    for (const above of parts.keys()) {
      const found = names.get(normalHeading(parts.slice(above).join('/')));
      if (found) return found.map(({ to, rank }) => ({ column, to, rank: rank + above * 100 }));
    }
    return [];
  });
  offers.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const mapping: Record<string, ImportAddress> = {};
  const taken = new Set<ImportAddress>();
  for (const { column, to } of offers) {
    if (taken.has(to) || mapping[column] !== undefined) continue;
    mapping[column] = to;
    taken.add(to);
  }
  return mapping;
}

/** Does a mapping hold what the kind needs? Returns the alternatives of what is missing. */
export function missingNeeds(
  mapping: ImportMapping,
  kind: ImportKind,
): readonly (readonly ImportAddress[])[] {
  const have = new Set(Object.values(mapping));
  return importKindRules[kind].needs.filter(
    (alternatives) => !alternatives.some((address) => have.has(address)),
  );
}

/** The kind whose headings fit best; undefined when none has what it needs. Ties go to the kind with fewer unknown columns. */
export function guessKind(headers: readonly string[]): ImportKind | undefined {
  let best: { kind: ImportKind; score: number } | undefined;
  for (const kind of importKinds) {
    const mapping = guessMapping(headers, kind);
    if (missingNeeds(mapping, kind).length > 0) continue;
    const hits = Object.keys(mapping).length;
    const score =
      hits / Math.max(1, headers.filter((h) => h.trim() !== '').length) +
      hits / importKindRules[kind].columns.length / 4;
    if (!best || score > best.score) best = { kind, score };
  }
  return best?.kind;
}
