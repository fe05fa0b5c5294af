import type { GroupLine, SimulationResult } from '../features/simulation/simulation.content.ts';
import type { Language } from '../kernel/language.ts';
import { formatMoney } from '../kernel/money.ts';
import { filled } from './filled.ts';
import { simulationPageText } from './simulation.text.ts';

/** Figures of a simulation in words; the same on screens, papers and in workbooks. */

const percent = (share: number): string => `${(share * 100).toFixed(Math.abs(share) < 0.1 ? 2 : 1)}%`;

/** A part as a percentage of a whole; `—` of nothing. */
export const shareText = (part: number, whole: number): string => (whole === 0 ? '—' : percent(part / whole));

/** 盈亏平衡: sales and kept customers that pay for the draft. */
export function breakEvenText(
  { breakEven }: Pick<SimulationResult, 'breakEven'>,
  language: Language,
): { readonly sales: string; readonly salesNote: string | null; readonly retention: string } {
  const { figures } = simulationPageText[language];
  const { extraFen, netBp, salesFen, salesBp, retentionBp } = breakEven;
  if (extraFen <= 0)
    return { sales: figures.breakEvenNone, salesNote: null, retention: figures.retentionNone };
  if (netBp === null) return { sales: '—', salesNote: figures.breakEvenUnknown, retention: '—' };
  if (salesFen === null || salesBp === null)
    return { sales: figures.breakEvenNever, salesNote: null, retention: figures.breakEvenNever };
  return {
    sales: formatMoney(salesFen),
    salesNote: filled(figures.breakEvenShare, {
      percent: percent(salesBp / 10_000),
      net: formatMoney(netBp),
    }),
    retention:
      retentionBp === null
        ? figures.retentionNever
        : filled(figures.retentionPoints, { percent: percent(retentionBp / 10_000) }),
  };
}

/** The name of a group of customers. */
export function groupText({ by, key }: Pick<GroupLine, 'by' | 'key'>, language: Language): string {
  const { groups } = simulationPageText[language];
  const names: Readonly<Record<string, string>> = groups;
  return by === 'tier' ? key : (names[key] ?? key);
}
