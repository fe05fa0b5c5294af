import { mostUnits, type PayContent } from '../pay/pay.content.ts';
import { payBreaks, paySlip, type PayBasis } from '../pay/pay.rules.ts';
import type { Fen } from '../../kernel/money.ts';

export type Solved =
  | { readonly kind: 'reached'; readonly units: number; readonly incomeFen: Fen }
  | {
      readonly kind: 'unreachable';
      /** The most that any count of units pays, and the fewest units that pay it. */
      readonly highestFen: Fen;
      readonly atUnits: number;
      /** `cap`: the rule ends variable pay there; `flat`: more units pay no more; `most`: more units than are reckoned with. */
      readonly reason: 'cap' | 'flat' | 'most';
    };

/**
 * The smallest whole count of units whose income is at least the one wanted (domain-rules §10). Exact for rules whose pay
 * falls where a step or coefficient begins: between two breaks pay never falls, so each stretch is searched by halves, the
 * stretches in their order.
 */
export function solveUnits(content: PayContent, basis: PayBasis, wantedFen: Fen): Solved {
  const income = (units: number): Fen => paySlip(content, units, basis).totalFen;
  const breaks = payBreaks(content, basis.goalUnits);
  const stretches = breaks.map((first, at) => ({ first, last: (breaks[at + 1] ?? mostUnits + 1) - 1 }));
  const smallest = (wanted: Fen): number | undefined => {
    const stretch = stretches.find(({ last }) => income(last) >= wanted);
    if (!stretch) return undefined;
    let { first: low, last: high } = stretch;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (income(middle) >= wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const units = smallest(wantedFen);
  if (units !== undefined) return { kind: 'reached', units, incomeFen: income(units) };
  const highestFen = Math.max(...stretches.map(({ last }) => income(last)));
  const atUnits = smallest(highestFen) ?? 0;
  const variable = paySlip(content, atUnits, basis).lines.filter(
    ({ kind }) => kind !== 'base' && kind !== 'welfare',
  );
  const isCapped = variable.reduce((sum, { amountFen }) => sum + amountFen, 0) === content.capFen;
  const lastBreak = stretches.at(-1)?.first ?? 0;
  const reason = isCapped ? 'cap' : income(mostUnits) === income(lastBreak) ? 'flat' : 'most';
  return { kind: 'unreachable', highestFen, atUnits, reason };
}
