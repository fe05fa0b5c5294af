import { describe, expect, it } from 'vitest';
import { afterStroke, noScan } from '#shared/features/search/scan.rules.ts';

/** Strikes the keys one after the other and gives what was read. */
function struck(
  keys: readonly string[],
  pauseMs: number | ((index: number) => number),
  isOther = false,
): string | undefined {
  let scan = noScan;
  let at = 10_000;
  let read: string | undefined;
  keys.forEach((key, index) => {
    at += typeof pauseMs === 'number' ? pauseMs : pauseMs(index);
    const next = afterStroke(scan, { key, at, isOther });
    ({ scan } = next);
    read = next.code ?? read;
  });
  return read;
}
const vin = 'LZZ5CLVB0KA000123';
const typed = (text: string): string[] => [...Array.from(text), 'Enter'];

describe('a scan', () => {
  it.each([
    ['a fast one is read', typed(vin), 8, vin],
    ['the slowest that still counts', typed(vin), 50, vin],
    ['a person typing is none', typed(vin), 51, undefined],
    ['four characters are none', typed('1234'), 5, undefined],
    ['five are one', typed('12345'), 5, '12345'],
    ['a word without a digit is none', typed('english'), 5, undefined],
    ['without Enter it is none', Array.from(vin), 5, undefined],
    [
      'Shift between capitals does not break it',
      Array.from(vin)
        .flatMap((c) => ['Shift', c])
        .concat('Enter'),
      5,
      vin,
    ],
    ['an arrow key breaks it', ['1', '2', 'ArrowLeft', ...typed('345')], 5, undefined],
    ['a plate with a Chinese sign', typed('粤B12345'), 5, '粤B12345'],
    ['blanks at its ends are not part of it', typed(` ${vin} `), 5, vin],
    ['Enter alone is none', ['Enter'], 5, undefined],
  ] as const)('%s', (_name, keys, pause, code) => {
    expect(struck(keys, pause)).toBe(code);
  });

  it('starts anew after a pause, so that what was typed before is not part of it', () => {
    expect(struck(['x', 'y', ...typed(vin)], (index) => (index === 2 ? 400 : 5))).toBe(vin);
  });

  it('is none when its Enter comes late', () => {
    expect(struck(typed(vin), (index) => (index === vin.length ? 300 : 5))).toBeUndefined();
  });

  it('is none while an input method composes or a modifier is held', () => {
    expect(struck(typed(vin), 5, true)).toBeUndefined();
  });
});
