import type { ItemAnswer } from '#shared/features/checklist/checklist.rules.ts';
import type { ChecklistContent, CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import type { DamageMark } from '#shared/features/inspection/inspection.contract.ts';
import type { InspectionState } from '#shared/features/inspection/inspection.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import { canonicalJson, type Plain } from '#shared/kernel/canonical-json.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { hashOfContent } from '../checklist/checklist.repository.ts';
import type { Frozen } from '../signature/signature.repository.ts';
import { readAnswers, readMarks, readPhotos, type Check } from './inspection.repository.ts';

/** What the signature of a check covers. A change of this shape takes a new template version; old ones stay readable. */
export const checkTemplateVersion = 1;

/** What a check says of itself, from its own rows. */
export type CheckRows = {
  readonly number: string;
  readonly purpose: CheckPurpose;
  readonly state: InspectionState;
  readonly round: number;
  readonly previousId: number | null;
  readonly vin: string | null;
  readonly plate: string | null;
  readonly stockId: number | null;
  readonly repairId: number | null;
  readonly checklistId: number;
  readonly edition: number;
  readonly startedOn: Day;
  readonly startedById: number;
  readonly finishedAt: string | null;
  readonly finishedById: number | null;
  readonly odometerKm: number | null;
  readonly note: string | null;
  readonly answers: readonly (Omit<ItemAnswer, 'photos'> & {
    readonly item: string;
    readonly verdict: string;
    readonly personName: string;
    readonly at: string;
    readonly carriedFromId: number | null;
  })[];
  readonly photos: readonly {
    readonly id: number;
    readonly item: string | null;
    readonly markId: number | null;
    readonly caption: string | null;
    readonly hash: string;
  }[];
  readonly marks: readonly DamageMark[];
};

/** What else the sheet shows, as it was when it was signed. */
export type Shown = {
  readonly model: string | null;
  readonly vehicleKind: string | null;
  readonly repairNumber: string | null;
  readonly checklistName: string;
  readonly content: ChecklistContent;
  readonly startedByName: string;
  /** Items asked again in a re-inspection. */
  readonly only: readonly string[];
};

/** The content of a check: what its rows say, and what the sheet shows beside. */
export type CheckContent = { readonly rows: CheckRows; readonly shown: Shown };

/**
 * How it is signed and kept: the edition of the check list stands in it by its hash, because an edition never changes and
 * is some 20 kB long.
 */
type SignedContent = {
  readonly rows: CheckRows;
  readonly shown: Omit<Shown, 'content'> & { readonly contentHash: string };
};

export const freezeSigned = (signed: SignedContent): Frozen => ({
  templateVersion: checkTemplateVersion,
  content: canonicalJson(plain(signed)),
});

/** Our own plain types, seen as what can be spelled canonically. */
const plain = (value: unknown): Plain => value as Plain;

/** Reads the rows of a check in their definite order. */
export async function readRows(reader: Reader | Writer, check: Check): Promise<CheckRows> {
  const answers = [...(await readAnswers(reader, check.id)).values()];
  const photos = await readPhotos(reader, check.id);
  return {
    number: check.number,
    purpose: check.purpose,
    state: check.state,
    round: check.round,
    previousId: check.previousId,
    vin: check.vin,
    plate: check.plate,
    stockId: check.stockId,
    repairId: check.repairId,
    checklistId: check.checklistId,
    edition: check.edition,
    startedOn: check.startedOn,
    startedById: check.startedById,
    finishedAt: check.finishedAt,
    finishedById: check.finishedById,
    odometerKm: check.odometerKm,
    note: check.note,
    answers: answers
      .map(({ item, result, number, choice, text, note, verdict, personName, at, carriedFromId }) => ({
        item,
        result,
        number,
        choice,
        text,
        note,
        verdict,
        personName,
        at,
        carriedFromId,
      }))
      .sort((a, b) => (a.item < b.item ? -1 : 1)),
    photos: photos.map(({ id, item, markId, caption, hash }) => ({ id, item, markId, caption, hash })),
    marks: await readMarks(reader, check.id),
  };
}

export function freeze({ rows, shown: { content, ...shown } }: CheckContent): Frozen {
  return freezeSigned({ rows, shown: { ...shown, contentHash: hashOfContent(content) } });
}

/** What was signed with its check list beside; undefined where the edition no longer is what was signed. */
async function unfreeze(
  reader: Reader | Writer,
  { rows, shown: { contentHash, ...shown } }: SignedContent,
): Promise<CheckContent | undefined> {
  const edition = await reader
    .selectFrom('checklistEdition')
    .select('content')
    .where('checklistId', '=', rows.checklistId)
    .where('edition', '=', rows.edition)
    .executeTakeFirst();
  if (!edition) return undefined;
  const content = JSON.parse(edition.content) as ChecklistContent; // written by freezeDraft
  return hashOfContent(content) === contentHash ? { rows, shown: { ...shown, content } } : undefined;
}

/** The frozen content of a signed check; undefined when none was frozen or it can no longer be read. */
export async function readFrozen(
  reader: Reader | Writer,
  id: number,
): Promise<(Frozen & { readonly auditCode: string; readonly parsed: CheckContent | undefined }) | undefined> {
  const row = await reader
    .selectFrom('inspectionSnapshot')
    .select(['templateVersion', 'content', 'auditCode'])
    .where('inspectionId', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  try {
    return { ...row, parsed: await unfreeze(reader, JSON.parse(row.content) as SignedContent) }; // written by freeze
  } catch {
    return { ...row, parsed: undefined };
  }
}

/** Whether the rows still say what was frozen; declared void, a check keeps the result that was signed. */
export async function saysTheSame(reader: Reader, check: Check, frozen: CheckContent): Promise<boolean> {
  const rows = await readRows(reader, check);
  const state = check.state === 'void' ? frozen.rows.state : rows.state;
  return canonicalJson(plain({ ...rows, state })) === canonicalJson(plain(frozen.rows));
}
