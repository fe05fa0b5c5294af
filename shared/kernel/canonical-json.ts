/** Plain data as it may be signed. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined };

/**
 * One spelling per value: keys in code-unit order, no blanks, absent keys left out. Equal contents give equal texts, so
 * their hashes can be compared (the idea of RFC 8785, whole numbers only). Throws RangeError for a fraction or NaN.
 */
export function canonicalJson(value: Plain): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // Checks are some hundred small objects each: a plain loop is several times faster than lists of entries.
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const one = value[key];
    if (one !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(one)}`;
  }
  return `{${text}}`;
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
