/**
 * Classes of number plates (号牌): 普通, 小型新能源, 大型新能源, 挂车, 教练, 警用, 港澳, 使领馆, 武警, 应急, 临时,
 * none (not registered yet) and unknown, which warns and never blocks.
 */
export type PlateClass =
  | 'ordinary'
  | 'newEnergySmall'
  | 'newEnergyLarge'
  | 'trailer'
  | 'learner'
  | 'police'
  | 'hongKongMacau'
  | 'embassy'
  | 'armedPolice'
  | 'emergency'
  | 'temporary'
  | 'none'
  | 'unknown';

const PROVINCE = '[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新蒙]';
const SERIAL = '[A-HJ-NP-Z0-9]';
const START = `${PROVINCE}[A-HJ-NP-Z]`;
/** D and F came first; A–C, E (electric) and G–K (other new energy) followed when they ran out. */
const ENERGY = '[A-HJK]';

const CLASSES: readonly (readonly [PlateClass, RegExp])[] = [
  ['ordinary', new RegExp(`^${START}${SERIAL}{5}$`)],
  ['newEnergySmall', new RegExp(`^${START}${ENERGY}${SERIAL}\\d{4}$`)],
  ['newEnergyLarge', new RegExp(`^${START}\\d{5}${ENERGY}$`)],
  ['trailer', new RegExp(`^${START}${SERIAL}{4}挂$`)],
  ['learner', new RegExp(`^${START}${SERIAL}{4}学$`)],
  ['police', new RegExp(`^${START}${SERIAL}{4}警$`)],
  ['hongKongMacau', new RegExp(`^粤Z${SERIAL}{4}[港澳]$`)],
  ['embassy', new RegExp(`^(?:[使领]\\d{6}|\\d{6}[使领]|${PROVINCE}[A-HJ-NP-Z]?\\d{4,6}[使领])$`)],
  ['armedPolice', new RegExp(`^WJ(?:${PROVINCE}?[A-Z0-9]{5}|\\d{7})$`)],
  ['emergency', new RegExp(`^${START}${SERIAL}{3,5}应急$`)],
  [
    'temporary',
    new RegExp(
      `^(?:临时?${PROVINCE}?[A-HJ-NP-Z]?${SERIAL}{4,6}|${PROVINCE}[A-HJ-NP-Z]?${SERIAL}{4,6}(?:临时?|试|超))$`,
    ),
  ],
];

const NO_PLATE = new Set(
  '无 没有 暂无 暂未 无牌 无牌照 无车牌 无号 未上牌 未上户 未挂牌 未上 待上牌 待定 新车 新车未上牌 空 临牌 临时 临时牌 临 未知 不详 NA N/A NULL NONE 0'.split(
    ' ',
  ),
);
const SEPARATORS = /[\s·•・‧∙.．。\-–—―_'‘’`*()（）]+/g;
const PLAIN = /^[\u4e00-\u9fff]?[A-Z0-9]+[\u4e00-\u9fff]?$/;

/**
 * One spelling for a plate: half-width, upper case, without blanks, dots and hyphens. Words for "no plate" (无, 未上牌,
 * 临牌 …) give the empty text, so that two vehicles without a plate are never taken for the same.
 */
export function normalPlate(text: string): string {
  const plain = PLAIN.test(text)
    ? text
    : text.normalize('NFKC').replace(SEPARATORS, '').toUpperCase().normalize('NFKC');
  return NO_PLATE.has(plain) ? '' : plain;
}

/** The class of a plate in any spelling; 'none' for an empty text or a word for "no plate". */
export function classifyPlate(text: string): PlateClass {
  const plate = normalPlate(text);
  if (plate === '') return 'none';
  for (const [name, pattern] of CLASSES) if (pattern.test(plate)) return name;
  return 'unknown';
}

/** A plate whose middle is hidden: `粤B12345` → `粤B***45`. */
export function maskPlate(text: string): string {
  const plate = normalPlate(text);
  if (plate.length <= 4) return '*'.repeat(plate.length);
  return `${plate.slice(0, 2)}${'*'.repeat(plate.length - 4)}${plate.slice(-2)}`;
}
