import type { PlanBlock } from '#shared/features/plan/plan.content.ts';
import { chartData, plainText, runsOf } from '#shared/features/plan/plan-text.rules.ts';
import type { PrintBlock, PrintParagraph } from '#shared/kernel/print-document.ts';

/** Written text of a part as blocks of paper. */

const hundredths = (value: number | null): number | null => (value === null ? null : value / 100);

function blockOnPaper(block: PlanBlock): PrintBlock[] {
  switch (block.kind) {
    case 'heading':
      return block.text === ''
        ? []
        : [{ kind: 'heading', level: block.level === '1' ? 2 : 3, text: block.text }];
    case 'paragraph': {
      const paragraphs = block.text
        .split(/\n+/u)
        .filter((line) => line.trim() !== '')
        .map((line): PrintParagraph => ({ runs: runsOf(line) }));
      return paragraphs.length === 0 ? [] : [{ kind: 'rich', paragraphs }];
    }
    case 'list': {
      const items = block.items.filter((item) => item.trim() !== '');
      const marked = items.map((item, index) => ({
        runs: runsOf(item),
        mark: block.ordered ? `${index + 1}.` : '•',
      }));
      return items.length === 0 ? [] : [{ kind: 'rich', paragraphs: marked }];
    }
    case 'table':
      return [
        {
          kind: 'table',
          ...(block.caption === '' ? {} : { caption: block.caption }),
          columns: block.columns.map((title) => ({ title, width: 1 })),
          rows: block.rows.map((cells) => ({ cells: cells.map(plainText) })),
        },
      ];
    case 'chart': {
      const { categories, series } = chartData(block);
      if (categories.length === 0 || series.length === 0) return [];
      const chart = {
        categories,
        series: series.map(({ name, values }) => ({
          name,
          kind: block.look,
          values: values.map(hundredths),
        })),
        ...(block.unit === '' ? {} : { unit: block.unit }),
        showValues: true,
      };
      return [{ kind: 'chart', chart, ...(block.caption === '' ? {} : { caption: block.caption }) }];
    }
  }
  return block satisfies never;
}

export const textOnPaper = (blocks: readonly PlanBlock[]): PrintBlock[] => blocks.flatMap(blockOnPaper);
