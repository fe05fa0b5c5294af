import type { ActionItem } from '#shared/features/action/action.contract.ts';
import type { DecisionStep, DecisionView } from '#shared/features/decision/decision.contract.ts';
import type { SignatureView } from '#shared/features/meeting/meeting.contract.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintCell, PrintDocument } from '#shared/kernel/print-document.ts';
import { decisionPageText } from '#shared/text/decision.text.ts';
import { counted, filled } from '#shared/text/filled.ts';
import { meetingText } from '#shared/text/meeting.text.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { decisionText } from '#shared/text/record/decision.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { known, momentText } from '#electron/reports/paper-words.ts';
import type { MeetingHead } from '../meeting/meeting.repository.ts';

export type PrintedDecision = {
  readonly view: DecisionView;
  readonly meeting: MeetingHead;
  /** Signatures of the minutes that hold the decision. */
  readonly signatures: readonly SignatureView[];
  /** Whether the minutes still are what was signed. */
  readonly isVoid: boolean;
  readonly store: string;
  readonly auditCode: string;
};

const aspects = ['guidance', 'method', 'timing', 'supervision', 'logistics', 'incentive'] as const;

/** How a decision of a chain stands: in force, or replaced by which one and when. */
function standing({ replacedByNumber, replacedOn }: DecisionStep, language: Language): string {
  const words = decisionPageText[language];
  if (replacedByNumber === null) return words.inForce;
  const day = replacedOn === null ? '' : formatDay(replacedOn, language);
  return filled(words.replacedBy, { number: replacedByNumber, day });
}

/** 六个方面: the width of the paper each, "not written" where nothing is said. */
function aspectBlock(view: DecisionView, language: Language): PrintBlock {
  const { fields } = decisionText[language];
  return {
    kind: 'keyValues',
    columns: 1,
    boxed: true,
    items: aspects.map((aspect) => ({
      name: fields[aspect],
      value: view[aspect] ?? { text: decisionPageText[language].none, tone: 'muted' },
      wide: true,
    })),
  };
}

/** How far an item is; beside what is late, by how much. */
function stateOf(item: ActionItem, language: Language): PrintCell {
  const { labels, actionStates } = meetingText[language];
  const text = actionStates[item.state];
  return item.daysOverdue > 0
    ? { text, tone: 'warning', note: counted(labels, 'overdueDays', { count: item.daysOverdue }) }
    : { text, tone: item.state === 'closed' ? 'good' : 'normal' };
}

function actionBlock({ actions }: DecisionView, language: Language): PrintBlock {
  const { columns } = meetingText[language];
  return {
    kind: 'table',
    columns: [
      { title: columns.number, width: 'auto' },
      { title: columns.what, width: 3.4 },
      { title: columns.owner, width: 'auto' },
      { title: columns.dueOn, width: 'auto' },
      { title: columns.check, width: 1.8 },
      { title: columns.state, width: 'auto' },
    ],
    none: decisionPageText[language].noActions,
    rows: actions.map((item) => ({
      cells: [
        item.number,
        item.evidence === null ? item.text : { text: item.text, note: item.evidence },
        item.ownerName,
        formatDay(item.dueOn, language),
        item.check,
        stateOf(item, language),
      ],
    })),
  };
}

/** 有效性: every decision of the chain with the day from which another counts. */
function chainBlocks({ id, chain }: DecisionView, language: Language): PrintBlock[] {
  if (chain.length < 2) return [];
  const words = decisionPageText[language];
  const { fields } = decisionText[language];
  return [
    { kind: 'heading', level: 2, text: words.chain },
    {
      kind: 'table',
      columns: [
        { title: fields.number, width: 'auto' },
        { title: fields.decidedOn, width: 'auto' },
        { title: fields.text, width: 3 },
        { title: fields.state, width: 'auto' },
      ],
      rows: chain.map((step) => ({
        cells: [
          step.id === id ? { text: step.number, tone: 'strong' } : step.number,
          formatDay(step.decidedOn, language),
          step.text,
          {
            text: standing(step, language),
            tone: step.replacedByNumber === null ? 'good' : 'muted',
          },
        ],
      })),
    },
  ];
}

/** Who signed the minutes that hold it, or is to sign them; and who carries it out, by hand. */
function signatureBlock(printed: PrintedDecision, language: Language): PrintBlock {
  const { meeting, signatures, isVoid } = printed;
  const { meanings, void: voidWords } = meetingText[language];
  const invalid = isVoid ? { invalid: voidWords } : {};
  const line = (meaning: 'record' | 'approve', name: string | null) => {
    const own = signatures.find((one) => one.meaning === meaning && one.amendment === null);
    return own
      ? {
          role: meanings[meaning],
          name: own.personName,
          signed: {
            at: momentText(own.signedAt, language),
            hash: own.hash.slice(0, 12).toUpperCase(),
            ...invalid,
          },
        }
      : { role: meanings[meaning], name: name ?? '' };
  };
  return {
    kind: 'signatures',
    labels: paperText[language].signature,
    signers: [
      line('record', meeting.recorderName),
      line('approve', meeting.chairName),
      { role: decisionPageText[language].carriedOutBy, name: '' },
    ],
  };
}

/** 决策单: a decision with its six aspects, the items that carry it out, its validity and signatures. */
export function decisionDocument(printed: PrintedDecision, language: Language, now: string): PrintDocument {
  const { view, meeting, store, auditCode } = printed;
  const words = decisionPageText[language];
  const { fields, choices } = decisionText[language];
  const isReplaced = view.replacedBy !== null;
  const { states } = meetingText[language];
  return {
    ...paperFrame(language, now, { auditCode, form: 'compact' }),
    title: words.paperTitle,
    header: {
      store,
      number: view.number,
      state: isReplaced ? choices.state.replaced : choices.state.inForce,
      stateTone: isReplaced ? 'warning' : 'good',
    },
    ...(isReplaced ? { watermark: choices.state.replaced } : {}),
    blocks: [
      {
        kind: 'keyValues',
        columns: 3,
        boxed: true,
        items: [
          { name: fields.decidedOn, value: formatDay(view.decidedOn, language) },
          {
            name: fields.meetingId,
            value: { text: meeting.number, note: states[meeting.state] },
          },
          ...known(meetingText[language].head.chair, meeting.chairName),
        ],
      },
      { kind: 'paragraphs', texts: view.text.split(/\n+/u), style: 'statement' },
      aspectBlock(view, language),
      { kind: 'heading', level: 2, text: words.actions },
      actionBlock(view, language),
      ...chainBlocks(view, language),
      signatureBlock(printed, language),
    ],
  };
}
