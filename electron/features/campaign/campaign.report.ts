import {
  editionsOf,
  giftBasis,
  type CampaignMargin,
  type MarginLine,
} from '#shared/features/campaign/campaign-margin.rules.ts';
import type { CampaignReturn } from '#shared/features/campaign/campaign-return.rules.ts';
import type { CampaignCost, CampaignResult, GroupFigures } from '#shared/features/campaign/campaign-views.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import type { PrintBlock, PrintDocument, PrintKeyFigure, PrintRow } from '#shared/kernel/print-document.ts';
import { campaignPageText } from '#shared/text/campaign.text.ts';
import { commonText } from '#shared/text/common.text.ts';
import { filled } from '#shared/text/filled.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { readResult } from './campaign.result.ts';
import { mustReadCampaign } from './campaign.starting.ts';

type Words = (typeof campaignPageText)[Language]['result'];

const moneyOf = (fen: number | null): string => (fen === null ? '—' : formatMoney(fen));

/** The sum behind a return, number by number; nothing without a control group. */
function reckoned(words: Words, gain: CampaignReturn, heads: number, costFen: number): string[] {
  const { treatedPerHeadFen, controlPerHeadFen, extraFen, netFen } = gain;
  if (extraFen === null || netFen === null) return [];
  return [
    filled(words.reckoned, {
      treated: moneyOf(treatedPerHeadFen),
      control: moneyOf(controlPerHeadFen),
      heads,
      extra: formatMoney(extraFen),
      cost: formatMoney(costFen),
      net: formatMoney(netFen),
    }),
  ];
}

/** Where the margins come from. */
function marginSources(words: Words, margin: CampaignMargin, language: Language): string {
  const named = (editions: readonly number[]): string =>
    editions
      .map((edition) => (edition === 0 ? words.marginShipped : filled(words.marginEdition, { edition })))
      .join(commonText[language].listed);
  const { held, later } = editionsOf(margin);
  return [
    words.marginDefinition,
    ...(held.length > 0 ? [filled(words.marginHeld, { editions: named(held) })] : []),
    ...(later.length > 0 ? [filled(words.marginLater, { editions: named(later) })] : []),
  ].join(language === 'en' ? ' ' : '');
}

/** How the gifts that were used count. */
function giftNotes(words: Words, cost: CampaignCost): string[] {
  const basis = giftBasis(cost);
  if (basis === 'none') return [];
  if (basis === 'price' || cost.goods === null) return [words.giftAllAtPrice];
  return [
    filled(words.giftAtCost, { goods: words.marginLines[cost.goods] }),
    ...(basis === 'both' ? [filled(words.giftAtPrice, { price: formatMoney(cost.atPriceFen) })] : []),
  ];
}

/** A line of business, with its days where its margin changed meanwhile. */
const lineName = (words: Words, { line, days }: MarginLine, language: Language): string =>
  days === null
    ? words.marginLines[line]
    : filled(words.marginDays, {
        name: words.marginLines[line],
        from: formatDay(days.from, language),
        to: formatDay(days.to, language),
      });

function groupsTable(words: Words, { treated, control, gain, margin }: CampaignResult): PrintBlock {
  const row = (
    name: string,
    { heads, came, repairFen, orderFen, salesFen }: GroupFigures,
    [perHeadFen, marginFen]: readonly [number | null, number | null],
  ): PrintRow => ({
    cells: [
      name,
      String(heads),
      String(came),
      formatMoney(repairFen),
      formatMoney(orderFen),
      formatMoney(salesFen),
      moneyOf(perHeadFen),
      moneyOf(marginFen),
    ],
  });
  const titles = ['heads', 'came', 'repairs', 'orders', 'sales', 'perHead', 'margin'] as const;
  return {
    kind: 'table',
    dense: true,
    columns: [
      { title: words.group, width: 1 },
      ...titles.map((key) => ({ title: words[key], width: 'auto' as const, align: 'right' as const })),
    ],
    rows: [
      row(words.treated, treated, [gain.treatedPerHeadFen, margin.treatedFen]),
      ...(control.heads > 0
        ? [row(words.control, control, [gain.controlPerHeadFen, margin.controlFen])]
        : []),
    ],
  };
}

function marginTable(
  words: Words,
  { lines, treatedFen, controlFen, gain }: CampaignMargin,
  language: Language,
): PrintBlock {
  const of = (sentence: string, group: 'treated' | 'control'): string =>
    filled(sentence, { group: words[group] });
  const sums: PrintRow[] =
    gain === null
      ? []
      : [
          {
            kind: 'total',
            cells: [words.marginSum, '', '', '', moneyOf(treatedFen), moneyOf(controlFen)],
          },
          {
            cells: [
              words.marginPerHead,
              '',
              '',
              '',
              moneyOf(gain.treatedPerHeadFen),
              moneyOf(gain.controlPerHeadFen),
            ],
          },
        ];
  const right = { width: 'auto', align: 'right' } as const;
  return {
    kind: 'table',
    dense: true,
    columns: [
      { title: words.marginLine, width: 1 },
      { title: words.marginRate, ...right },
      { title: of(words.marginSales, 'treated'), ...right },
      { title: of(words.marginSales, 'control'), ...right },
      { title: of(words.marginFen, 'treated'), ...right },
      { title: of(words.marginFen, 'control'), ...right },
    ],
    rows: [
      ...lines.map((line): PrintRow => ({
        cells: [
          lineName(words, line, language),
          line.marginBp === null ? '—' : `${numberShown(line.marginBp, 2)}%`,
          formatMoney(line.treatedSalesFen),
          formatMoney(line.controlSalesFen),
          moneyOf(line.treatedFen),
          moneyOf(line.controlFen),
        ],
      })),
      ...sums,
    ],
  };
}

/** Reach and cost in one line: the paper of a campaign stays one page. */
function reachTable(words: Words, { asked, reached, accepted, refused, cost }: CampaignResult): PrintBlock {
  const facts: readonly (readonly [string, string])[] = [
    [words.asked, String(asked)],
    [words.reached, String(reached)],
    [words.accepted, String(accepted)],
    [words.refused, String(refused)],
    [words.planned, formatMoney(cost.plannedFen)],
    [words.spent, cost.spentFen === null ? words.spentUnknown : formatMoney(cost.spentFen)],
    [words.given, formatMoney(cost.givenFen)],
    [words.used, formatMoney(cost.usedFen)],
    [words.usedCost, formatMoney(cost.usedCostFen)],
    [words.open, formatMoney(cost.openFen)],
  ];
  return {
    kind: 'table',
    dense: true,
    columns: facts.map(([title], at) =>
      at === 0 ? { title, width: 1 } : { title, width: 'auto', align: 'right' },
    ),
    rows: [{ cells: facts.map(([, value]) => value) }],
  };
}

/** 活动结果 on paper: the return in sales and in margin with its reckoning, both groups, reach and cost. Errors: as `readResult`. */
export async function resultDocument(context: QueryContext, id: number): Promise<PrintDocument> {
  const { reader, actor, clock } = context;
  const { language } = actor;
  const words = campaignPageText[language].result;
  const campaign = await mustReadCampaign(reader, id);
  const result = await readResult(context, id);
  const { gain, margin, cost, treated } = result;
  const days = filled(words.days, {
    from: formatDay(result.from, language),
    to: formatDay(result.to, language),
  });
  const figures: PrintKeyFigure[] = [
    { name: words.extra, value: moneyOf(gain.extraFen) },
    { name: words.extraMargin, value: moneyOf(margin.gain?.extraFen ?? null) },
    { name: words.net, value: moneyOf(gain.netFen) },
    { name: words.netMargin, value: moneyOf(margin.gain?.netFen ?? null) },
  ];
  const told = [
    words.confidence[gain.confidence],
    ...reckoned(words, gain, treated.heads, cost.totalFen),
    words.definition,
    ...giftNotes(words, cost),
  ];
  const names = margin.missing.map((one) => words.marginLines[one]).join(commonText[language].listed);
  const toldMargin = [
    ...(margin.gain ? [words.confidence[margin.gain.confidence]] : []),
    ...(margin.gain ? reckoned(words, margin.gain, treated.heads, cost.totalFen) : []),
    ...(margin.missing.length > 0 ? [filled(words.marginMissing, { names })] : []),
    marginSources(words, margin, language),
  ];
  return {
    ...paperFrame(language, clock.now(), {
      auditCode: shortCode((await auditHead(reader)).hash),
      orientation: 'landscape',
    }),
    title: `${words.title} ${campaign.name}`,
    header: { store: (await readSetting(reader, 'storeName')) ?? '', number: days },
    blocks: [
      ...(result.isOver ? [] : [{ kind: 'paragraphs', texts: [words.soFar] } as const]),
      { kind: 'keyFigures', items: figures },
      reachTable(words, result),
      { kind: 'heading', level: 2, text: words.compare },
      groupsTable(words, result),
      { kind: 'paragraphs', style: 'note', texts: told },
      { kind: 'heading', level: 2, text: words.marginTitle },
      marginTable(words, margin, language),
      { kind: 'paragraphs', style: 'note', texts: toldMargin },
    ],
  };
}
