import type { PayLine } from '../features/pay/pay.rules.ts';
import type { PayContent } from '../features/pay/pay.content.ts';
import type { Language } from '../kernel/language.ts';
import { formatMoney } from '../kernel/money.ts';
import { numberShown } from '../kernel/scaled-number.ts';
import { filled } from './filled.ts';
import { payText } from './pay.text.ts';

/** `12.5%` of 1250 basis points. */
export const rateText = (basisPoints: number): string => `${numberShown(basisPoints, 2)}%`;

/** A line of a pay slip in words: its name, and how it came about; the same on screens and on paper. */
export function payLineText(
  line: PayLine,
  { stepKind, unit: counted }: Pick<PayContent, 'stepKind' | 'unit'>,
  units: number,
  language: Language,
): { readonly name: string; readonly how: string } {
  const { lines, explain, shareKinds, unitWord, joined } = payText[language];
  const unit = unitWord[counted];
  const shown = (count: number): string => numberShown(Math.round(count * 100), 2);
  switch (line.kind) {
    case 'base':
      return { name: lines.base, how: explain.base };
    case 'commission': {
      const parts = line.parts.map((part) =>
        filled(stepKind === 'all' ? explain.partAll : explain.part, {
          units: shown(part.units),
          unit,
          rate: formatMoney(part.rateFen),
          step: filled(part.to === null ? explain.stepOpen : explain.step, {
            from: part.from,
            to: part.to ?? '',
            unit,
          }),
        }),
      );
      return {
        name: filled(lines.commission, { unit }),
        how: parts.length === 0 ? filled(explain.nothing, { unit }) : parts.join(joined),
      };
    }
    case 'bonus':
      return { name: lines.bonus, how: explain.bonus };
    case 'share':
      return {
        name: filled(lines.share, { name: shareKinds[line.of] }),
        how:
          line.averageFen === null
            ? filled(explain.shareOf, { on: formatMoney(line.onFen ?? 0), rate: rateText(line.basisPoints) })
            : filled(explain.share, {
                units: shown(units),
                unit,
                average: formatMoney(line.averageFen),
                rate: rateText(line.basisPoints),
              }),
      };
    case 'coefficient':
      return {
        name: lines.coefficient,
        how: filled(explain.coefficient, {
          on: formatMoney(line.onFen),
          rate: rateText(line.basisPoints),
          attainment: rateText(line.attainmentBasisPoints),
        }),
      };
    case 'cap':
      return { name: lines.cap, how: filled(explain.cap, { cap: formatMoney(line.capFen) }) };
    case 'welfare':
      return { name: line.name, how: explain.welfare };
  }
}
