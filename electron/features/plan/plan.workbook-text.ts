import type { WriteSheet } from 'hucre/xlsx';
import { measureParts, planParts, type PlanBlock } from '#shared/features/plan/plan.content.ts';
import type { PlanContent, PlanView } from '#shared/features/plan/plan.contract.ts';
import { chartData, plainText } from '#shared/features/plan/plan-text.rules.ts';
import { dayText } from '#electron/reports/paper-words.ts';
import type { PlanPaper } from './plan.paper.ts';
import { sheetOf, type SheetCell, type SheetRow } from './plan.sheet-cells.ts';

/** What the workbook says in words: whose plan it is, the measures, and the written text of every part. */

export function aboutSheet({ content, state }: PlanView, now: string, page: PlanPaper): WriteSheet {
  const { text, fill, language } = page;
  const { list, sheet, book, fields } = text;
  const lines: readonly (readonly [string, string])[] = [
    [sheet.store, content.storeName],
    [list.year, fill(text.name, { year: content.year })],
    [list.edition, fill(text.edition, { edition: content.edition })],
    [list.state, text.states[state]],
    [list.reason, content.reason ?? list.first],
    [fields.theme, content.parts.opening.theme],
    [
      sheet.goalEdition,
      content.goalEdition === null ? '' : fill(text.edition, { edition: content.goalEdition }),
    ],
    [
      text.parts.closing,
      fill(text.ui.closingUntil, { year: content.closing.year, until: page.day(content.closing.until) }),
    ],
    [book.prepared, dayText(now, language)],
    [sheet.reading, sheet.readingNote],
  ];
  return sheetOf(
    sheet.about,
    [
      { title: fields.name, width: 22 },
      { title: sheet.value, width: 90 },
    ],
    lines.filter(([, value]) => value !== '').map((cells) => ({ cells })),
  );
}

export function measureSheet({ content, actions }: PlanView, page: PlanPaper): WriteSheet {
  const { fields, sheet, parts } = page.text;
  const raised = new Map(actions.map((one) => [one.measure, one.number]));
  const rows = measureParts.flatMap((name) =>
    content.parts[name].measures.map((one) => ({
      cells: [
        parts[name],
        one.text,
        page.person(one.ownerId),
        one.dueOn ?? '',
        one.check,
        one.goals.map(page.indicator).join('、'),
        raised.get(one.key) ?? '',
      ],
    })),
  );
  return sheetOf(
    sheet.measures,
    [
      sheet.measures,
      fields.text,
      fields.ownerId,
      fields.dueOn,
      fields.check,
      fields.goals,
      fields.action,
    ].map((title, index) => ({ title, width: [14, 44, 10, 12, 26, 24, 14][index] ?? 12 })),
    rows,
  );
}

const hundredths = (given: number | null): SheetCell => ({
  given: given === null ? null : given / 100,
  format: 'hundredths',
});

/** Lines of one block; a chart's figures as numbers, what is none as it was typed. */
function blockLines(block: PlanBlock): SheetCell[][] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.text)
        .split(/\n+/u)
        .filter((line) => line.trim() !== '')
        .map((line) => [line]);
    case 'list':
      return block.items.filter((item) => item.trim() !== '').map((item) => [plainText(item)]);
    case 'table':
      return [
        ...(block.caption === '' ? [] : [[block.caption]]),
        block.columns,
        ...block.rows.map((row) => row.map(plainText)),
      ];
    case 'chart': {
      const { series, wrong } = chartData(block);
      const typed = new Map(wrong.map(({ row, column, text }) => [`${row}.${column}`, text]));
      return [
        [[block.caption, block.unit].filter((part) => part !== '').join(' ')],
        block.columns,
        ...block.rows.map((row, at) => [
          row[0] ?? '',
          ...series.map(
            ({ values }, index): SheetCell =>
              typed.get(`${at}.${index + 1}`) ?? hundredths(values[at] ?? null),
          ),
        ]),
      ];
    }
  }
  return block satisfies never;
}

/** 正文: paragraphs, lists, tables and the figures of charts, part by part. */
export function writtenSheet({ parts }: PlanContent, { text }: PlanPaper): WriteSheet {
  const rows = planParts.flatMap((part): SheetRow[] =>
    parts[part].blocks.flatMap((block) =>
      blockLines(block).map((cells) => ({
        cells: [text.parts[part], text.blocks.kinds[block.kind], ...cells],
        total: block.kind === 'heading',
      })),
    ),
  );
  return sheetOf(
    text.sheet.written,
    [
      { title: text.sheet.part, width: 16 },
      { title: text.sheet.kind, width: 8 },
      { title: text.sheet.written, width: 40 },
      ...Array.from({ length: 7 }, () => ({ title: '', width: 14 })),
    ],
    rows,
  );
}
