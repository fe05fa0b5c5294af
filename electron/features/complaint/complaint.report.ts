import type { ComplaintClock } from '#shared/features/complaint/complaint-clock.rules.ts';
import type { ComplaintLine, ComplaintView } from '#shared/features/complaint/complaint.contract.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { PrintBlock, PrintDocument, PrintTone } from '#shared/kernel/print-document.ts';
import { complaintPageText } from '#shared/text/complaint.text.ts';
import { counted, filled } from '#shared/text/filled.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { complaintText } from '#shared/text/record/complaint.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { known, knownWide, shortMoment, knownSigns } from '#electron/reports/paper-words.ts';

export type PrintedComplaint = {
  readonly view: ComplaintView;
  readonly store: string;
  readonly auditCode: string;
};

const factBlock = (view: ComplaintView, language: Language): PrintBlock => {
  const { fields, choices } = complaintText[language];
  return {
    kind: 'keyValues',
    columns: 3,
    boxed: true,
    items: [
      { name: fields.kind, value: choices.kind[view.kind] },
      {
        name: fields.severity,
        value: {
          text: choices.severity[view.severity],
          tone: view.severity === 'normal' ? 'normal' : 'warning',
        },
      },
      { name: fields.channel, value: choices.channel[view.channel] },
      { name: fields.receivedOn, value: view.receivedOn },
      ...known(fields.externalNumber, view.externalNumber),
      ...known(fields.customerName, view.customerName),
      ...known(fields.phone, view.phone),
      ...knownSigns(fields.plate, view.plate),
      ...known(fields.vehicleId, view.model),
      ...known(fields.repairId, view.repairNumber),
      ...known(fields.orderId, view.orderNumber),
      ...known(fields.handlerId, view.handlerName),
      ...known(fields.aboutId, view.aboutName),
      ...knownWide(fields.subject, view.subject),
      ...knownWide(fields.description, view.description),
      ...knownWide(fields.demand, view.demand),
    ],
  };
};

/** Cause, remedy, answer, call-back and closing; fields that nobody filled stay as room to write. */
function findingBlock(view: ComplaintView, language: Language): PrintBlock {
  const { fields, choices } = complaintText[language];
  const { complaint: words } = paperText[language];
  const { calledBackOn, callBackResult, closedOn, closedByName } = view;
  const callBack =
    calledBackOn === null || callBackResult === null
      ? ''
      : filled(words.callBack, {
          day: calledBackOn,
          name: view.calledBackByName ?? '',
          result: choices.callBackResult[callBackResult],
        });
  const closing = { day: closedOn ?? '', name: closedByName ?? '', reason: view.closeReason ?? '' };
  const wide = (name: string, value: string | null) => ({ name, value: value ?? '', wide: true });
  return {
    kind: 'keyValues',
    columns: 3,
    boxed: true,
    items: [
      wide(fields.cause, view.cause),
      wide(fields.remedy, view.remedy),
      { name: fields.costFen, value: view.costFen === null ? '' : formatMoney(view.costFen) },
      { name: fields.takenOn, value: view.takenOn ?? '' },
      { name: fields.answeredOn, value: view.answeredOn ?? '' },
      wide(fields.answer, view.answer),
      wide(fields.calledBackOn, callBack),
      wide(fields.customerWords, view.customerWords),
      wide(
        fields.closedOn,
        closedOn === null ? '' : filled(view.forced ? words.forced : words.closed, closing),
      ),
    ],
  };
}

function clockState(clock: ComplaintClock, language: Language): { text: string; tone: PrintTone } {
  const { clock: words } = complaintPageText[language];
  const count = Math.abs(clock.daysLeft);
  if (clock.stoppedOn !== null)
    return clock.isLate
      ? { text: filled(words.missed, { day: clock.stoppedOn }), tone: 'warning' }
      : { text: filled(words.kept, { day: clock.stoppedOn }), tone: 'good' };
  if (clock.isLate) return { text: counted(words, 'late', { count }), tone: 'warning' };
  if (clock.isPaused) return { text: counted(words, 'paused', { count }), tone: 'muted' };
  return { text: count === 0 ? words.today : counted(words, 'left', { count }), tone: 'normal' };
}

function clockBlocks(view: ComplaintView, language: Language): PrintBlock[] {
  if (view.clocks.length === 0) return [];
  const { complaint: words } = paperText[language];
  const { clock: names, stages } = complaintPageText[language];
  const columns = words.clockColumns;
  return [
    { kind: 'heading', level: 2, text: words.clocks },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: columns.basis, width: 2 },
        { title: columns.stage, width: 'auto' },
        { title: columns.due, width: 'auto' },
        { title: columns.used, width: 1 },
        { title: columns.state, width: 1.4 },
      ],
      rows: view.clocks.map((clock) => ({
        cells: [
          `${names.basis[clock.basis]} · ${clock.name}`,
          stages[clock.stage],
          clock.dueOn,
          filled(words.used, {
            used: clock.usedDays,
            term: clock.termDays,
            kind: names.dayKinds[clock.dayKind],
          }),
          clockState(clock, language),
        ],
      })),
    },
  ];
}

function stopBlocks(view: ComplaintView, language: Language): PrintBlock[] {
  const text = complaintPageText[language];
  const { complaint: words } = paperText[language];
  const pauses = view.pauses.map(({ reason, fromOn, untilOn, text: why, personName }) => {
    const span = { reason: text.pauseReasons[reason], from: fromOn, until: untilOn ?? '' };
    return [filled(untilOn === null ? text.pauseRunning : text.pauseLine, span), why, personName];
  });
  const extensions = view.extensions.map((one) => {
    const state = one.isPresent ? (one.decision ?? 'waiting') : 'old';
    const what = { stage: text.stages[one.stage], count: one.days, reason: one.reason };
    const decided =
      one.decidedBy === null
        ? ''
        : filled(text.decidedBy, { name: one.decidedBy, text: one.decisionText ?? '' });
    const consent = one.consent === null ? '' : filled(text.consent, { text: one.consent });
    return [
      `${filled(text.extensionLine, what)} · ${text.extensionStates[state]}`,
      [consent, decided].filter((part) => part !== '').join(paperText[language].parted),
      one.personName,
    ];
  });
  const rows = [...pauses, ...extensions];
  if (rows.length === 0) return [];
  const columns = words.stopColumns;
  return [
    { kind: 'heading', level: 2, text: words.stops },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: columns.what, width: 2 },
        { title: columns.text, width: 2 },
        { title: columns.person, width: 'auto' },
      ],
      rows: rows.map((cells) => ({ cells })),
    },
  ];
}

/** What was said with a line; names of fields and severities in words. */
function lineText({ kind, text }: ComplaintLine, language: Language): string {
  const { fields, choices } = complaintText[language];
  if (kind === 'severity') {
    const names: Readonly<Record<string, string>> = choices.severity;
    return text
      .split(' ')
      .map((severity) => names[severity] ?? severity)
      .join(' → ');
  }
  if (kind !== 'edited') return text;
  const names: Readonly<Record<string, string>> = fields;
  return text
    .split(',')
    .map((name) => names[name] ?? name)
    .join(paperText[language].listed);
}

function historyBlocks(view: ComplaintView, language: Language): PrintBlock[] {
  const { complaint: words } = paperText[language];
  const { lines } = complaintPageText[language];
  const { state } = complaintText[language].choices;
  const again = words.recurrenceColumns;
  const columns = words.lineColumns;
  return [
    { kind: 'heading', level: 2, text: words.lines },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: columns.at, width: 'auto' },
        { title: columns.kind, width: 'auto' },
        { title: columns.person, width: 'auto' },
        { title: columns.text, width: 1 },
      ],
      rows: view.lines.map((line) => ({
        cells: [shortMoment(line.at), lines[line.kind], line.personName, lineText(line, language)],
      })),
    },
    ...(view.recurrences.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: words.recurrences } as const,
          {
            kind: 'table',
            dense: true,
            columns: [
              { title: again.number, width: 'auto' },
              { title: again.on, width: 'auto' },
              { title: again.subject, width: 1 },
              { title: again.state, width: 'auto' },
            ],
            rows: view.recurrences.map((one) => ({
              cells: [one.number, one.receivedOn, one.subject, state[one.state]],
            })),
          } as const,
        ]),
  ];
}

/** 投诉处理单: the whole file of a complaint, to be signed by both sides. */
export function complaintDocument(
  { view, store, auditCode }: PrintedComplaint,
  language: Language,
  now: string,
): PrintDocument {
  const { signature, complaint: words } = paperText[language];
  const { sections } = complaintPageText[language];
  const { state } = complaintText[language].choices;
  return {
    ...paperFrame(language, now, { auditCode, form: 'compact' }),
    title: words.title,
    header: {
      store,
      number: view.number,
      state: state[view.state],
      stateTone: view.state === 'closed' ? 'good' : 'muted',
      code: view.number,
    },
    blocks: [
      factBlock(view, language),
      ...clockBlocks(view, language),
      { kind: 'heading', level: 2, text: sections.findings },
      findingBlock(view, language),
      ...stopBlocks(view, language),
      ...historyBlocks(view, language),
      {
        kind: 'signatures',
        labels: signature,
        signers: [
          { role: words.handler, name: view.handlerName ?? '' },
          { role: words.reviewer, name: view.calledBackByName ?? '' },
          { role: words.customer, name: view.customerName ?? '' },
        ],
      },
    ],
  };
}
