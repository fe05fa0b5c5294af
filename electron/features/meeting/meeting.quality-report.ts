import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import type { OriginException, OriginPack, QualityRate } from '#shared/features/meeting/meeting.pack.ts';
import type { PrintBlock, PrintKeyFigure, PrintRow } from '#shared/kernel/print-document.ts';
import { repairPartText } from '#shared/text/record/repair.text.ts';
import type { Paper } from './meeting.paper.ts';
import { commentOf, right } from './meeting.report-parts.ts';

/** Rounded down: 100 % is said only when nothing is missing. */
const percent = (basisPoints: number): string => `${(Math.floor(basisPoints / 10) / 10).toFixed(1)}%`;

type Rates = Readonly<Record<'week' | 'monthToDate', QualityRate>>;

function rate(
  { text, fill, amount }: Paper,
  name: string,
  { week, monthToDate }: Rates,
  unit: 'count' | 'fen' = 'count',
): PrintKeyFigure {
  const of = { good: amount(week.good, unit), counted: amount(week.counted, unit) };
  return {
    name,
    value: week.basisPoints === null ? { text: text.labels.dash, tone: 'muted' } : percent(week.basisPoints),
    note: `${fill(text.quality.of, of)} · ${text.columns.monthToDate} ${
      monthToDate.basisPoints === null ? text.labels.dash : percent(monthToDate.basisPoints)
    }`,
    tone: week.basisPoints === null ? 'normal' : week.basisPoints === 10_000 ? 'good' : 'warning',
  };
}

/** 质量 as printed blocks; nothing in minutes from before there was such a part. */
export function qualityBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { quality } = content.pack;
  if (!quality) return [];
  const { text, figure } = page;
  return [
    { kind: 'heading', level: 2, text: text.captions.quality },
    {
      kind: 'keyFigures',
      items: [
        rate(page, text.quality.coverage, quality.coverage),
        rate(page, text.quality.firstPass, quality.firstPass),
        { name: text.quality.openComplaints, value: figure(quality.openComplaints, 'count') },
        { name: text.quality.returns, value: figure(quality.returns, 'count') },
      ],
    },
    ...(quality.origins ? originBlocks(quality.origins, page) : []),
    ...commentOf(content, 'quality'),
  ];
}

function originBlocks(origins: OriginPack, page: Paper): PrintBlock[] {
  const { text, fill } = page;
  const { week, monthToDate, exceptionCount, exceptions } = origins;
  const rates = (of: 'byCount' | 'byValue'): Rates => ({ week: week[of], monthToDate: monthToDate[of] });
  const more = exceptionCount - exceptions.length;
  return [
    {
      kind: 'keyFigures',
      items: [
        rate(page, text.quality.originCount, rates('byCount')),
        rate(page, text.quality.originValue, rates('byValue'), 'fen'),
        {
          name: text.quality.exceptions,
          value: page.amount(exceptionCount, 'count'),
          tone: exceptionCount === 0 ? 'normal' : 'warning',
        },
      ],
    },
    ...(exceptions.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: text.quality.exceptions,
            columns: [
              { title: text.quality.order, width: 'auto' },
              { title: text.quality.part, width: 2 },
              { title: text.quality.origin, width: 'auto' },
              right(text.columns.amount, 'auto'),
              { title: text.quality.allowedReason, width: 2.4 },
              { title: text.quality.allowedBy, width: 'auto' },
            ],
            rows: exceptions.map((one) => exceptionRow(one, page)),
          } satisfies PrintBlock,
        ]),
    ...(more > 0
      ? [{ kind: 'paragraphs', texts: [fill(text.quality.more, { count: more })] } satisfies PrintBlock]
      : []),
  ];
}

const exceptionRow = (one: OriginException, { language, text, amount }: Paper): PrintRow => ({
  cells: [
    one.repairNumber,
    one.name,
    repairPartText[language].choices.origin[one.origin],
    amount(one.amountFen, 'fen'),
    one.reason ?? { text: text.quality.waits, tone: 'warning' },
    one.allowedByName ?? '',
  ],
});
