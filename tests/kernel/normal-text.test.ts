import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalText } from '#shared/kernel/normal-text.ts';

describe('normalText', () => {
  it.each([
    ['张三', '张三'],
    ['  张三  ', '张三'],
    ['张　三', '张 三'],
    ['a  b\t\r\nc', 'a b c'],
    ['ＡＢＣ１２３（深圳）', 'ABC123(深圳)'],
    ["'0755", '0755'],
    ["''0755", '0755'],
    ['’0755', '0755'],
    ["O'Brien", "O'Brien"],
    ["' 0755 ", '0755'],
    ['\uFEFF编号', '编号'],
    ['138\u200B1234', '1381234'],
    ['\u00A0x\u00A0', 'x'],
    ['a\u0000b', 'a b'],
    ['e\u200B\u0301', 'é'],
    ['ﾄﾗｯｸ', 'トラック'],
    ['é', 'é'],
    ['𬭎', '𬭎'],
    [' ', ''],
    ["'", ''],
    ['', ''],
  ])('%j → %j', (text, expected) => expect(normalText(text)).toBe(expected));

  it('is done in one go, and its short way agrees with the long one', () => {
    const mixed = fc.string({ unit: fc.constantFrom(...`ab 19'\`-张三，（Ａ　\t\u200b.`.split('')) });
    fc.assert(
      fc.property(fc.oneof(fc.string(), mixed, fc.string({ unit: 'binary' })), (text) => {
        const once = normalText(text);
        expect(normalText(once)).toBe(once);
        expect(once).toBe(once.trim());
        expect(once.normalize('NFKC')).toBe(once);
        expect(once).not.toMatch(/^['‘’`]|\s\s/);
        expect(normalText(`\u3000${text}`)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});
