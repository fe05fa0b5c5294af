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

function wholeNumber(cell: RawCell, hundredths: boolean): CellValue {
  const text =
    typeof cell === 'number'
      ? cell
      : Number(
          normalText(String(cell)).replaceAll(/[,，&]|(?:公里|千米|km|kg|小时|台|个|件|升|l|h)$/giu, ''),
        );
  if (!Number.isFinite(text)) return problem('not-a-number');
  const whole = hundredths ? Math.round(text * 100) : Math.round(text);
  if (!hundredths && Math.abs(whole - text) > 1e-9) return value(whole, 'rounded');
  return whole < 0 ? problem('too-small') : value(whole);
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
    case 'money': {
      const fen = typeof cell === 'number' ? fenFromYuan(cell) : parseMoney(cell);
      if (fen === undefined) return problem('not-money');
      return fen < (field.min ?? 0) ? problem('too-small') : value(fen);
    }
    case 'integer':
      return wholeNumber(cell, address.endsWith('Hundredths'));
    case 'day': {
      const day = parseDayText(String(cell));
      return day === undefined ? problem('not-a-day') : value(day);
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
