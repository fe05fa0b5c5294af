import type { AssignmentLine } from '#shared/features/assignment/assignment.contract.ts';
import type {
  ConsentLine,
  KeptGroup,
  PhotoCount,
} from '#shared/features/personal-data/personal-data.contract.ts';
import { consentScopes } from '#shared/features/personal-data/personal-data.rules.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import {
  cellOfRuns,
  type PrintBlock,
  type PrintDocument,
  type PrintRow,
} from '#shared/kernel/print-document.ts';
import { assignmentPageText } from '#shared/text/assignment.text.ts';
import { filled } from '#shared/text/filled.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { personalDataPageText } from '#shared/text/personal-data.text.ts';
import { createTexts, textAt } from '#shared/text/texts.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { momentText } from '#electron/reports/paper-words.ts';
import type { HeldGroup } from './personal-data.holding.ts';

export type PrintedBy = { readonly store: string; readonly auditCode: string; readonly now: string };

const sheet = (
  language: Language,
  { store, auditCode, now }: PrintedBy,
  given: Pick<PrintDocument, 'title' | 'blocks'> & { readonly number?: string; readonly watermark?: string },
): PrintDocument => ({
  ...paperFrame(language, now, { auditCode }),
  title: given.title,
  header: { store, ...(given.number === undefined ? {} : { number: given.number }) },
  ...(given.watermark === undefined ? {} : { watermark: given.watermark }),
  blocks: given.blocks,
});

/** 个人信息使用同意书: what the store does with the data, a box for each scope, the customer's signature. */
export function consentDocument(printed: PrintedBy, name: string, language: Language): PrintDocument {
  const words = personalDataPageText[language];
  const { paper } = words;
  return sheet(language, printed, {
    title: paper.consent,
    blocks: [
      { kind: 'keyValues', columns: 1, boxed: true, items: [{ name: paper.customer, value: name }] },
      {
        kind: 'paragraphs',
        texts: [filled(paper.consentTexts.purpose, { store: printed.store }), paper.consentTexts.choice],
      },
      {
        kind: 'table',
        columns: [
          { title: words.scope, width: 1 },
          { title: words.decisions.given, width: 'auto' },
          { title: words.decisions.refused, width: 'auto' },
        ],
        rows: consentScopes.map((scope): PrintRow => ({
          cells: [
            { text: words.scopes[scope], note: paper.scopeNotes[scope] },
            { text: '', mark: 'open' },
            { text: '', mark: 'open' },
          ],
        })),
      },
      { kind: 'paragraphs', style: 'note', texts: [paper.consentRights] },
      {
        kind: 'signatures',
        labels: paperText[language].signature,
        signers: [
          { role: paper.customerSigns, name },
          { role: paper.storeSigns, name: '' },
        ],
      },
    ],
  });
}

export type PrintedCopy = {
  readonly name: string;
  readonly personName: string;
  readonly groups: readonly HeldGroup[];
  readonly consents: readonly ConsentLine[];
  readonly assignments: readonly AssignmentLine[];
  readonly accesses: readonly { readonly at: string; readonly personName: string; readonly what: string }[];
};

/** One record of a group: every field with its value. */
function groupBlocks({ title, records }: HeldGroup, language: Language): PrintBlock[] {
  const [colon, semicolon] = language === 'en' ? [': ', '; '] : ['：', '；'];
  return [
    { kind: 'heading', level: 2, text: `${title} (${records.length})` },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: personalDataPageText[language].paper.number, width: 'auto', align: 'right' },
        { title: personalDataPageText[language].paper.content, width: 1 },
      ],
      rows: records.map((fields, index): PrintRow => ({
        cells: [
          String(index + 1),
          cellOfRuns(
            fields.flatMap(({ name, value, signs = false }, at) => [
              { text: `${at === 0 ? '' : semicolon}${name}${colon}`, mono: false },
              { text: value, mono: signs },
            ]),
          ),
        ],
      })),
    },
  ];
}

/** 个人信息副本: everything that the store holds about a person, for the person. */
export function copyDocument(printed: PrintedBy, copy: PrintedCopy, language: Language): PrintDocument {
  const words = personalDataPageText[language];
  const { paper } = words;
  const [own, ...others] = copy.groups;
  const lists: readonly [string, readonly (readonly string[])[]][] = [
    [
      words.consentHistory,
      copy.consents.map(({ onDay, decision, scopes, way }) => [
        formatDay(onDay, language),
        `${words.decisions[decision]} · ${scopes.map((scope) => words.scopes[scope]).join(paperText[language].listed)} · ${words.ways[way]}`,
      ]),
    ],
    [
      assignmentPageText[language].customerHistory,
      copy.assignments.map(({ at, fromName, toName }) => [
        momentText(at, language),
        `${fromName ?? assignmentPageText[language].nobody} → ${toName ?? assignmentPageText[language].nobody}`,
      ]),
    ],
    [
      paper.accesses,
      copy.accesses.map(({ at, personName, what }) => [momentText(at, language), `${personName} · ${what}`]),
    ],
  ];
  return sheet(language, printed, {
    title: filled(paper.copyTitle, { name: copy.name }),
    watermark: copy.personName,
    blocks: [
      {
        kind: 'paragraphs',
        texts: [
          filled(paper.copyIntro, {
            store: printed.store,
            name: copy.personName,
            at: momentText(printed.now, language),
          }),
        ],
      },
      ...(own
        ? [
            {
              kind: 'keyValues',
              columns: 2,
              boxed: true,
              items: own.records.flat().map(({ name, value }) => ({ name, value })),
            } satisfies PrintBlock,
          ]
        : []),
      ...others.flatMap((group) => groupBlocks(group, language)),
      ...lists.flatMap(([title, rows]): PrintBlock[] => [
        { kind: 'heading', level: 2, text: `${title} (${rows.length})` },
        {
          kind: 'table',
          dense: true,
          columns: [
            { title: paper.when, width: 'auto' },
            { title: paper.content, width: 1 },
          ],
          rows: rows.map((cells): PrintRow => ({ cells })),
        },
      ]),
      { kind: 'paragraphs', style: 'note', texts: [paper.copyRights] },
    ],
  });
}

export type PrintedDeletion = {
  readonly id: number;
  readonly customerId: number;
  readonly at: string;
  readonly personName: string;
  readonly reason: string;
  readonly changed: readonly (readonly [feature: string, count: number])[];
  readonly kept: readonly KeptGroup[];
  readonly photos: readonly PhotoCount[];
  readonly backupsUntil: string;
};

/** 个人信息删除证明: what was blanked, what stays without the name and why, until when backups hold the old values. */
export function deletionDocument(
  printed: PrintedBy,
  deletion: PrintedDeletion,
  language: Language,
): PrintDocument {
  const words = personalDataPageText[language];
  const { paper } = words;
  const texts = createTexts(language);
  return sheet(language, printed, {
    title: paper.deletion,
    number: filled(paper.paperNumber, { id: deletion.id }),
    blocks: [
      {
        kind: 'keyValues',
        columns: 2,
        boxed: true,
        items: [
          { name: paper.customer, value: `#${deletion.customerId}` },
          { name: paper.deletedAt, value: momentText(deletion.at, language) },
          { name: paper.by, value: deletion.personName },
          { name: words.reason, value: deletion.reason, wide: true },
        ],
      },
      { kind: 'heading', level: 2, text: paper.gone },
      {
        kind: 'table',
        dense: true,
        columns: [
          { title: words.what, width: 1 },
          { title: words.count, width: 'auto', align: 'right' },
        ],
        rows: [
          ...deletion.changed.map(
            ([feature, count]) => [textAt(texts, `record.${feature}.many`), count] as const,
          ),
          ...deletion.photos.map(({ kind, count }) => [paper.photos[kind], count] as const),
        ].map(([what, count]): PrintRow => ({ cells: [what, String(count)] })),
      },
      { kind: 'heading', level: 2, text: paper.kept },
      {
        kind: 'table',
        dense: true,
        columns: [
          { title: words.what, width: 2 },
          { title: words.count, width: 'auto', align: 'right' },
          { title: words.until, width: 'auto' },
          { title: words.source, width: 3 },
        ],
        rows: deletion.kept.map(({ kind, count, until, source, sourceEn, confirmed }): PrintRow => ({
          cells: [
            textAt(texts, `record.retentionRule.choices.kind.${kind}`),
            String(count),
            until === null ? words.untilUnknown : formatDay(until, language),
            {
              text: saidIn(language, source ?? '', sourceEn ?? null),
              ...(confirmed ? {} : { note: words.toCheck }),
            },
          ],
        })),
      },
      {
        kind: 'paragraphs',
        texts: [
          paper.deletionSigned,
          filled(paper.backups, { day: formatDay(deletion.backupsUntil, language) }),
        ],
      },
      {
        kind: 'signatures',
        labels: paperText[language].signature,
        signers: [{ role: paper.storeSigns, name: deletion.personName }],
        stamp: paper.stamp,
      },
    ],
  });
}
