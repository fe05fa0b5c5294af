import type { WriteSheet } from 'hucre/xlsx';
import type { PlanPay } from '#shared/features/plan/plan.contract.ts';
import { payStepsHead } from '#shared/text/pay-rule.ts';
import { payText } from '#shared/text/pay.text.ts';
import type { PlanPaper } from './plan.paper.ts';
import { sheetOf, yuan, type Given, type SheetRow } from './plan.sheet-cells.ts';

/** 薪酬规则 in the workbook: one line for each amount or rate; what is not for the reader is not in it, its number is told. */

const count = (given: number | null): Given => ({ given, format: 'count' });
const percent = (basisPoints: number | null): Given => ({
  given: basisPoints === null ? null : basisPoints / 10_000,
  format: 'percent',
});

function ruleRows(rule: PlanPay, { language, text }: PlanPaper): SheetRow[] {
  const words = payText[language];
  const { content } = rule;
  const { scope, baseFen, bonusFen = 0, capFen } = content;
  const head = [rule.departmentName ?? '', rule.postName, rule.fromMonth, rule.toMonth ?? ''];
  const line = (
    aspect: string,
    name: string,
    { from = count(null), to = count(null) }: { readonly from?: Given; readonly to?: Given } = {},
    paid: { readonly fen?: number; readonly basisPoints?: number },
  ): SheetRow => ({
    cells: [...head, aspect, name, from, to, yuan(paid.fen ?? null), percent(paid.basisPoints ?? null)],
  });
  return [
    line(words.base, scope === 'department' ? words.scopes.department : '', {}, { fen: baseFen }),
    ...(bonusFen > 0 ? [line(words.bonus, '', {}, { fen: bonusFen })] : []),
    ...content.steps.map(({ from, to, amountFen }) =>
      line(
        words.steps,
        payStepsHead(content, language),
        { from: count(from), to: count(to) },
        { fen: amountFen },
      ),
    ),
    ...content.shares.map(({ of, basisPoints }) =>
      line(words.shares, words.shareKinds[of], {}, { basisPoints }),
    ),
    ...content.coefficients.map(({ fromBasisPoints, belowBasisPoints, basisPoints }) =>
      line(
        words.coefficients,
        words.coefficientOns[content.coefficientOn],
        { from: percent(fromBasisPoints), to: percent(belowBasisPoints) },
        { basisPoints },
      ),
    ),
    ...(capFen === null ? [] : [line(text.sheet.cap, '', {}, { fen: capFen })]),
    ...content.welfare.map(({ name, amountFen }) => line(words.welfare, name, {}, { fen: amountFen })),
  ];
}

export function paySheet(pay: readonly PlanPay[], hidden: number, page: PlanPaper): WriteSheet {
  const { text, language, fill } = page;
  const { fields, sheet } = text;
  const words = payText[language];
  return sheetOf(
    sheet.pay,
    [
      { title: fields.department, width: 14 },
      { title: words.post, width: 18 },
      { title: sheet.fromMonth },
      { title: sheet.toMonth },
      { title: sheet.aspect, width: 18 },
      { title: fields.name, width: 26 },
      { title: sheet.from },
      { title: sheet.to },
      { title: sheet.amount, width: 14, format: 'yuan' as const },
      { title: sheet.rate },
    ],
    [
      ...pay.flatMap((rule) => ruleRows(rule, page)),
      ...(hidden === 0 ? [] : [{ cells: [fill(text.book.payHidden, { count: hidden })] }]),
    ],
  );
}
