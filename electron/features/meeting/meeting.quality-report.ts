import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import type { QualityRate } from '#shared/features/meeting/meeting.pack.ts';
import type { PrintBlock, PrintKeyFigure } from '#shared/kernel/print-document.ts';
import type { Paper } from './meeting.paper.ts';
import { commentOf } from './meeting.report-parts.ts';

/** Rounded down: 100 % is said only when nothing is missing. */
const percent = (basisPoints: number): string => `${(Math.floor(basisPoints / 10) / 10).toFixed(1)}%`;

/** 质量 as printed blocks; nothing in minutes from before there was such a part. */
export function qualityBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { quality } = content.pack;
  if (!quality) return [];
  const { text, figure, fill } = page;
  const rate = (
    name: string,
    { week, monthToDate }: Record<'week' | 'monthToDate', QualityRate>,
  ): PrintKeyFigure => ({
    name,
    value: week.basisPoints === null ? { text: text.labels.dash, tone: 'muted' } : percent(week.basisPoints),
    note: `${fill(text.quality.of, { good: week.good, counted: week.counted })} · ${text.columns.monthToDate} ${
      monthToDate.basisPoints === null ? text.labels.dash : percent(monthToDate.basisPoints)
    }`,
    tone: week.basisPoints === null ? 'normal' : week.basisPoints === 10_000 ? 'good' : 'warning',
  });
  return [
    { kind: 'heading', level: 2, text: text.captions.quality },
    {
      kind: 'keyFigures',
      items: [
        rate(text.quality.coverage, quality.coverage),
        rate(text.quality.firstPass, quality.firstPass),
        { name: text.quality.openComplaints, value: figure(quality.openComplaints, 'count') },
        { name: text.quality.returns, value: figure(quality.returns, 'count') },
      ],
    },
    ...commentOf(content, 'quality'),
  ];
}
