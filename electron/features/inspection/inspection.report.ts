import { itemsOf, textIn } from '#shared/features/checklist/checklist.content.ts';
import type { InspectionPhoto } from '#shared/features/inspection/inspection.contract.ts';
import { damageDrawing } from '#shared/features/inspection/damage-drawing.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintDocument } from '#shared/kernel/print-document.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { counted, filled } from '#shared/text/filled.ts';
import { inspectionPageText } from '#shared/text/inspection.text.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { inspectionText } from '#shared/text/record/inspection.text.ts';
import { vehicleKindNames } from '#shared/text/record/vehicle.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { known, knownWide, shortMoment, knownSigns } from '#electron/reports/paper-words.ts';
import { signatureBlock, signatureMark } from '#electron/reports/signature-block.ts';
import {
  countOf,
  failedTable,
  itemTable,
  judged,
  photosInOrder,
  photosText,
  type Page,
  type PrintedCheck,
} from './inspection.report-items.ts';

function vehicleBlock({ check, language, words }: Page): PrintBlock {
  const { view } = check;
  const all = judged(check, itemsOf(view.content));
  const open = countOf(all, 'open');
  const kinds: Readonly<Record<string, string>> = vehicleKindNames[language];
  const counts = filled(open > 0 ? words.countsOpen : words.counts, {
    items: all.length,
    ok: countOf(all, 'ok'),
    ng: countOf(all, 'ng'),
    notApplicable: countOf(all, 'notApplicable'),
    open,
  });
  return {
    kind: 'keyValues',
    columns: 3,
    boxed: true,
    items: [
      ...known(words.model, view.model),
      ...knownSigns(words.vin, view.vin),
      ...knownSigns(words.plate, view.plate),
      ...known(words.vehicleKind, view.vehicleKind === null ? null : kinds[view.vehicleKind]),
      ...known(words.repair, view.repairNumber),
      ...known(
        words.odometer,
        view.odometerKm === null
          ? null
          : filled(words.kilometres, { count: numberShown(view.odometerKm, 0, true) }),
      ),
      ...known(words.round, view.round > 1 ? String(view.round) : null),
      { name: words.begun, value: `${view.startedOn} ${view.startedByName}` },
      ...known(words.signed, view.finishedAt === null ? null : shortMoment(view.finishedAt)),
      { name: words.result, value: counts, wide: true },
      ...knownWide(words.note, view.note),
      ...knownWide(words.voidReason, view.voidReason),
    ],
  };
}

function damageBlocks(page: Page): PrintBlock[] {
  const { check, language, words } = page;
  const { marks, vehicleKind } = check.view;
  if (marks.length === 0) return [];
  const { views, kinds } = inspectionPageText[language].mapTexts;
  const description = counted(words, 'mapDescription', { count: marks.length });
  return [
    { kind: 'heading', level: 2, text: words.map, note: counted(words, 'mapCount', { count: marks.length }) },
    { kind: 'drawing', ...damageDrawing(vehicleKind, marks, { views, description }) },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: words.mapColumns.at, width: 'auto', align: 'right' },
        { title: words.mapColumns.place, width: 'auto' },
        { title: words.mapColumns.kind, width: 'auto' },
        { title: words.mapColumns.note, width: 1 },
      ],
      rows: marks.map((mark, index) => ({
        cells: [
          String(index + 1),
          views[mark.view],
          kinds[mark.kind],
          [mark.note ?? '', photosText(page, ({ markId }) => markId === mark.id)]
            .filter((part) => part !== '')
            .join(paperText[language].parted),
        ],
      })),
    },
  ];
}

function photoBlocks({ check, photos, language, words }: Page): PrintBlock[] {
  if (photos.length === 0) return [];
  const titles = new Map(
    itemsOf(check.view.content).map(({ code, title }) => [code, textIn(title, language)]),
  );
  const subject = ({ item, markId }: InspectionPhoto): string => {
    if (item !== null) return titles.get(item) ?? item;
    const mark = check.view.marks.findIndex(({ id }) => id === markId);
    return mark === -1 ? words.wholeVehicle : filled(words.ofMark, { at: mark + 1 });
  };
  return [
    { kind: 'heading', level: 2, text: words.photos },
    {
      kind: 'pictures',
      columns: 4,
      items: photos.map((photo, index) => ({
        picture: check.hashes.get(photo.id) ?? '',
        caption: [filled(words.photoCaption, { at: index + 1 }), subject(photo), photo.caption ?? '']
          .filter((part) => part !== '')
          .join(' · '),
        note: `${shortMoment(photo.at)} ${photo.personName}`,
      })),
    },
  ];
}

/** What a failed check found, with its photos, for the paper that sends a vehicle back. */
export function failureBlocks(check: PrintedCheck, language: Language): PrintBlock[] {
  const failed = new Set(
    judged(check, itemsOf(check.view.content)).flatMap(({ item, verdict }) =>
      verdict === 'ng' ? [item.code] : [],
    ),
  );
  const photos = photosInOrder(check).filter(({ item }) => item !== null && failed.has(item));
  const page: Page = { check, language, words: paperText[language].check, photos };
  return [failedTable(page), ...photoBlocks(page)];
}

/** 检查单: a check on paper, signed or not. */
export function checkDocument(check: PrintedCheck, language: Language, now: string): PrintDocument {
  const { view } = check;
  const { check: words } = paperText[language];
  const page: Page = { check, language, words, photos: photosInOrder(check) };
  const { purpose, state } = inspectionText[language].choices;
  const mark = signatureMark(view, language);
  const tones = { passed: 'good', failed: 'warning', open: 'muted', void: 'warning' } as const;
  const watermark =
    mark ?? (view.state === 'void' ? state.void : view.state === 'open' ? words.unsigned : null);
  return {
    ...paperFrame(language, now, { auditCode: check.auditCode, form: 'compact' }),
    title: filled(words.title, { purpose: purpose[view.purpose] }),
    subtitle: filled(words.subtitle, { name: view.checklistName, edition: view.edition }),
    header: {
      store: check.store,
      number: view.number,
      state: mark ?? state[view.state],
      stateTone: mark === null ? tones[view.state] : 'warning',
      code: view.number,
    },
    ...(watermark === null ? {} : { watermark }),
    blocks: [
      vehicleBlock(page),
      itemTable(page),
      ...damageBlocks(page),
      ...photoBlocks(page),
      signatureBlock(view, language, purpose[view.purpose]),
    ],
  };
}
