import { twoDigits } from './day.ts';
import { normalText } from './normal-text.ts';

/** Money in whole fen (分, 1/100 yuan); negative where it is owed or refunded. */
export type Fen = number;

const CAPITAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const CAPITAL_UNITS = ['', '拾', '佰', '仟'];
const CAPITAL_GROUPS = ['', '万', '亿', '万'];
const PREFIX = /^(?:¥|\\|RMB|CNY|人民币)\s*/i;
const GROUPED = /^\d{1,3}(?:[,&]\d{3})+$/;
const SEPARATORS = /[,&]/g;

/** `¥12,345.67`, negative `-¥12.00`. */
export function formatMoney(fen: Fen): string {
  const size = Math.abs(fen);
  const yuan = String(Math.trunc(size / 100));
  let grouped = yuan.slice(0, yuan.length % 3);
  for (let at = yuan.length % 3; at < yuan.length; at += 3)
    grouped += (grouped === '' ? '' : ',') + yuan.slice(at, at + 3);
  return `${fen < 0 ? '-' : ''}¥${grouped}.${twoDigits(size % 100)}`;
}

/**
 * Money typed or exported by other systems: `¥`, `元`, `万`, grouping commas (also `&`, which some exports write for a
 * comma), full width, `-12`, `12-` and `(12.00)` for negative. Undefined where the text is no amount, groups wrongly
 * (`12,5`), or holds a part of a fen; zeros after the second decimal are allowed since nothing is lost.
 */
export function parseMoney(text: string): Fen | undefined {
  return plainMoney(text) ?? decoratedMoney(normalText(text));
}

/** Digits with at most one point and a sign: the form of nearly every cell. Undefined for all others. */
function plainMoney(text: string): Fen | undefined {
  const negative = text.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  const length = text.length;
  if (length === start || length > 15) return undefined;
  let value = 0;
  let point = -1;
  for (let at = start; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 46 && point < 0 && at > start) point = at;
    else if (code >= 48 && code <= 57) value = value * 10 + code - 48;
    else return undefined;
  }
  const decimals = point < 0 ? 0 : length - point - 1;
  if (decimals > 2 || (point >= 0 && decimals === 0)) return undefined;
  const fen = decimals === 0 ? value * 100 : decimals === 1 ? value * 10 : value;
  return signed(fen, negative);
}

function decoratedMoney(normal: string): Fen | undefined {
  let rest = normal;
  let negative = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  for (let pass = 0; pass < 2; pass += 1) {
    const sign = rest.charAt(0);
    if (sign === '-' || sign === '−' || sign === '+') {
      if (negative) return undefined;
      negative = sign !== '+';
      rest = rest.slice(1).trim();
    }
    if (pass === 0) rest = rest.replace(PREFIX, '');
  }
  if (rest.endsWith('元')) rest = rest.slice(0, -1).trim();
  const tenThousands = rest.endsWith('万');
  if (tenThousands) rest = rest.slice(0, -1).trim();
  if (rest.endsWith('-') && !negative) {
    negative = true;
    rest = rest.slice(0, -1).trim();
  }
  const fen = decimalFen(rest, tenThousands ? 6 : 2);
  return fen === undefined ? undefined : signed(fen, negative);
}

/** Exact value of `1,234.50` times 10^decimals, or undefined. */
function decimalFen(text: string, decimals: number): Fen | undefined {
  const point = text.indexOf('.');
  const fraction = point < 0 ? '' : text.slice(point + 1);
  let whole = point < 0 ? text : text.slice(0, point);
  if (whole.includes(',') || whole.includes('&')) {
    if (!GROUPED.test(whole)) return undefined;
    whole = whole.replace(SEPARATORS, '');
  }
  if (!isDigits(whole) || (point >= 0 && !isDigits(fraction))) return undefined;
  for (let at = decimals; at < fraction.length; at += 1) if (fraction.charCodeAt(at) !== 48) return undefined;
  return Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return text !== '';
}

function signed(fen: number, negative: boolean): Fen | undefined {
  if (fen > Number.MAX_SAFE_INTEGER) return undefined;
  return negative && fen !== 0 ? -fen : fen;
}

/** Whole fen of a yuan number read from a numeric cell, or undefined where it is further from a fen than rounding error. */
export function fenFromYuan(yuan: number): Fen | undefined {
  const fen = Math.round(yuan * 100);
  if (!Number.isSafeInteger(fen) || Math.abs(yuan * 100 - fen) > 1e-4) return undefined;
  return fen === 0 ? 0 : fen;
}

/**
 * Money in Chinese capitals (大写) without 人民币, as on quotations and receipts: `壹万陆仟肆佰零玖元零贰分`, whole yuan and
 * whole jiao closed by 整, negative with 负. Source: 支付结算办法, appendix 1. Throws RangeError from 10^16 yuan on or for
 * parts of a fen.
 */
export function moneyInCapitals(fen: Fen): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not whole fen: ${fen}`);
  const size = Math.abs(fen);
  const yuan = Math.trunc(size / 100);
  const jiao = Math.trunc((size % 100) / 10);
  const rest = size % 10;
  let text = yuan > 0 ? `${wholeInCapitals(yuan)}元` : '';
  if (jiao > 0) text += `${CAPITAL_DIGITS.charAt(jiao)}角`;
  else if (rest > 0 && yuan > 0) text += '零';
  if (rest > 0) text += `${CAPITAL_DIGITS.charAt(rest)}分`;
  else text = text === '' ? '零元整' : `${text}整`;
  return fen < 0 ? `负${text}` : text;
}

function wholeInCapitals(whole: number): string {
  let text = '';
  let zeroPending = false;
  for (let group = 3; group >= 0; group -= 1) {
    const value = Math.trunc(whole / 10_000 ** group) % 10_000;
    if (value === 0) {
      zeroPending ||= text !== '';
      // 10^12 is written 万亿: its 亿 stands even where the group of 亿 is empty
      if (group === 2 && text !== '') text += '亿';
      continue;
    }
    if (text !== '' && value < 1000) zeroPending = true;
    if (zeroPending) text += '零';
    zeroPending = false;
    text += groupInCapitals(value) + (CAPITAL_GROUPS[group] ?? '');
  }
  return text;
}

function groupInCapitals(value: number): string {
  let text = '';
  let zeroPending = false;
  for (let unit = 3; unit >= 0; unit -= 1) {
    const digit = Math.trunc(value / 10 ** unit) % 10;
    if (digit === 0) zeroPending ||= text !== '';
    else {
      if (zeroPending) text += '零';
      zeroPending = false;
      text += CAPITAL_DIGITS.charAt(digit) + (CAPITAL_UNITS[unit] ?? '');
    }
  }
  return text;
}

/**
 * A share of an amount at a rate in basis points, to the whole fen, half a fen upwards. Exact while the amount is below
 * 10^13 fen and the rate below 10^6; both are never negative.
 */
export function shareOfFen(fen: Fen, basisPoints: number): Fen {
  const whole = Math.floor(fen / 10_000);
  const rest = fen - whole * 10_000;
  return whole * basisPoints + Math.floor((rest * basisPoints + 5000) / 10_000);
}
