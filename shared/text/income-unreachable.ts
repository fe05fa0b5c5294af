import type { Solved } from '../features/income/income-solver.rules.ts';
import { mostUnits, type PayContent } from '../features/pay/pay.content.ts';
import type { Language } from '../kernel/language.ts';
import { formatMoney } from '../kernel/money.ts';
import { filled } from './filled.ts';
import { incomeText } from './income.text.ts';
import { payText } from './pay.text.ts';

/** What cannot be reached: the wish, the most that can, and why; the same on screens and on paper. */
export function unreachableText(
  { highestFen, atUnits, reason }: Extract<Solved, { kind: 'unreachable' }>,
  wishFen: number,
  { unit: counted, capFen }: Pick<PayContent, 'unit' | 'capFen'>,
  language: Language,
): { readonly title: string; readonly why: string } {
  const { unreachable } = incomeText[language];
  const unit = payText[language].unitWord[counted];
  const highest = formatMoney(highestFen);
  return {
    title: filled(unreachable.title, { wish: formatMoney(wishFen) }),
    why:
      counted === 'fixed'
        ? filled(unreachable.fixed, { highest })
        : [
            filled(unreachable.highest, { highest, units: atUnits, unit }),
            filled(unreachable[reason], { cap: formatMoney(capFen ?? 0), most: mostUnits, unit }),
          ].join(' '),
  };
}
