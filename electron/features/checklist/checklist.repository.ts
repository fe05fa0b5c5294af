import { createHash } from 'node:crypto';
import type {
  ChecklistLine,
  Draft,
  Edition,
  EditionSource,
  PublishedChecklist,
} from '#shared/features/checklist/checklist.contract.ts';
import {
  itemsOf,
  type ChecklistContent,
  type CheckPurpose,
} from '#shared/features/checklist/checklist.content.ts';
import type { ChecklistState } from '#shared/features/checklist/checklist.fields.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { DeskError, notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { ChecklistEditionTable } from './checklist.table.ts';

export type ChecklistHead = {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly nameEn: string | null;
  readonly purpose: CheckPurpose;
  readonly state: ChecklistState;
  readonly currentEdition: number | null;
  readonly shippedKey: string | null;
};

/** How a content is stored, and what its edition is known by. */
export function frozen(content: ChecklistContent): { readonly content: string; readonly hash: string } {
  const text = canonicalJson(content);
  return { content: text, hash: createHash('sha256').update(text).digest('hex') };
}

/** What an edition of this content is known by. */
export const hashOfContent = (content: ChecklistContent): string => frozen(content).hash;

const contentOf = (text: string): ChecklistContent => JSON.parse(text) as ChecklistContent; // written by this file only

// Choices and sources are written through the field table and the contract only.
const headOf = (row: Omit<ChecklistHead, 'purpose' | 'state'> & { purpose: string; state: string }) =>
  row as ChecklistHead;

const headColumns = [
  'id',
  'version',
  'name',
  'nameEn',
  'purpose',
  'state',
  'currentEdition',
  'shippedKey',
] as const;

/** Error: not-found. */
export async function readHead(reader: Reader | Writer, id: number): Promise<ChecklistHead> {
  const row = await reader
    .selectFrom('checklist')
    .select(headColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('checklist', id);
  return headOf(row);
}

const editionColumns = [
  'edition',
  'content',
  'hash',
  'source',
  'publishedAt',
  'personName',
  'reason',
] as const;

const editionOf = (
  { id, name, nameEn, purpose }: ChecklistHead,
  row: Pick<ChecklistEditionTable, (typeof editionColumns)[number]>,
): Edition => ({
  id,
  name,
  nameEn,
  purpose,
  edition: row.edition ?? 0,
  content: contentOf(row.content),
  hash: row.hash ?? '',
  source: row.source as EditionSource, // the table's check
  publishedAt: row.publishedAt ?? '',
  personName: row.personName,
  reason: row.reason ?? '',
});

/** One published edition. Error: not-found. */
export async function readEdition(reader: Reader | Writer, id: number, edition: number): Promise<Edition> {
  const head = await readHead(reader, id);
  const row = await reader
    .selectFrom('checklistEdition')
    .select(editionColumns)
    .where('checklistId', '=', id)
    .where('edition', '=', edition)
    .executeTakeFirst();
  if (!row) throw notFound('checklist', id);
  return editionOf(head, row);
}

/** The lists in force, of one purpose or all; by id. */
export async function listPublished(
  reader: Reader | Writer,
  purpose?: CheckPurpose,
): Promise<readonly PublishedChecklist[]> {
  let asked = reader
    .selectFrom('checklist')
    .innerJoin('checklistEdition as edition', (join) =>
      join
        .onRef('edition.checklistId', '=', 'checklist.id')
        .onRef('edition.edition', '=', 'checklist.currentEdition'),
    )
    .select(['checklist.id', 'name', 'nameEn', 'purpose', 'edition.edition', 'content'])
    .where('state', '=', 'current');
  if (purpose) asked = asked.where('purpose', '=', purpose);
  const rows = await asked.orderBy('checklist.id').execute();
  return rows.map((row) => ({
    ...row,
    purpose: row.purpose as CheckPurpose,
    edition: row.edition ?? 0,
    content: contentOf(row.content),
  }));
}

export async function readDraft(reader: Reader | Writer, id: number): Promise<Draft | null> {
  const row = await reader
    .selectFrom('checklistEdition')
    .select(['version', 'content', 'source', 'personName', 'savedAt'])
    .where('checklistId', '=', id)
    .where('publishedAt', 'is', null)
    .executeTakeFirst();
  return row ? { ...row, source: row.source as EditionSource, content: contentOf(row.content) } : null;
}

/** Every published edition, oldest first. */
export async function listEditions(reader: Reader, head: ChecklistHead): Promise<readonly Edition[]> {
  const rows = await reader
    .selectFrom('checklistEdition')
    .select(editionColumns)
    .where('checklistId', '=', head.id)
    .where('publishedAt', 'is not', null)
    .orderBy('edition')
    .execute();
  return rows.map((row) => editionOf(head, row));
}

/** Every list with what it is for, by id. */
export async function listOverview(reader: Reader): Promise<readonly ChecklistLine[]> {
  const heads = await reader.selectFrom('checklist').select(headColumns).orderBy('id').execute();
  const rows = await reader
    .selectFrom('checklistEdition as edition')
    .innerJoin('checklist', 'checklist.id', 'edition.checklistId')
    .select([
      'edition.checklistId',
      'edition.edition',
      'edition.content',
      'edition.source',
      'edition.personName',
      'edition.savedAt',
    ])
    .where((row) =>
      row.or([
        row('publishedAt', 'is', null),
        row('edition.edition', '=', row.ref('checklist.currentEdition')),
      ]),
    )
    .execute();
  const byList = Map.groupBy(rows, (row) => row.checklistId);
  return heads.map((row) => {
    const { id, name, nameEn, purpose, state, currentEdition, shippedKey } = headOf(row);
    const own = byList.get(id) ?? [];
    const draft = own.find((one) => one.edition === null);
    const shown = own.find((one) => one.edition !== null) ?? draft;
    const content = shown ? contentOf(shown.content) : null;
    return {
      id,
      name,
      nameEn,
      purpose,
      state,
      currentEdition,
      shipped: shippedKey !== null,
      vehicleKinds: content?.vehicleKinds ?? [],
      repairClasses: content?.repairClasses ?? [],
      items: content ? itemsOf(content).length : 0,
      draft: draft
        ? { source: draft.source as EditionSource, personName: draft.personName, savedAt: draft.savedAt }
        : null,
    };
  });
}

/** Error: conflict with who saved the draft meanwhile. */
export function mustBeVersion(id: number, draft: Draft | null, expected: number): void {
  if (expected === (draft?.version ?? 0)) return;
  const last = draft ? { by: draft.personName, at: draft.savedAt } : {};
  throw new DeskError({ code: 'conflict', feature: 'checklist', id, ...last });
}

/** Writes the draft and returns its new version; the caller has checked the one before. */
export async function writeDraft(
  { writer, actor, clock }: CommandContext,
  id: number,
  before: Draft | null,
  content: ChecklistContent,
  source: EditionSource,
): Promise<number> {
  const version = (before?.version ?? 0) + 1;
  const values = {
    version,
    content: frozen(content).content,
    source,
    personId: actor.personId,
    personName: actor.name,
    savedAt: clock.now(),
  };
  if (before)
    await writer
      .updateTable('checklistEdition')
      .set(values)
      .where('checklistId', '=', id)
      .where('publishedAt', 'is', null)
      .execute();
  else
    await writer
      .insertInto('checklistEdition')
      .values({ checklistId: id, ...values })
      .execute();
  return version;
}

export async function deleteDraft(writer: Writer, id: number): Promise<void> {
  await writer
    .deleteFrom('checklistEdition')
    .where('checklistId', '=', id)
    .where('publishedAt', 'is', null)
    .execute();
}

/** Turns the draft into a published edition. */
export async function freezeDraft(
  { writer, actor, clock }: CommandContext,
  id: number,
  published: { readonly edition: number; readonly content: ChecklistContent; readonly reason: string },
): Promise<string> {
  const { content, hash } = frozen(published.content);
  await writer
    .updateTable('checklistEdition')
    .set({
      edition: published.edition,
      content,
      hash,
      reason: published.reason,
      personId: actor.personId,
      personName: actor.name,
      publishedAt: clock.now(),
    })
    .where('checklistId', '=', id)
    .where('publishedAt', 'is', null)
    .execute();
  return hash;
}

/** Changes a list's head and tells history and windows. */
export async function saveHead(
  { writer, clock, changed }: CommandContext,
  before: ChecklistHead,
  patch: Partial<Pick<ChecklistHead, 'name' | 'nameEn' | 'state' | 'currentEdition'>>,
): Promise<number> {
  const version = before.version + 1;
  await writer
    .updateTable('checklist')
    .set({ ...patch, version, updatedAt: clock.now() })
    .where('id', '=', before.id)
    .execute();
  const changes = Object.entries(patch).map(([field, after]) => ({
    field,
    before: before[field as keyof typeof patch] ?? null, // keys of the patch
    after: after ?? null,
  }));
  changed({ feature: 'checklist', id: before.id, changes });
  return version;
}
