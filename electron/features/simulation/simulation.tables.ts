import { costParts } from '#shared/features/simulation/simulation.content.ts';
import { formatDay, formatMonth } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import {
  groupings,
  type Mover,
  type SimulationResult,
} from '#shared/features/simulation/simulation.content.ts';
import { filled } from '#shared/text/filled.ts';
import { groupText, shareText } from '#shared/text/simulation-words.ts';
import { simulationPageText } from '#shared/text/simulation.text.ts';

/** A figure or words; fen stay a number until paper or workbook writes them. */
export type Cell = string | number | { readonly fen: number };

/** A table of a simulation, for paper and for a workbook. The first column is words. */
export type ResultTable = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly kind?: 'total' | 'group' }[];
};

/** What was reckoned over which history, and against what. */
export function spanWords(result: SimulationResult, language: Language): readonly string[] {
  const words = simulationPageText[language];
  const { base, baseEdition } = result;
  return [
    filled(words.span, {
      from: formatDay(result.from, language),
      to: formatDay(result.to, language),
      visits: result.visits.toLocaleString('en-US'),
      customers: result.customers.toLocaleString('en-US'),
      sales: formatMoney(result.salesFen),
    }),
    base === null
      ? words.versusNothing
      : baseEdition === null || baseEdition === 0
        ? words.versusShipped
        : filled(words.versusPresent, { edition: baseEdition }),
    filled(words.ranOn, { day: formatDay(result.ranOn, language) }),
  ];
}

const fen = (value: number): Cell => ({ fen: value });

/** 试算结果 in tables: cost, tiers, who gains and loses by group and by name, months. */
export function resultTables(
  result: SimulationResult,
  names: Readonly<Record<number, string>>,
  language: Language,
): readonly ResultTable[] {
  const words = simulationPageText[language];
  const { costTable, tierTable, groupTable, moverTable, monthTable } = words;
  const { draft, base } = result;
  const draftTiers = draft.tiers.map(({ name }) => name);
  const moversOf = (title: string, movers: readonly Mover[]): ResultTable => ({
    title,
    columns: [
      moverTable.customer,
      moverTable.tiers,
      moverTable.sales,
      moverTable.base,
      moverTable.draft,
      moverTable.change,
    ],
    rows: movers.map((mover) => ({
      cells: [
        names[mover.customerId] ?? String(mover.customerId),
        `${result.baseTiers[mover.baseTier] ?? '—'} → ${draftTiers[mover.draftTier] ?? '—'}`,
        fen(mover.salesFen),
        fen(mover.baseFen),
        fen(mover.draftFen),
        fen(mover.draftFen - mover.baseFen),
      ],
    })),
  });
  return [
    {
      title: costTable.title,
      columns: [costTable.what, costTable.draft, ...(base ? [costTable.base] : [])],
      rows: costParts.map(([name, field]) => ({
        cells: [costTable[name], fen(draft[field]), ...(base ? [fen(base[field])] : [])],
        ...(name === 'total' ? { kind: 'total' as const } : {}),
      })),
    },
    {
      title: tierTable.title,
      columns: [
        tierTable.tier,
        tierTable.members,
        tierTable.sales,
        tierTable.points,
        tierTable.discount,
        tierTable.benefit,
        tierTable.ofSales,
        tierTable.ofMargin,
      ],
      rows: draft.tiers.map((tier) => {
        const given = tier.pointsFen + tier.discountFen + tier.benefitFen;
        return {
          cells: [
            tier.name,
            tier.members,
            fen(tier.salesFen),
            fen(tier.pointsFen),
            fen(tier.discountFen),
            fen(tier.benefitFen),
            shareText(given, tier.salesFen),
            tier.marginFen === null ? '—' : shareText(given, tier.marginFen),
          ],
        };
      }),
    },
    {
      title: groupTable.title,
      columns: [
        groupTable.group,
        groupTable.customers,
        groupTable.winners,
        groupTable.losers,
        groupTable.sales,
        groupTable.change,
        groupTable.average,
      ],
      rows: groupings.flatMap((by) => [
        { kind: 'group' as const, cells: [words.groupings[by]] },
        ...result.groups
          .filter((line) => line.by === by)
          .map((line) => ({
            cells: [
              groupText(line, language),
              line.customers,
              line.winners,
              line.losers,
              fen(line.salesFen),
              fen(line.changeFen),
              fen(Math.round(line.changeFen / line.customers)),
            ],
          })),
      ]),
    },
    moversOf(moverTable.lose, result.topLosers),
    moversOf(moverTable.gain, result.topWinners),
    {
      title: monthTable.title,
      columns: [
        monthTable.month,
        monthTable.sales,
        monthTable.issued,
        monthTable.spent,
        monthTable.expired,
        monthTable.discount,
        monthTable.benefit,
        monthTable.bonus,
        monthTable.sold,
        monthTable.owed,
        monthTable.moves,
      ],
      rows: draft.months.map((line) => ({
        cells: [
          formatMonth(line.month, language),
          fen(line.salesFen),
          line.issued,
          line.spent,
          line.expired,
          fen(line.discountFen),
          fen(line.benefitFen),
          fen(line.bonusFen),
          fen(line.feeFen + line.packageFen),
          fen(line.owedFen),
          `${line.rises} / ${line.falls}`,
        ],
      })),
    },
  ];
}
