import { describe, expect, it } from 'vitest';
import {
  checklistDraft,
  contentProblems,
  textIn,
  type ChecklistContent,
  type ChecklistItem,
} from '#shared/features/checklist/checklist.content.ts';
import {
  chooseChecklist,
  itemLack,
  itemVerdict,
  noAnswer,
  type ItemAnswer,
} from '#shared/features/checklist/checklist.rules.ts';
import { contentOf, numberItem, okNgItem } from '#tests/support/checklist.ts';

const plain = { code: 'x', title: { zh: 'x' }, required: true, ngNote: false, ngPhoto: false };
const fluid: Extract<ChecklistItem, { type: 'choice' }> = {
  ...plain,
  code: 'fluid',
  type: 'choice',
  choices: [
    { value: 'full', title: { zh: '满' }, isNg: false },
    { value: 'low', title: { zh: '低' }, isNg: true },
  ],
};

describe('the verdict of an item', () => {
  const cases: readonly [string, ChecklistItem, Partial<ItemAnswer>, string][] = [
    ['nothing answered', okNgItem('a'), {}, 'open'],
    ['OK', okNgItem('a'), { result: 'ok' }, 'ok'],
    ['NG', okNgItem('a'), { result: 'ng' }, 'ng'],
    ['not applicable where it may not be', okNgItem('a'), { result: 'notApplicable' }, 'open'],
    ['not applicable', okNgItem('a', { mayNotApply: true }), { result: 'notApplicable' }, 'notApplicable'],
    ['the lowest number', numberItem('a', 3200, 9000), { number: 3200 }, 'ok'],
    ['a thousandth below', numberItem('a', 3200, 9000), { number: 3199 }, 'ng'],
    ['the highest number', numberItem('a', 3200, 9000), { number: 9000 }, 'ok'],
    ['a thousandth above', numberItem('a', 3200, 9000), { number: 9001 }, 'ng'],
    ['a number without limits', numberItem('a', null, null), { number: -5 }, 'ok'],
    ['nought is a number', numberItem('a', 0, 10), { number: 0 }, 'ok'],
    ['no number', numberItem('a', 0, 10), { result: 'ok' }, 'open'],
    ['a good choice', fluid, { choice: 'full' }, 'ok'],
    ['a bad choice', fluid, { choice: 'low' }, 'ng'],
    ['a choice that the list does not know', fluid, { choice: 'gone' }, 'open'],
    ['a text', { ...plain, type: 'text' }, { text: ' 王 ' }, 'ok'],
    ['a blank text', { ...plain, type: 'text' }, { text: '  ' }, 'open'],
    ['a photo', { ...plain, type: 'photo' }, { photos: 1 }, 'ok'],
    ['no photo', { ...plain, type: 'photo' }, {}, 'open'],
  ];
  it.each(cases)('%s', (_name, item, answer, verdict) => {
    expect(itemVerdict(item, { ...noAnswer, ...answer })).toBe(verdict);
  });
});

describe('what an item lacks', () => {
  const both = okNgItem('a', { ngPhoto: true });
  const cases: readonly [string, ChecklistItem, Partial<ItemAnswer>, string | null][] = [
    ['an answer', okNgItem('a'), {}, 'answer'],
    ['nothing when it need not be answered', okNgItem('a', { required: false }), {}, null],
    ['nothing when OK', both, { result: 'ok' }, null],
    ['a note on NG', both, { result: 'ng', photos: 1 }, 'note'],
    ['a note that is more than blanks', both, { result: 'ng', note: ' ', photos: 1 }, 'note'],
    ['a photo on NG', both, { result: 'ng', note: '划痕' }, 'photo'],
    ['nothing with both', both, { result: 'ng', note: '划痕', photos: 1 }, null],
    ['a note on a number outside its limits', numberItem('a', 0, 5), { number: 6 }, 'note'],
    ['nothing when NG asks for nothing', okNgItem('a', { ngNote: false }), { result: 'ng' }, null],
  ];
  it.each(cases)('%s', (_name, item, answer, lack) => {
    expect(itemLack(item, { ...noAnswer, ...answer })).toBe(lack);
  });
});

describe('the list that serves a check', () => {
  const list = (id: number, given: Partial<ChecklistContent>, purpose: 'arrival' | 'self' = 'arrival') => ({
    id,
    purpose,
    content: contentOf([okNgItem('a')], given),
  });
  const lists = [
    list(1, {}),
    list(2, { vehicleKinds: ['heavyTruck', 'tractor'] }),
    list(3, { vehicleKinds: ['car'] }),
    list(4, { vehicleKinds: ['tractor'] }),
    list(5, {}, 'self'),
    list(6, { repairClasses: ['whole'] }, 'self'),
    list(7, { repairClasses: ['whole'], vehicleKinds: ['bus'] }, 'self'),
    list(8, { vehicleKinds: ['bus'] }, 'self'),
  ];
  const cases = [
    ['the one for its kind', 'arrival', 'car', null, 3],
    ['the newest among equals', 'arrival', 'tractor', null, 4],
    ['the one for all when none is for its kind', 'arrival', 'trailer', null, 1],
    ['the one for all when the kind is not known', 'arrival', null, null, 1],
    ['the one for its repair class', 'self', 'car', 'whole', 6],
    ['kind and class before kind or class alone', 'self', 'bus', 'whole', 7],
    ['the kind when the class has none', 'self', 'bus', 'minor', 8],
    ['none of another purpose', 'quality', 'car', null, undefined],
  ] as const;
  it.each(cases)('%s', (_name, purpose, vehicleKind, repairClass, id) => {
    expect(chooseChecklist(lists, { purpose, vehicleKind, repairClass })?.id).toBe(id);
  });
});

describe('what keeps a draft from being published', () => {
  const broken: ChecklistContent = {
    vehicleKinds: [],
    repairClasses: [],
    damageMap: false,
    sections: [
      { code: 'A b', title: { zh: '' }, items: [] },
      {
        code: 'one',
        title: { zh: '一' },
        items: [
          { ...okNgItem('same'), title: { zh: '', en: 'x' }, standard: { zh: '', en: 'y' } },
          numberItem('same', 2, 1),
          { ...fluid, code: 'few', choices: fluid.choices.slice(0, 1) },
          {
            ...fluid,
            code: 'twice',
            choices: [
              { value: 'a', title: { zh: '甲' }, isNg: false },
              { value: 'a', title: { zh: '' }, isNg: true },
              { value: '大', title: { zh: '丙' }, isNg: true },
            ],
          },
        ],
      },
      { code: 'one', title: { zh: '二' }, items: [okNgItem('b')] },
    ],
  };
  it('is told with its place, and the draft itself is kept as it is', () => {
    expect(checklistDraft.parse(broken)).toEqual(broken);
    expect(contentProblems(broken).map(({ path, issue }) => `${path.join('.')}: ${issue}`)).toEqual([
      'sections.0.code: not-a-code',
      'sections.0.title.zh: required',
      'sections.0.items: required',
      'sections.1.items.0.title.zh: required',
      'sections.1.items.0.standard.zh: required',
      'sections.1.items.1.code: code-taken',
      'sections.1.items.1.highest: limits-crossed',
      'sections.1.items.2.choices: too-few-choices',
      'sections.1.items.3.choices.1.value: value-taken',
      'sections.1.items.3.choices.1.title.zh: required',
      'sections.1.items.3.choices.2.value: not-a-code',
      'sections.2.code: code-taken',
    ]);
    expect(contentProblems({ ...broken, sections: [] })).toEqual([{ path: ['sections'], issue: 'required' }]);
  });

  it.each([
    ['an unknown key', { ...contentOf([okNgItem('a')]), script: 'x' }],
    ['half a thousandth', contentOf([numberItem('a', 0.5, null)])],
    ['a limit beyond any gauge', contentOf([numberItem('a', 9_000_000_001, null)])],
    ['a title of a book', contentOf([okNgItem('a', { title: { zh: '字'.repeat(121) } })])],
    ['a kind that does not exist', { ...contentOf([okNgItem('a')]), vehicleKinds: ['boat'] }],
    ['121 items in a section', contentOf(Array.from({ length: 121 }, (_, i) => okNgItem(`i${i}`)))],
  ])('not even a draft holds %s', (_name, content) => {
    expect(checklistDraft.safeParse(content).success).toBe(false);
  });
});

it('a text is shown in the language, in Chinese where there is no English', () => {
  expect([
    textIn({ zh: '漆面', en: 'Paint' }, 'en'),
    textIn({ zh: '漆面', en: '' }, 'en'),
    textIn({ zh: '漆面' }, 'en'),
    textIn({ zh: '漆面', en: 'Paint' }, 'zh-CN'),
  ]).toEqual(['Paint', '漆面', '漆面', '漆面']);
});
