import type { EventResult, EventTask } from '#shared/features/event/event.contract.ts';
import { eventPhases } from '#shared/features/event/event.fields.ts';
import type { CostPer } from '#shared/features/event/event.rules.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { PrintBlock, PrintCell, PrintDocument } from '#shared/kernel/print-document.ts';
import { eventPageText } from '#shared/text/event.text.ts';
import { filled } from '#shared/text/filled.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { eventText } from '#shared/text/record/event.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { known } from '#electron/reports/paper-words.ts';
import type { StoredEvent } from './event.repository.ts';

export type PrintedEvent = {
  readonly event: StoredEvent;
  readonly result: EventResult;
  readonly tasks: readonly EventTask[];
  readonly store: string;
  readonly auditCode: string;
};

/** A cost as it is said: an amount, or why there is none. `of` names what it is divided by. */
function costText(cost: CostPer, of: 'lead' | 'order', language: Language): string {
  const words = eventPageText[language];
  if (cost.state === 'fen') return formatMoney(cost.fen);
  return cost.state === 'notSpent' ? words.notSpent : of === 'lead' ? words.noLeads : words.noOrders;
}

function figureBlock({ event, result }: PrintedEvent, language: Language): PrintBlock {
  const words = eventPageText[language];
  const whole = result.effects.at(-1);
  const goal = (value: number | null) =>
    value === null ? {} : { note: filled(words.goalOf, { count: value }) };
  const { cost } = result;
  return {
    kind: 'keyFigures',
    items: [
      { name: words.leads, value: String(whole?.leads ?? 0), ...goal(event.goalLeads) },
      { name: words.orders, value: String(whole?.orders ?? 0), ...goal(event.goalOrders) },
      ...(cost
        ? [
            {
              name: words.spent,
              value: cost.spentFen === null ? words.notSpent : formatMoney(cost.spentFen),
              note: filled(words.budgetOf, { amount: formatMoney(cost.budgetFen) }),
            },
            { name: words.perLead, value: costText(cost.perLead, 'lead', language) },
            { name: words.perOrder, value: costText(cost.perOrder, 'order', language) },
          ]
        : []),
    ],
  };
}

const effectBlock = ({ result }: PrintedEvent, language: Language): PrintBlock => {
  const words = eventPageText[language];
  return {
    kind: 'table',
    dense: true,
    columns: [
      { title: words.when, width: 1 },
      { title: words.leads, width: 1, align: 'right' },
      { title: words.orders, width: 1, align: 'right' },
      { title: words.deliveries, width: 1, align: 'right' },
    ],
    rows: result.effects.map(({ days, leads, orders, deliveries, state }) => {
      const when = words.effectDays[`d${days}` as 'd0']; // days are those of attributionDays
      const figure = (count: number): PrintCell =>
        state === 'ahead' ? { text: words.ahead, tone: 'muted' } : String(count);
      return {
        cells: [
          state === 'running' ? { text: when, note: words.soFar } : when,
          figure(leads),
          figure(orders),
          figure(deliveries),
        ],
      };
    }),
  };
};

const taskBlock = ({ tasks }: PrintedEvent, language: Language): PrintBlock => {
  const words = eventPageText[language];
  return {
    kind: 'table',
    dense: true,
    columns: [
      { title: words.phase, width: 1 },
      { title: words.tasksDone, width: 1, align: 'right' },
      { title: words.tasksLate, width: 1, align: 'right' },
    ],
    rows: eventPhases.map((phase) => {
      const own = tasks.filter((task) => task.phase === phase);
      const done = own.filter(({ item }) => item.state !== 'open').length;
      const late = own.filter(({ item }) => item.daysOverdue > 0).length;
      return { cells: [words.phases[phase], `${done} / ${own.length}`, String(late)] };
    }),
  };
};

/** 活动总结: the closing review of an event on one page. */
export function eventDocument(printed: PrintedEvent, language: Language, now: string): PrintDocument {
  const { event, store, auditCode } = printed;
  const words = eventPageText[language];
  const { fields, choices } = eventText[language];
  const { labels, signature } = paperText[language];
  const last =
    event.endsOn === null || event.endsOn === event.startsOn ? '' : ` – ${formatDay(event.endsOn, language)}`;
  const found = [
    [words.good, event.reviewGood],
    [words.bad, event.reviewBad],
    [words.next, event.reviewNext],
  ] as const;
  return {
    ...paperFrame(language, now, { auditCode, form: 'compact' }),
    title: words.paperTitle,
    subtitle: event.name,
    header: { store },
    blocks: [
      {
        kind: 'keyValues',
        columns: 3,
        boxed: true,
        items: [
          { name: fields.kind, value: choices.kind[event.kind] },
          { name: words.when, value: `${formatDay(event.startsOn, language)}${last}` },
          ...known(fields.place, event.place),
          ...known(fields.personId, event.personName),
        ],
      },
      figureBlock(printed, language),
      { kind: 'heading', level: 2, text: words.effect, note: words.attributionRule },
      effectBlock(printed, language),
      { kind: 'heading', level: 2, text: words.tasks },
      taskBlock(printed, language),
      ...found.flatMap(([name, text]): PrintBlock[] => [
        { kind: 'heading', level: 2, text: name },
        { kind: 'paragraphs', texts: text ? text.split('\n') : [labels.none] },
      ]),
      {
        kind: 'signatures',
        labels: signature,
        signers: [
          { role: fields.personId, name: event.personName ?? '' },
          { role: words.approver, name: '' },
        ],
      },
    ],
  };
}
