import type { MeetingView, ReplacedDecision } from '#shared/features/meeting/meeting.contract.ts';
import { isInPart } from '#shared/features/meeting/meeting.sight.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintDocument, PrintTone } from '#shared/kernel/print-document.ts';
import { commonText } from '#shared/text/common.text.ts';
import { decisionPageText } from '#shared/text/decision.text.ts';
import { filled } from '#shared/text/filled.ts';
import { actionTable } from './meeting.action-report.ts';
import { momentText, timeText } from '#electron/reports/paper-words.ts';
import { paper, type Paper } from './meeting.paper.ts';
import { planBlocks } from './meeting.plan-report.ts';
import { progressBlocks } from './meeting.progress-report.ts';
import { qualityBlocks } from './meeting.quality-report.ts';
import { resourceBlocks } from './meeting.resource-report.ts';

/** The minutes as paper (周例会纪要): composed from a view, in the reader's language; no data is read here. */

const agendaTable = (view: MeetingView, { text, fill }: Paper): PrintBlock => ({
  kind: 'table',
  caption: text.captions.agenda,
  columns: [
    { title: text.columns.agenda, width: 4 },
    { title: text.columns.presenter, width: 1.2 },
    { title: text.columns.planned, width: 'auto', align: 'right' },
    { title: text.columns.actual, width: 'auto', align: 'right' },
  ],
  rows: view.content.agenda.map((item) => ({
    cells: [
      item.title,
      item.presenterName ?? '',
      fill(text.labels.minutesShort, { count: item.plannedMinutes }),
      item.actualMinutes === null ? '' : fill(text.labels.minutesShort, { count: item.actualMinutes }),
    ],
  })),
});

const replacedNote = ({ byNumber, on }: ReplacedDecision, { language, day }: Paper): string =>
  filled(decisionPageText[language].replacedBy, { number: byNumber, day: on === null ? '' : day(on) });

const decisionTable = (view: MeetingView, page: Paper): PrintBlock => ({
  kind: 'table',
  caption: page.text.captions.decisions,
  columns: [
    { title: page.text.columns.number, width: 'auto' },
    { title: page.text.columns.decision, width: 5 },
  ],
  rows: view.content.decisions.map((decision) => {
    const aspects = (['guidance', 'method', 'timing', 'supervision', 'logistics', 'incentive'] as const)
      .filter((key) => decision[key] !== null)
      .map((key) =>
        filled(commonText[page.language].named, { name: page.text.aspects[key], value: decision[key] ?? '' }),
      );
    const said = [decision.text, ...aspects].join('\n');
    const replaced = view.replaced.find((one) => one.id === decision.id);
    return { cells: [decision.number, replaced ? { text: said, note: replacedNote(replaced, page) } : said] };
  }),
});

function recordBlocks(view: MeetingView, page: Paper): PrintBlock[] {
  const { text } = page;
  const { topics, raised, carried } = view.content;
  return [
    { kind: 'heading', level: 1, text: text.parts.record },
    agendaTable(view, page),
    ...topics.flatMap((topic, index): PrintBlock[] => [
      { kind: 'heading', level: 2, text: `${index + 1}. ${topic.title}` },
      {
        kind: 'paragraphs',
        texts: topic.minutes === '' ? [text.labels.none] : topic.minutes.split(/\n+/u),
      },
    ]),
    decisionTable(view, page),
    actionTable(raised, text.captions.raised, page, false),
    actionTable(carried, text.captions.carried, page, true),
  ];
}

const amendmentTable = (view: MeetingView, page: Paper): PrintBlock[] =>
  view.amendments.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption: page.text.captions.amendments,
          columns: [
            { title: page.text.columns.number, width: 'auto' },
            { title: page.text.columns.amendment, width: 3 },
            { title: page.text.columns.reason, width: 2 },
            { title: page.text.columns.amendedBy, width: 'auto' },
            { title: page.text.columns.time, width: 'auto' },
          ],
          rows: view.amendments.map((one) => ({
            cells: [
              String(one.number),
              one.text,
              one.reason,
              one.personName,
              momentText(one.at, page.language),
            ],
          })),
        },
      ];

const shortHash = (hash: string): string => hash.slice(0, 12).match(/.{4}/gu)?.join(' ') ?? hash;

function signingBlocks(view: MeetingView, page: Paper): PrintBlock[] {
  const { text, language, fill } = page;
  const tone: Record<string, PrintTone> = { absent: 'warning', late: 'warning' };
  const { content, signatures } = view;
  const signedBy = signatures.filter((one) => one.amendment === null);
  const unsigned = [
    { name: content.recorder?.name ?? '', meaning: 'record' as const },
    { name: content.chair?.name ?? '', meaning: 'approve' as const },
  ].filter((line) => !signedBy.some((one) => one.meaning === line.meaning));
  return [
    { kind: 'heading', level: 1, text: text.parts.signing },
    {
      kind: 'signInSheet',
      titles: text.signIn,
      people: content.attendance.map((person) => ({
        name: person.name,
        department: person.departmentName ?? '',
        post: person.post ?? '',
        // Before the meeting the sheet is empty: nobody is absent yet.
        state:
          view.state === 'draft' && person.state === 'absent'
            ? ''
            : { text: text.attendance[person.state], tone: tone[person.state] ?? 'normal' },
        ...(person.signedWith && person.signedInAt
          ? { signed: fill(text.signedInPerson, { time: timeText(person.signedInAt) }) }
          : {}),
      })),
    },
    {
      kind: 'signatures',
      labels: text.signatures,
      signers: [
        ...signedBy.map((one) => ({
          role: text.meanings[one.meaning],
          name: one.personName,
          signed: { at: momentText(one.signedAt, language), hash: shortHash(one.hash) },
        })),
        ...unsigned.map(({ name, meaning }) => ({ role: text.meanings[meaning], name })),
      ],
    },
  ];
}

function headBlock(view: MeetingView, { text, fill, language, day }: Paper): PrintBlock {
  const { content } = view;
  const present = content.attendance.filter(({ state }) => state === 'present' || state === 'late').length;
  const expected = content.attendance.length;
  const times = [content.startsAt, content.endsAt].filter((time) => time !== null).join('–');
  const held = content.heldOn === null ? '' : `${formatDay(content.heldOn, language)} ${times}`.trim();
  return {
    kind: 'keyValues',
    columns: 2,
    items: [
      { name: text.head.heldAt, value: held },
      { name: text.head.place, value: content.place ?? '' },
      { name: text.head.chair, value: content.chair?.name ?? '' },
      { name: text.head.recorder, value: content.recorder?.name ?? '' },
      { name: text.head.attendance, value: fill(text.head.attendanceCount, { expected, present }) },
      { name: text.head.span, value: `${day(content.pack.days.first)} – ${day(content.pack.days.last)}` },
    ],
  };
}

/** Composes the minutes. `now` is the UTC instant that the file's properties tell. */
export function minutesDocument(view: MeetingView, language: Language, now: string): PrintDocument {
  const page = paper(language);
  const { text, fill, day } = page;
  const { content, verdict } = view;
  const draft = view.state === 'draft';
  const state = draft
    ? text.states.draft
    : verdict.state === 'void'
      ? `${text.states.confirmed} · ${text.void}`
      : text.states.confirmed;
  const { days } = content.pack;
  return {
    language,
    title: text.minutes,
    subtitle: fill(text.weekLine, {
      year: content.period.slice(0, 4),
      week: Number(content.period.slice(6)),
      first: day(days.first),
      last: day(days.last),
    }),
    header: {
      store: content.storeName,
      number: content.number,
      state,
      stateTone: draft ? 'muted' : verdict.state === 'void' ? 'warning' : 'good',
    },
    labels: {
      page: text.labels.page,
      none: text.labels.none,
      notSupplied: text.labels.notSupplied,
      auditCode: text.labels.auditCode,
    },
    ...(view.auditCode === null ? {} : { auditCode: view.auditCode }),
    createdAt: view.confirmedAt ?? now,
    paper: 'A4',
    orientation: 'portrait',
    ...(draft ? { watermark: text.states.draft } : verdict.state === 'void' ? { watermark: text.void } : {}),
    blocks: [
      headBlock(view, page),
      ...(isInPart(content)
        ? [{ kind: 'paragraphs', texts: [text.labels.inPart] } satisfies PrintBlock]
        : []),
      ...amendmentTable(view, page),
      ...progressBlocks(content, page),
      ...qualityBlocks(content, page),
      ...resourceBlocks(content, page),
      ...planBlocks(content, page),
      ...recordBlocks(view, page),
      ...signingBlocks(view, page),
    ],
  };
}
