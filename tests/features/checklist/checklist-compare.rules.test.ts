import { assert, constantFrom, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareContents,
  countDifference,
  isSame,
} from '#shared/features/checklist/checklist-compare.rules.ts';
import type { ChecklistContent } from '#shared/features/checklist/checklist.content.ts';
import { contentOf, numberItem, okNgItem } from '#tests/support/checklist.ts';

const before: ChecklistContent = {
  ...contentOf([okNgItem('a'), okNgItem('b'), numberItem('c', 1000, 2000), okNgItem('d')]),
  vehicleKinds: ['tractor', 'car'],
};
/** Every changed item as `kind code fact:before→after`. */
const shown = (after: ChecklistContent, from = before): string[] =>
  compareContents(from, after).items.map(({ kind, code, changes }) =>
    [kind, code, ...changes.map((one) => `${one.fact}:${String(one.before)}→${String(one.after)}`)].join(' '),
  );
const withItems = (...items: ChecklistContent['sections'][number]['items']): ChecklistContent => ({
  ...contentOf(items),
  vehicleKinds: ['car', 'tractor'],
});
const [a, b, c, d] = [okNgItem('a'), okNgItem('b'), numberItem('c', 1000, 2000), okNgItem('d')];

describe('the visible difference between two editions', () => {
  it('is none for the same content, whatever the order of its kinds', () => {
    expect(isSame(compareContents(before, withItems(a, b, c, d)))).toBe(true);
  });

  it.each([
    ['an added item', withItems(a, b, c, okNgItem('e'), d), ['added e']],
    ['a removed item', withItems(a, c, d), ['removed b']],
    [
      'other limits and another unit',
      withItems(a, b, numberItem('c', 1500, null, { unit: 'kPa' }), d),
      ['changed c unit:mm→kPa lowest:1000→1500 highest:2000→null'],
    ],
    [
      'another type: what only one side has is nothing on the other',
      withItems(a, okNgItem('b'), okNgItem('c'), d),
      ['changed c type:number→okNg unit:mm→null lowest:1000→null highest:2000→null'],
    ],
    [
      'texts and demands',
      withItems(
        okNgItem('a', {
          title: { zh: '甲', en: 'A' },
          standard: { zh: '好' },
          required: false,
          ngPhoto: true,
        }),
        b,
        c,
        d,
      ),
      ['changed a title:a→甲 titleEn:null→A standard:null→好 required:true→false ngPhoto:false→true'],
    ],
    ['one item moved to the front: the others stay', withItems(d, a, b, c), ['changed d position:null→null']],
    ['one item moved to the end', withItems(b, c, d, a), ['changed a position:null→null']],
    [
      'moved and added at once',
      withItems(b, a, okNgItem('n'), c, d),
      ['changed a position:null→null', 'added n'],
    ],
    [
      'an item moved to another section',
      {
        ...withItems(a, b, c),
        sections: [...withItems(a, b, c).sections, { code: 'two', title: { zh: '二' }, items: [d] }],
      },
      ['changed d section:一→二'],
    ],
  ])('%s', (_name, after, lines) => {
    expect(shown(after)).toEqual(lines);
  });

  it('tells choices with their values, kinds of vehicle, the damage map and renamed sections', () => {
    const choice = (isNg: boolean): ChecklistContent['sections'][number]['items'][number] => ({
      code: 'x',
      title: { zh: 'x' },
      required: true,
      ngNote: true,
      ngPhoto: false,
      type: 'choice',
      choices: [
        { value: 'full', title: { zh: '满', en: 'Full' }, isNg: false },
        { value: 'low', title: { zh: '低' }, isNg },
      ],
    });
    const old = contentOf([choice(false)]);
    const now: ChecklistContent = {
      ...contentOf([choice(true)]),
      vehicleKinds: ['bus'],
      damageMap: true,
      sections: [{ code: 'one', title: { zh: '液位', en: 'Levels' }, items: [choice(true)] }],
    };
    expect(compareContents(old, now)).toEqual({
      scope: [
        { fact: 'vehicleKinds', before: [], after: ['bus'] },
        { fact: 'damageMap', before: false, after: true },
      ],
      sections: [
        {
          code: 'one',
          changes: [
            { fact: 'title', before: '一', after: '液位' },
            { fact: 'titleEn', before: null, after: 'Levels' },
          ],
        },
      ],
      items: [
        {
          kind: 'changed',
          code: 'x',
          title: { zh: 'x' },
          section: { zh: '液位', en: 'Levels' },
          changes: [
            {
              fact: 'choices',
              before: ['full: 满 / Full', 'low: 低'],
              after: ['full: 满 / Full', 'low: 低 [NG]'],
            },
          ],
        },
      ],
    });
  });

  it('accounts for every item: what is neither added nor removed is in both', () => {
    const codes = uniqueArray(constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1 });
    assert(
      property(codes, codes, (from, to) => {
        const one = contentOf(from.map((code) => okNgItem(code)));
        const two = contentOf(to.map((code) => okNgItem(code)));
        const difference = compareContents(one, two);
        const { added, removed, changed } = countDifference(difference);
        expect(from.length - removed + added).toBe(to.length);
        expect(isSame(difference)).toBe(from.join() === to.join());
        // Taking the moved ones out leaves the rest in its old order.
        const moved = new Set(difference.items.map(({ code }) => code));
        expect(to.filter((code) => !moved.has(code))).toEqual(from.filter((code) => !moved.has(code)));
        expect(changed).toBeLessThan(Math.max(1, Math.min(from.length, to.length)));
      }),
    );
  });
});
