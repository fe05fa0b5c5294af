import { digitsAt } from './day.ts';

/**
 * What is known of a vehicle identification number (车辆识别代号, VIN). A wrong check digit is a warning, since many
 * makers outside North America and China do not use it; `likely` then names numbers one typing error away.
 */
export type VinCheck =
  | { readonly ok: true; readonly warning?: 'check-digit'; readonly likely?: readonly string[] }
  | { readonly ok: false; readonly problem: 'length' | 'letters' | 'all-equal' };

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const LETTER_VALUES: Readonly<Record<string, number>> = {
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8,
  J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9,
  S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9,
}; // prettier-ignore
/** Value by character code; -1 where a VIN cannot hold the character. */
const VALUES = Array.from({ length: 128 }, (_, code) => {
  if (code >= 48 && code <= 57) return code - 48;
  return LETTER_VALUES[String.fromCharCode(code)] ?? -1;
});
/** Characters that hand and eye confuse, each with its partners. */
const CONFUSED: Readonly<Record<string, string>> = {
  '0': 'D', D: '0', '1': '7LT', '7': '1T', L: '1', T: '71', '2': 'Z', Z: '2', '3': '8', '5': 'S6', S: '58', '6': '5G',
  G: '6C', C: 'G', '8': 'B3S', B: '8', U: 'V', V: 'UYW', Y: 'V', W: 'V', M: 'N', N: 'M', '4': 'A', A: '4', '9': 'P',
  P: '9R', R: 'P', E: 'F', F: 'E', K: 'X', X: 'K',
}; // prettier-ignore
const PLAIN = /^[0-9A-Z]*$/;
const BLANKS_AND_MARKS = /[\s\-–—_.*'‘’`]+/g;
const DIGITS = '0123456789';
const CHECK_POSITION = 8;
const MOST_LIKELY = 5;

/** One spelling for a VIN: half-width, upper case, without blanks, hyphens, stars (stamped round the number). */
export function normalVin(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFKC').toUpperCase().replace(BLANKS_AND_MARKS, '').normalize('NFKC');
}

/** The weighted sum of seventeen characters, or -1 where one is illegal (I, O, Q and all but letters and digits). */
function weightedSum(vin: string): number {
  let sum = 0;
  for (let at = 0; at < WEIGHTS.length; at += 1) {
    const value = VALUES[vin.charCodeAt(at)] ?? -1;
    if (value < 0) return -1;
    sum += value * (WEIGHTS[at] ?? 0);
  }
  return sum;
}

/**
 * The check digit (`0`–`9` or `X`) that belongs to seventeen legal characters, or undefined where one is illegal.
 * Source: GB 16735 / ISO 3779, weights of 49 CFR 565.
 */
export function vinCheckDigit(vin: string): string | undefined {
  const sum = weightedSum(vin);
  if (sum < 0) return undefined;
  return sum % 11 === 10 ? 'X' : DIGITS.charAt(sum % 11);
}

/** Checks a VIN in any spelling: length 17, no I, O, Q, not one character repeated, and the check digit. */
export function checkVin(text: string): VinCheck {
  const vin = normalVin(text);
  if (vin.length !== WEIGHTS.length) return { ok: false, problem: 'length' };
  const sum = weightedSum(vin);
  if (sum < 0) return { ok: false, problem: 'letters' };
  if (vin === vin.charAt(0).repeat(vin.length)) return { ok: false, problem: 'all-equal' };
  if (isRight(sum, vin.charAt(CHECK_POSITION))) return { ok: true };
  return { ok: true, warning: 'check-digit', likely: likelyVins(vin, sum) };
}

/**
 * Right numbers that one confused character or one swap of neighbours turns into this one, at most five. The tail comes
 * first: makers' front parts are mostly copied, serial numbers typed. Only the remainder is followed while searching,
 * because a whole import may hold wrong numbers.
 */
function likelyVins(vin: string, sum: number): readonly string[] {
  const found: string[] = [];
  for (let at = vin.length - 1; at >= 0 && found.length < MOST_LIKELY; at -= 1) {
    const here = vin.charAt(at);
    for (const other of CONFUSED[here] ?? '') {
      const change = (valueOf(other) - valueOf(here)) * (WEIGHTS[at] ?? 0);
      if (isRight(sum + change, at === CHECK_POSITION ? other : vin.charAt(CHECK_POSITION)))
        addIfLegal(found, vin.slice(0, at) + other + vin.slice(at + 1));
    }
    const next = vin.charAt(at + 1);
    if (next === '' || next === here) continue;
    const change = (valueOf(next) - valueOf(here)) * ((WEIGHTS[at] ?? 0) - (WEIGHTS[at + 1] ?? 0));
    const check =
      at === CHECK_POSITION ? next : at + 1 === CHECK_POSITION ? here : vin.charAt(CHECK_POSITION);
    if (isRight(sum + change, check)) addIfLegal(found, vin.slice(0, at) + next + here + vin.slice(at + 2));
  }
  return found.slice(0, MOST_LIKELY);
}

function valueOf(character: string): number {
  return VALUES[character.charCodeAt(0)] ?? -1;
}

function isRight(sum: number, checkDigit: string): boolean {
  const rest = sum % 11;
  return checkDigit === (rest === 10 ? 'X' : DIGITS.charAt(rest));
}

/** The last four characters of a VIN are digits (GB 16735). */
function addIfLegal(found: string[], candidate: string): void {
  if (digitsAt(candidate, 13, 4) >= 0) found.push(candidate);
}
