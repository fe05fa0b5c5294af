import { linesOf } from '#shared/features/emergency/emergency.rules.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintCell, PrintDocument } from '#shared/kernel/print-document.ts';
import { emergencyPageText } from '#shared/text/emergency.text.ts';
import { emergencyText } from '#shared/text/record/emergency.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import type { EmergencyPlan } from './emergency.repository.ts';

export type PrintedPlans = {
  readonly plans: readonly EmergencyPlan[];
  readonly store: string;
  readonly auditCode: string;
};

/** One plan: who answers for it, when it begins, roles, numbered steps with room to tick, contacts. */
function planBlocks(plan: EmergencyPlan, language: Language): PrintBlock[] {
  const { fields, choices } = emergencyText[language];
  const words = emergencyPageText[language];
  const day = (value: string | null): PrintCell =>
    value === null ? { text: words.never, tone: 'warning' } : formatDay(value, language);
  const due = (value: string | null): PrintCell =>
    value === null ? { text: words.soon, tone: 'warning' } : formatDay(value, language);
  const list = (note: string | null): PrintBlock => ({ kind: 'paragraphs', texts: linesOf(note) });
  return [
    {
      kind: 'heading',
      level: 1,
      text: plan.name,
      ...(plan.confirmed ? {} : { note: words.pleaseCheck }),
    },
    {
      kind: 'keyValues',
      columns: 3,
      boxed: true,
      items: [
        { name: fields.kind, value: choices.kind[plan.kind] },
        { name: fields.personId, value: plan.personName ?? '' },
        { name: fields.reviewedOn, value: day(plan.reviewedOn) },
        { name: fields.lastDrillOn, value: day(plan.lastDrillOn) },
        { name: fields.nextDrillOn, value: due(plan.nextDrillOn) },
        { name: fields.nextReviewOn, value: due(plan.nextReviewOn) },
        { name: language === 'en' ? fields.triggerEn : fields.trigger, value: plan.trigger, wide: true },
      ],
    },
    { kind: 'heading', level: 2, text: words.roles },
    list(plan.roles),
    { kind: 'heading', level: 2, text: words.step },
    {
      kind: 'table',
      columns: [
        { title: words.number, width: 'auto', align: 'right' },
        { title: words.step, width: 1 },
        { title: words.done, width: 'auto' },
      ],
      rows: linesOf(plan.steps).map((line, at) => ({
        cells: [String(at + 1), line, { text: words.time, mark: 'open' as const }],
      })),
    },
    { kind: 'heading', level: 2, text: words.contacts },
    list(plan.contacts),
  ];
}

/** 应急预案: all of them, each on a page of its own. */
export function emergencyDocument(
  { plans, store, auditCode }: PrintedPlans,
  language: Language,
  now: string,
): PrintDocument {
  return {
    ...paperFrame(language, now, { auditCode }),
    title: emergencyText[language].many,
    header: { store },
    blocks: plans.flatMap((plan, at) => [
      ...(at === 0 ? [] : [{ kind: 'pageBreak' } as const]),
      ...planBlocks(plan, language),
    ]),
  };
}
