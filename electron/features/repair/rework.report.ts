import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { PrintBlock, PrintDocument } from '#shared/kernel/print-document.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { checkPurposeNames } from '#shared/text/record/inspection.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { known, knownWide, knownSigns } from '#electron/reports/paper-words.ts';
import { signatureBlock } from '#electron/reports/signature-block.ts';
import { failureBlocks } from '../inspection/inspection.report.ts';
import type { PrintedCheck } from '../inspection/inspection.report-items.ts';

/** A rework order with the failed check that raised it. Hours in hundredths. */
export type PrintedRework = {
  readonly number: string;
  readonly state: 'open' | 'done';
  readonly round: number;
  readonly reason: string;
  readonly technicianName: string | null;
  readonly raisedOn: string;
  readonly doneOn: string | null;
  readonly doneByName: string | null;
  readonly doneNote: string | null;
  readonly hoursHundredths: number | null;
  readonly costFen: number | null;
  readonly customerName: string | null;
  readonly check: PrintedCheck;
  readonly auditCode: string;
};

function doneBlocks(rework: PrintedRework, language: Language): PrintBlock[] {
  const { rework: words } = paperText[language];
  const { doneOn, doneByName, hoursHundredths, costFen } = rework;
  const isDone = doneOn !== null;
  return [
    { kind: 'heading', level: 2, text: words.doneHeading },
    {
      kind: 'keyValues',
      columns: 3,
      boxed: true,
      items: [
        { name: words.done, value: isDone ? `${doneOn} ${doneByName ?? ''}`.trim() : '' },
        { name: words.hours, value: hoursHundredths === null ? '' : numberShown(hoursHundredths, 2) },
        { name: words.cost, value: costFen === null ? '' : formatMoney(costFen) },
        // Room for some lines by hand.
        { name: words.work, value: rework.doneNote ?? '\n\n\n\n', wide: true },
      ],
    },
  ];
}

/** 返工单: what a failed level sends back, with what it found, and room for what is done about it. */
export function reworkDocument(rework: PrintedRework, language: Language, now: string): PrintDocument {
  const { rework: words } = paperText[language];
  const { view, store } = rework.check;
  const purpose = checkPurposeNames[language][view.purpose];
  const signed = signatureBlock(view, language, purpose);
  return {
    ...paperFrame(language, now, { auditCode: rework.auditCode, form: 'compact' }),
    title: words.title,
    header: {
      store,
      number: rework.number,
      state: words.state[rework.state],
      stateTone: rework.state === 'done' ? 'good' : 'warning',
      code: rework.number,
    },
    blocks: [
      {
        kind: 'keyValues',
        columns: 3,
        boxed: true,
        items: [
          ...known(words.repair, view.repairNumber),
          ...known(words.customer, rework.customerName),
          ...known(words.model, view.model),
          ...knownSigns(words.plate, view.plate),
          ...knownSigns(words.vin, view.vin),
          { name: words.round, value: String(rework.round) },
          ...known(words.technician, rework.technicianName),
          { name: words.raised, value: rework.raisedOn },
          { name: words.check, value: `${view.number} ${purpose}` },
          ...knownWide(words.reason, rework.reason),
        ],
      },
      { kind: 'heading', level: 2, text: words.failed },
      ...failureBlocks(rework.check, language),
      ...doneBlocks(rework, language),
      {
        ...signed,
        signers: [
          ...signed.signers,
          { role: words.technician, name: rework.technicianName ?? '' },
          { role: words.inspector, name: '', meaning: words.recheck },
        ],
      },
    ],
  };
}
