import type { PlanPay } from '#shared/features/plan/plan.contract.ts';
import type { PrintBlock } from '#shared/kernel/print-document.ts';
import { payRuleWords } from '#shared/text/pay-rule.ts';
import { payText } from '#shared/text/pay.text.ts';
import type { PlanPaper } from './plan.paper.ts';

/** 薪酬规则 in the book: one row a post; what the reader may not see is said to be missing. */
export function payBlocks(pay: readonly PlanPay[], hidden: number, page: PlanPaper): PrintBlock[] {
  const { language, text, fill } = page;
  const words = payText[language];
  const rows = pay.map((rule) => {
    const said = payRuleWords(rule, language);
    const lines = (list: readonly string[]): string => list.join('\n');
    return {
      cells: [
        { text: rule.postName, note: [rule.departmentName, ...said.months].filter(Boolean).join('\n') },
        lines(said.base),
        lines(said.steps),
        lines(said.shares),
        lines(said.coefficients),
        lines(said.welfare),
      ],
    };
  });
  return [
    ...(rows.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text: words.title },
          {
            kind: 'table' as const,
            columns: [
              { title: words.post, width: 3 },
              { title: words.base, width: 'auto' as const },
              { title: words.steps, width: 4 },
              { title: words.shares, width: 3 },
              { title: words.coefficients, width: 4 },
              { title: words.welfare, width: 3 },
            ],
            rows,
          },
        ]),
    ...(hidden === 0
      ? []
      : [
          {
            kind: 'paragraphs' as const,
            style: 'note' as const,
            texts: [fill(text.book.payHidden, { count: hidden })],
          },
        ]),
  ];
}
