import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addItem,
  addSection,
  changeItem,
  duplicate,
  itemAt,
  move,
  placesOf,
  problemsAt,
  remove,
  withType,
  type Edited,
  type Place,
} from '#shared/features/checklist/checklist-edit.rules.ts';
import {
  checklistDraft,
  itemsOf,
  itemTypes,
  type ChecklistContent,
} from '#shared/features/checklist/checklist.content.ts';
import { contentOf, numberItem, okNgItem } from '#tests/support/checklist.ts';

const content: ChecklistContent = {
  ...contentOf([]),
  sections: [
    { code: 'one', title: { zh: '一' }, items: [okNgItem('a'), okNgItem('b')] },
    { code: 'two', title: { zh: '二' }, items: [okNgItem('c')] },
  ],
};
const at = (section: number, item: number | null): Place => ({ section, item });
/** `one: a b | two: c @0.1` */
const shown = ({ content: { sections }, place }: Edited): string =>
  `${sections.map(({ code, items }) => `${code}: ${items.map((item) => item.code).join(' ')}`).join(' | ')} @${
    place ? `${place.section}.${place.item ?? '-'}` : 'none'
  }`;

describe('one step of editing', () => {
  it.each([
    ['an item below', addItem(content, at(0, 0)), 'one: a item-1 b | two: c @0.1'],
    ['an item at the top of a section', addItem(content, at(1, null)), 'one: a b | two: item-1 c @1.0'],
    ['a section behind', addSection(content, at(0, 1)), 'one: a b | section-1: item-1 | two: c @1.-'],
    ['a first section', addSection(contentOf([], { sections: [] }), null), 'section-1: item-1 @0.-'],
    ['an item twice', duplicate(content, at(0, 1)), 'one: a b b-1 | two: c @0.2'],
    ['a section twice', duplicate(content, at(0, null)), 'one: a b | one-1: a-1 b-1 | two: c @1.-'],
    ['an item away', remove(content, at(0, 1)), 'one: a | two: c @0.0'],
    ['the last item away', remove(content, at(1, 0)), 'one: a b | two:  @1.-'],
    ['a section away', remove(content, at(1, null)), 'one: a b @0.-'],
    ['an item down', move(content, at(0, 0), 1), 'one: b a | two: c @0.1'],
    ['an item down into the next section', move(content, at(0, 1), 1), 'one: a | two: b c @1.0'],
    ['an item up into the section before', move(content, at(1, 0), -1), 'one: a b c | two:  @0.2'],
    ['the first item no further', move(content, at(0, 0), -1), 'one: a b | two: c @0.0'],
    ['a section up', move(content, at(1, null), -1), 'two: c | one: a b @0.-'],
    ['the last section no further', move(content, at(1, null), 1), 'one: a b | two: c @1.-'],
  ])('%s', (_name, edited, text) => {
    expect(shown(edited)).toBe(text);
  });

  it('changes the way of answering and keeps texts and demands', () => {
    const item = numberItem('t', 3200, null, {
      standard: { zh: '够深' },
      required: false,
      mayNotApply: true,
    });
    for (const type of itemTypes) {
      const changed = withType(item, type);
      expect(changed).toMatchObject({ type, code: 't', standard: { zh: '够深' }, required: false });
      expect(checklistDraft.safeParse(contentOf([changed])).success, type).toBe(true);
    }
    expect(withType(item, 'okNg')).toMatchObject({ mayNotApply: true });
    expect(withType(item, 'number')).toBe(item);
  });

  it('tells the gaps of one place by field', () => {
    const gap = changeItem(content, at(0, 1), { ...okNgItem('a'), title: { zh: '' } });
    expect([...problemsAt(gap, at(0, 1))]).toEqual([
      ['code', 'code-taken'],
      ['title.zh', 'required'],
    ]);
    expect(problemsAt(gap, at(0, 0)).size).toBe(0);
    expect([...problemsAt(remove(content, at(1, 0)).content, at(1, null))]).toEqual([['items', 'required']]);
  });
});

it('any order of steps leaves a draft with codes of its own, a place that is there, and no item lost by moving', () => {
  const step = fc.record({
    act: fc.constantFrom('addItem', 'addSection', 'duplicate', 'remove', 'up', 'down'),
    pick: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let present: Edited = { content, place: at(0, 0) };
      for (const { act, pick } of steps) {
        const places = placesOf(present.content);
        const place = places[pick % Math.max(1, places.length)] ?? null;
        const before = itemsOf(present.content);
        if (act === 'addSection') present = addSection(present.content, place);
        else if (!place) continue;
        else if (act === 'addItem') present = addItem(present.content, place);
        else if (act === 'duplicate') present = duplicate(present.content, place);
        else if (act === 'remove') present = remove(present.content, place);
        else {
          const moved = itemAt(present.content, place);
          present = move(present.content, place, act === 'up' ? -1 : 1);
          expect(itemsOf(present.content).toSorted(byCode)).toEqual(before.toSorted(byCode));
          expect(itemAt(present.content, present.place)).toEqual(moved);
        }
        expect(checklistDraft.safeParse(present.content).success).toBe(true);
        const codes = itemsOf(present.content).map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        const sections = present.content.sections.map(({ code }) => code);
        expect(new Set(sections).size).toBe(sections.length);
        if (present.place) expect(placesOf(present.content)).toContainEqual(present.place);
        else expect(sections).toEqual([]);
      }
    }),
  );
});

const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);
