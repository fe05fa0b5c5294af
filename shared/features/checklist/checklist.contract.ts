import { z } from 'zod';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import { fileSchema, type DeskFile } from '../job/job.contract.ts';
import type { VehicleKind } from '../vehicle/vehicle.rules.ts';
import type { ContentDifference, DifferenceCount } from './checklist-compare.rules.ts';
import type { SheetReading } from './checklist-sheet.rules.ts';
import {
  checklistDraft,
  checkPurposes,
  type ChecklistContent,
  type CheckPurpose,
  type RepairClass,
} from './checklist.content.ts';
import { checklistFields, type ChecklistState } from './checklist.fields.ts';

/** Who wrote an edition: the store, the program, or a file. */
export const editionSources = ['store', 'shipped', 'file'] as const;
export type EditionSource = (typeof editionSources)[number];

/** A published list as checks use it. */
export type PublishedChecklist = {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string | null;
  readonly purpose: CheckPurpose;
  readonly edition: number;
  readonly content: ChecklistContent;
};

/** One published edition; never changed afterwards. */
export type Edition = PublishedChecklist & {
  /** SHA-256 of the canonical content. */
  readonly hash: string;
  readonly source: EditionSource;
  readonly publishedAt: string;
  readonly personName: string;
  readonly reason: string;
};

/** The draft of the next edition; one per list. */
export type Draft = {
  /** Goes back with the next save, so that stale edits are told. */
  readonly version: number;
  readonly content: ChecklistContent;
  readonly source: EditionSource;
  readonly personName: string;
  readonly savedAt: string;
};

export type EditionLine = {
  readonly edition: number;
  readonly isCurrent: boolean;
  readonly publishedAt: string;
  readonly personName: string;
  readonly reason: string;
  readonly source: EditionSource;
  readonly items: number;
  /** Against the edition before; null for the first. */
  readonly difference: DifferenceCount | null;
};

/** A list in the overview. */
export type ChecklistLine = {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string | null;
  readonly purpose: CheckPurpose;
  readonly state: ChecklistState;
  readonly currentEdition: number | null;
  /** Came with the program. */
  readonly shipped: boolean;
  /** Of the edition in force, or of the draft while there is none. */
  readonly vehicleKinds: readonly VehicleKind[];
  readonly repairClasses: readonly RepairClass[];
  readonly items: number;
  readonly draft: Pick<Draft, 'source' | 'personName' | 'savedAt'> | null;
};

const id = z.number().int().positive();
const version = z.number().int().min(0);
const edition = z.number().int().positive();
/** A published edition by number, or the draft. */
const editionOrDraft = z.union([edition, z.literal('draft')]);
const reason = z.string().trim().min(2, { error: 'required' }).max(300, { error: 'too-long' });
const name = z.string().trim().min(1, { error: 'required' }).max(80, { error: 'too-long' });
const nameEn = z.string().trim().max(120, { error: 'too-long' }).nullable();
const none = output<Record<string, never>>();

const rights = { read: 'checklist.read', write: 'checklist.write', remove: 'checklist.publish' } as const;

/** Glossary: 检查表 check list, 检查项目 item, 分区 section, 版本 edition, 草稿 draft, 发布 publish, 停用 retire, 上下限 limits. */
export const checklistContract = {
  ...readOnlyCalls(recordCalls(checklistFields, rights)),
  /** All lists with what they are for. */
  overview: query('checklist.read', z.strictObject({}), output<readonly ChecklistLine[]>()),
  /** The lists in force with their content, for choosing. */
  published: query(
    'checklist.read',
    z.strictObject({ purpose: z.enum(checkPurposes).optional() }),
    output<readonly PublishedChecklist[]>(),
  ),
  edition: query('checklist.read', z.strictObject({ id, edition }), output<Edition>()),
  draft: query('checklist.read', z.strictObject({ id }), output<Draft | null>()),
  /** Newest first. */
  editions: query('checklist.read', z.strictObject({ id }), output<readonly EditionLine[]>()),
  compare: query(
    'checklist.read',
    z.strictObject({ id, from: edition, to: editionOrDraft }),
    output<ContentDifference>(),
  ),
  /** A new list with an empty draft, or one that holds what another list asks. */
  create: command(
    'checklist.write',
    z.strictObject({ name, nameEn, purpose: z.enum(checkPurposes), copyOf: id.optional() }),
    output<{ id: number }>(),
  ),
  rename: command(
    'checklist.write',
    z.strictObject({ id, version, name, nameEn }),
    output<{ version: number }>(),
  ),
  /**
   * Saves the draft, gaps and all. `version` is the draft's last known one, 0 where there was none. `fileName`: the content
   * was read from that file. Errors: conflict, `checklist-retired`.
   */
  saveDraft: command(
    'checklist.write',
    z.strictObject({ id, version, content: checklistDraft, fileName: z.string().max(200).optional() }),
    output<{ version: number }>(),
  ),
  /** Throws the draft of a published list away. Errors: conflict, `checklist-no-draft`, `checklist-unpublished`. */
  discardDraft: command('checklist.write', z.strictObject({ id, version }), none),
  /**
   * Makes the draft the next edition and freezes it. Errors: conflict, `checklist-no-draft`, `checklist-retired`,
   * `checklist-unchanged`; `invalid-input` with an issue for each gap (`content.sections.0.title.zh`).
   */
  publish: command(
    'checklist.publish',
    z.strictObject({ id, version, reason }),
    output<{ edition: number; hash: string }>(),
  ),
  /** New checks no longer take it; running ones and old editions stay. Error: `checklist-retired`. */
  retire: command('checklist.publish', z.strictObject({ id, reason }), none),
  /** Error: `checklist-not-retired`. */
  restore: command('checklist.publish', z.strictObject({ id }), none),
  /** An edition or the draft as an empty form on A4, to be filled in by hand. Errors as of `exportFile`. */
  print: action(
    'checklist.read',
    z.strictObject({ id, edition: editionOrDraft, format: paperFormat }),
    output<DeskFile>(),
  ),
  /** An edition or the draft as xlsx, to be changed there and read again; logged. */
  exportFile: action('checklist.read', z.strictObject({ id, edition: editionOrDraft }), output<DeskFile>()),
  /**
   * Reads a workbook as content and writes nothing: the editor takes it over as one change, or shows the problems beside
   * their rows. Errors: `not-a-checklist-file` and `file-…` of reading a table.
   */
  importFile: action('checklist.write', z.strictObject({ id, file: fileSchema }), output<SheetReading>()),
};
