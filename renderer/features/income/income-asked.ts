import type { IncomeBasis, IncomeMonth } from '#shared/features/income/income.contract.ts';
import { knownOf, type Known } from '#shared/features/income/income-rates.rules.ts';
import { spanOutlookOf, type SpanOutlook } from '#shared/features/income/income.rules.ts';
import type { TypedIncome } from './income-typed.ts';

type Asked =
  | { readonly span: SpanOutlook; readonly known: Known; readonly monthless?: never }
  /** The first month without a rule, or whose rule counts something else. */
  | { readonly span?: never; readonly monthless: IncomeMonth; readonly reason: 'noRule' | 'otherUnit' };

/** Each month by its rule, or which of them stands against it. */
export function askedOf(
  basis: IncomeBasis,
  { fromMonth, toMonth, what }: Omit<TypedIncome, 'words'>,
): Asked | null {
  const months = basis.months.filter(({ month }) => month >= fromMonth && month <= toMonth);
  const asked = [];
  for (const month of months) {
    const content = basis.rules.find(({ id }) => id === month.payId)?.content;
    if (!content) return { monthless: month, reason: 'noRule' };
    const before = asked.at(-1)?.content;
    if (before && (content.unit !== before.unit || content.scope !== before.scope))
      return { monthless: month, reason: 'otherUnit' };
    asked.push({ ...month, content });
  }
  const [first] = asked;
  if (!first) return null;
  return {
    span: spanOutlookOf(asked, (content) => knownOf(basis, content), what),
    known: knownOf(basis, first.content),
  };
}
