import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import { indicators } from '#shared/features/goal/goal.fields.ts';
import type { GoalLine } from '#shared/features/meeting/meeting.pack.ts';
import type { PrintBlock } from '#shared/kernel/print-document.ts';
import { actionTable } from './meeting.action-report.ts';
import type { Paper } from './meeting.paper.ts';
import { commentOf, right } from './meeting.report-parts.ts';

/** Next week's goals: a line for the store, each department and person, a column for each indicator that has a goal. */
function goalTable(goals: readonly GoalLine[], { text, amount }: Paper): PrintBlock {
  const used = indicators.filter((indicator) => goals.some((goal) => goal.indicator === indicator));
  const nameOf = (goal: GoalLine): string => goal.personName ?? goal.departmentName ?? text.labels.store;
  const lines = Map.groupBy(goals, nameOf);
  return {
    kind: 'table',
    caption: text.captions.goals,
    columns: [
      { title: text.columns.level, width: 2 },
      ...used.map((indicator) => right(text.indicators[indicator])),
    ],
    rows: [...lines].map(([name, own]) => ({
      cells: [
        name,
        ...used.map((indicator) => {
          const goal = own.find((one) => one.indicator === indicator);
          return goal ? amount(goal.value, goal.unit) : '';
        }),
      ],
    })),
  };
}

/** 下周工作计划 as printed blocks. */
export function planBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { text, day } = page;
  const { plan, days } = content.pack;
  return [
    {
      kind: 'heading',
      level: 1,
      text: text.parts.plan,
      note: `${day(days.next.first)} – ${day(days.next.last)}`,
    },
    goalTable(plan.goals, page),
    ...commentOf(content, 'goals'),
    actionTable(plan.actions, text.captions.actionsDue, page, false),
    ...commentOf(content, 'actions'),
    {
      kind: 'table',
      caption: text.captions.deliveries,
      columns: [
        { title: text.columns.plannedOn, width: 'auto' },
        { title: text.columns.customer, width: 2 },
        { title: text.columns.model, width: 2 },
        right(text.columns.quantity, 'auto'),
        { title: text.columns.consultant, width: 'auto' },
      ],
      rows: plan.deliveryLines.map((line) => ({
        cells: [
          line.plannedOn < days.next.first
            ? { text: day(line.plannedOn), tone: 'warning' }
            : day(line.plannedOn),
          line.customerName,
          line.model,
          String(line.quantity),
          line.consultantName ?? '',
        ],
      })),
      ...(plan.deliveries.missing === null ? {} : { none: text.labels.notSupplied }),
    },
    ...commentOf(content, 'deliveriesAhead'),
    {
      kind: 'table',
      caption: text.captions.events,
      columns: [
        { title: text.columns.date, width: 'auto' },
        { title: text.columns.event, width: 3 },
        { title: text.columns.place, width: 2 },
        { title: text.columns.person, width: 'auto' },
      ],
      rows: plan.eventLines.map((event) => ({
        cells: [
          event.endsOn === null || event.endsOn === event.startsOn
            ? day(event.startsOn)
            : `${day(event.startsOn)} – ${day(event.endsOn)}`,
          event.name,
          event.place ?? '',
          event.personName ?? '',
        ],
      })),
      ...(plan.events.missing === null ? {} : { none: text.labels.notSupplied }),
    },
    ...commentOf(content, 'events'),
  ];
}
