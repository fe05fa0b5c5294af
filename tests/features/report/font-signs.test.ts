import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFontSigns } from '#electron/reports/font-signs.ts';
import { fontFolder } from '../../support/bundled-worker.ts';

const signs = readFontSigns(join(fontFolder, '400Regular/NotoSansSC_400Regular.ttf'));

it.each([
  ['订单 14 台,¥1,234.50 – 2026年11月', '订单 14 台,¥1,234.50 – 2026年11月'],
  ['两行\n字', '两行\n字'],
  ['制表\t符', '制表 符'],
  ['好😀的', '好□的'],
  ['e\u0301', 'é'],
  ['软\u00ad连\u200b字', '软连字'],
  ['a\u0000b', 'ab'],
])('%j is shown as %j', (typed, expected) => {
  expect(signs.shown(typed)).toBe(expected);
});

it('texts that pass at once are those that the long way would not change', () => {
  const common = constantFrom(
    '订',
    '·',
    '—',
    '，',
    '１',
    'é',
    'ー',
    '\n',
    '々',
    '…',
    'が',
    'か\u3099',
    '豈',
    'ﬁ',
    '¨',
  );
  assert(
    property(array(oneof(common, string({ unit: 'binary', maxLength: 3 })), { maxLength: 6 }), (parts) => {
      const text = parts.join('');
      // An invisible mark at the end takes the long way and leaves no trace.
      expect(signs.shown(text)).toBe(signs.shown(`${text}\u2060`));
    }),
    { numRuns: 2000 },
  );
});
