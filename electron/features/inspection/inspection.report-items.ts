import { itemsOf, textIn, type ChecklistItem } from '#shared/features/checklist/checklist.content.ts';
import { itemVerdict, noAnswer, type ItemVerdict } from '#shared/features/checklist/checklist.rules.ts';
import type {
  AnswerLine,
  InspectionPhoto,
  InspectionView,
} from '#shared/features/inspection/inspection.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PictureHash, PrintBlock, PrintCell, PrintRow } from '#shared/kernel/print-document.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { counted, filled } from '#shared/text/filled.ts';
import { standardText } from '#shared/text/limits-text.ts';
import { paperText } from '#shared/text/paper.text.ts';

/** What a check says on paper beside what its page shows. */
export type PrintedCheck = {
  readonly view: InspectionView;
  readonly store: string;
  /** Small pictures of the photos by their id: at 41 mm they have 200 dots to the inch. */
  readonly hashes: ReadonlyMap<number, PictureHash>;
  readonly tasks: readonly CheckTask[];
  /** Short head of the audit chain: of the signature, else of the moment of printing. */
  readonly auditCode: string;
};

/** The task that an item left. */
export type CheckTask = {
  readonly item: string;
  readonly number: string;
  readonly ownerName: string;
  readonly dueOn: Day;
  readonly isClosed: boolean;
};

type Words = (typeof paperText)[Language]['check'];
/** What every part of the paper is made from. */
export type Page = {
  readonly check: PrintedCheck;
  readonly language: Language;
  readonly words: Words;
  /** Photos in the order in which they are numbered on paper. */
  readonly photos: readonly InspectionPhoto[];
};

type Judged = {
  readonly item: ChecklistItem;
  readonly line: AnswerLine | undefined;
  readonly verdict: ItemVerdict;
};

/** Items with what they came to. */
export const judged = ({ view }: PrintedCheck, items: readonly ChecklistItem[]): readonly Judged[] => {
  const lines = new Map(view.answers.map((line) => [line.item, line]));
  const photos = Map.groupBy(view.photos, ({ item }) => item);
  return items.map((item) => {
    const line = lines.get(item.code);
    const answer = { ...noAnswer, ...line, photos: photos.get(item.code)?.length ?? 0 };
    return { item, line, verdict: itemVerdict(item, answer) };
  });
};

export const countOf = (all: readonly Judged[], verdict: ItemVerdict): number =>
  all.filter((one) => one.verdict === verdict).length;

/** Photos as the list asks for them, then those of damages, then those of the whole vehicle. */
export function photosInOrder({ view }: PrintedCheck): readonly InspectionPhoto[] {
  const items = itemsOf(view.content).map(({ code }) => code);
  const marks = view.marks.map(({ id }) => id);
  const place = ({ item, markId }: InspectionPhoto): number =>
    item !== null ? items.indexOf(item) : markId !== null ? items.length + marks.indexOf(markId) : Infinity;
  return view.photos
    .map((photo) => ({ photo, at: place(photo) }))
    .sort((a, b) => (a.at === b.at ? a.photo.id - b.photo.id : a.at - b.at))
    .map(({ photo }) => photo);
}

/** Numbers of some photos in words; empty when there are none. */
export function photosText(
  { photos, words, language }: Page,
  wanted: (photo: InspectionPhoto) => boolean,
): string {
  const numbers = photos.flatMap((photo, index) => (wanted(photo) ? [String(index + 1)] : []));
  const at = numbers.join(paperText[language].listed);
  if (numbers.length === 0) return '';
  return filled(numbers.length === 1 ? words.photoCaption : words.photosAt, { at });
}

function answerCell({ item, line, verdict }: Judged, page: Page): PrintCell {
  const { words, language, check } = page;
  if (verdict === 'open') return { text: words.open, mark: 'open', tone: 'muted' };
  if (verdict === 'notApplicable') return { text: words.notApplicable, mark: 'skip' };
  const mark = verdict === 'ok' ? 'pass' : 'fail';
  const said = (): string => {
    if (item.type === 'number' && line?.number !== null && line?.number !== undefined)
      return `${numberShown(line.number, 3)} ${item.unit}`.trim();
    if (item.type === 'choice') {
      const chosen = item.choices.find(({ value }) => value === line?.choice);
      if (chosen) return textIn(chosen.title, language);
    }
    if (item.type === 'photo') {
      const count = check.view.photos.filter((photo) => photo.item === item.code).length;
      return counted(words, 'photoCount', { count });
    }
    return item.type === 'text' ? words.filled : words[verdict];
  };
  return { text: said(), mark };
}

function taskText({ number, ownerName, dueOn, isClosed }: CheckTask, { words }: Page): string {
  return filled(isClosed ? words.taskDone : words.task, { number, owner: ownerName, day: dueOn });
}

function remarkText({ item, line }: Judged, page: Page): string {
  const { words, check, language } = page;
  return [
    item.type === 'text' ? (line?.text ?? '') : '',
    line?.note ?? '',
    ...check.tasks.filter((task) => task.item === item.code).map((task) => taskText(task, page)),
    line?.carriedFrom ? filled(words.carried, { number: line.carriedFrom }) : '',
    photosText(page, (photo) => photo.item === item.code),
  ]
    .filter((part) => part !== '')
    .join(paperText[language].parted);
}

function sectionNote(all: readonly Judged[], words: Words): string {
  const [items, ng, open] = [all.length, countOf(all, 'ng'), countOf(all, 'open')];
  const sentence = ng > 0 ? words.section : open > 0 ? words.sectionOpen : words.sectionOk;
  return filled(sentence, { items, ng, open });
}

const row = (one: Judged, at: number, page: Page): PrintRow => ({
  cells: [
    String(at),
    textIn(one.item.title, page.language),
    { text: standardText(one.item, page.language), tone: 'muted' },
    answerCell(one, page),
    remarkText(one, page),
  ],
});

const tableOf = ({ columns }: Words, rows: readonly PrintRow[]): PrintBlock => ({
  kind: 'table',
  dense: true,
  columns: [
    { title: columns.at, width: 'auto', align: 'right' },
    { title: columns.item, width: 2.1 },
    { title: columns.standard, width: 2.4 },
    { title: columns.answer, width: 'auto' },
    { title: columns.remark, width: 3 },
  ],
  rows,
});

/** 检查项目: the items of every section with their answers, tasks and photos. */
export function itemTable(page: Page): PrintBlock {
  const { check, language, words } = page;
  let at = 0;
  const rows = check.view.content.sections.flatMap(({ title, items }): PrintRow[] => {
    const all = judged(check, items);
    return [
      { kind: 'group', cells: [{ text: textIn(title, language), note: sectionNote(all, words) }] },
      ...all.map((one) => row(one, (at += 1), page)),
    ];
  });
  return tableOf(words, rows);
}

/** Only what was not OK, numbered as in the check. */
export function failedTable(page: Page): PrintBlock {
  const { check, words } = page;
  const all = judged(check, itemsOf(check.view.content));
  const rows = all.flatMap((one, at) => (one.verdict === 'ng' ? [row(one, at + 1, page)] : []));
  return tableOf(words, rows);
}
