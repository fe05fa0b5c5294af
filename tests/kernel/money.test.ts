import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenFromYuan, formatMoney, moneyInCapitals, parseMoney } from '#shared/kernel/money.ts';

const anyFen = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  fc.maxSafeInteger().map((fen) => fen + 0),
);

describe('formatMoney', () => {
  it.each([
    [1_234_567, '¥12,345.67'],
    [-1200, '-¥12.00'],
    [0, '¥0.00'],
    [5, '¥0.05'],
    [100_000, '¥1,000.00'],
    [99_999, '¥999.99'],
    [123_456_789_01, '¥123,456,789.01'],
    [Number.MAX_SAFE_INTEGER, '¥90,071,992,547,409.91'],
  ])('%s fen → %s', (fen, expected) => expect(formatMoney(fen)).toBe(expected));
});

describe('parseMoney', () => {
  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.50', 1250],
    ['0.29', 29],
    ['1.005', undefined],
    ['12.3400', 1234],
    ['1,234.5', 123_450],
    ['1&234.50', 123_450],
    ['12,345,678', 1_234_567_800],
    ['¥12,345.67', 1_234_567],
    ['￥１２，３４５．６７', 1_234_567],
    ['¥ 12', 1200],
    ['RMB 12.00', 1200],
    ['人民币12元', 1200],
    ['12元', 1200],
    ['12 万', 12_000_000],
    ['12.5万元', 12_500_000],
    ['12.345678万', 12_345_678],
    ['12.3456789万', undefined],
    ['-12.00', -1200],
    ['−12', -1200],
    ['－12', -1200],
    ['-¥12.00', -1200],
    ['¥-12.00', -1200],
    ['(12.00)', -1200],
    ['（1,200.00）', -120_000],
    ['12.00-', -1200],
    ['+12', 1200],
    ['0', 0],
    ['-0.00', 0],
    ['(0)', 0],
    [' 12.00 ', 1200],
    ["'12.00", 1200],
    ['', undefined],
    [' ', undefined],
    ['-', undefined],
    ['.', undefined],
    ['12.', undefined],
    ['.5', undefined],
    ['12.345', undefined],
    ['1.2.3', undefined],
    ['12,5', undefined],
    ['1,23,456', undefined],
    ['1234,567', undefined],
    [',123', undefined],
    ['1,234,', undefined],
    ['(-12)', undefined],
    ['--12', undefined],
    ['12 34', undefined],
    ['1e3', undefined],
    ['$12', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['0x10', undefined],
    ['合计', undefined],
    ['万', undefined],
    ['元', undefined],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['90071992547409.92', undefined],
    ['900719925474099.1', undefined],
    ['99999999999999999999', undefined],
  ])('%j → %s', (text, expected) => expect(parseMoney(text)).toBe(expected));

  it('reads back what formatMoney wrote, and plain decimals of it', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(parseMoney(formatMoney(fen))).toBe(fen + 0);
        expect(parseMoney(formatMoney(fen).replaceAll(',', '').replace('¥', ''))).toBe(fen + 0);
      }),
    );
  });

  it('never throws and never gives anything but whole fen', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-+()¥元万 &'.split('')) })),
        (text) => {
          const fen = parseMoney(text);
          expect(fen === undefined || (Number.isSafeInteger(fen) && !Object.is(fen, -0))).toBe(true);
        },
      ),
    );
  });
});

describe('fenFromYuan', () => {
  it.each([
    [0.29, 29],
    [1.1 + 2.2, 330],
    [12_345.67, 1_234_567],
    [-0.01, -1],
    [-0, 0],
    [1.005, undefined],
    [Number.NaN, undefined],
    [1e20, undefined],
  ])('%s yuan → %s', (yuan, expected) => expect(fenFromYuan(yuan)).toBe(expected));
});

describe('moneyInCapitals', () => {
  it.each([
    [0, '零元整'],
    [1, '壹分'],
    [50, '伍角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [1000, '壹拾元整'],
    [10_100, '壹佰零壹元整'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [10_000_000, '壹拾万元整'],
    [2_005_000_000, '贰仟零伍万元整'],
    [100_000_100, '壹佰万零壹元整'],
    [10_000_000_000, '壹亿元整'],
    [100_001_000_000, '壹拾亿零壹万元整'],
    [100_000_000_000_000, '壹万亿元整'],
    [100_001_000_000_100, '壹万亿零壹仟万零壹元整'],
    [-123_456, '负壹仟贰佰叁拾肆元伍角陆分'],
    [Number.MAX_SAFE_INTEGER, '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
  ])('%s fen → %s', (fen, expected) => expect(moneyInCapitals(fen)).toBe(expected));

  it('refuses parts of a fen', () => expect(() => moneyInCapitals(0.5)).toThrow(RangeError));

  it('reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(), fc.maxSafeInteger().map(Math.abs)), (fen) => {
        expect(readCapitals(moneyInCapitals(fen))).toBe(BigInt(fen));
      }),
    );
  });
});

/** Reads capitals back by the grammar of the language: units multiply what stands before, 万 and 亿 the whole section. */
function readCapitals(text: string): bigint {
  const units: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  let total = 0n;
  let section = 0n;
  let digit = 0n;
  let fen = 0n;
  for (const sign of text) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign);
    const unit = units[sign];
    if (value >= 0) digit = BigInt(value);
    else if (unit !== undefined) section += digit * unit;
    else if (sign === '万') total += (section + digit) * 10_000n;
    else if (sign === '亿') total = (total + section + digit) * 100_000_000n;
    else if (sign === '元') fen += (total + section + digit) * 100n;
    else if (sign === '角') fen += digit * 10n;
    else if (sign === '分') fen += digit;
    if (value < 0) digit = 0n;
    if (sign === '万' || sign === '亿') section = 0n;
  }
  return fen;
}
