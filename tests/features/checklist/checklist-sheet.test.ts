import { readdirSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { read, utils, write } from '@e965/xlsx';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistWorkbook, readChecklistFile } from '#electron/features/checklist/checklist.sheet.ts';
import type { SheetReading } from '#shared/features/checklist/checklist-sheet.rules.ts';
import {
  contentProblems,
  repairClasses,
  type ChecklistContent,
  type ChecklistItem,
} from '#shared/features/checklist/checklist.content.ts';
import { shippedChecklists } from '#shared/features/checklist/shipped/all.ts';
import { vehicleKinds } from '#shared/features/vehicle/vehicle.fields.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { tempFolder } from '#tests/support/core.ts';
import { contentOf, numberItem, okNgItem } from '#tests/support/checklist.ts';
import { zipOf } from '#tests/features/import/read/table-fixtures.ts';

const empty: ChecklistContent = { vehicleKinds: [], repairClasses: [], damageMap: false, sections: [] };

async function reading(
  bytes: Uint8Array | string,
  base = empty,
  folder = tempFolder(),
): Promise<SheetReading> {
  const result = await readChecklistFile(new File([bytes as BlobPart], '表.xlsx'), base, folder);
  expect(readdirSync(folder)).toEqual([]);
  return result;
}
const refusal = (bytes: Uint8Array | string): Promise<string> =>
  reading(bytes).then(
    () => 'read',
    (error: unknown) =>
      error instanceof DeskError && 'reason' in error.data ? error.data.reason : String(error),
  );
const sheetOf = (rows: readonly (readonly (string | number | null)[])[]): Uint8Array => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '检查项目');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
};

describe('a check list as a workbook', () => {
  it.each(['zh-CN', 'en'] as const)(
    'comes back as it was, every list of the program, in %s',
    async (language) => {
      for (const { key, name, content } of shippedChecklists) {
        const bytes = await checklistWorkbook({ name, edition: '1', content }, language);
        expect(await reading(bytes), key).toEqual({
          content,
          items: content.sections.reduce((sum, { items }) => sum + items.length, 0),
          problems: [],
        });
      }
    },
  );

  it('is read by another library cell by cell, formulas as text', async () => {
    const content = contentOf(
      [
        okNgItem('a', { title: { zh: '=1+1', en: '@cmd' }, standard: { zh: '-两侧一致' } }),
        numberItem('tread', 3200, null, { unit: 'm⁻¹' }),
      ],
      { vehicleKinds: ['car', 'bus'], damageMap: true },
    );
    const book = read(await checklistWorkbook({ name: '表', edition: 'draft', content }, 'zh-CN'));
    const [items, scope] = book.SheetNames.map((name) => {
      const sheet = book.Sheets[name];
      return sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '' }) : [];
    });
    expect(book.SheetNames).toEqual(['检查项目', '适用范围']);
    expect(items?.[0]?.slice(0, 6)).toEqual(['分区', '分区英文', '分区编码', '编码', '项目', '项目英文']);
    const [, first = [], second = []] = items ?? [];
    expect([first[4], first[5], first[6], first[8]]).toEqual(['=1+1', '@cmd', '-两侧一致', '合格/不合格']);
    expect([second[8], second[11], second[12], second[13]]).toEqual(['测量值', 'm⁻¹', 3.2, '']);
    const sheet = book.Sheets['检查项目'];
    expect(Object.values(sheet ?? {}).filter((cell) => (cell as { f?: string }).f !== undefined)).toEqual([]);
    expect(scope?.slice(0, 5)).toEqual([
      ['名称', '表'],
      ['版本', 'draft'],
      ['车辆种类', '乘用车、客车'],
      ['维修类别', ''],
      ['带车身损伤图', '是'],
    ]);
  });

  it('comes back whatever a person may have written', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) => text.replaceAll(/\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}|[\uFFFE\uFFFF]/gu, '').trim())
      .filter((text) => text !== '' && !/\(NG\)$/iu.test(text.normalize('NFKC')) && !text.startsWith('['));
    const english = fc.option(
      word.filter((text) => text !== '-'),
      { nil: undefined },
    );
    const title = fc
      .record({ zh: word, en: english })
      .map(({ zh, en }) => (en === undefined ? { zh } : { zh, en }));
    const limit = fc.option(fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }));
    const base = {
      code: fc.constant(''),
      title,
      required: fc.boolean(),
      ngNote: fc.boolean(),
      ngPhoto: fc.boolean(),
    };
    const item: fc.Arbitrary<ChecklistItem> = fc.oneof(
      fc.record({ ...base, standard: title, type: fc.constant('okNg' as const), mayNotApply: fc.boolean() }),
      fc
        .record({
          ...base,
          type: fc.constant('number' as const),
          mayNotApply: fc.boolean(),
          unit: word,
          one: limit,
          two: limit,
        })
        .map(({ one, two, ...rest }) => ({
          ...rest,
          lowest: one !== null && two !== null ? Math.min(one, two) : one,
          highest: one !== null && two !== null ? Math.max(one, two) : two,
        })),
      fc.record({
        ...base,
        type: fc.constant('choice' as const),
        choices: fc
          .array(fc.record({ title, isNg: fc.boolean() }), { minLength: 2, maxLength: 5 })
          .map((list) => list.map((choice, index) => ({ value: `c${index}`, ...choice }))),
      }),
      fc.record({ ...base, type: fc.constant('text' as const) }),
      fc.record({ ...base, type: fc.constant('photo' as const) }),
    );
    const content = fc
      .record({
        kinds: fc.subarray([...vehicleKinds]),
        classes: fc.subarray([...repairClasses]),
        damageMap: fc.boolean(),
        sections: fc.array(fc.record({ title, items: fc.array(item, { minLength: 1, maxLength: 4 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
      })
      .map(({ kinds, classes, damageMap, sections }): ChecklistContent => ({
        vehicleKinds: kinds,
        repairClasses: classes,
        damageMap,
        sections: sections.map((section, s) => ({
          code: `s${s}`,
          title: section.title,
          items: section.items.map((one, i) => ({ ...one, code: `i${s}.${i}` })),
        })),
      }));
    await fc.assert(
      fc.asyncProperty(content, async (written) => {
        expect(contentProblems(written)).toEqual([]);
        const bytes = await checklistWorkbook({ name: '表', edition: '1', content: written }, 'zh-CN');
        expect((await reading(bytes)).content).toEqual(written);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a workbook that a person wrote', () => {
  it('is read with headings in any order and language, blanks for the usual, codes given or remembered', async () => {
    const rows = [
      ['冷藏车检查表'],
      ['Type', '项目', '分区', 'Lowest', '上限', 'Unit', '选项', 'Must be answered', '不合格须拍照'],
      [null, '厢体密封', '厢体', null, null, null, null, null, '是'],
      ['测量值', '预冷温度', null, -25, '－18.5', '°C', null, 'no', null],
      [],
      ['choice', '制冷剂', '机组', null, null, null, '[full] 足\n不足 （NG）', null, null],
      ['照片', '铭牌', null, null, null, null, null, null, null],
    ];
    const base = contentOf([okNgItem('reefer.seal', { title: { zh: '厢体密封' } })], {
      vehicleKinds: ['special'],
    });
    const { content, problems } = await reading(sheetOf(rows), base);
    expect(problems).toEqual([]);
    expect(content).toEqual({
      vehicleKinds: ['special'],
      repairClasses: [],
      damageMap: false,
      sections: [
        {
          code: 'section-1',
          title: { zh: '厢体' },
          items: [
            okNgItem('reefer.seal', { title: { zh: '厢体密封' }, ngPhoto: true }),
            numberItem('item-4', -25_000, -18_500, {
              title: { zh: '预冷温度' },
              unit: '°C',
              required: false,
            }),
          ],
        },
        {
          code: 'section-2',
          title: { zh: '机组' },
          items: [
            {
              type: 'choice',
              code: 'item-6',
              title: { zh: '制冷剂' },
              required: true,
              ngNote: true,
              ngPhoto: false,
              choices: [
                { value: 'full', title: { zh: '足' }, isNg: false },
                { value: 'choice-2', title: { zh: '不足' }, isNg: true },
              ],
            },
            {
              type: 'photo',
              code: 'item-7',
              title: { zh: '铭牌' },
              required: true,
              ngNote: false,
              ngPhoto: false,
            },
          ],
        },
      ],
    });
  });

  it('is refused as a whole with each problem beside its row, column and words', async () => {
    const rows = [
      ['分区', '项目', '编码', '回答方式', '下限', '上限', '选项', '必须回答', '项目英文'],
      [null, '没有分区', null, null, null, null, null, null, null],
      ['一', '甲', 'same', '打分', null, null, null, '也许', null],
      ['一', '乙', 'same', '测量值', 'abc', 1.2345, null, null, null],
      ['一', '丙', 'Ä', '测量值', 5, 4, null, null, null],
      ['二', '丁', null, '选项', null, null, '只有一个', null, null],
      ['二', null, 'no-title', null, null, null, null, null, 'x'.repeat(121)],
    ];
    const { content, problems } = await reading(sheetOf(rows));
    expect(content).toBeNull();
    expect(problems.map(({ row, column, text, issue }) => [row, column, text.slice(0, 5), issue])).toEqual([
      [2, 'section', '', 'required'],
      [3, 'type', '打分', 'not-a-choice'],
      [3, 'required', '也许', 'not-yes-or-no'],
      [4, 'lowest', 'abc', 'not-three-places'],
      [4, 'highest', '1.234', 'not-three-places'],
      [4, 'code', 'same', 'code-taken'],
      [5, 'code', 'Ä', 'not-a-code'],
      [5, 'highest', '4', 'limits-crossed'],
      [6, 'choices', '只有一个', 'too-few-choices'],
      [7, 'titleEn', 'xxxxx', 'too-long'],
      [7, 'title', '', 'required'],
    ]);
  });

  it('says which kind of vehicle it does not know', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['分区', '项目'],
        ['一', '甲'],
      ]),
      '项目',
    );
    const about = [
      ['车辆种类', '乘用车,飞机'],
      ['名称', '?'],
      ['With a damage map', '好的'],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(about), '范围');
    const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect((await reading(bytes)).problems).toEqual([
      { sheet: 'scope', row: 1, column: 'vehicleKinds', text: '飞机', issue: 'not-a-choice' },
      { sheet: 'scope', row: 3, column: 'damageMap', text: '好的', issue: 'not-yes-or-no' },
    ]);
  });
});

describe('a hostile file is harmless', () => {
  const head = ['分区', '项目'];
  const bomb = zipOf([
    { name: 'xl/workbook.xml', data: '<workbook/>', packed: deflateRawSync(Buffer.alloc(80 * 2 ** 20)) },
  ]);
  it.each([
    ['nothing', '', 'file-empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file-not-a-table'],
    ['a PDF named xlsx', '%PDF-1.7', 'file-not-a-table'],
    ['a torn workbook', sheetOf([head, ['一', '甲']]).slice(0, 900), 'file-truncated'],
    [
      'another table',
      sheetOf([
        ['客户', '电话'],
        ['张三', '138'],
      ]),
      'not-a-checklist-file',
    ],
    ['a zip bomb', new Uint8Array(bomb), 'file-too-large'],
    ['a file of 9 MB', new Uint8Array(9 * 2 ** 20), 'file-too-large'],
    ['a cell of a book', sheetOf([head, ['一', '字'.repeat(5000)]]), 'file-cell-too-long'],
    [
      '7,000 rows',
      sheetOf([head, ...Array.from({ length: 7000 }, (_, row) => ['一', `项目${row}`])]),
      'file-too-large',
    ],
    [
      'thousands of columns',
      sheetOf([Array.from({ length: 3000 }, (_, c) => `c${c}`)]),
      'file-too-many-columns',
    ],
  ])('%s', async (_name, bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason);
  });

  it('keys of objects as codes change nothing but the code', async () => {
    const { problems } = await reading(
      sheetOf([
        ['分区', '项目', '编码'],
        ['__proto__', 'constructor', '__proto__'],
      ]),
    );
    expect(problems).toMatchObject([{ row: 2, column: 'code', text: '__proto__', issue: 'not-a-code' }]);
    expect(({} as Record<string, unknown>)['code']).toBeUndefined();
  });

  it('121 items in a section and 41 sections are told', async () => {
    const many = await reading(sheetOf([head, ...Array.from({ length: 121 }, (_, n) => ['一', `项${n}`])]));
    expect(many.problems).toMatchObject([{ row: 2, column: 'section', issue: 'too-big' }]);
    const wide = await reading(sheetOf([head, ...Array.from({ length: 41 }, (_, n) => [`区${n}`, '甲'])]));
    expect(wide.problems.map(({ issue }) => issue)).toContain('too-big');
  });
});
