import {
  compareContents,
  countDifference,
  isSame,
} from '#shared/features/checklist/checklist-compare.rules.ts';
import { contentProblems, type ChecklistContent } from '#shared/features/checklist/checklist.content.ts';
import type { checklistContract, Draft, EditionLine } from '#shared/features/checklist/checklist.contract.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { createRecord, indexRow, recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { checklistRecord } from './checklist.record.ts';
import { blankFormDocument } from './checklist.report.ts';
import { checklistWorkbook, readChecklistFile } from './checklist.sheet.ts';
import {
  deleteDraft,
  freezeDraft,
  listEditions,
  listOverview,
  listPublished,
  mustBeVersion,
  readDraft,
  readEdition,
  readHead,
  saveHead,
  writeDraft,
  type ChecklistHead,
} from './checklist.repository.ts';

const emptyContent: ChecklistContent = {
  vehicleKinds: [],
  repairClasses: [],
  damageMap: false,
  sections: [],
};

/** What a copy starts with: the edition in force, or the draft of a list that has none. */
async function contentToCopy(writer: Writer, id: number): Promise<ChecklistContent> {
  const { currentEdition } = await readHead(writer, id);
  if (currentEdition !== null) return (await readEdition(writer, id, currentEdition)).content;
  return (await readDraft(writer, id))?.content ?? emptyContent;
}

/** What an editor of the list shows: its draft, else the edition in force. */
async function presentContent(reader: Reader, id: number): Promise<ChecklistContent> {
  const { currentEdition } = await readHead(reader, id);
  const draft = await readDraft(reader, id);
  if (draft || currentEdition === null) return draft?.content ?? emptyContent;
  return (await readEdition(reader, id, currentEdition)).content;
}

export type ChecklistParts = Printer & {
  /** Where a file lies while it is read. */
  readonly folder: string;
};

const told = ({ changed }: CommandContext, id: number, before: number, after: number): void =>
  changed({ feature: 'checklist', id, changes: [{ field: 'draft', before, after }] });

/** The draft that the person saw. Errors: `checklist-no-draft`, conflict. */
async function mustHaveDraft({ writer }: CommandContext, id: number, version: number): Promise<Draft> {
  const draft = await readDraft(writer, id);
  if (!draft) throw ruleViolated('checklist-no-draft');
  mustBeVersion(id, draft, version);
  return draft;
}

/** Errors: not-found, `checklist-retired`. */
async function mustNotBeRetired({ writer }: CommandContext, id: number): Promise<ChecklistHead> {
  const head = await readHead(writer, id);
  if (head.state === 'retired') throw ruleViolated('checklist-retired');
  return head;
}

async function editionLines(reader: Reader, id: number): Promise<readonly EditionLine[]> {
  const head = await readHead(reader, id);
  const editions = await listEditions(reader, head);
  return editions
    .map(({ edition, content, publishedAt, personName, reason, source }, index): EditionLine => {
      const before = editions[index - 1];
      return {
        edition,
        isCurrent: edition === head.currentEdition,
        publishedAt,
        personName,
        reason,
        source,
        items: content.sections.reduce((sum, { items }) => sum + items.length, 0),
        difference: before ? countDifference(compareContents(before.content, content)) : null,
      };
    })
    .reverse();
}

export const checklistHandlers = ({
  folder,
  ...printer
}: ChecklistParts): HandlersOf<typeof checklistContract> => ({
  ...readOnlyCalls(recordHandlers(checklistRecord)),
  overview: async (_input, { reader }) => listOverview(reader),
  published: async ({ purpose }, { reader }) => listPublished(reader, purpose),
  edition: async ({ id, edition }, { reader }) => readEdition(reader, id, edition),
  editions: async ({ id }, { reader }) => editionLines(reader, id),

  async draft({ id }, { reader }) {
    await readHead(reader, id);
    return readDraft(reader, id);
  },

  async compare({ id, from, to }, { reader }) {
    const before = await readEdition(reader, id, from);
    const after = to === 'draft' ? await readDraft(reader, id) : await readEdition(reader, id, to);
    if (!after) throw ruleViolated('checklist-no-draft');
    return compareContents(before.content, after.content);
  },

  async create({ name, nameEn, purpose, copyOf }, context) {
    const content = copyOf === undefined ? emptyContent : await contentToCopy(context.writer, copyOf);
    const id = await createRecord(context, checklistRecord, {
      name,
      nameEn: nameEn || null,
      purpose,
      state: 'draft',
      currentEdition: null,
      shippedKey: null,
    });
    await writeDraft(context, id, null, content, 'store');
    if (copyOf !== undefined) context.tell('copyOf', copyOf);
    return { id };
  },

  async rename({ id, version, name, nameEn }, context) {
    const head = await readHead(context.writer, id);
    if (head.version !== version) throw new DeskError({ code: 'conflict', feature: 'checklist', id });
    const patch = { name, nameEn: nameEn || null };
    const next = await saveHead(context, head, patch);
    await indexRow(context.writer, checklistRecord, id, { ...head, ...patch });
    return { version: next };
  },

  async saveDraft({ id, version, content, fileName }, context) {
    await mustNotBeRetired(context, id);
    const before = await readDraft(context.writer, id);
    mustBeVersion(id, before, version);
    const next = await writeDraft(context, id, before, content, fileName === undefined ? 'store' : 'file');
    if (fileName !== undefined) context.tell('fileName', fileName);
    told(context, id, version, next);
    return { version: next };
  },

  async discardDraft({ id, version }, context) {
    const head = await readHead(context.writer, id);
    await mustHaveDraft(context, id, version);
    if (head.currentEdition === null) throw ruleViolated('checklist-unpublished');
    await deleteDraft(context.writer, id);
    told(context, id, version, 0);
    return {};
  },

  async publish({ id, version, reason }, context) {
    const head = await mustNotBeRetired(context, id);
    const { content } = await mustHaveDraft(context, id, version);
    const issues = contentProblems(content).map(({ path, issue }) => ({
      field: ['content', ...path].join('.'),
      issue,
    }));
    if (issues.length > 0) throw new DeskError({ code: 'invalid-input', issues });
    const last = head.currentEdition;
    if (last !== null) {
      const current = await readEdition(context.writer, id, last);
      if (isSame(compareContents(current.content, content))) throw ruleViolated('checklist-unchanged');
    }
    const edition = (last ?? 0) + 1;
    const hash = await freezeDraft(context, id, { edition, content, reason });
    await saveHead(context, head, { state: 'current', currentEdition: edition });
    context.tell('hash', hash);
    context.tell('reason', reason);
    return { edition, hash };
  },

  async retire({ id, reason }, context) {
    const head = await mustNotBeRetired(context, id);
    await saveHead(context, head, { state: 'retired' });
    context.tell('reason', reason);
    return {};
  },

  async restore({ id }, context) {
    const head = await readHead(context.writer, id);
    if (head.state !== 'retired') throw ruleViolated('checklist-not-retired');
    await saveHead(context, head, { state: head.currentEdition === null ? 'draft' : 'current' });
    return {};
  },

  async print({ id, edition, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const { name, nameEn, purpose } = await readHead(reader, id);
    const found = edition === 'draft' ? await readDraft(reader, id) : await readEdition(reader, id, edition);
    if (!found) throw ruleViolated('checklist-no-draft');
    const shown = actor.language === 'en' && nameEn !== null ? nameEn : name;
    const store = (await readSetting(reader, 'storeName')) ?? '';
    const auditCode = shortCode((await auditHead(reader)).hash);
    const form = { store, name: shown, purpose, edition, content: found.content, auditCode };
    const document = blankFormDocument(form, actor.language, clock.now());
    const file = `${shown.replaceAll(/[\\/:*?"<>|]/gu, ' ')}-${edition}`;
    return sheetFile(printer, document, { name: file, format, signal: context.signal });
  },

  async exportFile({ id, edition }, { actor, clock, reader, write }) {
    const { name, nameEn } = await readHead(reader, id);
    const found = edition === 'draft' ? await readDraft(reader, id) : await readEdition(reader, id, edition);
    if (!found) throw ruleViolated('checklist-no-draft');
    const language = actor?.language ?? 'zh-CN';
    const shown = language === 'en' && nameEn !== null ? nameEn : name;
    const list = { name: shown, edition: String(edition), content: found.content };
    const bytes = await checklistWorkbook(list, language);
    await write(async ({ tell }) => {
      tell('checklist', id);
      tell('edition', edition);
    });
    const fileName = `${shown.replaceAll(/[\\/:*?"<>|]/gu, ' ')}-${edition}-${clock.today()}.xlsx`;
    return new File([new Uint8Array(bytes)], fileName);
  },

  async importFile({ id, file }, { reader }) {
    return readChecklistFile(file, await presentContent(reader, id), folder);
  },
});
