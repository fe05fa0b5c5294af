import {
  textIn,
  type CheckPurpose,
  type ChecklistContent,
  type ChecklistItem,
} from '#shared/features/checklist/checklist.content.ts';
import { damageDrawing } from '#shared/features/inspection/damage-drawing.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import { filled } from '#shared/text/filled.ts';
import { inspectionPageText } from '#shared/text/inspection.text.ts';
import { standardText } from '#shared/text/limits-text.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { checkPurposeNames } from '#shared/text/record/inspection.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';

export type BlankForm = {
  readonly store: string;
  readonly name: string;
  readonly purpose: CheckPurpose;
  readonly edition: number | 'draft';
  readonly content: ChecklistContent;
  readonly auditCode: string;
};

/** What is ticked or written by hand. */
function answerText(item: ChecklistItem, language: Language): string {
  const { form, check } = paperText[language];
  const box = (text: string): string => filled(form.box, { text });
  const notApplicable = 'mayNotApply' in item && item.mayNotApply ? [box(check.notApplicable)] : [];
  switch (item.type) {
    case 'okNg':
      return [box(check.ok), box(check.ng), ...notApplicable].join('  ');
    case 'number':
      return [filled(form.measured, { unit: item.unit }), ...notApplicable].join('  ');
    case 'choice':
      return item.choices.map(({ title }) => box(textIn(title, language))).join('  ');
    case 'photo':
      return form.photos;
    case 'text':
      return '';
  }
}

function formTable(content: ChecklistContent, language: Language): PrintBlock {
  const { columns } = paperText[language].check;
  let at = 0;
  const rows = content.sections.flatMap(({ title, items }): PrintRow[] => [
    { kind: 'group', cells: [textIn(title, language)] },
    ...items.map((item) => ({
      cells: [
        String((at += 1)),
        textIn(item.title, language),
        { text: standardText(item, language), tone: 'muted' as const },
        answerText(item, language),
        '',
      ],
    })),
  ]);
  return {
    kind: 'table',
    dense: true,
    columns: [
      { title: columns.at, width: 'auto', align: 'right' },
      { title: columns.item, width: 2.2 },
      { title: columns.standard, width: 2.6 },
      { title: columns.answer, width: 2.5 },
      { title: columns.remark, width: 1.8 },
    ],
    rows,
  };
}

/** 空白检查表: what a check list asks, to be filled in by hand. */
export function blankFormDocument(
  { store, name, purpose, edition, content, auditCode }: BlankForm,
  language: Language,
  now: string,
): PrintDocument {
  const { form, check, signature, draft } = paperText[language];
  const { views } = inspectionPageText[language].mapTexts;
  const purposeName = checkPurposeNames[language][purpose];
  const isRepair = content.repairClasses.length > 0 || ['self', 'peer', 'final'].includes(purpose);
  const field = (title: string) => ({ name: title, value: '' });
  const map: PrintBlock[] = content.damageMap
    ? [
        { kind: 'heading', level: 2, text: check.map, note: form.damage },
        {
          kind: 'drawing',
          ...damageDrawing(content.vehicleKinds[0] ?? null, [], { views, description: check.map }),
        },
      ]
    : [];
  return {
    ...paperFrame(language, now, { auditCode, form: 'compact' }),
    title: filled(form.title, { purpose: purposeName }),
    subtitle: edition === 'draft' ? `${name} · ${draft}` : filled(check.subtitle, { name, edition }),
    header: { store, state: form.blank },
    ...(edition === 'draft' ? { watermark: draft } : {}),
    blocks: [
      {
        kind: 'keyValues',
        columns: 3,
        boxed: true,
        items: [
          field(form.model),
          field(form.vin),
          field(form.plate),
          ...(isRepair ? [field(form.repair)] : []),
          field(form.odometer),
          field(form.day),
          { ...field(form.note), wide: true },
        ],
      },
      formTable(content, language),
      ...map,
      {
        kind: 'signatures',
        labels: signature,
        signers: [
          { role: purposeName, name: '', meaning: form.checkedBy },
          { role: form.reviewedBy, name: '' },
        ],
      },
    ],
  };
}
