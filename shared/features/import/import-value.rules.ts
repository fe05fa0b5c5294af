import { monthOf } from '../../kernel/period.ts';
import { parseDayText, parseInstantText } from '../../kernel/date-text.ts';
import type { Field } from '../../kernel/field.ts';
import { fenFromYuan, parseMoney } from '../../kernel/money.ts';
import { normalText } from '../../kernel/normal-text.ts';
import { phonesIn } from '../../kernel/phone.ts';
import { normalPlate } from '../../kernel/plate.ts';
import { checkVin, normalVin } from '../../kernel/vin.ts';
import { choiceNames } from './choice-names.ts';
import type { RawCell } from './raw-row.ts';

/** What a cell says: a value, nothing, or a problem whose code is a key of the `problem.issues` texts. */
export type CellValue =
  | { readonly kind: 'value'; readonly value: string | number; readonly warning?: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly code: string };

const nothing: CellValue = { kind: 'nothing' };
const problem = (code: string): CellValue => ({ kind: 'problem', code });
const value = (found: string | number, warning?: string): CellValue =>
  warning ? { kind: 'value', value: found, warning } : { kind: 'value', value: found };

/** What clerks and systems write when they mean "nothing". */
const emptyWords = new Set([
  '',
  '-',
  '--',
  '/',
  '无',
  '暂无',
  '空',
  'null',
  'NULL',
  'N/A',
  'n/a',
  '未知',
  '无数据',
  '0000-00-00',
  '1900-01-01',
  '1900-01-00',
]);

const choiceMaps = new Map<string, Map<string, string>>();

/** Every written form of a choice: its own value, its names in both languages, and the names of exports. */
function choicesOf(
  address: string,
  field: Field,
  names: (choice: string) => readonly string[],
): Map<string, string> {
  let map = choiceMaps.get(address);
  if (!map) {
    map = new Map();
    const fieldName = address.split('.')[1] ?? '';
    for (const [name, choice] of Object.entries({ ...choiceNames[fieldName], ...choiceNames[address] })) {
      if (field.choices?.includes(choice)) map.set(name.toLowerCase(), choice);
    }
    for (const choice of field.choices ?? []) {
      for (const name of [choice, ...names(choice)]) map.set(name.toLowerCase(), choice);
    }
    choiceMaps.set(address, map);
  }
  return map;
}

const UNIT = / ?(?:公里|千米|km|公斤|千克|kg|小时|工时|台|辆|个|件|套|升|l|h)$/iu;
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:[,&]\d{3})+)(?:\.\d+)?$/u;
/** Further from a whole than the rounding error of a spreadsheet's sums. */
const isPart = (size: number): boolean => Math.abs(size - Math.round(size)) > 1e-6;

/** Quantities in whole hundredths, measured kilometres and kilograms in whole ones (told when rounded), counts as they are. */
function wholeNumber(cell: RawCell, address: string, minimum: number): CellValue {
  const text = typeof cell === 'number' ? '' : normalText(String(cell)).replace(UNIT, '');
  if (typeof cell !== 'number' && !NUMBER.test(text)) return problem('not-a-number');
  const number = typeof cell === 'number' ? cell : Number(text.replaceAll(/[,&]/gu, ''));
  const size = address.endsWith('Hundredths') ? number * 100 : number;
  const whole = Math.round(size);
  if (!Number.isSafeInteger(whole)) return problem('not-a-number');
  if (whole < minimum) return problem('too-small');
  if (!isPart(size)) return value(whole);
  if (address.endsWith('Hundredths')) return problem('too-exact');
  return /K[mg]$/u.test(address) ? value(whole, 'rounded') : problem('not-whole');
}

/** An amount in whole fen. A part of a fen is never rounded away: which way is not for the program to say. */
function money(cell: string | number, minimum: number): CellValue {
  const fen = typeof cell === 'number' ? fenFromYuan(cell) : parseMoney(cell);
  if (fen === undefined)
    return problem(
      typeof cell === 'number' || /\d\.\d{3}/u.test(normalText(cell)) ? 'parts-of-a-fen' : 'not-money',
    );
  return fen < minimum ? problem('too-small') : value(fen);
}

/**
 * What a raw cell means for a field. `names` gives the names of a choice in the languages of the program.
 * References stay text: the engine looks the record up by name.
 */
export function readCell(
  cell: RawCell,
  address: string,
  field: Field,
  names: (choice: string) => readonly string[],
): CellValue {
  if (cell === null) return nothing;
  if (typeof cell === 'string' && emptyWords.has(cell.trim())) return nothing;
  switch (field.kind) {
    case 'money':
      return money(cell, field.min ?? 0);
    case 'integer':
      return wholeNumber(cell, address, field.min ?? 0);
    case 'day': {
      const day = parseDayText(String(cell));
      return day === undefined ? problem('not-a-day') : value(day);
    }
    case 'month': {
      const day = parseDayText(String(cell));
      return day === undefined ? problem('not-a-month') : value(monthOf(day));
    }
    case 'instant': {
      const found = parseInstantText(String(cell));
      if (!found) return problem('not-a-day');
      return value(found.time ? `${found.day} ${found.time}` : found.day);
    }
    case 'choice': {
      const text = normalText(String(cell));
      const choice = choicesOf(address, field, names).get(text.toLowerCase());
      return choice === undefined ? problem('not-a-choice') : value(choice);
    }
    case 'plate': {
      const plate = normalPlate(String(cell));
      return plate === '' ? nothing : plate.length > 12 ? problem('too-long') : value(plate);
    }
    case 'vin': {
      const vin = normalVin(String(cell));
      if (vin === '') return nothing;
      const checked = checkVin(vin);
      return checked.ok
        ? value(vin, checked.warning ? 'vin-check-digit' : undefined)
        : problem(`vin-${checked.problem}`);
    }
    case 'phone': {
      const text = String(cell);
      const [first] = phonesIn(text);
      return first === undefined ? problem('not-a-phone') : value(first);
    }
    case 'reference':
    case 'text':
    case 'note': {
      const text = normalText(String(cell));
      if (text === '') return nothing;
      return text.length > (field.max ?? (field.kind === 'note' ? 4000 : 200))
        ? problem('too-long')
        : value(text);
    }
    case 'flag':
      return nothing;
  }
}
