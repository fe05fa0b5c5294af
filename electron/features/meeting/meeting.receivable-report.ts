import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import type { Figure } from '#shared/features/meeting/meeting.pack.ts';
import type { PrintBlock, PrintCell, PrintRow } from '#shared/kernel/print-document.ts';
import type { Paper } from './meeting.paper.ts';
import { right } from './meeting.report-parts.ts';

/** Names of the age buckets: 0–30, 31–60, 61–90, over 90 days. */
export const ageNames = (limits: readonly number[], { text, fill }: Paper): string[] => [
  ...limits.map((limit, index) =>
    fill(text.ages.upTo, { from: index === 0 ? 0 : (limits[index - 1] ?? 0) + 1, to: limit }),
  ),
  fill(text.ages.over, { days: limits.at(-1) ?? 0 }),
];

/** 应收账款: by due day and age, and the longest overdue ones. */
export function receivableBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { text, figure, fill, day } = page;
  const { receivables, ageBuckets } = content.pack.resources;
  const ages = ageNames(ageBuckets, page);
  const line = (name: string, value: Figure): PrintRow => ({ cells: [name, figure(value, 'fen')] });
  const late: PrintCell = figure(receivables.overdue, 'fen');
  return [
    {
      kind: 'table',
      caption: text.captions.receivables,
      columns: [{ title: text.columns.item, width: 2 }, right(text.columns.amount)],
      rows: [
        {
          cells: [
            text.receivables.overdue,
            typeof late === 'string' && receivables.overdue.value !== 0
              ? { text: late, tone: 'warning' }
              : late,
          ],
        },
        line(text.receivables.dueThisWeek, receivables.dueThisWeek),
        line(text.receivables.dueNextWeek, receivables.dueNextWeek),
        line(text.receivables.dueLater, receivables.dueLater),
        line(text.receivables.noDueDay, receivables.noDueDay),
        { ...line(text.receivables.open, receivables.open), kind: 'total' },
        ...receivables.ages.map((value, index) =>
          line(fill(text.receivables.aged, { range: ages[index] ?? '' }), value),
        ),
      ],
    },
    ...(receivables.lines.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: text.captions.overdue,
            columns: [
              { title: text.columns.customer, width: 2.4 },
              { title: text.columns.dueOn, width: 'auto' },
              right(text.columns.overdue, 'auto'),
              right(text.columns.amount, 1.2),
              { title: text.columns.person, width: 'auto' },
            ],
            rows: receivables.lines.slice(0, 15).map((one) => ({
              cells: [
                one.customerName,
                day(one.dueOn),
                { text: fill(text.labels.days, { count: one.daysOverdue }), tone: 'warning' },
                page.amount(one.openFen, 'fen'),
                one.personName ?? '',
              ],
            })),
          } satisfies PrintBlock,
        ]),
  ];
}
