import { normalText } from './normal-text.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const MOBILE_WITH_PREFIX = /^(?:0086|86|0)(1[3-9]\d{9})$/;
const CHINA_LANDLINE_PREFIX = /^(?:0086|86)0?(?=[1-9])/;
/** Area codes are 010, 02x and 03xx–09xx; local numbers do not begin with 0 and have eight digits after the short codes. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})([1-9]\d{6,7})$/;
const SERVICE = /^[48]00\d{7}$/;
const FOREIGN = /^(?:\+|00)(?!86)([1-9]\d{8,14})$/;
const EXTENSION = /\s*(?:-|转|分机|#|ext\.?|x)\s*(\d{1,6})$/i;
const SCIENTIFIC = /^\+?(\d)\.(\d+)E\+?(\d{1,2})$/i;
const DECORATION = /[\s\-–—―‐‑_.·()[\]/]/g;
const LISTED = /[,;、|/\n]|\s(?=1[3-9]\d{9}(?!\d))/;

/**
 * One spelling for a telephone number of mainland China: mobile `13812345678`, landline with area code
 * `0755-12345678` (extension `0755-12345678-801`), 400 and 800 numbers `4001234567`; other countries only with their
 * code, `+85291234567`. Numbers that a spreadsheet wrote as `1.3812345678E+10` or `13812345678.0` are repaired where
 * every digit is still there. Undefined for anything else, also for a landline without area code.
 */
export function normalPhone(text: string): string | undefined {
  if (text.length === 11 && MOBILE.test(text)) return text;
  const normal = normalText(text);
  if (normal.length < 10 || normal.length > 40) return undefined;
  return numberOf(fromNumericText(normal)) ?? withExtension(normal);
}

/** Repairs number formats of spreadsheets; other texts pass unchanged. Rounded numbers stay as they are and fail later. */
function fromNumericText(text: string): string {
  if (text.endsWith('.0')) return text.slice(0, -2);
  const parts = SCIENTIFIC.exec(text);
  if (parts === null) return text;
  const [, first = '', decimals = '', exponent = ''] = parts;
  return decimals.length === Number(exponent) ? first + decimals : text;
}

function numberOf(text: string): string | undefined {
  let digits = text.replace(DECORATION, '');
  const foreign = FOREIGN.exec(digits);
  if (foreign !== null) return `+${foreign[1] ?? ''}`;
  if (digits.startsWith('+')) digits = digits.slice(1);
  if (MOBILE.test(digits) || SERVICE.test(digits)) return digits;
  const mobile = MOBILE_WITH_PREFIX.exec(digits);
  if (mobile !== null) return mobile[1];
  const landline = LANDLINE.exec(digits) ?? LANDLINE.exec(digits.replace(CHINA_LANDLINE_PREFIX, '0'));
  if (landline === null) return undefined;
  const [, area = '', local = ''] = landline;
  return area.length === 3 && local.length !== 8 ? undefined : `${area}-${local}`;
}

function withExtension(text: string): string | undefined {
  const extension = EXTENSION.exec(text);
  if (extension === null) return undefined;
  const number = numberOf(text.slice(0, extension.index));
  return number?.includes('-') === true || number?.startsWith('4') === true
    ? `${number}-${extension[1] ?? ''}`
    : undefined;
}

/** All numbers of a cell that lists several (`13812345678/0755-12345678`), normal, in order, each once. */
export function phonesIn(text: string): readonly string[] {
  const whole = normalPhone(text);
  if (whole !== undefined) return [whole];
  const found = new Set<string>();
  for (const part of normalText(text.replaceAll('\n', ';')).split(LISTED)) {
    const phone = normalPhone(part);
    if (phone !== undefined) found.add(phone);
  }
  return [...found];
}

/**
 * A number whose middle is hidden: `138****5678`, `0755-****5678`, `400***4567`. Texts that are no normal number show
 * only their last four characters, short ones nothing.
 */
export function maskPhone(phone: string): string {
  if (MOBILE.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  if (SERVICE.test(phone)) return `${phone.slice(0, 3)}***${phone.slice(6)}`;
  const hyphen = phone.indexOf('-');
  if (hyphen === 3 || hyphen === 4) {
    const local = phone.slice(hyphen + 1).split('-')[0] ?? '';
    if (local.length >= 7)
      return `${phone.slice(0, hyphen + 1)}${'*'.repeat(local.length - 4)}${local.slice(-4)}`;
  }
  return phone.length < 7 ? '*'.repeat(phone.length) : '*'.repeat(phone.length - 4) + phone.slice(-4);
}
